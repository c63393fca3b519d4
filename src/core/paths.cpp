#include "core/paths.hpp"

#include <array>
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

namespace dostyk {

namespace fs = std::filesystem;

namespace {

fs::path environment_path(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? fs::path(value) : fs::path();
}

fs::path user_dir(const char* variable, const char* below_home)
{
    const fs::path base = environment_path(variable);
    // XDG Base Directory Specification: a relative path is invalid and to be ignored.
    if (base.is_absolute()) {
        return base / "dostyk";
    }
    return environment_path("HOME") / below_home / "dostyk";
}

std::vector<fs::path> candidate_roots()
{
    std::vector<fs::path> roots;
    if (const fs::path home = environment_path("DOSTYK_HOME"); !home.empty()) {
        roots.push_back(home);
    }
    std::error_code error;
    const fs::path binary = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        roots.push_back(binary.parent_path().parent_path() / DOSTYK_DATA_SUBDIR);
    }
    roots.emplace_back(DOSTYK_SOURCE_DIR);
    return roots;
}

} // namespace

Result<Paths> find_paths()
{
    std::string tried;
    for (const fs::path& root : candidate_roots()) {
        std::error_code error;
        if (fs::is_directory(root / "assets" / "styles", error)) {
            return Paths{root / "assets", root / "maps", root / "data"};
        }
        tried += (tried.empty() ? "" : ", ") + root.string();
    }
    return Error{ErrorCode::not_found, {"error.assets_missing", {{"tried", tried}}}, {}};
}

fs::path config_dir()
{
    return user_dir("XDG_CONFIG_HOME", ".config");
}

fs::path state_dir()
{
    return user_dir("XDG_STATE_HOME", ".local/state");
}

} // namespace dostyk
