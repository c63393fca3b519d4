#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

#include <cstdlib>

namespace dostyk::schedule {

namespace {

constexpr int time_moved = 10;
constexpr int venue_moved = 5;
constexpr int people_that_double = 20;
constexpr int published = 5; ///< People have made their arrangements.

/// How far a session is from where it was.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Session& session = problem.session(unit.of);
        if (!session.baseline || *session.baseline == plan[unit.of] || plan[unit.of].is_dropped) {
            return;
        }
        const Placement& now = plan[unit.of];
        int cost = session.baseline->venue != now.venue ? venue_moved : 0;
        if (session.baseline->start != now.start) {
            const Minute by = now.is_placed() ? std::abs(now.start - session.baseline->start) : 0;
            cost += time_moved + by / TravelTable::step;
        }
        const int people =
            session.size > 0 ? session.size : static_cast<int>(session.required.size());
        cost += cost * people / people_that_double;
        report(session.is_published ? cost * published : cost, [&] {
            return of_session(unit.of, session.baseline->venue, session.baseline->start, now.start);
        });
    }
};

} // namespace

const Constraint& perturbation()
{
    static const WalkConstraint<Walk> constraint(RuleId::s16, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
