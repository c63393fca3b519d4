/// \file
/// What a plan costs, and what changes it.

#pragma once

#include "schedule/constraint.hpp"

#include <cstdint>

namespace dostyk::schedule {

/// Hard before soft: no wish outweighs what must hold.
struct Score {
    std::int64_t hard = 0;
    std::int64_t soft = 0;

    friend auto operator<=>(const Score&, const Score&) = default;
    Score& operator+=(Score other)
    {
        hard += other.hard;
        soft += other.soft;
        return *this;
    }
    Score& operator-=(Score other)
    {
        hard -= other.hard;
        soft -= other.soft;
        return *this;
    }
};

/// One session to another placement.
struct Shift {
    Index session = none;
    Placement to;

    friend bool operator==(const Shift&, const Shift&) = default;
};

/// What an amount of a rule costs by its tier and weight.
[[nodiscard]] inline Score weighed(const Rule& rule, int amount)
{
    const std::int64_t cost = std::int64_t{amount} * rule.weight;
    return rule.tier == Tier::hard ? Score{cost, 0} : Score{0, cost};
}

} // namespace dostyk::schedule
