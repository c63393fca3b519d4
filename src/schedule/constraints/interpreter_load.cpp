#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/spread_constraint.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Hours are shared out evenly among the interpreters that are named.
struct Walk {
    static Tally tally(const Problem& problem, const Plan& plan, Index attendee, Index day)
    {
        Tally tally;
        if (problem.attendee(attendee).kind != AttendeeKind::interpreter) {
            return tally;
        }
        tally.counts = true;
        for (const Index session : plan.row(attendee, day)) {
            tally.minutes += problem.session(session).duration;
        }
        return tally;
    }

    template <typename Report>
    static void walk(const Problem& /*problem*/, const Plan& /*plan*/, const Extremes& extremes,
                     const Report& report)
    {
        constexpr Minute hour = 60;
        const Minute apart = extremes.most.minutes - extremes.least.minutes;
        if (apart >= hour) {
            report(apart / hour, [&extremes] {
                Violation violation;
                violation.attendee = extremes.most_minutes;
                violation.needed = extremes.least.minutes;
                violation.has = extremes.most.minutes;
                return violation;
            });
        }
    }
};

} // namespace

const Constraint& interpreter_load()
{
    static const TallyConstraint<Walk> constraint(RuleId::s17);
    return constraint;
}

} // namespace dostyk::schedule
