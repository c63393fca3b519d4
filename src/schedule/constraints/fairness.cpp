#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/spread_constraint.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

constexpr Minute idle_unit = 60; ///< [min]

/// No delegation waits much more often, or longer, than another.
struct Walk {
    static Tally tally(const Problem& problem, const Plan& plan, Index attendee, Index day)
    {
        Tally tally;
        if (problem.attendee(attendee).kind != AttendeeKind::delegation) {
            return tally;
        }
        tally.counts = true;
        for_each_following(plan.row(attendee, day), [&](Index from, Index to) {
            const Minute waits = idle(problem, plan, from, to);
            tally.count += waits > 0 ? 1 : 0;
            tally.minutes += waits;
        });
        return tally;
    }

    template <typename Report>
    static void walk(const Problem& /*problem*/, const Plan& /*plan*/, const Extremes& extremes,
                     const Report& report)
    {
        const Tally& most = extremes.most;
        const Tally& least = extremes.least;
        const int apart = most.count - least.count + (most.minutes - least.minutes) / idle_unit;
        if (apart > 0) {
            report(apart, [&extremes] {
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

const Constraint& fairness()
{
    static const TallyConstraint<Walk> constraint(RuleId::s03);
    return constraint;
}

} // namespace dostyk::schedule
