#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/overlap_constraint.hpp"

namespace dostyk::schedule {

/// Sessions of one track are not held at a time.
const Constraint& track_clash()
{
    static const PairConstraint<CountOverlaps> constraint(RuleId::s10, LaneKind::track);
    return constraint;
}

} // namespace dostyk::schedule
