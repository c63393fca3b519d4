#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Wishes as to time and venue that are not met.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (!plan[unit.of].is_placed()) {
            return;
        }
        const Session& session = problem.session(unit.of);
        const Index venue = plan.venue(unit.of);
        const int lacking =
            session.lacking.empty() ? 0 : session.lacking[static_cast<std::size_t>(venue)];
        const bool is_late =
            !session.preferred.empty() && outside(plan.interval(unit.of), session.preferred) > 0;
        if (const int misses = lacking + (is_late ? 1 : 0); misses > 0) {
            report(misses, [&] { return of_session(unit.of, venue, 0, misses); });
        }
    }
};

} // namespace

const Constraint& preferences()
{
    static const WalkConstraint<Walk> constraint(RuleId::s07, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
