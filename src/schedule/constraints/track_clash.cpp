#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

/// Sessions of one track are not held at a time.
const Constraint& track_clash()
{
    static const WalkConstraint<CountOverlaps> constraint(RuleId::s10, UnitKind::lane_day,
                                                          LaneKind::track);
    return constraint;
}

} // namespace dostyk::schedule
