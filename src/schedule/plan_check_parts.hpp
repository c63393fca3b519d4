/// \file
/// The parts of check_plan().

#pragma once

#include "schedule/plan_check.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace dostyk::schedule {

class PlanCheck {
public:
    PlanCheck(const Problem& problem, const std::vector<Placement>& placements)
    : m_problem(problem), m_placements(placements)
    {
        for (std::size_t i = 0; i < placements.size(); ++i) {
            if (placements[i].is_placed()) {
                m_placed.push_back(static_cast<Index>(i));
            }
        }
        std::sort(m_placed.begin(), m_placed.end(), [&](Index a, Index b) {
            return std::pair(held(a).begin, a) < std::pair(held(b).begin, b);
        });
    }

    std::vector<Breach> run();

private:
    void tell(RuleId rule, std::vector<Index> sessions, Index attendee = none)
    {
        if (m_problem.book[rule].tier == Tier::hard) {
            m_breaches.push_back({rule, std::move(sessions), attendee});
        }
    }
    [[nodiscard]] const Placement& at(Index session) const
    {
        return m_placements[static_cast<std::size_t>(session)];
    }
    [[nodiscard]] const Session& facts(Index session) const { return m_problem.session(session); }
    [[nodiscard]] Interval held(Index session) const
    {
        return {at(session).start, at(session).start + facts(session).duration};
    }
    [[nodiscard]] std::size_t day(Index session) const
    {
        return static_cast<std::size_t>(m_problem.calendar.day_of(at(session).start));
    }
    /// The local midnight of the session's day as its venue's clock shows it.
    [[nodiscard]] Minute midnight(Index session) const
    {
        return m_problem.calendar.days()[day(session)].whole.begin -
               m_problem.venue(at(session).venue).clock_shift[day(session)];
    }
    static bool meet(Interval a, Interval b) { return a.begin < b.end && b.begin < a.end; }
    static bool covers(const Intervals& all, Interval part)
    {
        return std::any_of(all.begin(), all.end(), [&](Interval each) {
            return each.begin <= part.begin && part.end <= each.end;
        });
    }
    static bool has(const std::vector<Index>& all, Index index)
    {
        return std::find(all.begin(), all.end(), index) != all.end();
    }
    /// The sessions that an attendee is required at, in order.
    [[nodiscard]] std::vector<Index> sessions_of(Index attendee) const
    {
        std::vector<Index> all;
        std::copy_if(m_placed.begin(), m_placed.end(), std::back_inserter(all),
                     [&](Index session) { return has(facts(session).required, attendee); });
        return all;
    }

    void check_session(Index session);
    void check_relation(const Relation& relation);
    /// Never are more sessions in a venue than it takes, each with its set-up and its clearing.
    void check_venue(Index index);
    void check_attendee(Index index);
    void check_way(Index attendee, Index from, Index to);
    void check_day(Index index, const std::vector<Index>& today);
    /// Minute by minute of the meal's hours: the longest stretch that is nobody's.
    void check_meal(Index index, const std::vector<Index>& today);
    void check_groups();
    /// Interpreters and seats, at each minute at which more may be needed, or fewer be there.
    void check_pools();
    /// Enough interpreters by Hall's condition (1935): no set of pairs is needed more often than
    /// there are people who speak one of them.
    void check_interpreters(Interval moment);
    /// Breaks between meetings of B2B are shared out fairly.
    void check_breaks();

    const Problem& m_problem;
    const std::vector<Placement>& m_placements;
    std::vector<Index> m_placed; ///< By their beginning
    std::vector<Breach> m_breaches;
};

} // namespace dostyk::schedule
