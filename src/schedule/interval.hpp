/// \file
/// Times of a plan: minutes since its calendar's origin, and half-open intervals of them.

#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace dostyk::schedule {

/// Since midnight, on the clock of the meeting, before its first day. [min]
using Minute = std::int32_t;

/// Place in a table of the problem: of sessions, venues, attendees.
using Index = std::int32_t;
inline constexpr Index none = -1;

/// From `begin` to before `end`.
struct Interval {
    Minute begin = 0;
    Minute end = 0;

    friend bool operator==(const Interval&, const Interval&) = default;
};

[[nodiscard]] constexpr Minute length(Interval interval) noexcept
{
    return interval.end - interval.begin;
}

/// What two intervals share. Negative where they share nothing: the gap between them. [min]
[[nodiscard]] constexpr Minute overlap(Interval a, Interval b) noexcept
{
    return std::min(a.end, b.end) - std::max(a.begin, b.begin);
}

/// Intervals in order that do not touch each other.
using Intervals = std::vector<Interval>;

/// Sorted, and joined where they touch; what is empty is left out.
[[nodiscard]] Intervals united(Intervals intervals);
/// What both have.
[[nodiscard]] Intervals shared(const Intervals& a, const Intervals& b);
/// What the first has and the second has not.
[[nodiscard]] Intervals without(const Intervals& a, const Intervals& b);

/// How much of `part` lies outside of all intervals. [min]
[[nodiscard]] Minute outside(Interval part, const Intervals& intervals) noexcept;

} // namespace dostyk::schedule
