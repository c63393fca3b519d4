/// \file
/// Where a plan breaks hard rules, unit by unit, and what it is allowed to break.

#pragma once

#include "schedule/constraint.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <vector>

namespace dostyk::schedule {

/// One unit of one constraint.
struct BreakKey {
    std::size_t constraint = 0; ///< Its place in the catalogue
    Index of = 0;
    Index day = 0;

    friend auto operator<=>(const BreakKey&, const BreakKey&) = default;
};

/// Amounts of the units that are broken.
using BreakAmounts = std::map<BreakKey, int>;

/// A unit that is broken by more than it is allowed to be.
struct Break {
    const Constraint* constraint = nullptr;
    Unit unit;
    int allowed = 0;
};

/// What a plan breaks of hard rules.
[[nodiscard]] BreakAmounts count_breaks(const Problem& problem, const Plan& plan);

/// The same as the units of another problem, found by their ids: what a change has not to mend.
/// Units that the other one does not have are left out; lists of relations are taken as the same.
[[nodiscard]] BreakAmounts translated(const BreakAmounts& amounts, const Problem& from,
                                      const Problem& to);

/// Units that break hard rules more than allowed.
[[nodiscard]] std::vector<Break> find_breaks(const Problem& problem, const Plan& plan,
                                             const BreakAmounts& allowed = {});

} // namespace dostyk::schedule
