#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// Two who are kept apart are not in one venue at a time. A session that needs both contradicts
/// itself, which no plan can mend: compile() tells it.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Relation& relation = problem.relations[static_cast<std::size_t>(unit.of)];
        if (relation.kind != RelationKind::apart) {
            return;
        }
        for (Index day = 0; day < problem.day_count(); ++day) {
            const std::span<const Index> today = plan.row(relation.a, day);
            const std::span<const Index> theirs = plan.row(relation.b, day);
            look(problem, plan, relation, today, theirs, report);
            look(problem, plan, relation, plan.row_before(relation.a, day), theirs, report);
            look(problem, plan, relation, today, plan.row_before(relation.b, day), report);
        }
    }

    template <typename Report>
    static void look(const Problem& problem, const Plan& plan, const Relation& relation,
                     std::span<const Index> ones, std::span<const Index> others,
                     const Report& report)
    {
        for (const Index a : ones) {
            for (const Index b : others) {
                const Minute both = overlap(plan.interval(a), plan.interval(b));
                if (a != b && plan.venue(a) == plan.venue(b) && both > 0) {
                    report(problem.grains(both), [&] {
                        Violation violation = between(relation.a, a, b, both, 0);
                        violation.venue = plan.venue(a);
                        return violation;
                    });
                }
            }
        }
    }
};

} // namespace

const Constraint& kept_apart()
{
    static const WalkConstraint<Walk> constraint(RuleId::h17, UnitKind::relation);
    return constraint;
}

} // namespace dostyk::schedule
