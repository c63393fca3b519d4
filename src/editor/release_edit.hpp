/// \file
/// Handing out the programme of a meeting: the plan as it is becomes a release of the project.

#pragma once

#include "core/language.hpp"
#include "core/time.hpp"
#include "editor/command.hpp"
#include "schedule/release.hpp"

#include <string_view>
#include <vector>

namespace dostyk::editor {

struct NewRelease {
    schedule::Programme release;
    std::vector<std::string> changed; ///< Ids of what is new, other than before, or cancelled
    Insert edit;
    Diagnostics findings; ///< What was passed over when the meeting was read
};

/// The release that the plan of a meeting is now, with the edit that keeps it.
///
/// \param meeting   Empty = the only one that has sessions.
/// \param language  Of the conflicts in the error.
/// \return Error of schedule::compile(); invalid where the plan has hard conflicts that nobody has
///         accepted, all of them named.
[[nodiscard]] Result<NewRelease> release_edit(const model::Project& project,
                                              std::string_view meeting, Instant now,
                                              Language language);

} // namespace dostyk::editor
