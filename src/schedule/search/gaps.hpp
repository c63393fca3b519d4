/// \file
/// When a session could begin at a venue so that all who are required get there and on.

#pragma once

#include "schedule/scorer.hpp"
#include "schedule/search/slots.hpp"

#include <span>
#include <vector>

namespace dostyk::schedule {

/// The starts of one session at one venue on one day, and who stands in the way of each.
///
/// What is looked at are overlaps of attendees and of the venue, and the ways between: what most
/// plans break first. The rest is left to the scorer.
class Gaps {
public:
    /// \param elsewhere  Sessions that are looked at as if they had been moved already.
    void look(const Problem& problem, const Plan& plan, const Slots& slots, Index session,
              Index venue, Index day, std::span<const Shift> elsewhere = {});

    struct Start {
        Minute at = 0;
        Index blocker = none; ///< The one session in the way; none = nothing is.
    };
    /// Starts that nothing stands in the way of, or one session alone; sorted.
    [[nodiscard]] const std::vector<Start>& starts() const noexcept { return m_starts; }

private:
    /// Starts between the two, both excluded, collide with a session.
    struct Blocked {
        Minute after = 0;
        Minute before = 0;
        Index by = none;
    };

    std::vector<Blocked> m_blocked;
    std::vector<Index> m_blockers; ///< (starts of the day)
    std::vector<Start> m_starts;
};

} // namespace dostyk::schedule
