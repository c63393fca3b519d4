/// \file
/// A meeting from a template: itself and its sessions, as one edit.

#pragma once

#include "editor/command.hpp"
#include "io/meeting_template.hpp"
#include "model/project.hpp"

#include <string>

namespace dostyk::editor {

/// What a person says of a new meeting; what is left empty is not known and is not written.
struct MeetingPlan {
    Text4 name;
    std::string first_day; ///< ISO; empty = not known yet
    std::string host;      ///< "KZ", "KG"; empty = not known yet
};

struct NewMeeting {
    std::string id;
    Group edit;
};

/// The edit that adds a meeting. Whoever plans it is its source: an entity of its own, so that
/// each value says where it is from. Its sessions follow the template, by day where the first one
/// is known.
///
/// \param today   ISO; ids tell when something was made.
/// \param source  What the source is called: "Planned by the organisers".
[[nodiscard]] NewMeeting new_meeting(const io::MeetingTemplate& from, const MeetingPlan& plan,
                                     const model::Project& project, const std::string& today,
                                     const std::string& source);

/// So many days after an ISO date; empty where that is no whole date.
[[nodiscard]] std::string days_after(const std::string& iso, int days);

} // namespace dostyk::editor
