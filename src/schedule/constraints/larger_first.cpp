#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Of two sessions at a time the larger one has the larger venue.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_overlap(plan, plan.row(unit.of, unit.day), [&](Index a, Index b, Minute /*both*/) {
            const int size = problem.session(a).size - problem.session(b).size;
            const int capacity =
                problem.venue(plan.venue(a)).capacity - problem.venue(plan.venue(b)).capacity;
            if ((size > 0 && capacity < 0) || (size < 0 && capacity > 0)) {
                report(1, [&] { return between(none, a, b, 0, 1); });
            }
        });
    }
};

} // namespace

const Constraint& larger_first()
{
    static const WalkConstraint<Walk> constraint(RuleId::s15, UnitKind::lane_day, LaneKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
