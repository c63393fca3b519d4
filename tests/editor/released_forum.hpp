/// \file
/// A forum whose programme was released, and has been changed since.

#pragma once

#include "editor/forum.hpp"
#include "schedule/release.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

/// The release after those of a project that its plan is.
inline model::Entity release_of(const model::Project& project)
{
    const auto compiled = schedule::compile(project, "forum").value();
    Diagnostics findings;
    return schedule::to_entity(
        schedule::next_release(schedule::releases_of(project, "forum", findings),
                               schedule::programme_of(project, compiled.problem, compiled.plan()),
                               *parse_iso("2026-05-01T07:00:00Z")));
}

/// Two sessions of the guests in Almaty, one of the hosts in Bishkek.
inline std::vector<model::Entity> calm_sessions()
{
    return {session("opening", hours(12, 10, 11), "hall"),
            session("signing", hours(12, 15, 16), "ala-archa", {"hosts"}),
            session("talks", hours(12, 15, 16), "palace")};
}

/// The forum of these sessions, released with those that it had before.
inline model::Project released(std::vector<model::Entity> before, std::vector<model::Entity> now)
{
    model::Project made = forum(std::move(now));
    made.entities.push_back(release_of(forum(std::move(before))));
    made.entities.sort();
    return made;
}

/// With "talks" held elsewhere and two hours later: one session that has moved.
inline std::vector<model::Entity> moved_talks()
{
    auto sessions = calm_sessions();
    sessions[2] = session("talks", hours(12, 17, 18), "hall");
    return sessions;
}

} // namespace dostyk::test
