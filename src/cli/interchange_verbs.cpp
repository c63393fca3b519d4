#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "store/folder_sync.hpp"
#include "store/gpkg_store.hpp"
#include "store/working_store.hpp"

#include <filesystem>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

Error usage(const char* key, std::string value = {})
{
    return Error{ErrorCode::usage, {key, {{"value", std::move(value)}}}, {}};
}

/// The store that an import goes to: P's own, or a new one where P is to be.
Result<store::OpenProject> open_or_make(const fs::path& path, Diagnostics& diagnostics)
{
    std::error_code error;
    if (fs::exists(path / "project.json", error) || fs::is_regular_file(path, error)) {
        return store::open_to_edit(path, diagnostics);
    }
    const bool is_store_file = path.extension() == ".gpkg";
    const fs::path file = is_store_file ? path : store::working_store_of(path);
    if (!is_store_file) {
        store::set_aside(file); // of a folder of this name that is gone
    }
    auto made = store::open_store(file, {.may_create = true, .who = {}, .vfs = {}});
    if (!made) {
        return made.error();
    }
    return store::OpenProject{*std::move(made), file, is_store_file ? fs::path() : path};
}

} // namespace

int run_import(const Arguments& arguments)
{
    const Language language = arguments.language;
    if (arguments.format.empty()) {
        return run_import_file(arguments);
    }
    if (arguments.format != "project") {
        return fail(usage("usage.import_format", arguments.format), language);
    }
    if (arguments.file.empty() || arguments.into.empty()) {
        return fail(usage("usage.import"), language);
    }
    Diagnostics diagnostics;
    auto project = open_or_make(arguments.into, diagnostics);
    if (!project) {
        complain_of(diagnostics, language);
        return fail(project.error(), language);
    }
    const auto rev = store::import_folder(*project->store, arguments.file, diagnostics);
    complain_of(diagnostics, language);
    if (!rev) {
        return fail(rev.error(), language);
    }
    if (!project->folder.empty()) {
        if (const Status status = store::write_folder(*project->store, project->folder); !status) {
            return fail(status.error(), language);
        }
    }
    return diagnostics.has_errors() ? exit_failure : exit_clean;
}

} // namespace dostyk::cli
