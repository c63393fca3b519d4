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

    /// Starts that nothing stands in the way of.
    [[nodiscard]] const StartSet& free() const noexcept { return m_free; }
    /// Those of them that are the first or the last one of a gap.
    [[nodiscard]] const StartSet& edges()
    {
        m_edges = m_free;
        m_edges.keep_edges();
        return m_edges;
    }
    /// Starts that one session alone stands in the way of.
    [[nodiscard]] const StartSet& blocked() const noexcept { return m_once; }
    /// That session, of one of these starts.
    [[nodiscard]] Index blocker(std::size_t start) const;
    /// Take out of these starts what sessions stand in the way of that may not go: `may_go(index)`.
    template <typename MayGo>
    void keep_blocked(const MayGo& may_go)
    {
        for (const Blocker& each : m_blockers) {
            if (!may_go(each.session)) {
                m_once.remove(each.begin, each.end);
            }
        }
    }

private:
    /// Starts from `begin` to before `end` collide with a session.
    struct Blocker {
        Index session = none;
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Starts between the two, both excluded, collide with a session.
    void block(Index session, Minute after, Minute before);

    DayGrid m_grid;
    std::vector<Blocker> m_blockers; ///< Each session once
    StartSet m_free;
    StartSet m_edges;
    StartSet m_once;
};

} // namespace dostyk::schedule
