#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (!plan[unit.of].is_placed()) {
            return;
        }
        const Index venue = plan.venue(unit.of);
        if (const Minute missing = outside(plan.interval(unit.of), problem.venue(venue).open);
            missing > 0) {
            report(problem.grains(missing), [&] {
                const Minute duration = problem.session(unit.of).duration;
                return of_session(unit.of, venue, duration, duration - missing);
            });
        }
    }
};

} // namespace

const Constraint& venue_opening()
{
    static const WalkConstraint<Walk> constraint(RuleId::h06, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
