#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Nobody is at two sessions at a time. The lane of an attendee is their index.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_overlap(plan, plan.row(unit.of, unit.day), [&](Index a, Index b, Minute both) {
            report(problem.grains(both), [&] { return between(unit.of, a, b, both, 0); });
        });
        if (const Index next = plan.first_after(unit.of, unit.day); next != none) {
            for (const Index last : plan.row(unit.of, unit.day)) {
                if (const Minute both = -gap(plan, last, next); both > 0) {
                    report(problem.grains(both),
                           [&] { return between(unit.of, last, next, both, 0); });
                }
            }
        }
    }
};

} // namespace

const Constraint& attendee_overlap()
{
    static const WalkConstraint<Walk> constraint(RuleId::h02, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
