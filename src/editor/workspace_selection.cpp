// What is selected: one entity, several as one, and what a query found.

#include "editor/workspace.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

void Workspace::show_selected(const std::string& entity)
{
    m_view.selected = entity;
    Arrangement& panels = m_settings.panels;
    panels.bring_forward(PanelId::card);
    if (panels.slot_of(PanelId::card) == Slot::left) {
        front_slot = FrontSlot::left;
    } else if (panels.slot_of(PanelId::card) == Slot::right) {
        front_slot = FrontSlot::right;
    }
}

void Workspace::select(const std::string& entity)
{
    m_view.marked.reset();
    if (entity.empty() || m_project->find(entity) == nullptr) {
        m_view.selected.clear();
        return;
    }
    if (m_view.selected != entity) {
        m_history.resize(m_history_at);
        m_history.push_back(entity);
        m_history_at = m_history.size();
    }
    m_together.clear();
    show_selected(entity);
}

void Workspace::select_all(std::vector<std::string> entities, const std::string& shown)
{
    select(shown);
    m_together = std::move(entities);
}

void Workspace::list_hits(std::vector<std::string> entities, bool are_asked_for)
{
    m_are_hits_asked_for = are_asked_for;
    m_hits = std::move(entities);
    ++m_hits_version;
    show_panel(PanelId::table);
}

void Workspace::list_layer(std::string layer)
{
    m_listed_layer = std::move(layer);
    ++m_listed_version;
    show_panel(PanelId::table);
}

void Workspace::mark(scene::FeatureRef feature)
{
    m_view.selected.clear();
    m_view.marked = std::move(feature);
}

void Workspace::show_next_untranslated()
{
    const TranslationGap* gap = m_translations.next(*m_project, m_project_version, m_view.selected);
    m_translations.answer(gap);
    if (gap == nullptr) {
        tell(Message{"notice.all_translated", {}});
        return;
    }
    select(gap->place.id);
    is_editing = true;
    show_panel(PanelId::card);
}

std::vector<std::string> Workspace::selection() const
{
    const std::string& shown = m_view.selected;
    if (shown.empty()) {
        return {};
    }
    const bool is_together =
        std::find(m_together.begin(), m_together.end(), shown) != m_together.end();
    return is_together ? m_together : std::vector{shown};
}

const model::Entity* Workspace::selected() const
{
    return m_view.selected.empty() ? nullptr : m_project->find(m_view.selected);
}

} // namespace dostyk::editor
