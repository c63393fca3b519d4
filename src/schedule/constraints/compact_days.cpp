#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// From the first session of a day to the end of the last, less the sessions themselves.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        if (row.empty()) {
            return;
        }
        Minute end = 0;
        Minute load = 0;
        for (const Index session : row) {
            end = std::max(end, plan.interval(session).end);
            load += problem.session(session).duration;
        }
        if (const Minute spare = end - plan[row.front()].start - load; spare > 0) {
            report(problem.grains(spare),
                   [&] { return between(unit.of, row.front(), row.back(), 0, spare); });
        }
    }
};

} // namespace

const Constraint& compact_days()
{
    static const WalkConstraint<Walk> constraint(RuleId::s06, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
