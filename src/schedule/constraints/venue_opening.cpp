#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Index session, Index venue,
                    const Report& report) const
    {
        if (const Minute missing = outside(plan.interval(session), problem.venue(venue).open);
            missing > 0) {
            report(problem.grains(missing), [&] {
                const Minute duration = problem.session(session).duration;
                return of_session(session, venue, duration, duration - missing);
            });
        }
    }
};

} // namespace

const Constraint& venue_opening()
{
    static const WalkConstraint<WhenPlaced<Walk>> constraint(RuleId::h06, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
