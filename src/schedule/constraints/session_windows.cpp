#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Within the windows of the session and the hours of the meeting's day.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Index session, Index venue,
                    const Report& report) const
    {
        const Interval held = plan.interval(session);
        const auto day = static_cast<std::size_t>(plan.held(session).day);
        // The hours of the day are what the clock of the venue shows.
        const Minute shift = problem.venue(venue).clock_shift[day];
        const Interval hours{problem.hours[day].begin - shift, problem.hours[day].end - shift};
        const Minute missing = std::max(outside(held, problem.session(session).windows),
                                        length(held) - std::max(0, overlap(held, hours)));
        if (missing > 0) {
            report(problem.grains(missing), [&] {
                return of_session(session, venue, length(held), length(held) - missing);
            });
        }
    }
};

} // namespace

const Constraint& session_windows()
{
    static const WalkConstraint<WhenPlaced<Walk>> constraint(RuleId::h08, UnitKind::session);
    return constraint;
}

} // namespace dostyk::schedule
