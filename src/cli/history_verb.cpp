#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "store/working_store.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;

/// Of a long history the newest steps; the log has them all.
constexpr int most_steps = 500;

Json json_of(const std::vector<store::Step>& steps)
{
    Json list = Json::array();
    for (const store::Step& step : steps) {
        Json documents = Json::array();
        for (const auto& [kind, id] : step.rows) {
            documents.push_back(kind + "/" + id);
        }
        Json made{{"rev", step.rev},
                  {"command", step.command},
                  {"who", step.who},
                  {"at", step.at},
                  {"documents", std::move(documents)}};
        if (step.target > 0) {
            made["of"] = step.target;
        }
        list.push_back(std::move(made));
    }
    return {{"steps", std::move(list)}};
}

std::string line_of(const store::Step& step, Language language)
{
    std::string documents;
    for (const auto& [kind, id] : step.rows) {
        documents += " " + kind + "/" + id;
        constexpr std::size_t long_enough = 60;
        if (documents.size() > long_enough) {
            documents += " …";
            break;
        }
    }
    const std::string of = step.target > 0 ? fmt::format(" {}", step.target) : "";
    return fmt::format("{:>6}  {}  {}  {}{}:{}", step.rev, step.at, step.who,
                       tr(language, "command." + step.command), of, documents);
}

Result<store::OpenProject> open(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return status.error();
    }
    Diagnostics diagnostics;
    auto project = store::open_to_edit(arguments.target, diagnostics);
    complain_of(diagnostics, arguments.language);
    return project;
}

} // namespace

int run_history(const Arguments& arguments)
{
    const auto project = open(arguments);
    if (!project) {
        return fail(project.error(), arguments.language);
    }
    const auto steps = project->store->history(most_steps);
    if (!steps) {
        return fail(steps.error(), arguments.language);
    }
    if (arguments.is_json) {
        say_raw(json::to_canonical_text(json_of(*steps)));
        return exit_clean;
    }
    for (const store::Step& step : *steps) {
        say(line_of(step, arguments.language));
    }
    return exit_clean;
}

int run_audit(const Arguments& arguments)
{
    const auto project = open(arguments);
    if (!project) {
        return fail(project.error(), arguments.language);
    }
    const auto audit = project->store->verify();
    if (!audit) {
        return fail(audit.error(), arguments.language);
    }
    if (!audit->fault.key.empty()) {
        say(tr(arguments.language, audit->fault));
        return exit_failure;
    }
    say(tr(arguments.language,
           Message{"audit.holds", {{"entries", std::to_string(audit->entries)}}}));
    return exit_clean;
}

} // namespace dostyk::cli
