#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Who would like to attend a session is not at another one meanwhile.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Index attendee = unit.of - problem.lane(LaneKind::wish, 0);
        const auto is_required = [&](Index session) {
            const std::vector<Index>& required = problem.session(session).required;
            return std::binary_search(required.begin(), required.end(), attendee);
        };
        for_each_overlap(plan, plan.row(unit.of, unit.day), [&](Index a, Index b, Minute both) {
            if (!is_required(a) || !is_required(b)) { // two that are required are H02's
                report(problem.grains(both), [&] { return between(attendee, a, b, 0, both); });
            }
        });
    }
};

} // namespace

const Constraint& optional_attendance()
{
    static const WalkConstraint<Walk> constraint(RuleId::s13, UnitKind::lane_day, LaneKind::wish);
    return constraint;
}

} // namespace dostyk::schedule
