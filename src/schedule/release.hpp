/// \file
/// Releases: programmes that were handed out, kept in the project as they were then.

#pragma once

#include "schedule/programme.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

/// The releases of a meeting by their numbers; a line that cannot be read is a finding and is left
/// out.
[[nodiscard]] std::vector<Programme>
releases_of(const model::Project& project, std::string_view meeting, Diagnostics& diagnostics);

/// The release that a plan becomes after those there are: numbered, with the sessions that are no
/// longer held as cancelled ones. The sequence of a session is one higher where anything of it
/// changed since the last release, and in no other case.
///
/// \param releases  Of the meeting, by number.
[[nodiscard]] Programme next_release(const std::vector<Programme>& releases, Programme plan,
                                     Instant now);

/// "release-council-3": two people who release the same number make the same document, so that a
/// merge tells them.
[[nodiscard]] std::string release_id(std::string_view meeting, int number);

/// The entity that keeps a release. Everything is in it: it outlives sessions, names and venues.
[[nodiscard]] model::Entity to_entity(const Programme& release);

/// A line of a release; nothing where it is none.
[[nodiscard]] std::optional<ProgrammeSession> read_release_line(std::string_view line);
[[nodiscard]] std::string release_line(const ProgrammeSession& session);

/// A version by what people call it: "3", "last", or "now" for the plan as it is.
///
/// \return Error not_found that names the versions there are.
[[nodiscard]] Result<Programme> find_version(const std::vector<Programme>& releases,
                                             const Programme& plan, std::string_view version);

} // namespace dostyk::schedule
