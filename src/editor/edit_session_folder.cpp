// The session and the folder beside its store: what either has goes to the other.

#include "editor/edit_session.hpp"

#include "io/documents.hpp"
#include "model/schema.hpp"
#include "store/folder_sync.hpp"

#include <algorithm>

namespace dostyk::editor {

void EditSession::dismiss_finding(std::size_t index)
{
    if (index < m_findings.findings.size()) {
        m_findings.findings.erase(m_findings.findings.begin() + static_cast<std::ptrdiff_t>(index));
    }
}

Result<Command> EditSession::folder_value_of(const Finding& conflict)
{
    if (Status status = open(); !status) {
        return status.error();
    }
    const auto base = m_store->opened.store->folder_base();
    if (!base) {
        return base.error();
    }
    const auto found = std::find_if(base->begin(), base->end(), [&](const store::Row& row) {
        return io::path_of(row.kind, row.id) == conflict.file;
    });
    if (found != base->end()) {
        return to_match(*found, conflict.pointer);
    }
    // The folder has no such file any more.
    const std::filesystem::path file = conflict.file;
    return Command(Remove{file.parent_path().string(), file.stem().string()});
}

Status EditSession::write_to_folder()
{
    if (Status status = open(); !status) {
        return status;
    }
    if (Status status = retry_unsaved(); !status) {
        return status;
    }
    if (!has_folder()) {
        return ok();
    }
    store::Store& store = *m_store->opened.store;
    const std::filesystem::path& folder = m_store->opened.folder;
    if (const auto taken = store::take_folder(store, folder, m_findings); !taken) {
        return taken.error();
    }
    Status status = store::write_folder(store, folder);
    watch_files(); // folders of kinds that are new
    (void)m_watch.take();
    return status ? refresh() : status;
}

void EditSession::watch_files()
{
    m_watch.add(m_store->opened.file.parent_path());
    const std::filesystem::path& folder = m_store->opened.folder;
    if (folder.empty()) {
        return;
    }
    m_watch.add(folder);
    for (const model::KindRule& kind : model::kinds()) {
        m_watch.add(folder / std::string(kind.name));
    }
}

bool EditSession::is_of_folder(const std::filesystem::path& file) const
{
    const std::filesystem::path& folder = m_store->opened.folder;
    // A document, or a folder of documents; not the files that an editor keeps beside them.
    return has_folder() &&
           (file.parent_path() == folder || file.parent_path().parent_path() == folder) &&
           (file.extension() == ".json" || !file.has_extension());
}

Status EditSession::take_outside_changes(bool is_blind)
{
    if (!is_open()) {
        return ok();
    }
    const auto files = m_watch.take();
    if (files.empty() && !is_blind) {
        return ok();
    }
    const bool is_folder_due =
        has_folder() && (is_blind || std::any_of(files.begin(), files.end(), [&](const auto& file) {
                             return is_of_folder(file);
                         }));
    if (is_folder_due) {
        Diagnostics findings;
        const auto taken =
            store::take_folder(*m_store->opened.store, m_store->opened.folder, findings);
        m_findings = std::move(findings);
        if (!taken) {
            return taken.error();
        }
        watch_files();
    }
    return refresh();
}

bool EditSession::is_folder() const
{
    std::error_code error;
    return std::filesystem::is_directory(m_path, error);
}

Result<std::filesystem::path> EditSession::recover(bool from_backup)
{
    const store::Rescue rescue = *m_rescue;
    const bool has_backup = from_backup && rescue.backup.has_value();
    auto kept = has_backup ? store::restore(rescue.damaged, rescue.backup->file)
                           : Result<std::filesystem::path>(store::set_aside(rescue.damaged));
    if (!kept) {
        return kept.error();
    }
    m_read.reset(); // another store has its place
    adopt(opener()());
    if (m_open_error) {
        return *m_open_error;
    }
    return kept;
}

} // namespace dostyk::editor
