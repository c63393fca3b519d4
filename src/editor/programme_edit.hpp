/// \file
/// Edits of the programme: sessions that are held elsewhere, for longer, later, or not at all.
///
/// Each is one step of the history. A value that somebody here has set is replaced; one that a
/// source states stays, and ours stands beside it, `assumed` for planning (see own_claim()).

#pragma once

#include "editor/command.hpp"
#include "editor/programme.hpp"
#include "schedule/interpreter_lists.hpp"
#include "schedule/scorer.hpp"

#include <span>

namespace dostyk::editor {

/// Hold a session there, for so long. \pre to.is_placed()
[[nodiscard]] Command hold_session(const PlannedMeeting& meeting, schedule::Index session,
                                   schedule::Placement to, schedule::Minute duration);
/// Take its time and its venue from a session: it waits to be scheduled.
[[nodiscard]] Command unschedule_session(const PlannedMeeting& meeting, schedule::Index session);
/// Carry out shifts, of a fix say, as one step.
[[nodiscard]] Command shift_sessions(const PlannedMeeting& meeting,
                                     std::span<const schedule::Shift> shifts);
/// Name other interpreters for sessions, as one step.
///
/// \param named  (sessions) of the meeting's problem; a session whose list is as it was stays
///               untouched.
[[nodiscard]] Command name_interpreters(const PlannedMeeting& meeting,
                                        const schedule::InterpreterLists& named);

} // namespace dostyk::editor
