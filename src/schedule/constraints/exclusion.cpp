#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// No two sessions of a group are held at a time.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_overlap(plan, plan.row(unit.of, unit.day), [&](Index a, Index b, Minute both) {
            report(problem.grains(both), [&] { return between(none, a, b, both, 0); });
        });
    }
};

} // namespace

const Constraint& exclusion()
{
    static const WalkConstraint<Walk> constraint(RuleId::h12, UnitKind::lane_day, LaneKind::group);
    return constraint;
}

} // namespace dostyk::schedule
