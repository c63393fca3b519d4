#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Everybody has a seat; a venue whose capacity is not known takes any number.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& /*plan*/, Index session, Index venue,
                    const Report& report) const
    {
        const int capacity = problem.venue(venue).capacity;
        const int size = problem.session(session).size;
        if (capacity > 0 && size > capacity) {
            report(size - capacity, [&] { return of_session(session, venue, size, capacity); });
        }
    }
};

} // namespace

const Constraint& venue_capacity()
{
    static const WalkConstraint<WhenPlaced<Walk>> constraint(RuleId::h05, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
