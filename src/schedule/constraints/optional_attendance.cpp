#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/overlap_constraint.hpp"

namespace dostyk::schedule {

namespace {

Index attendee_of(const Problem& problem, Index lane)
{
    return lane - problem.lane(LaneKind::wish, 0);
}

bool is_required(const Problem& problem, Index lane, Index session)
{
    const std::vector<Index>& required = problem.session(session).required;
    return std::binary_search(required.begin(), required.end(), attendee_of(problem, lane));
}

/// Who would like to attend a session is not at another one meanwhile.
struct Pair {
    static int amount(const Problem& problem, Index lane, const Beside& a, const Beside& b)
    {
        // Two that are required are H02's.
        return is_required(problem, lane, a.session) && is_required(problem, lane, b.session)
                   ? 0
                   : problem.grains(overlap(a.time, b.time));
    }
    static Violation told(const Problem& problem, Index lane, Index a, Index b, Minute both)
    {
        return between(attendee_of(problem, lane), a, b, 0, both);
    }
};

} // namespace

const Constraint& optional_attendance()
{
    static const PairConstraint<Pair> constraint(RuleId::s13, LaneKind::wish);
    return constraint;
}

} // namespace dostyk::schedule
