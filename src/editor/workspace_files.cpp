// Files: what is opened, dropped in and pasted.

#include "editor/file_list.hpp"
#include "editor/pasted_text.hpp"
#include "editor/workspace.hpp"

#include "intake/worker_client.hpp"

#include <utility>

namespace dostyk::editor {

bool Workspace::run_files(ActionId id)
{
    switch (id) {
    case ActionId::open_file:
        open_sheet(Sheet::open_file);
        return true;
    case ActionId::export_project:
        open_sheet(Sheet::export_project);
        return true;
    default:
        return false;
    }
}

void Workspace::close_sheet()
{
    if (std::exchange(m_overlays.sheet, Sheet::none) == Sheet::import_file) {
        m_import->close(); // a reading that nobody waits for any more is stopped
    }
}

Effect Workspace::open_path(const std::filesystem::path& path)
{
    switch (kind_of(path)) {
    case FileKind::project:
    case FileKind::store:
        close_sheet();
        want_project(path);
        return Effect::open_project;
    case FileKind::table:
    case FileKind::calendar:
    case FileKind::vector:
        if (intake::format_of(path) == intake::Format::geotiff) {
            close_sheet(); // a picture has no rows: it is a layer of the map
            m_layers.ask({path, {}});
            return Effect::none;
        }
        m_import->open(path);
        open_sheet(Sheet::import_file);
        return Effect::none;
    case FileKind::folder:
        m_browsed = path;
        open_sheet(Sheet::open_file);
        return Effect::none;
    case FileKind::missing:
        tell(Error{ErrorCode::not_found, {"file.missing", {{"file", path.string()}}}, {}});
        return Effect::none;
    case FileKind::other:
        break;
    }
    tell(Error{ErrorCode::unsupported,
               {"import.unknown_ending",
                {{"file", path.filename().string()}, {"endings", intake::known_endings()}}},
               {}});
    return Effect::none;
}

Effect Workspace::paste(std::string_view text)
{
    const auto files = pasted_files(text);
    if (files.size() == 1) {
        return open_path(files.front());
    }
    if (files.size() > 1) {
        tell(Error{ErrorCode::unsupported, {"paste.many_files", {}}, {}});
    } else if (has_rows(text)) {
        m_import->open_rows(text);
        open_sheet(Sheet::import_file);
    } else {
        tell(Error{ErrorCode::unsupported, {"paste.nothing", {}}, {}});
    }
    return Effect::none;
}

bool Workspace::apply_import()
{
    ImportSession::Outcome outcome = m_import->outcome();
    if (outcome.edit.parts.empty() || !submit(outcome.edit)) {
        return false;
    }
    tell(Message{"notice.imported",
                 {{"file", m_import->file_name()},
                  {"new", std::to_string(outcome.added)},
                  {"changed", std::to_string(outcome.changed)}}});
    m_import->finish();
    close_sheet();
    if (m_view.pack == model::Pack::strict) {
        set_pack(model::Pack::enriched); // imported claims are of it: else nothing would be seen
    }
    m_to_select = outcome.ids;
    list_hits(std::move(outcome.ids));
    return true;
}

} // namespace dostyk::editor
