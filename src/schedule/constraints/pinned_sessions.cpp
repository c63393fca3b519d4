#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

#include <cstdlib>

namespace dostyk::schedule {

namespace {

struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::optional<Placement>& pinned = problem.session(unit.of).pinned;
        if (!pinned || *pinned == plan[unit.of] || plan[unit.of].is_dropped) {
            return;
        }
        const Minute moved =
            plan[unit.of].is_placed() ? std::abs(plan[unit.of].start - pinned->start) : 0;
        report(1 + problem.grains(moved), [&] {
            return of_session(unit.of, pinned->venue, pinned->start, plan[unit.of].start);
        });
    }
};

} // namespace

const Constraint& pinned_sessions()
{
    static const WalkConstraint<Walk> constraint(RuleId::h10, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
