#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// One session ends before another begins, by at least a lag (aspect 0) and at most
/// another (aspect 1).
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, const Relation& relation,
                    const Report& report) const
    {
        const Minute has = gap(plan, relation.a, relation.b);
        const auto tell = [&](Minute needed, int aspect) {
            return [&, needed, aspect] {
                Violation violation = between(none, relation.a, relation.b, needed, has);
                violation.aspect = aspect;
                return violation;
            };
        };
        if (has < relation.lag) {
            report(problem.grains(relation.lag - has), tell(relation.lag, 0));
        } else if (relation.longest_lag && has > *relation.longest_lag) {
            report(problem.grains(has - *relation.longest_lag), tell(*relation.longest_lag, 1));
        }
    }
};

} // namespace

const Constraint& precedence()
{
    static const WalkConstraint<WhenBothPlaced<RelationKind::before, Walk>> constraint(
        RuleId::h11, UnitKind::relation);
    return constraint;
}

} // namespace dostyk::schedule
