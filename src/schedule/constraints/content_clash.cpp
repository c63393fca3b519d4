#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/overlap_constraint.hpp"

namespace dostyk::schedule {

/// Sessions about one thing are not held at a time.
const Constraint& content_clash()
{
    static const PairConstraint<CountOverlaps> constraint(RuleId::s11, LaneKind::content);
    return constraint;
}

} // namespace dostyk::schedule
