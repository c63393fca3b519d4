#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

constexpr int city_change = 20; ///< What another city costs beside the way. [grains]

/// Time on the way.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_leg(plan, unit.of, unit.day, [&](Index from, Index to) {
            const int change = plan.city(from) != plan.city(to) ? city_change : 0;
            const Minute minutes = plan.travel(from, to);
            if (minutes > 0 || change > 0) {
                report(problem.grains(minutes) + change,
                       [&] { return between(unit.of, from, to, 0, minutes); });
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
