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
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            if (plan.venue(row[i]) != plan.venue(row[i + 1])) {
                report(1, [&] { return between(unit.of, row[i], row[i + 1], 0, 1); });
            }
        }
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
