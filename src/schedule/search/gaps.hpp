/// \file
/// When a session could begin at a venue so that all who are required get there and on.

#pragma once

#include "schedule/search/movable.hpp"
#include "schedule/search/slots.hpp"
#include "schedule/search/timetables.hpp"

#include <vector>

namespace dostyk::schedule {

/// The starts of one session at one venue on one day, and who stands in the way of each.
///
/// What is looked at are overlaps of attendees and of the venue, and the ways between: what most
/// plans break first. The rest is left to the scorer.
class Gaps {
public:
    Gaps(const Problem& problem, const Plan& plan, const Slots& slots)
    : m_problem(&problem), m_plan(&plan), m_slots(&slots)
    {}

    /// Look for starts that nothing stands in the way of.
    ///
    /// \param timetables  Of the session, in the plan as it is.
    void look(const Timetables& timetables, const Slots::VenueDay& at);
    /// Look for starts that one session alone stands in the way of, which may be moved.
    void look_blocked(const Timetables& timetables, const Slots::VenueDay& at,
                      const Movable& movable);

    /// The starts that were looked for.
    [[nodiscard]] const StartSet& starts() const noexcept { return m_starts; }
    /// Those of them that have not another one on both sides.
    [[nodiscard]] const StartSet& edges()
    {
        m_edges = m_starts;
        m_edges.keep_edges();
        return m_edges;
    }
    /// The session in the way of a blocked start.
    [[nodiscard]] Index blocker(std::size_t start) const;

private:
    /// Starts from `begin` to before `end` collide with a session.
    struct Blocker {
        Index session = none;
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    void find_blockers(const Timetables& timetables, const Slots::VenueDay& at);

    const Problem* m_problem;
    const Plan* m_plan;
    const Slots* m_slots;
    std::vector<Blocker> m_blockers; ///< Each session once
    StartSet m_starts;
    StartSet m_edges;
};

} // namespace dostyk::schedule
