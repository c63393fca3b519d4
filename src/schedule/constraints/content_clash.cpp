#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

/// Sessions about one thing are not held at a time.
const Constraint& content_clash()
{
    static const WalkConstraint<CountOverlaps> constraint(RuleId::s11, UnitKind::lane_day,
                                                          LaneKind::content);
    return constraint;
}

} // namespace dostyk::schedule
