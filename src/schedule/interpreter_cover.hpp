/// \file
/// Which pairs of languages somebody interprets at which session, and which ones nobody does.

#pragma once

#include "schedule/plan.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// Why somebody who is named for a session does not interpret there.
enum class Absence : std::uint8_t {
    away,       ///< They are not at the meeting then.
    elsewhere,  ///< They are still at an earlier session.
    on_the_way, ///< They cannot be there in time from an earlier session.
};

struct Absentee {
    Index interpreter = none;
    Absence why = Absence::away;
    Index other = none; ///< The earlier session

    friend bool operator==(const Absentee&, const Absentee&) = default;
};

/// A pair of languages that is to be interpreted at a session.
struct SpeechNeed {
    Index session = none;
    Index pair = none;
    int booth = 1;                   ///< So many interpreters it takes.
    std::vector<Index> there;        ///< Who is named, speaks it and can be there; sorted
    std::vector<Absentee> absentees; ///< Who is named and speaks it, and is not there

    [[nodiscard]] bool is_covered() const noexcept
    {
        return static_cast<int>(there.size()) >= booth;
    }
    friend bool operator==(const SpeechNeed&, const SpeechNeed&) = default;
};

/// What an interpreter does at the meeting.
struct InterpreterLoad {
    Index interpreter = none;
    int sessions = 0;         ///< That they can be at, of those that they are named for
    Minute spoken = 0;        ///< Length of these [min]
    Minute able = 0;          ///< Their hours within the meeting's, day by day at most their load
    Minute longest_turn = 0;  ///< Without a break that ends a turn [min]
    bool is_too_much = false; ///< Longer than a turn, or more than their load on some day

    friend bool operator==(const InterpreterLoad&, const InterpreterLoad&) = default;
};

/// The ledger: what is needed, and what everybody does.
struct InterpreterCover {
    std::vector<SpeechNeed> needs;      ///< By the beginning of the session
    std::vector<InterpreterLoad> loads; ///< One each, in the order of the problem's attendees

    friend bool operator==(const InterpreterCover&, const InterpreterCover&) = default;
};

/// Why nobody is at one session and then at the next one of theirs, by the rules of the book that
/// are not off; nothing where they can be.
[[nodiscard]] std::optional<Absence> absence_after(const Problem& problem, const Plan& plan,
                                                   Index earlier, Index later);

/// Go through all sessions that are placed.
///
/// A pair is covered when as many as a booth takes are named for the session, speak the pair and
/// can be there; whoever speaks two pairs counts for both, as in rule H13. Who is named for two
/// sessions that exclude each other is at the earlier one.
[[nodiscard]] InterpreterCover find_cover(const Problem& problem, const Plan& plan);

/// Places in the needs that are covered, and would not be if an interpreter were not there.
[[nodiscard]] std::vector<std::size_t> lost_without(const InterpreterCover& cover,
                                                    Index interpreter);

/// Who speaks the pair, is not named for the session, and could be there beside all that they are
/// named for. How long they speak then is not looked at.
[[nodiscard]] std::vector<Index> who_can(const Problem& problem, const Plan& plan,
                                         const SpeechNeed& need);

/// The interpreters who speak a pair.
[[nodiscard]] std::vector<Index> speakers_of(const Problem& problem, Index pair);
[[nodiscard]] bool speaks(const Attendee& attendee, Index pair) noexcept;

} // namespace dostyk::schedule
