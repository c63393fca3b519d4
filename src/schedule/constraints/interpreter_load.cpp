#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

Minute load_of(const Problem& problem, const Plan& plan, Index attendee)
{
    Minute load = 0;
    for (Index day = 0; day < problem.day_count(); ++day) {
        for (const Index session : plan.row(attendee, day)) {
            load += problem.session(session).duration;
        }
    }
    return load;
}

/// Hours are shared out evenly among the interpreters that are named.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit /*unit*/,
                    const Report& report) const
    {
        constexpr Minute hour = 60;
        std::optional<Minute> least;
        Minute most = 0;
        Index who = none;
        for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
            if (problem.attendees[i].kind == AttendeeKind::interpreter) {
                const Minute load = load_of(problem, plan, static_cast<Index>(i));
                who = who == none || load > most ? static_cast<Index>(i) : who;
                most = std::max(most, load);
                least = std::min(least.value_or(load), load);
            }
        }
        if (least && most - *least >= hour) {
            report((most - *least) / hour, [&] {
                Violation violation;
                violation.attendee = who;
                violation.needed = *least;
                violation.has = most;
                return violation;
            });
        }
    }
};

} // namespace

const Constraint& interpreter_load()
{
    static const WalkConstraint<Walk> constraint(RuleId::s17, UnitKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
