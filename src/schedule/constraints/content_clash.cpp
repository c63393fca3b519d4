#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Sessions about one thing are not held at a time.
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

const Constraint& content_clash()
{
    static const WalkConstraint<Walk> constraint(RuleId::s11, UnitKind::lane_day,
                                                 LaneKind::content);
    return constraint;
}

} // namespace dostyk::schedule
