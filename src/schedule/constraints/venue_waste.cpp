#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

constexpr int seats = 10; ///< That make one unit.

/// Empty seats, so that large halls are left to large sessions.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& /*plan*/, Index session, Index venue,
                    const Report& report) const
    {
        const int size = problem.session(session).size;
        const int spare = problem.venue(venue).capacity - size;
        if (size > 0 && spare >= seats) {
            report(spare / seats, [&] { return of_session(session, venue, size, spare + size); });
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
