#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Empty seats, so that large halls are left to large sessions.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& /*plan*/, Index session, Index venue,
                    const Report& report) const
    {
        if (const int waste = wasted_seats(problem, session, venue); waste > 0) {
            report(waste, [&] {
                return of_session(session, venue, problem.session(session).size,
                                  problem.venue(venue).capacity);
            });
        }
    }
};

} // namespace

const Constraint& venue_waste()
{
    static const WalkConstraint<WhenPlaced<Walk>> constraint(RuleId::s08, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
