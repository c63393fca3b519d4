#include "store/working_store.hpp"

#include "core/paths.hpp"
#include "core/time.hpp"
#include "store/folder_sync.hpp"
#include "store/gpkg_store.hpp"
#include "store/sha256.hpp"

#include <system_error>
#include <utility>

namespace dostyk::store {

namespace fs = std::filesystem;

bool is_store(const fs::path& path)
{
    std::error_code error;
    return fs::is_regular_file(path, error) && static_cast<bool>(open_store(path, {}));
}

fs::path working_store_of(const fs::path& folder)
{
    std::error_code error;
    fs::path canonical = fs::canonical(folder, error);
    if (error) {
        canonical = fs::absolute(folder, error).lexically_normal();
    }
    // The name is for people who look; the sum tells folders of one name apart.
    constexpr std::size_t digits = 16;
    return state_dir() / (canonical.filename().string() + "-" +
                          sha256_of(canonical.string()).substr(0, digits) + ".gpkg");
}

fs::path set_aside(const fs::path& file)
{
    std::error_code error;
    const std::string aside = file.string() + ".before-" + to_iso(now());
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const fs::path old = file.string() + suffix;
        if (fs::exists(old, error)) {
            fs::rename(old, aside + suffix, error);
        }
    }
    return aside;
}

Result<OpenProject> open_to_edit(const fs::path& path, Diagnostics& diagnostics)
{
    std::error_code error;
    if (!fs::exists(path, error)) {
        return Error{
            ErrorCode::not_found, {"error.project_missing", {{"folder", path.string()}}}, {}};
    }
    if (!fs::is_directory(path, error)) {
        auto opened = open_store(path, {});
        if (!opened) {
            return opened.error();
        }
        return OpenProject{*std::move(opened), path, {}};
    }
    if (!fs::exists(path / "project.json", error)) {
        return Error{
            ErrorCode::not_found, {"error.no_project_file", {{"folder", path.string()}}}, {}};
    }
    const fs::path file = working_store_of(path);
    auto opened = open_store(file, {.may_create = true, .who = {}, .vfs = {}});
    if (!opened) {
        return opened.error();
    }
    if (const auto taken = take_folder(**opened, path, diagnostics); !taken) {
        return taken.error();
    }
    return OpenProject{*std::move(opened), file, path};
}

Result<std::optional<OpenProject>> open_if_newer(const fs::path& path, Diagnostics& diagnostics)
{
    std::error_code error;
    if (fs::is_directory(path, error) && !fs::exists(working_store_of(path), error)) {
        return std::optional<OpenProject>();
    }
    auto opened = open_to_edit(path, diagnostics);
    if (!opened) {
        return opened.error();
    }
    if (!opened->folder.empty()) {
        const auto unwritten = opened->store->count_unwritten();
        if (!unwritten) {
            return unwritten.error();
        }
        if (*unwritten == 0) {
            return std::optional<OpenProject>();
        }
    }
    return std::optional(*std::move(opened));
}

} // namespace dostyk::store
