#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

#include <functional>
#include <iterator>
#include <limits>

namespace dostyk::schedule {

namespace {

/// When what was begun before at a venue ends.
class Ends {
public:
    explicit Ends(int parallel) : m_parallel(static_cast<std::size_t>(parallel)) {}

    void add(Minute end)
    {
        if (m_parallel == 1) { // most venues
            m_latest = std::max(m_latest, end);
            return;
        }
        m_ends.insert(std::lower_bound(m_ends.begin(), m_ends.end(), end, std::greater<>()), end);
    }
    /// From when on one of so many at a time is free.
    [[nodiscard]] Minute free_from() const
    {
        return m_ends.size() >= m_parallel ? m_ends[m_parallel - 1] : m_latest;
    }

private:
    std::size_t m_parallel;
    Minute m_latest = std::numeric_limits<Minute>::min();
    std::vector<Minute> m_ends; ///< The latest first
};

/// A venue holds so many sessions at a time as it can, with the time to set up and to clear away.
/// What was begun the day before may not be over, or not cleared away.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        const std::span<const Index> before = plan.row_before(unit.of, unit.day);
        if (row.empty() || before.size() + row.size() < 2) {
            return;
        }
        const Index index = unit.of - problem.lane(LaneKind::venue, 0);
        const Venue& venue = problem.venue(index);
        const auto taken = [&](Index session) {
            const Interval held = plan.interval(session);
            return Interval{held.begin - venue.setup, held.end + venue.teardown};
        };
        Ends ends(venue.parallel);
        for (const Index each : before) {
            ends.add(taken(each).end);
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Interval self = taken(row[i]);
            if (ends.free_from() > self.begin) {
                const Minute both = std::min(ends.free_from(), self.end) - self.begin;
                report(problem.grains(both), [&] {
                    Violation violation = of_session(row[i], index, both, venue.parallel);
                    violation.sessions.clear();
                    for (const std::span<const Index> earlier : {before, row.first(i)}) {
                        std::copy_if(earlier.begin(), earlier.end(),
                                     std::back_inserter(violation.sessions),
                                     [&](Index each) { return overlap(taken(each), self) > 0; });
                    }
                    violation.sessions.push_back(row[i]);
                    return violation;
                });
            }
            ends.add(self.end);
        }
    }
};

} // namespace

const Constraint& venue_overlap()
{
    static const WalkConstraint<Walk> constraint(RuleId::h04, UnitKind::lane_day, LaneKind::venue);
    return constraint;
}

} // namespace dostyk::schedule
