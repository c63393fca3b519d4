#include "schedule/soft_bound.hpp"

#include "schedule/constraints/catalogue.hpp"
#include "schedule/search/slots.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace dostyk::schedule {

namespace {

/// Half a second, about: the largest forums have a thousand times as many.
constexpr int most_looks = 2'000'000;

class Bounding {
public:
    Bounding(const Problem& problem, const Plan& plan)
    : m_problem(problem), m_plan(plan), m_alone(problem), m_slots(problem)
    {
        for (const Constraint* each : all_constraints()) {
            if (each->unit_kind() == UnitKind::session &&
                problem.book[each->rule()].tier != Tier::off) {
                m_rules.push_back(each);
            }
        }
    }

    std::optional<std::int64_t> run()
    {
        std::int64_t total = 0;
        for (std::size_t i = 0; i < m_problem.sessions.size() && m_looks < most_looks; ++i) {
            const auto session = static_cast<Index>(i);
            if (m_plan[session].is_dropped) {
                continue;
            }
            const auto least = least_of(session);
            if (!least) {
                return std::nullopt;
            }
            total += *least;
        }
        return total;
    }

private:
    std::optional<std::int64_t> least_of(Index session)
    {
        m_least.reset();
        look_at(session, {});
        look_at_start(session, m_plan[session].start);
        if (const auto& pinned = m_problem.session(session).pinned) {
            look_at_start(session, pinned->start);
        }
        for (const Slots::AtVenue& venue : m_slots.of(session)) {
            for (const Minute start : venue.starts) {
                if (m_least && *m_least == 0) {
                    break;
                }
                look_at(session, {start, venue.venue});
            }
        }
        m_alone.place(session, {});
        return m_least;
    }

    /// At a minute that may lie beside the grid.
    void look_at_start(Index session, Minute start)
    {
        for (std::size_t i = 0; start != Placement::unplaced && i < m_problem.venues.size(); ++i) {
            look_at(session, {start, static_cast<Index>(i)});
        }
    }

    void look_at(Index session, const Placement& placement)
    {
        ++m_looks;
        m_alone.place(session, placement);
        std::int64_t cost = 0;
        for (const Constraint* each : m_rules) {
            const int amount = each->amount(m_problem, m_alone, {session, 0});
            const Rule& rule = m_problem.book[each->rule()];
            if (amount > 0 && rule.tier == Tier::hard) {
                return;
            }
            cost += std::int64_t{amount} * rule.weight;
        }
        m_least = std::min(m_least.value_or(cost), cost);
    }

    const Problem& m_problem;
    const Plan& m_plan;
    Plan m_alone; ///< With the session that is looked at, and no other
    Slots m_slots;
    std::vector<const Constraint*> m_rules; ///< About one session, and not off
    std::optional<std::int64_t> m_least;
    int m_looks = 0;
};

} // namespace

std::optional<std::int64_t> soft_bound(const Problem& problem, const Plan& plan)
{
    // Slots are all places there are only while these hold.
    constexpr std::array confining{RuleId::h06, RuleId::h07, RuleId::h08, RuleId::h09};
    const bool is_confined = std::all_of(confining.begin(), confining.end(), [&](RuleId rule) {
        return problem.book[rule].tier == Tier::hard;
    });
    return is_confined ? Bounding(problem, plan).run() : std::optional<std::int64_t>(0);
}

} // namespace dostyk::schedule
