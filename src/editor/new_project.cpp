#include "editor/new_project.hpp"

#include "core/files.hpp"
#include "intake/name_index.hpp"
#include "io/project_json.hpp"

namespace dostyk::editor {

namespace fs = std::filesystem;

namespace {

constexpr const char* project_file = "project.json";
constexpr const char* unnamed = "project";

std::string id_of(const std::string& name)
{
    std::string id = intake::slug_of(name);
    return id.empty() ? std::string(unnamed) : id;
}

} // namespace

Status make_project(const fs::path& folder, const Text4& name)
{
    if (name.is_empty()) {
        return Error{ErrorCode::invalid, {"new_project.no_name", {}}, {}};
    }
    std::error_code error;
    if (folder.empty() || folder.is_relative()) {
        return Error{ErrorCode::invalid, {"new_project.no_folder", {}}, folder.string()};
    }
    if (fs::exists(folder, error) &&
        !(fs::is_directory(folder, error) && fs::is_empty(folder, error))) {
        return Error{ErrorCode::invalid,
                     {"new_project.taken", {{"folder", folder.string()}}},
                     folder.string()};
    }
    fs::create_directories(folder, error);
    model::Project project;
    project.id = id_of(folder.filename().string());
    project.name = name;
    return write_file_atomically(folder / project_file, io::settings_to_text(project));
}

fs::path suggested_folder(const fs::path& below, const std::string& name)
{
    return first_free(below / id_of(name));
}

} // namespace dostyk::editor
