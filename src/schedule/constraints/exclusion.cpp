#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/overlap_constraint.hpp"

namespace dostyk::schedule {

namespace {

/// No two sessions of a group are held at a time.
struct Pair {
    static int amount(const Problem& problem, Index /*lane*/, const Beside& a, const Beside& b)
    {
        return problem.grains(overlap(a.time, b.time));
    }
    static Violation told(const Problem& /*problem*/, Index /*lane*/, Index a, Index b, Minute both)
    {
        return between(none, a, b, both, 0);
    }
};

} // namespace

const Constraint& exclusion()
{
    static const PairConstraint<Pair> constraint(RuleId::h12, LaneKind::group);
    return constraint;
}

} // namespace dostyk::schedule
