#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Time on the way.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_leg(plan, unit.of, unit.day, [&](Index from, Index to) {
            if (const int load = way_load(problem, plan.venue(from), plan.venue(to)); load > 0) {
                report(load, [&] { return between(unit.of, from, to, 0, plan.travel(from, to)); });
            }
        });
    }
};

} // namespace

const Constraint& travel_load()
{
    static const WalkConstraint<Walk> constraint(RuleId::s04, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
