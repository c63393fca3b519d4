#include "schedule/search/move.hpp"

#include <array>

namespace dostyk::schedule {

std::span<const WeightedMove> all_moves() noexcept
{
    // As forums of 400 sessions are planned best.
    static constexpr std::array<WeightedMove, 6> moves{{{push_out, 150},
                                                        {find_gap, 60},
                                                        {nudge, 40},
                                                        {change_venue, 15},
                                                        {change_time, 2},
                                                        {relocate, 2}}};
    return moves;
}

} // namespace dostyk::schedule
