#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

/// At any time there is something in each language: two at a time in the same ones are a loss.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (problem.languages.empty()) {
            return;
        }
        for_each_overlap(plan, plan.row(unit.of, unit.day), [&](Index a, Index b, Minute both) {
            const std::vector<Index>& one = problem.session(a).languages;
            if (!one.empty() && one == problem.session(b).languages) {
                report(1, [&] { return between(none, a, b, 0, both); });
            }
        });
    }
};

} // namespace

const Constraint& diversity()
{
    static const WalkConstraint<Walk> constraint(RuleId::s12, UnitKind::lane_day, LaneKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
