/// \file
/// Plans of a forum with the fewest breaks, and the proof that there is none better.

#pragma once

#include "schedule/b2b_instance.hpp"
#include "schedule/sat/core_guided.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace dostyk::schedule {

struct B2bSolution {
    sat::SearchResult search; ///< Costs are breaks, and what meetings cost that are left out.
    std::vector<int> slots;   ///< (meetings) from 0, -1 = left out; empty where no plan was found
};

/// Find a plan with the fewest breaks. Takes from milliseconds to minutes; call it from a job.
///
/// \param fairness   Most that the breaks of two participants may differ by; nothing: any.
/// \param on_better  Called with each plan that is better than those before.
[[nodiscard]] B2bSolution solve_b2b(const B2bInstance& instance, std::optional<int> fairness,
                                    const sat::Limits& limits,
                                    const std::function<void(const B2bSolution&)>& on_better);

} // namespace dostyk::schedule
