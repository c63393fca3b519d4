#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

#include <functional>

namespace dostyk::schedule {

namespace {

/// A venue holds so many sessions at a time as it can, with the time to set up and to clear away.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        if (row.size() < 2) {
            return;
        }
        const Index index = unit.of - problem.lane(LaneKind::venue, 0);
        const Venue& venue = problem.venue(index);
        const auto taken = [&](Index session) {
            const Interval held = plan.interval(session);
            return Interval{held.begin - venue.setup, held.end + venue.teardown};
        };
        const auto parallel = static_cast<std::size_t>(venue.parallel);
        std::vector<Minute> ends; // of what was begun before, the latest first
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Interval self = taken(row[i]);
            if (ends.size() >= parallel && ends[parallel - 1] > self.begin) {
                const Minute both = std::min(ends[parallel - 1], self.end) - self.begin;
                report(problem.grains(both), [&] {
                    Violation violation = of_session(row[i], index, both, venue.parallel);
                    for (std::size_t j = i; j-- > 0;) {
                        if (overlap(taken(row[j]), self) > 0) {
                            violation.sessions.insert(violation.sessions.begin(), row[j]);
                        }
                    }
                    return violation;
                });
            }
            ends.insert(std::lower_bound(ends.begin(), ends.end(), self.end, std::greater<>()),
                        self.end);
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
