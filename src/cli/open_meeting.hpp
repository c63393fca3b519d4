/// \file
/// What the verbs of the scheduler share: a project's meeting, opened, and places as JSON.

#pragma once

#include "cli/arguments.hpp"
#include "cli/open_project.hpp"
#include "schedule/compile.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>

namespace dostyk::cli {

struct OpenMeeting {
    std::shared_ptr<const model::Project> project;
    schedule::Compiled compiled;
};

/// Read the project that is named and compile the meeting that is asked for. Findings of both go to
/// standard error, each a line.
///
/// \returns  The meeting, or an error of open_project() or of schedule::compile().
[[nodiscard]] Result<OpenMeeting> open_meeting(const Arguments& arguments, Source source);

/// {"venue": id, "start": time on the venue's clock}; null for what has no place.
[[nodiscard]] nlohmann::json placement_json(const schedule::Problem& problem,
                                            const schedule::Placement& placement);

} // namespace dostyk::cli
