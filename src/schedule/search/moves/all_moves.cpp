#include "schedule/search/move.hpp"

#include <array>

namespace dostyk::schedule {

std::span<const WeightedMove> all_moves() noexcept
{
    // As forums of 400 sessions are planned best.
    static constexpr std::array<WeightedMove, 8> moves{{{find_gap, 60},
                                                        {push_out, 60},
                                                        {nudge, 40},
                                                        {change_venue, 15},
                                                        {join_neighbour, 15},
                                                        {swap_sessions, 10},
                                                        {change_time, 5},
                                                        {relocate, 5}}};
    return moves;
}

} // namespace dostyk::schedule
