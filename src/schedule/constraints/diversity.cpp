#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/overlap_constraint.hpp"

namespace dostyk::schedule {

namespace {

/// At any time there is something in each language: two at a time in the same ones are a loss.
struct Pair {
    static int amount(const Problem& problem, Index /*lane*/, const Beside& a, const Beside& b)
    {
        const std::vector<Index>& one = problem.session(a.session).languages;
        return !one.empty() && one == problem.session(b.session).languages ? 1 : 0;
    }
    static Violation told(const Problem& /*problem*/, Index /*lane*/, Index a, Index b, Minute both)
    {
        return between(none, a, b, 0, both);
    }
};

} // namespace

const Constraint& diversity()
{
    static const PairConstraint<Pair> constraint(RuleId::s12, LaneKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
