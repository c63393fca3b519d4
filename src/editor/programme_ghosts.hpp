/// \file
/// Ghosts in the lanes of a programme: where its sessions were in another version.

#pragma once

#include "editor/programme_lanes.hpp"
#include "schedule/programme_diff.hpp"

#include <vector>

namespace dostyk::editor {

/// The venues at which sessions were that are no longer held there, as far as the meeting has them.
[[nodiscard]] std::vector<schedule::Index> venues_before(const schedule::ProgrammeDiff& diff,
                                                         const schedule::Problem& problem);

/// Add the ghosts of a lane whose bars stand in their rows; it may become higher.
void add_ghosts(const PlannedMeeting& meeting, LanesBy by, const schedule::ProgrammeDiff& diff,
                Lane& lane);

/// Let each ghost lead to the bar of its session, in its own lane rather than in another one.
void lead_ghosts(const PlannedMeeting& meeting, const schedule::ProgrammeDiff& diff,
                 std::vector<Lane>& lanes);

} // namespace dostyk::editor
