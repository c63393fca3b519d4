#include "cli/run.hpp"

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/verbs.hpp"
#include "intake/worker.hpp"

namespace dostyk::cli {

namespace {

int run_verb(const Arguments& arguments)
{
    switch (arguments.verb) {
    case Verb::validate:
        return run_validate(arguments);
    case Verb::info:
        return run_info(arguments);
    case Verb::describe:
        return run_describe(arguments);
    case Verb::boundaries:
        return run_boundaries(arguments);
    case Verb::render:
        return run_render(arguments);
    case Verb::edit:
        return run_edit(arguments);
    case Verb::history:
        return run_history(arguments);
    case Verb::audit:
        return run_audit(arguments);
    case Verb::export_:
        return run_export(arguments);
    case Verb::merge:
        return run_merge(arguments);
    case Verb::generate:
        return run_generate(arguments);
    case Verb::generate_forum:
        return run_generate_forum(arguments);
    case Verb::import_:
        return run_import(arguments);
    case Verb::template_:
        return run_template(arguments);
    case Verb::schedule:
        return run_schedule(arguments);
    case Verb::solve:
        return run_solve(arguments);
    case Verb::layer_add:
    case Verb::layer_list:
    case Verb::layer_remove:
        return run_layer(arguments);
    case Verb::replan:
        return run_replan(arguments);
    case Verb::conflicts:
        return run_conflicts(arguments);
    case Verb::release:
        return run_release(arguments);
    case Verb::diff:
        return run_diff(arguments);
    case Verb::bench:
    case Verb::replay:
    case Verb::none:
        break;
    }
    return exit_usage;
}

Result<ReplayOptions> replay_of(const Arguments& arguments)
{
    if (arguments.file.empty() || arguments.target.empty()) {
        return Error{ErrorCode::usage, {"usage.replay", {}}, {}};
    }
    const auto view = read_view_options(arguments);
    if (!view) {
        return view.error();
    }
    return ReplayOptions{arguments.file, arguments.target,        arguments.language, view->size,
                         arguments.out,  !arguments.has_no_mouse, arguments.is_json};
}

} // namespace

Invocation run(int argc, const char* const* argv)
{
    Invocation invocation;
    if (argc == 2 && argv[1] == intake::worker_argument) {
        invocation.exit_code =
            intake::run_worker(); // for this program alone: help does not name it
        return invocation;
    }
    const Parsed parsed = parse_arguments(argc, argv);
    invocation.exit_code = parsed.exit_code;
    if (invocation.exit_code) {
        return invocation;
    }
    if (parsed.arguments.verb == Verb::bench) {
        invocation.bench = {parsed.arguments.target, parsed.arguments.is_json};
        return invocation;
    }
    if (parsed.arguments.verb == Verb::replay) {
        auto replay = replay_of(parsed.arguments);
        if (replay) {
            invocation.replay = *std::move(replay);
        } else {
            invocation.exit_code = fail(replay.error(), parsed.arguments.language);
        }
        return invocation;
    }
    if (parsed.arguments.verb != Verb::none) {
        invocation.exit_code = run_verb(parsed.arguments);
        return invocation;
    }
    auto view = read_view_options(parsed.arguments);
    if (!view) {
        invocation.exit_code = fail(view.error(), parsed.arguments.language);
        return invocation;
    }
    invocation.window.project = parsed.arguments.target;
    invocation.window.view = std::move(*view);
    invocation.window.record = parsed.arguments.record;
    if (parsed.arguments.has_language) {
        invocation.window.language = parsed.arguments.language;
    }
    return invocation;
}

} // namespace dostyk::cli
