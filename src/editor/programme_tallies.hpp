/// \file
/// How many sessions a plan holds where: what the map shows of a plan that nobody has kept yet.

#pragma once

#include "editor/programme.hpp"
#include "scene/programme_layer.hpp"

#include <vector>

namespace dostyk::editor {

/// How many sessions a plan holds in each venue that the map has a place for.
[[nodiscard]] std::vector<scene::ProgrammeTally> tallies_of(const PlannedMeeting& meeting);

/// The same, counted anew for another plan alone: for whoever asks each frame.
class ProgrammeTallies {
public:
    /// \param meeting  Not null.
    [[nodiscard]] const std::vector<scene::ProgrammeTally>&
    of(const Programme::MeetingPtr& meeting);

private:
    Programme::MeetingPtr m_meeting;
    std::vector<scene::ProgrammeTally> m_tallies;
};

} // namespace dostyk::editor
