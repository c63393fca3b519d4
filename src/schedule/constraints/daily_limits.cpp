#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// So many sessions (aspect 0), and so many changes of the city (aspect 1), in a day.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        const Attendee& attendee = problem.attendee(unit.of);
        const auto tell = [&](int needed, int has, int aspect) {
            return [&, needed, has, aspect] {
                Violation violation;
                violation.sessions.assign(row.begin(), row.end());
                violation.attendee = unit.of;
                violation.needed = needed;
                violation.has = has;
                violation.aspect = aspect;
                return violation;
            };
        };
        const auto count = static_cast<int>(row.size());
        if (count > attendee.sessions_a_day) {
            report(count - attendee.sessions_a_day, tell(count, attendee.sessions_a_day, 0));
        }
        int changes = 0;
        for_each_following(row, [&](Index from, Index to) {
            changes += plan.city(from) != plan.city(to) ? 1 : 0;
        });
        if (changes > attendee.city_changes_a_day) {
            report(changes - attendee.city_changes_a_day,
                   tell(changes, attendee.city_changes_a_day, 1));
        }
    }
};

} // namespace

const Constraint& daily_limits()
{
    static const WalkConstraint<Walk> constraint(RuleId::h16, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
