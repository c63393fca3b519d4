#include "cli/open_meeting.hpp"

#include "cli/console.hpp"
#include "schedule/release.hpp"

#include <nlohmann/json.hpp>

namespace dostyk::cli {

Result<OpenMeeting> open_meeting(const Arguments& arguments, Source source)
{
    auto project = open_project(arguments.target, source, arguments.language);
    if (!project) {
        return project.error();
    }
    auto shared = std::make_shared<const model::Project>(*std::move(project));
    auto compiled = schedule::compile(*shared, arguments.meeting);
    if (!compiled) {
        return compiled.error();
    }
    complain_of(compiled->findings, arguments.language);
    return OpenMeeting{std::move(shared), *std::move(compiled)};
}

Result<schedule::ProgrammeDiff> read_diff(const model::Project& project,
                                          const schedule::Compiled& meeting, std::string_view from,
                                          std::string_view to, Language language)
{
    Diagnostics findings;
    const auto releases = schedule::releases_of(project, meeting.problem.id, findings);
    complain_of(findings, language);
    const auto plan = schedule::programme_of(project, meeting.problem, meeting.plan());
    const auto before = schedule::find_version(releases, plan, from);
    const auto after = schedule::find_version(releases, plan, to);
    if (!before || !after) {
        return before ? after.error() : before.error();
    }
    schedule::ProgrammeDiff diff = schedule::diff_of(*before, *after);
    diff.zone = plan.zone; // releases do not say what their days were counted by
    return diff;
}

nlohmann::json placement_json(const schedule::Problem& problem,
                              const schedule::Placement& placement)
{
    if (!placement.is_placed()) {
        return nullptr;
    }
    const schedule::Venue& venue = problem.venue(placement.venue);
    return {{"venue", venue.id}, {"start", problem.calendar.iso_at(placement.start, venue.zone)}};
}

} // namespace dostyk::cli
