#include "cli/console.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "io/project_folder.hpp"
#include "model/validate.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

void check_project(const fs::path& folder, Source source, Language language,
                   Diagnostics& diagnostics)
{
    const auto read = read_project(folder, source, language, diagnostics);
    if (!read) {
        if (!diagnostics.has_errors()) {
            diagnostics.add(Finding{.code = "project.not_opened",
                                    .severity = Severity::error,
                                    .file = folder.string(),
                                    .line = 0,
                                    .column = 0,
                                    .pointer = {},
                                    .message = read.error().message,
                                    .hint = {"project.not_opened.hint", {}},
                                    .subject = {}});
        }
        return;
    }
    // A project is no worse for a missing map: its units are not checked, and that is said.
    const auto map = open_base_map();
    if (!map) {
        complain(text_of(map.error(), language));
    }
    const std::vector<std::string> units = map ? unit_codes_of(*map) : std::vector<std::string>{};
    model::validate(read->project, units, diagnostics);
    // What the folder does not hold yet has no place in its files.
    if (!read->state) {
        io::check_canonical(read->project, folder, diagnostics);
        io::add_positions(folder, diagnostics);
    }
}

void print_findings(const Diagnostics& diagnostics, Language language)
{
    for (const Finding& finding : diagnostics.findings) {
        const std::string severity(
            tr(language, "severity." + std::string(name_of(finding.severity))));
        say(severity + ": " + text_of(finding, language) + " [" + finding.code + "]");
    }
    const auto count = [&](Severity severity) {
        return std::to_string(diagnostics.count(severity));
    };
    say(tr(language, Message{"validate.summary",
                             {{"errors", count(Severity::error)},
                              {"warnings", count(Severity::warning)},
                              {"notes", count(Severity::info)}}}));
}

} // namespace

int run_validate(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), arguments.language);
    }
    const fs::path target(arguments.target);
    std::error_code error;
    Diagnostics diagnostics;
    const bool is_file = target.extension() != ".gpkg" &&
                         (target.extension() == ".json" || fs::is_regular_file(target, error));
    if (is_file && !fs::is_directory(target, error)) {
        io::check_file(target, diagnostics);
    } else {
        check_project(target, source_of(arguments), arguments.language, diagnostics);
    }
    if (arguments.is_json) {
        say_raw(io::to_json_text(diagnostics, arguments.language));
    } else {
        print_findings(diagnostics, arguments.language);
    }
    const bool is_clean =
        diagnostics.count(Severity::error) + diagnostics.count(Severity::warning) == 0;
    return is_clean ? exit_clean : exit_failure;
}

} // namespace dostyk::cli
