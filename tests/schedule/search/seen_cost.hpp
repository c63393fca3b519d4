/// \file
/// What a quick look at a placement is to tell, counted by the rules themselves.

#pragma once

#include "schedule/scorer.hpp"

#include <algorithm>
#include <array>

namespace dostyk::test {

/// What a plan costs by the rules that PlacementCosts looks at.
[[nodiscard]] inline std::int64_t seen_cost(const schedule::Problem& problem,
                                            const schedule::Plan& plan)
{
    using schedule::RuleId;
    constexpr std::array seen{RuleId::s01, RuleId::s02, RuleId::s04, RuleId::s05, RuleId::s06,
                              RuleId::s07, RuleId::s08, RuleId::s09, RuleId::s19};
    std::int64_t cost = 0;
    for (const schedule::Violation& each : explain(problem, plan)) {
        if (std::find(seen.begin(), seen.end(), each.rule) != seen.end()) {
            cost += weighed(problem.book[each.rule], each.amount).soft;
        }
    }
    return cost;
}

} // namespace dostyk::test
