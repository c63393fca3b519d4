#include "store/folder_sync.hpp"

#include "core/files.hpp"
#include "io/documents.hpp"
#include "model/schema.hpp"
#include "store/merge.hpp"
#include "store/personal.hpp"

#include <map>
#include <system_error>
#include <utility>

namespace dostyk::store {

namespace {

namespace fs = std::filesystem;
using Name = std::pair<std::string, std::string>; ///< kind, id
using Documents = std::map<Name, std::string>;

/// Findings of files that cannot be read stand in for the documents, so that a file with a mistake
/// is not taken for one that was removed.
struct Folder {
    Documents documents;
    std::map<Name, bool> unsound;
};

void read_file_of(const fs::path& folder, const Name& name, Folder& read, Diagnostics& diagnostics)
{
    const std::string path = io::path_of(name.first, name.second);
    const auto text = read_file(folder / path);
    if (!text) {
        diagnostics.add(Finding{.code = "project.unreadable_file",
                                .severity = Severity::error,
                                .file = path,
                                .line = 0,
                                .column = 0,
                                .pointer = {},
                                .message = text.error().message,
                                .hint = {"project.unreadable_file.hint", {}},
                                .subject = {}});
        read.unsound[name] = true;
        return;
    }
    if (auto doc = io::canonical_document({name.first, name.second, *text}, diagnostics)) {
        read.documents[name] = *std::move(doc);
    } else {
        read.unsound[name] = true;
    }
}

Folder read_folder(const fs::path& folder, Diagnostics& diagnostics)
{
    Folder read;
    std::error_code error;
    if (fs::exists(folder / "project.json", error)) {
        read_file_of(folder, {std::string(io::settings_kind), std::string(io::settings_id)}, read,
                     diagnostics);
    }
    for (const model::KindRule& kind : model::kinds()) {
        const fs::path of_kind = folder / std::string(kind.name);
        for (fs::directory_iterator it(of_kind, error), end; !error && it != end;
             it.increment(error)) {
            if (it->path().extension() == ".json") {
                read_file_of(folder, {std::string(kind.name), it->path().stem().string()}, read,
                             diagnostics);
            }
        }
        error.clear();
    }
    return read;
}

void report_conflicts(const Name& name, const std::vector<std::string>& pointers,
                      Diagnostics& diagnostics)
{
    for (const std::string& pointer : pointers) {
        diagnostics.add(Finding{.code = "store.conflict",
                                .severity = Severity::warning,
                                .file = io::path_of(name.first, name.second),
                                .line = 0,
                                .column = 0,
                                .pointer = pointer,
                                .message = {"store.conflict", {}},
                                .hint = {"store.conflict.hint", {}},
                                .subject = name.second});
    }
}

Result<Documents> documents_of(Result<std::vector<Row>> rows)
{
    if (!rows) {
        return rows.error();
    }
    Documents documents;
    for (Row& row : *rows) {
        documents[{std::move(row.kind), std::move(row.id)}] = std::move(row.doc);
    }
    return documents;
}

std::string doc_of(const Documents& documents, const Name& name)
{
    const auto found = documents.find(name);
    return found == documents.end() ? std::string() : found->second;
}

/// What the folder has now where it is not what it had when the two last met.
std::vector<Row> changes_in(const Folder& now, const Documents& base)
{
    std::vector<Row> changed;
    for (const auto& [name, doc] : now.documents) {
        if (doc_of(base, name) != doc) {
            changed.push_back({name.first, name.second, doc, 0});
        }
    }
    for (const auto& [name, doc] : base) {
        if (!now.documents.contains(name) && !now.unsound.contains(name)) {
            changed.push_back({name.first, name.second, {}, 0});
        }
    }
    return changed;
}

} // namespace

Result<Revision> take_folder(Store& store, const fs::path& folder, Diagnostics& diagnostics)
{
    const auto base = documents_of(store.folder_base());
    if (!base) {
        return base.error();
    }
    const std::vector<Row> theirs = changes_in(read_folder(folder, diagnostics), *base);
    if (theirs.empty()) {
        return store.revision();
    }
    const auto now = store.revision();
    if (!now) {
        return now;
    }
    auto rev = store.write([&](Rows& rows) -> Result<Edit> {
        Edit edit{*now == 0 ? "begin" : "folder", {}, 0};
        for (const Row& row : theirs) {
            const auto mine = rows.find(row.kind, row.id);
            if (!mine) {
                return mine.error();
            }
            const Name name{row.kind, row.id};
            Merged merged = merge_documents(doc_of(*base, name), mine->doc, row.doc);
            report_conflicts(name, merged.conflicts, diagnostics);
            if (merged.doc.empty() || merged.doc == mine->doc || merged.doc == row.doc) {
                edit.rows.push_back({row.kind, row.id, std::move(merged.doc), 0});
                continue;
            }
            // Fields of both sides need not go together.
            auto doc = io::canonical_document({row.kind, row.id, merged.doc}, diagnostics);
            edit.rows.push_back({row.kind, row.id, doc ? *std::move(doc) : mine->doc, 0});
        }
        return edit;
    });
    if (!rev) {
        return rev;
    }
    if (const Status status = store.set_folder_base(theirs); !status) {
        return status.error();
    }
    return rev;
}

Status write_folder(Store& store, const fs::path& folder)
{
    const auto base = documents_of(store.folder_base());
    const auto now = documents_of(store.read_all());
    if (!base || !now) {
        return base ? now.error() : base.error();
    }
    const std::vector<Row> changed = changes_in({*now, {}}, *base);
    if (Status status = write_rows(changed, folder); !status) {
        return status;
    }
    return store.set_folder_base(changed);
}

Result<std::vector<Row>> read_rows(const fs::path& folder, Diagnostics& diagnostics)
{
    std::error_code error;
    if (!fs::exists(folder / "project.json", error)) {
        return Error{
            ErrorCode::not_found, {"error.no_project_file", {{"folder", folder.string()}}}, {}};
    }
    const Folder read = read_folder(folder, diagnostics);
    if (!read.unsound.empty()) {
        return Error{ErrorCode::parse, {"error.folder_unsound", {{"folder", folder.string()}}}, {}};
    }
    std::vector<Row> rows;
    for (const auto& [name, doc] : read.documents) {
        rows.push_back({name.first, name.second, doc, 0});
    }
    return rows;
}

Result<Revision> import_folder(Store& store, const fs::path& folder, Diagnostics& diagnostics)
{
    auto rows = read_rows(folder, diagnostics);
    const auto now = store.revision();
    if (!rows || !now) {
        return rows ? now.error() : rows.error();
    }
    return store.write([&](Rows&) -> Result<Edit> {
        return Edit{*now == 0 ? "begin" : "import", *std::move(rows), 0};
    });
}

Status export_folder(Store& store, const fs::path& folder)
{
    const auto rows = store.read_all();
    return rows ? write_rows(*rows, folder) : Status(rows.error());
}

Status write_rows(std::span<const Row> rows, const fs::path& folder)
{
    for (const Row& row : rows) {
        const fs::path file = folder / io::path_of(row.kind, row.id);
        if (row.doc.empty()) {
            if (Status status = remove_file(file); !status) {
                return status;
            }
            continue;
        }
        const FileAccess access = holds_personal(row.doc) ? FileAccess::owner : FileAccess::shared;
        if (Status status = write_file_atomically(file, row.doc, access); !status) {
            return status;
        }
    }
    return ok();
}

} // namespace dostyk::store
