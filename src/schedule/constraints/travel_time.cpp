#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Between two sessions there is time for the way, the queue at a crossing included.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_leg(plan, unit.of, unit.day, [&](Index from, Index to) {
            const Minute needed = plan.travel(from, to);
            const Minute has = gap(plan, from, to);
            if (needed > 0 && has < needed) {
                // Where they overlap that is H02's; the way is needed all the same.
                report(problem.grains(needed - std::max(0, has)),
                       [&] { return between(unit.of, from, to, needed, has); });
            }
        });
    }
};

} // namespace

const Constraint& travel_time()
{
    static const WalkConstraint<Walk> constraint(RuleId::h03, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
