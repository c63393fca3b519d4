#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/overlap_constraint.hpp"

namespace dostyk::schedule {

namespace {

/// Of two sessions at a time the larger one has the larger venue.
struct Pair {
    static int amount(const Problem& problem, Index /*lane*/, const Beside& a, const Beside& b)
    {
        const int size = problem.session(a.session).size - problem.session(b.session).size;
        const int capacity = problem.venue(a.venue).capacity - problem.venue(b.venue).capacity;
        return (size > 0 && capacity < 0) || (size < 0 && capacity > 0) ? 1 : 0;
    }
    static Violation told(const Problem& /*problem*/, Index /*lane*/, Index a, Index b,
                          Minute /*both*/)
    {
        return between(none, a, b, 0, 1);
    }
};

} // namespace

const Constraint& larger_first()
{
    static const PairConstraint<Pair> constraint(RuleId::s15, LaneKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
