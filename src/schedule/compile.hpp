/// \file
/// From a project to a problem: the tables that a plan of one meeting is made and judged by.

#pragma once

#include "core/diagnostics.hpp"
#include "model/project.hpp"
#include "schedule/plan.hpp"
#include "schedule/travel.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

struct Compiled {
    Problem problem;
    std::vector<Placement> placements;       ///< (sessions) as the project has them
    Diagnostics findings;                    ///< What was passed over, and what contradicts itself.
    TravelFacts travel_facts;                ///< What the ways of the problem follow from.
    std::shared_ptr<const RoadRouter> roads; ///< Of the project.

    /// The plan of the project; the Compiled must outlive it and stay where it is.
    [[nodiscard]] Plan plan() const;
};

/// Ids of the meetings that sessions belong to, sorted.
[[nodiscard]] std::vector<std::string> meetings_with_sessions(const model::Project& project);

/// Read a meeting with its sessions, and all venues, people and crossings of the project.
///
/// What cannot be read is named in the findings and left out; the enriched pack is read.
///
/// \param meeting  Empty = the only one that has sessions.
/// \param earlier  Of the same roads, before an edit: its ways are taken over where they follow
///                 from the same facts, which is most of the work.
/// \return Error not_found where there is no such meeting, or none, or several; invalid for days or
///         a zone that do not exist.
[[nodiscard]] Result<Compiled> compile(const model::Project& project, std::string_view meeting = {},
                                       const Compiled* earlier = nullptr);

} // namespace dostyk::schedule
