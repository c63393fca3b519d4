#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Sessions of one track are not held at a time.
struct Walk {
    template <typename Report>
    void operator()(const Problem& /*problem*/, const Plan& plan, Unit unit,
                    const Report& report) const
    {
        for_each_overlap(plan, plan.row(unit.of, unit.day), [&](Index a, Index b, Minute both) {
            report(1, [&] { return between(none, a, b, 0, both); });
        });
    }
};

} // namespace

const Constraint& track_clash()
{
    static const WalkConstraint<Walk> constraint(RuleId::s10, UnitKind::lane_day, LaneKind::track);
    return constraint;
}

} // namespace dostyk::schedule
