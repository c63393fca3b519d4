// Edits: how the workspace commits them and shows what they changed.

#include "editor/workspace.hpp"

#include "core/time.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::editor {

namespace {

/// Kinds that stand somewhere: a new one waits for a click on the map.
constexpr std::array<std::string_view, 5> sited_kinds{"venue", "project", "joint_enterprise",
                                                      "research_institute", "crossing"};

} // namespace

bool Workspace::submit(const Command& command, std::string_view run)
{
    const auto rev = m_edits->submit(command, run);
    if (!rev) {
        tell(rev.error());
        return false;
    }
    m_notice.reset();
    return true;
}

std::string Workspace::free_id(const std::string& kind) const
{
    std::string day = to_iso(now()).substr(0, 10);
    std::erase(day, '-');
    std::string stem = kind;
    std::replace(stem.begin(), stem.end(), '_', '-'); // ids are words joined by hyphens
    std::string id;
    for (int i = 1; id.empty() || m_edits->project()->find(id) != nullptr; ++i) {
        id = stem + "-" + day + "-" + std::to_string(i);
    }
    return id;
}

bool Workspace::add_entity(const std::string& kind)
{
    const std::string id = free_id(kind);
    const char* const doc = kind == "source" || kind == "relation"
                                ? R"({"fields": {}})"
                                : R"({"fields": {"name": [{"value": {}}]}})";
    if (!submit(Insert{kind, id, doc})) {
        return false;
    }
    (void)take_edits();
    select(id);
    is_editing = true;
    show_panel(PanelId::card);
    if (std::find(sited_kinds.begin(), sited_kinds.end(), kind) != sited_kinds.end()) {
        m_tools.place_new(*this);
        tell(Message{"notice.place_new", {}});
    } else {
        ask_for_name();
    }
    return true;
}

void Workspace::ask_for_name()
{
    const model::Entity* entity = selected();
    const auto* text = entity != nullptr
                           ? model::find_value<Text4>(*entity, "name", model::Pack::enriched)
                           : nullptr;
    if (text == nullptr || !text->is_empty()) {
        return;
    }
    const TranslationGap gap{{entity->kind, entity->id, "name", 0},
                             "value/" + std::string(code_of(all_languages.front()))};
    m_translations.answer(&gap);
}

const std::vector<io::MeetingTemplate>& Workspace::meeting_templates()
{
    if (!m_templates) {
        Diagnostics findings;
        m_templates = io::read_meeting_templates(m_template_folder, findings);
        if (!findings.findings.empty()) {
            const Finding& first = findings.findings.front();
            tell(Error{ErrorCode::invalid, first.message, first.file});
        }
    }
    return *m_templates;
}

bool Workspace::add_meeting(const io::MeetingTemplate& from, const MeetingPlan& plan)
{
    const std::string source(tr(m_view.language, "new_meeting.source"));
    const NewMeeting made = new_meeting(from, plan, *m_edits->project(), today(), source);
    if (!submit(made.edit)) {
        return false;
    }
    (void)take_edits();
    std::vector<std::string> sessions;
    for (const model::Link& link : links_of(*m_project, *m_project->find(made.id), m_view.pack)) {
        if (link.other->kind == "session") {
            sessions.push_back(link.other->id);
        }
    }
    list_hits(std::move(sessions));
    select(made.id);
    return true;
}

void Workspace::rescue(bool from_backup)
{
    if (!m_edits->rescue()) {
        return;
    }
    const auto kept = m_edits->recover(from_backup);
    close_sheet();
    if (!kept) {
        tell(kept.error());
        return;
    }
    tell(Message{from_backup ? "notice.restored" : "notice.begun_from_files",
                 {{"file", kept->string()}}});
}

std::optional<Message> Workspace::why_not_edit() const
{
    return m_edits->is_editable() ? std::nullopt
                                  : std::optional(Message{"error.edit.no_store", {}});
}

std::optional<Message> Workspace::why_not(ActionId id)
{
    const auto unless = [](bool can, const char* key) {
        return can ? std::nullopt : std::optional(Message{key, {}});
    };
    switch (id) {
    case ActionId::undo:
        return unless(!m_edits->stacks().undo.empty() || !m_edits->unsaved().empty(),
                      "error.nothing_to_undo");
    case ActionId::redo:
        return unless(!m_edits->stacks().redo.empty(), "error.nothing_to_redo");
    case ActionId::write_to_folder:
    case ActionId::new_meeting:
    case ActionId::next_untranslated:
        return why_not_edit();
    case ActionId::toggle_editing:
    case ActionId::fly_to_selection:
        return unless(selected() != nullptr, "why_not.no_selection");
    case ActionId::layout_present:
        return Message{"why_not.no_stage", {}};
    case ActionId::select_back:
        return unless(m_history_at > 1, "why_not.no_earlier");
    case ActionId::select_forward:
        return unless(m_history_at < m_history.size(), "why_not.no_later");
    default:
        return std::nullopt;
    }
}

bool Workspace::run_edits(ActionId id)
{
    switch (id) {
    case ActionId::undo:
    case ActionId::redo: {
        const auto rev = id == ActionId::undo ? m_edits->undo() : m_edits->redo();
        if (!rev) {
            tell(rev.error());
        } else {
            m_notice.reset();
        }
        return true;
    }
    case ActionId::write_to_folder: {
        m_edits->end_run();
        const Status status = m_edits->write_to_folder();
        if (!status) {
            tell(status.error());
        } else if (m_edits->has_folder()) {
            tell(Message{"notice.written", {{"folder", m_edits->path().string()}}});
        } else {
            tell(Message{"notice.all_saved", {}});
        }
        return true;
    }
    case ActionId::next_untranslated:
        m_translations.ask();
        return true;
    case ActionId::toggle_editing:
        is_editing = !is_editing;
        m_edits->end_run();
        if (is_editing) {
            show_panel(PanelId::card);
        }
        return true;
    default:
        return false;
    }
}

bool Workspace::take_edits()
{
    if (m_project == m_edits->project()) {
        return false;
    }
    m_project = m_edits->project();
    ++m_project_version;
    m_timeline = make_timeline(*m_project, m_view.pack);
    m_search.reset();
    if (selected() == nullptr) {
        m_view.selected.clear();
    }
    if (!m_to_select.empty()) {
        auto selected_now = std::exchange(m_to_select, {});
        const std::string first = selected_now.front();
        select_all(std::move(selected_now), first);
    }
    return true;
}

} // namespace dostyk::editor
