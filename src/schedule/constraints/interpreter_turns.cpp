#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// An interpreter who is named does not speak for longer than a turn without a break.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Attendee& attendee = problem.attendee(unit.of);
        const Customs& customs = problem.book.customs;
        if (attendee.kind != AttendeeKind::interpreter) {
            return;
        }
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        Minute turn = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool goes_on = i > 0 && gap(plan, row[i - 1], row[i]) < customs.turn_break_min;
            turn = (goes_on ? turn : 0) + problem.session(row[i]).duration;
            if (turn > customs.turn_min) {
                report(problem.grains(turn - customs.turn_min), [&] {
                    Violation violation = of_session(row[i], none, turn, customs.turn_min);
                    violation.attendee = unit.of;
                    violation.aspect = 1;
                    return violation;
                });
            }
        }
    }
};

} // namespace

const Constraint& interpreter_turns()
{
    static const WalkConstraint<Walk> constraint(RuleId::h13, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
