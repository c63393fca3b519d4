#include "cli/commit_edit.hpp"
#include "cli/console.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "editor/release_edit.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;

} // namespace

int run_release(const Arguments& arguments)
{
    const Language language = arguments.language;
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), language);
    }
    const auto project = open_project(arguments.target, Source::latest, language);
    if (!project) {
        return fail(project.error(), language);
    }
    const auto made = editor::release_edit(*project, {arguments.meeting, now(), language, {}});
    if (!made) {
        return fail(made.error(), language);
    }
    complain_of(made->findings, language);
    const auto rev = commit_edit(
        arguments.target, [&](store::Rows& rows) { return editor::edit_of(made->edit, rows); },
        language);
    if (!rev) {
        return fail(rev.error(), language);
    }
    const schedule::Programme& release = made->release;
    if (arguments.is_json) {
        say_raw(json::to_canonical_text(Json{{"meeting", release.meeting},
                                             {"number", release.number},
                                             {"date", release.date},
                                             {"release", made->edit.id},
                                             {"sessions", release.sessions.size()},
                                             {"changed", made->changed}}));
    } else {
        say(tr(language, Message{"release.done",
                                 {{"number", std::to_string(release.number)},
                                  {"sessions", std::to_string(release.sessions.size())},
                                  {"changed", std::to_string(made->changed.size())}}}));
    }
    return exit_clean;
}

} // namespace dostyk::cli
