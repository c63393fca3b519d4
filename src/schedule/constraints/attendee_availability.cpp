#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Who attends has arrived, has not left, and is free.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for (const Index session : plan.row(unit.of, unit.day)) {
            const Interval held = plan.interval(session);
            if (const Minute missing = outside(held, problem.attendee(unit.of).available);
                missing > 0) {
                report(problem.grains(missing), [&] {
                    Violation violation =
                        of_session(session, none, length(held), length(held) - missing);
                    violation.attendee = unit.of;
                    return violation;
                });
            }
        }
    }
};

} // namespace

const Constraint& attendee_availability()
{
    static const WalkConstraint<Walk> constraint(RuleId::h07, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
