// Edits: how the workspace commits them and shows what they changed.

#include "editor/workspace.hpp"

#include <utility>

namespace dostyk::editor {

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
    case ActionId::toggle_editing:
        is_editing = !is_editing;
        m_edits->end_run();
        if (is_editing) {
            right_tab = RightTab::card;
            front_slot = FrontSlot::right;
            m_settings.is_right_open = true;
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
    return true;
}

} // namespace dostyk::editor
