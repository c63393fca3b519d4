#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// A crossing that is closed when one arrives there is waited for.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_leg(plan, unit.of, unit.day, [&](Index from, Index to) {
            const Minute usual = plan.travel(from, to);
            const Minute needed = problem.travel.leaving_at(plan.venue(from), plan.venue(to),
                                                            plan.interval(from).end);
            const Minute has = gap(plan, from, to);
            // What is missing at any hour is H03's.
            const int more = problem.grains(needed - std::max(0, has)) -
                             problem.grains(usual - std::max(0, has));
            if (more > 0) {
                report(more, [&] { return between(unit.of, from, to, needed, has); });
            }
        });
    }
};

} // namespace

const Constraint& border_crossing()
{
    static const WalkConstraint<Walk> constraint(RuleId::h19, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
