#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Relation& relation = problem.relations[static_cast<std::size_t>(unit.of)];
        if (relation.kind != RelationKind::same_day || !plan[relation.a].is_placed() ||
            !plan[relation.b].is_placed()) {
            return;
        }
        if (problem.calendar.day_of(plan[relation.a].start) !=
            problem.calendar.day_of(plan[relation.b].start)) {
            report(1, [&] { return between(none, relation.a, relation.b, 0, 1); });
        }
    }
};

} // namespace

const Constraint& same_day()
{
    static const WalkConstraint<Walk> constraint(RuleId::s14, UnitKind::relation);
    return constraint;
}

} // namespace dostyk::schedule
