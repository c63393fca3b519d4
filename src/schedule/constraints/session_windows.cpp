#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Within the windows of the session and the hours of the meeting's day.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (!plan[unit.of].is_placed()) {
            return;
        }
        const Interval held = plan.interval(unit.of);
        const auto day = static_cast<std::size_t>(problem.calendar.day_of(held.begin));
        // The hours of the day are what the clock of the venue shows.
        const Minute shift = problem.venue(plan.venue(unit.of)).clock_shift[day];
        const Interval hours{problem.hours[day].begin - shift, problem.hours[day].end - shift};
        const Minute missing = std::max(outside(held, problem.session(unit.of).windows),
                                        length(held) - std::max(0, overlap(held, hours)));
        if (missing > 0) {
            report(problem.grains(missing), [&] {
                return of_session(unit.of, plan.venue(unit.of), length(held),
                                  length(held) - missing);
            });
        }
    }
};

} // namespace

const Constraint& session_windows()
{
    static const WalkConstraint<Walk> constraint(RuleId::h08, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
