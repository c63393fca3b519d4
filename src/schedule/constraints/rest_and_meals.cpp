#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// The longest stretch of a day's meal hours in which an attendee does not sit. [min]
///
/// On the way one may stop for a meal.
Minute longest_free(const Problem& problem, const Plan& plan, std::span<const Index> row)
{
    const Customs& customs = problem.book.customs;
    const Minute shift = clock_at(problem, plan.venue(row.front()), plan[row.front()].start) -
                         plan[row.front()].start;
    const Minute end = customs.meal_to_min - shift;
    Minute free_from = customs.meal_from_min - shift;
    Minute longest = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (problem.session(row[i]).is_meal) {
            continue;
        }
        longest = std::max(longest, std::min(plan[row[i]].start, end) - free_from);
        free_from = std::max(free_from, plan.interval(row[i]).end);
    }
    return std::max(longest, end - free_from);
}

/// A meal within its hours (aspect 0), not too much in a day (1), and the night's rest (2). Who
/// eats at a reception needs no other meal.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const std::span<const Index> row = plan.row(unit.of, unit.day);
        if (row.empty()) {
            return;
        }
        const Customs& customs = problem.book.customs;
        if (const Minute meal = needed_meal(problem); meal > 0) {
            const Minute free = std::max(0, longest_free(problem, plan, row));
            if (free < meal) {
                report(problem.grains(meal - free), [&] {
                    Violation violation = between(unit.of, row.front(), row.back(), meal, free);
                    violation.sessions.assign(row.begin(), row.end());
                    return violation;
                });
            }
        }
        Minute load = 0;
        for (const Index session : row) {
            load += problem.session(session).duration;
        }
        const Minute most = problem.attendee(unit.of).day_load;
        if (load > most) {
            report(problem.grains(load - most), [&] {
                Violation violation = between(unit.of, row.front(), row.back(), most, load);
                violation.sessions.assign(row.begin(), row.end());
                violation.aspect = 1;
                return violation;
            });
        }
        if (const Index next = plan.first_after(unit.of, unit.day); next != none) {
            const Minute rest = gap(plan, row.back(), next) - plan.travel(row.back(), next);
            if (rest < customs.rest_min) {
                report(problem.grains(customs.rest_min - std::max(0, rest)), [&] {
                    Violation violation =
                        between(unit.of, row.back(), next, customs.rest_min, rest);
                    violation.aspect = 2;
                    return violation;
                });
            }
        }
    }
};

} // namespace

const Constraint& rest_and_meals()
{
    static const WalkConstraint<Walk> constraint(RuleId::h15, UnitKind::lane_day,
                                                 LaneKind::attendee);
    return constraint;
}

} // namespace dostyk::schedule
