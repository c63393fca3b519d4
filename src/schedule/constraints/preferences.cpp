#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Wishes as to time and venue that are not met.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Index session, Index venue,
                    const Report& report) const
    {
        const Session& facts = problem.session(session);
        const bool is_late =
            !facts.preferred.empty() && outside(plan.interval(session), facts.preferred) > 0;
        if (const int misses = lacking_tags(facts, venue) + (is_late ? 1 : 0); misses > 0) {
            report(misses, [&] { return of_session(session, venue, 0, misses); });
        }
    }
};

} // namespace

const Constraint& preferences()
{
    static const WalkConstraint<WhenPlaced<Walk>> constraint(RuleId::s07, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
