/// \file
/// What the verbs of the scheduler share: a project's meeting, opened, and places as JSON.

#pragma once

#include "cli/arguments.hpp"
#include "cli/open_project.hpp"
#include "schedule/compile.hpp"
#include "schedule/programme_diff.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string_view>

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

/// What differs between two versions of a meeting's programme, by what people call them. What
/// cannot be read of its releases goes to standard error.
///
/// \returns  The diff, or the error of schedule::find_version().
[[nodiscard]] Result<schedule::ProgrammeDiff> read_diff(const model::Project& project,
                                                        const schedule::Compiled& meeting,
                                                        std::string_view from, std::string_view to,
                                                        Language language);

/// {"venue": id, "start": time on the venue's clock}; null for what has no place.
[[nodiscard]] nlohmann::json placement_json(const schedule::Problem& problem,
                                            const schedule::Placement& placement);

} // namespace dostyk::cli
