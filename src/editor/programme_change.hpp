/// \file
/// What may happen to a programme, one change at a time: read from JSON, made an edit of.

#pragma once

#include "core/diagnostics.hpp"
#include "editor/change_edit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// A session that nobody had planned for.
struct AddedSession {
    std::string id;
    Text4 name;
    int duration = 60; ///< [min]
    std::optional<int> size;
    std::vector<std::string> participants, interpreters, languages, windows, venue_needs;
};

struct ProgrammeChange {
    enum class Kind : std::uint8_t {
        close_crossing,
        close_venue,
        absent, ///< Somebody who takes part is late, or away for some time.
        pin_session,
        add_session,
        lose_interpreter,
        lose_vehicle,
    };

    Kind kind = Kind::absent;
    std::string id;     ///< Of the crossing, venue, ... that it is about
    std::string period; ///< A day, days, or two times; empty = all the time
    std::string start;  ///< Of pin_session; empty = as it is
    std::string venue;  ///< The same
    AddedSession session;
};

/// "close_crossing": its name in a file.
[[nodiscard]] std::string_view name_of(ProgrammeChange::Kind kind) noexcept;

/// Read a change; nothing, and a finding with its place, where anything about it is not as
/// data/README.md says.
///
/// \param file  Its name, for the findings.
[[nodiscard]] std::optional<ProgrammeChange>
read_change(std::string_view text, std::string_view file, Diagnostics& diagnostics);

/// What the change makes of the project, before anything has been planned anew: closures, absences
/// and pins become claims that are assumed. An interpreter who is lost for good is taken off the
/// sessions that they are named for, which then need somebody else; one who is lost for some time
/// is away.
///
/// \param problem  The meeting as it is.
/// \param edit     Of the project of that meeting; takes it.
/// \return Error not_found for an id that the meeting or the project does not have; invalid for
///         a period or a start that cannot be read, and for an id that is taken.
[[nodiscard]] Status add_change(const ProgrammeChange& change, const model::Project& project,
                                const schedule::Problem& problem, const schedule::Plan& plan,
                                ChangeEdit& edit);

} // namespace dostyk::editor
