#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// How many breaks an attendee has between meetings of B2B; nothing for who has none of those.
std::optional<int> breaks_of(const Problem& problem, const Plan& plan, Index attendee)
{
    int breaks = 0;
    bool is_participant = false;
    for (Index day = 0; day < problem.day_count(); ++day) {
        Index before = none;
        for (const Index session : plan.row(attendee, day)) {
            if (problem.session(session).is_b2b) {
                is_participant = true;
                breaks += before != none && idle(problem, plan, before, session) > 0 ? 1 : 0;
                before = session;
            }
        }
    }
    return is_participant ? std::optional(breaks) : std::nullopt;
}

/// No participant of B2B has many more breaks than another one (Bofill et al., JAIR 2022,
/// doi 10.1613/jair.1.12670, fairness d).
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit /*unit*/,
                    const Report& report) const
    {
        int least = 0;
        int most = -1;
        Index who = none;
        for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
            if (const auto breaks = breaks_of(problem, plan, static_cast<Index>(i))) {
                least = most < 0 ? *breaks : std::min(least, *breaks);
                who = *breaks > most ? static_cast<Index>(i) : who;
                most = std::max(most, *breaks);
            }
        }
        const int allowed = problem.book.customs.breaks_apart;
        if (most - least > allowed) {
            report(most - least - allowed, [&] {
                Violation violation;
                violation.attendee = who;
                for (Index day = 0; day < problem.day_count(); ++day) {
                    for (const Index session : plan.row(who, day)) {
                        if (problem.session(session).is_b2b) {
                            violation.sessions.push_back(session);
                        }
                    }
                }
                violation.needed = allowed;
                violation.has = most - least;
                return violation;
            });
        }
    }
};

} // namespace

const Constraint& b2b_fairness()
{
    static const WalkConstraint<Walk> constraint(RuleId::h18, UnitKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
