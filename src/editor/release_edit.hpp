/// \file
/// Handing out the programme of a meeting: the plan as it is becomes a release of the project.

#pragma once

#include "core/language.hpp"
#include "core/time.hpp"
#include "editor/command.hpp"
#include "schedule/release.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

struct NewRelease {
    schedule::Programme release;
    std::vector<std::string> changed; ///< Ids of what is new, other than before, or cancelled
    Insert edit;
    Diagnostics findings; ///< What was passed over when the meeting was read
};

struct ReleaseRequest {
    std::string_view meeting; ///< Empty = the only one that has sessions
    Instant now;
    Language language = Language::en; ///< Of the note, and of the conflicts in the error
    std::string note;                 ///< What whoever looks at versions shall know; empty = none
};

/// The release that the plan of a meeting is now, with the edit that keeps it.
///
/// \return Error of schedule::compile(); invalid where the plan has hard conflicts that nobody has
///         accepted, all of them named.
[[nodiscard]] Result<NewRelease> release_edit(const model::Project& project,
                                              const ReleaseRequest& request);

} // namespace dostyk::editor
