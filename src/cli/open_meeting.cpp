#include "cli/open_meeting.hpp"

#include "cli/console.hpp"

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
