#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// How often somebody waits, however long.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            if (idle(problem, plan, row[i], row[i + 1]) > 0) {
                report(1, [&] { return between(unit.of, row[i], row[i + 1], 0, 1); });
            }
        }
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
