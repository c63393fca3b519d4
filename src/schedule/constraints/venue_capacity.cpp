#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Everybody has a seat; a venue whose capacity is not known takes any number.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (!plan[unit.of].is_placed()) {
            return;
        }
        const Index venue = plan.venue(unit.of);
        const int capacity = problem.venue(venue).capacity;
        const int size = problem.session(unit.of).size;
        if (capacity > 0 && size > capacity) {
            report(size - capacity, [&] { return of_session(unit.of, venue, size, capacity); });
        }
    }
};

} // namespace

const Constraint& venue_capacity()
{
    static const WalkConstraint<Walk> constraint(RuleId::h05, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
