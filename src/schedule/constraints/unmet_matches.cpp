#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// A match of B2B that two would like to have, by how much they would.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Session& session = problem.session(unit.of);
        if (session.match_score > 0 && !plan[unit.of].is_dropped && !plan[unit.of].is_placed()) {
            report(session.match_score,
                   [&] { return of_session(unit.of, none, session.match_score, 0); });
        }
    }
};

} // namespace

const Constraint& unmet_matches()
{
    static const WalkConstraint<Walk> constraint(RuleId::s18, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
