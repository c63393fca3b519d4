#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// The venue has what the session needs, and nothing that it must not have.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& /*plan*/, Index session, Index venue,
                    const Report& report) const
    {
        const std::vector<Index>& fitting = problem.session(session).venues;
        if (!std::binary_search(fitting.begin(), fitting.end(), venue)) {
            report(1, [&] { return of_session(session, venue, 1, 0); });
        }
    }
};

} // namespace

const Constraint& venue_tags()
{
    static const WalkConstraint<WhenPlaced<Walk>> constraint(RuleId::h09, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
