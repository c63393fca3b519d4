/// \file
/// Who is free when, and when people can meet for the first time: ways between venues included.

#pragma once

#include "schedule/plan.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// What somebody does in a stretch of time. Of several a session counts before an absence, and that
/// before a way.
enum class Occupation : std::uint8_t {
    away,    ///< They are not there: before they arrive, after they leave.
    session, ///< They are required at a session.
    way,     ///< They leave as late as they can for the next session; before that they are free.
    free,
};

/// People by stretches of the meeting's hours, half an hour say.
struct FreeBusy {
    std::vector<Interval> columns; ///< In order, within the hours of each day
    std::vector<Occupation> cells; ///< (attendees, columns)

    [[nodiscard]] Occupation at(Index attendee, std::size_t column) const
    {
        return cells[static_cast<std::size_t>(attendee) * columns.size() + column];
    }
};

/// \param step  Length of a column; the last one of a day may be shorter. [min] > 0
[[nodiscard]] FreeBusy make_free_busy(const Problem& problem, const Plan& plan, Minute step);

/// Can somebody be there for so long, and at the sessions before and after it as well?
///
/// That is what the rules H02, H03, H07 and H19 would say of one more session.
[[nodiscard]] bool is_free(const Problem& problem, const Plan& plan, Index attendee,
                           Placement there, Minute duration);
/// Is a venue open and not taken, as H04 and H06 have it?
[[nodiscard]] bool has_room(const Problem& problem, const Plan& plan, Placement there,
                            Minute duration);

/// Who wants to meet.
struct Encounter {
    std::vector<Index> attendees;
    Minute duration = 60;
    std::vector<Index> venues; ///< Where it may be; empty = in any venue
};

/// When all of them are free, the earliest first, within the meeting's hours and on its grid. Each
/// time comes once, in the venue that costs them the least time on the way.
[[nodiscard]] std::vector<Placement> find_common_slots(const Problem& problem, const Plan& plan,
                                                       const Encounter& encounter,
                                                       std::size_t most);

} // namespace dostyk::schedule
