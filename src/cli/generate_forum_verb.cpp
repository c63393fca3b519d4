#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "core/paths.hpp"
#include "io/documents.hpp"
#include "io/project_folder.hpp"
#include "io/project_json.hpp"
#include "io/transport_json.hpp"
#include "schedule/compile.hpp"
#include "schedule/forum_maker.hpp"
#include "schedule/scorer.hpp"
#include "store/gpkg_store.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;

struct ForumRequest {
    schedule::ForumSize size;
    std::uint32_t seed = 1;
    fs::path out;
};

Result<ForumRequest> read_request(const Arguments& arguments)
{
    using schedule::ForumSize;
    struct Part {
        const char* option;
        const std::string& text;
        int ForumSize::*member;
    };
    ForumRequest request;
    for (const Part& part : {Part{"--sessions", arguments.sessions, &ForumSize::sessions},
                             Part{"--delegations", arguments.delegations, &ForumSize::delegations},
                             Part{"--venues", arguments.venues, &ForumSize::venues},
                             Part{"--cities", arguments.cities, &ForumSize::cities},
                             Part{"--days", arguments.days, &ForumSize::days}}) {
        int& size = request.size.*part.member;
        const auto number =
            read_number({part.option, size, 1, schedule::largest_forum.*part.member}, part.text);
        if (!number) {
            return number.error();
        }
        size = static_cast<int>(*number);
    }
    const auto seed = read_number(
        {"--seed", request.seed, 0, std::numeric_limits<std::uint32_t>::max()}, arguments.seed);
    if (!seed) {
        return seed.error();
    }
    request.seed = static_cast<std::uint32_t>(*seed);
    request.out =
        arguments.out.empty() ? "forum-" + std::to_string(request.seed) + ".gpkg" : arguments.out;
    std::error_code error;
    if (fs::exists(request.out, error)) {
        return Error{
            ErrorCode::write_failed, {"error.file_exists", {{"file", request.out.string()}}}, {}};
    }
    return request;
}

Status write_store(const model::Project& project, const fs::path& out)
{
    const auto opened = store::open_store(out, {.may_create = true, .who = "generate", .vfs = {}});
    if (!opened) {
        return opened.error();
    }
    const auto rev = (*opened)->write([&](store::Rows&) -> Result<store::Edit> {
        store::Edit edit{"begin", {}};
        edit.rows.push_back({std::string(io::settings_kind), std::string(io::settings_id),
                             io::settings_to_text(project), 0});
        for (const model::Entity& entity : project.entities) {
            edit.rows.push_back({entity.kind, entity.id, io::to_text(entity), 0});
        }
        return edit;
    });
    return rev ? ok() : Status(rev.error());
}

} // namespace

int run_generate_forum(const Arguments& arguments)
{
    const auto request = read_request(arguments);
    if (!request) {
        return fail(request.error(), arguments.language);
    }
    const auto paths = find_paths();
    if (!paths) {
        return fail(paths.error(), arguments.language);
    }
    model::Transport transport;
    Diagnostics diagnostics;
    io::read_transport_folder(paths->data / "transport", transport, diagnostics);
    complain_of(diagnostics, arguments.language);
    const auto planted = schedule::make_forum(request->size, request->seed, transport, true);
    if (!planted) {
        return fail(planted.error(), arguments.language);
    }
    const auto compiled = schedule::compile(*planted);
    if (!compiled) {
        return fail(compiled.error(), arguments.language);
    }
    const schedule::Score score = schedule::compute_score(compiled->problem, compiled->plan());
    const auto forum =
        schedule::make_forum(request->size, request->seed, transport, arguments.is_planted);
    if (!forum) {
        return fail(forum.error(), arguments.language);
    }
    if (const Status status = write_store(*forum, request->out); !status) {
        return fail(status.error(), arguments.language);
    }
    if (arguments.is_json) {
        say_raw(nlohmann::json{{"file", request->out.string()},
                               {"sessions", compiled->problem.sessions.size()},
                               {"planted_hard_cost", score.hard},
                               {"planted_soft_cost", score.soft}}
                    .dump() +
                "\n");
    } else {
        say(tr(arguments.language,
               Message{"forum.made",
                       {{"file", request->out.string()},
                        {"sessions", std::to_string(compiled->problem.sessions.size())},
                        {"soft", std::to_string(score.soft)}}}));
    }
    return exit_clean;
}

} // namespace dostyk::cli
