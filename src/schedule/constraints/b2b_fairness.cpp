#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/spread_constraint.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// No participant of B2B has many more breaks than another one (Bofill et al., JAIR 2022,
/// doi 10.1613/jair.1.12670, fairness d).
struct Walk {
    static Tally tally(const Problem& problem, const Plan& plan, Index attendee, Index day)
    {
        Tally tally;
        Index before = none;
        for (const Index session : plan.row(attendee, day)) {
            if (problem.session(session).is_b2b) {
                tally.counts = true;
                tally.count += before != none && idle(problem, plan, before, session) > 0 ? 1 : 0;
                before = session;
            }
        }
        return tally;
    }

    template <typename Report>
    static void walk(const Problem& problem, const Plan& plan, const Extremes& extremes,
                     const Report& report)
    {
        const int apart = extremes.most.count - extremes.least.count;
        const int allowed = problem.book.customs.breaks_apart;
        if (apart > allowed) {
            report(apart - allowed, [&] {
                Violation violation;
                violation.attendee = extremes.most_count;
                for (Index day = 0; day < problem.day_count(); ++day) {
                    for (const Index session : plan.row(violation.attendee, day)) {
                        if (problem.session(session).is_b2b) {
                            violation.sessions.push_back(session);
                        }
                    }
                }
                violation.needed = allowed;
                violation.has = apart;
                return violation;
            });
        }
    }
};

} // namespace

const Constraint& b2b_fairness()
{
    static const TallyConstraint<Walk> constraint(RuleId::h18);
    return constraint;
}

} // namespace dostyk::schedule
