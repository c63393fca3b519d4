#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// A little time to spare after each way, so that one late car does not topple a day.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        for_each_following(plan.row(unit.of, unit.day), [&](Index from, Index to) {
            const Minute way = plan.travel(from, to);
            const Minute slack = gap(plan, from, to) - way;
            const int lacking = lacking_buffer(problem, slack);
            if (way > 0 && lacking > 0) {
                report(lacking, [&] { return between(unit.of, from, to, way, slack); });
            }
        });
    }
};

} // namespace

const Constraint& transfer_buffer()
{
    static const WalkConstraint<Walk> constraint(RuleId::s19, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
