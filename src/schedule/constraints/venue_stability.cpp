#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Who attends several sessions of a day does not move about more than needed.
struct Walk {
    template <typename Report>
    void operator()(const Problem& /*problem*/, const Plan& plan, Unit unit,
                    const Report& report) const
    {
        for_each_following(plan.row(unit.of, unit.day), [&](Index from, Index to) {
            if (plan.venue(from) != plan.venue(to)) {
                report(1, [&] { return between(unit.of, from, to, 0, 1); });
            }
        });
    }
};

} // namespace

const Constraint& venue_stability()
{
    static const WalkConstraint<Walk> constraint(RuleId::s09, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
