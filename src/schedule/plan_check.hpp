/// \file
/// Whether a plan keeps the hard rules, found without the code that solvers are led by.

#pragma once

#include "schedule/problem.hpp"

#include <vector>

namespace dostyk::schedule {

/// A hard rule that is broken, and by what.
struct Breach {
    RuleId rule = RuleId::h01;
    std::vector<Index> sessions;
    Index attendee = none;

    friend bool operator==(const Breach&, const Breach&) = default;
};

/// All breaches of rules that are hard in the problem's book; empty for a plan that can be held.
///
/// Every plan that leaves the program is gone through by it. It shares nothing with the constraints
/// and the scorer: it counts minutes and pairs of sessions, where they keep timetables by day.
///
/// \param placements  (sessions)
[[nodiscard]] std::vector<Breach> check_plan(const Problem& problem,
                                             const std::vector<Placement>& placements);

} // namespace dostyk::schedule
