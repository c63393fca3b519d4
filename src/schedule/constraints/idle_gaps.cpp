#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Time in a day that is neither for a session nor for the way nor for a customary pause.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            if (const Minute waits = idle(problem, plan, row[i], row[i + 1]); waits > 0) {
                report(problem.grains(waits),
                       [&] { return between(unit.of, row[i], row[i + 1], 0, waits); });
            }
        }
    }
};

} // namespace

const Constraint& idle_gaps()
{
    static const WalkConstraint<Walk> constraint(RuleId::s01, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
