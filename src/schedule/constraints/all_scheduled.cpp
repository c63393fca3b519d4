#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// What is to be held has a time and a venue; a match that may go unmet is S18's.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Session& session = problem.session(unit.of);
        if (!plan[unit.of].is_placed() && !plan[unit.of].is_dropped && session.match_score == 0) {
            report(session.priority,
                   [&] { return of_session(unit.of, none, session.duration, 0); });
        }
    }
};

} // namespace

const Constraint& all_scheduled()
{
    static const WalkConstraint<Walk> constraint(RuleId::h01, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
