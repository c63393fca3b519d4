#include "cli/console.hpp"
#include "cli/describe.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"

namespace dostyk::cli {

int run_describe(const Arguments& arguments)
{
    const auto pack = read_pack_option(arguments);
    if (const Status status = need_target(arguments); !status || !pack) {
        return fail(status ? pack.error() : status.error(), arguments.language);
    }
    const auto audience = read_audience_option(arguments);
    if (!audience) {
        return fail(audience.error(), arguments.language);
    }
    auto opened = open_project(arguments.target, source_of(arguments), arguments.language);
    if (!opened) {
        return fail(opened.error(), arguments.language);
    }
    // What is printed goes to terminals and logs: ours is said to those who ask for it.
    const model::Project project =
        model::for_audience(*std::move(opened), audience->value_or(model::Audience::everyone));
    // The map gives the units their names; without it their codes are said.
    const auto map = open_base_map();
    if (!map) {
        complain(text_of(map.error(), arguments.language));
    }
    const model::UnitNames names = map ? unit_names_of(*map) : model::UnitNames{};
    say(describe(project, names, pack->value_or(project.default_pack), arguments.language));
    return exit_clean;
}

} // namespace dostyk::cli
