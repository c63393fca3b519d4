#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

struct Walk {
    template <typename Report>
    void operator()(const Problem& /*problem*/, const Plan& plan, const Relation& relation,
                    const Report& report) const
    {
        if (plan.held(relation.a).day != plan.held(relation.b).day) {
            report(1, [&] { return between(none, relation.a, relation.b, 0, 1); });
        }
    }
};

} // namespace

const Constraint& same_day()
{
    static const WalkConstraint<WhenBothPlaced<RelationKind::same_day, Walk>> constraint(
        RuleId::s14, UnitKind::relation);
    return constraint;
}

} // namespace dostyk::schedule
