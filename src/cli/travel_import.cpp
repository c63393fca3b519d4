#include "cli/commit_edit.hpp"
#include "cli/console.hpp"
#include "cli/import_report.hpp"
#include "cli/open_project.hpp"
#include "cli/verbs.hpp"
#include "core/files.hpp"
#include "core/time.hpp"
#include "editor/travel_matrix.hpp"
#include "intake/import_draft.hpp"
#include "store/sha256.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

Result<editor::TravelMatrix> read_matrix(const Arguments& arguments)
{
    const auto answer = intake::read_foreign_file(arguments.file, {});
    if (!answer) {
        return answer.error();
    }
    const std::string name = fs::path(arguments.file).filename().string();
    if (!answer->tables) {
        return answer->tables.error();
    }
    const auto chosen = intake::choose_table(*answer->tables, arguments.table, arguments.file);
    if (!chosen) {
        return chosen.error();
    }
    Diagnostics diagnostics;
    const auto project =
        read_project(arguments.into, Source::latest, arguments.language, diagnostics);
    if (!project) {
        return project.error();
    }
    const auto content = read_file(arguments.file);
    if (!content) {
        return content.error();
    }
    const intake::ImportSource source{name, store::sha256_of(*content), today()};
    auto matrix = editor::travel_matrix((*answer->tables)[*chosen], project->project, source);
    if (!matrix) {
        Error error = matrix.error();
        error.where = name;
        return error;
    }
    return matrix;
}

} // namespace

int run_import_travel(const Arguments& arguments)
{
    const Language language = arguments.language;
    const auto matrix = read_matrix(arguments);
    if (!matrix) {
        return refuse(matrix.error(), arguments);
    }
    if (!arguments.is_dry_run && !matrix->edit.parts.empty()) {
        const auto rev = commit_edit(
            arguments.into, [&](store::Rows& rows) { return editor::edit_of(matrix->edit, rows); },
            language);
        if (!rev) {
            return refuse(rev.error(), arguments);
        }
    }
    if (arguments.is_json) {
        say_raw(json::to_canonical_text(nlohmann::json{{"added", matrix->added},
                                                       {"changed", matrix->changed},
                                                       {"same", matrix->same},
                                                       {"dry_run", arguments.is_dry_run}}));
    } else {
        say(tr(language, Message{"import.matrix.done",
                                 {{"added", std::to_string(matrix->added)},
                                  {"changed", std::to_string(matrix->changed)},
                                  {"same", std::to_string(matrix->same)}}}));
    }
    return exit_clean;
}

} // namespace dostyk::cli
