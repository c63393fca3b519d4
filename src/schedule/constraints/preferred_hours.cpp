#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Neither early in the morning nor late in the evening, by the clock of the venue.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Index session, Index venue,
                    const Report& report) const
    {
        const Minute begin = clock_at(problem, venue, plan[session].start);
        const Interval held{begin, begin + problem.session(session).duration};
        const Minute missing = outside_of_preferred_hours(problem, held);
        if (missing > 0) {
            report(problem.grains(missing), [&] { return of_session(session, none, 0, missing); });
        }
    }
};

} // namespace

const Constraint& preferred_hours()
{
    static const WalkConstraint<WhenPlaced<Walk>> constraint(RuleId::s05, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
