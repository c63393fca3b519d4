#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// The venue has what the session needs, and nothing that it must not have.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (!plan[unit.of].is_placed()) {
            return;
        }
        const std::vector<Index>& fitting = problem.session(unit.of).venues;
        const Index venue = plan.venue(unit.of);
        if (!std::binary_search(fitting.begin(), fitting.end(), venue)) {
            report(1, [&] { return of_session(unit.of, venue, 1, 0); });
        }
    }
};

} // namespace

const Constraint& venue_tags()
{
    static const WalkConstraint<Walk> constraint(RuleId::h09, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
