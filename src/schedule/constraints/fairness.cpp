#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

constexpr Minute idle_unit = 60; ///< [min]

struct Wait {
    int breaks = 0;
    Minute minutes = 0;
};

Wait wait_of(const Problem& problem, const Plan& plan, Index attendee)
{
    Wait wait;
    for (Index day = 0; day < problem.day_count(); ++day) {
        for_each_following(plan.row(attendee, day), [&](Index from, Index to) {
            const Minute waits = idle(problem, plan, from, to);
            wait.breaks += waits > 0 ? 1 : 0;
            wait.minutes += waits;
        });
    }
    return wait;
}

/// No delegation waits much more often, or longer, than another.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit /*unit*/,
                    const Report& report) const
    {
        std::optional<Wait> least;
        Wait most;
        Index who = none;
        for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
            if (problem.attendees[i].kind != AttendeeKind::delegation) {
                continue;
            }
            const Wait wait = wait_of(problem, plan, static_cast<Index>(i));
            who = who == none || wait.minutes > most.minutes ? static_cast<Index>(i) : who;
            most = {std::max(most.breaks, wait.breaks), std::max(most.minutes, wait.minutes)};
            least = least ? Wait{std::min(least->breaks, wait.breaks),
                                 std::min(least->minutes, wait.minutes)}
                          : wait;
        }
        if (!least) {
            return;
        }
        const int apart = most.breaks - least->breaks + (most.minutes - least->minutes) / idle_unit;
        if (apart > 0) {
            report(apart, [&] {
                Violation violation;
                violation.attendee = who;
                violation.needed = least->minutes;
                violation.has = most.minutes;
                return violation;
            });
        }
    }
};

} // namespace

const Constraint& fairness()
{
    static const WalkConstraint<Walk> constraint(RuleId::s03, UnitKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
