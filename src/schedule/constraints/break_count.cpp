#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// How often somebody waits, however long.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_following(plan.row(unit.of, unit.day), [&](Index from, Index to) {
            if (idle(problem, plan, from, to) > 0) {
                report(1, [&] { return between(unit.of, from, to, 0, 1); });
            }
        });
    }
};

} // namespace

const Constraint& break_count()
{
    static const WalkConstraint<Walk> constraint(RuleId::s02, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
