#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Time in a day that is neither for a session nor for the way nor for a customary pause.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_following(plan.row(unit.of, unit.day), [&](Index from, Index to) {
            if (const Minute waits = idle(problem, plan, from, to); waits > 0) {
                report(problem.grains(waits), [&] { return between(unit.of, from, to, 0, waits); });
            }
        });
    }
};

} // namespace

const Constraint& idle_gaps()
{
    static const WalkConstraint<Walk> constraint(RuleId::s01, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
