/// \file
/// A programme planned by itself: the best plan that is found in a time or a number of moves.

#pragma once

#include "schedule/scorer.hpp"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace dostyk::schedule {

struct SolveRequest {
    std::uint64_t seed = 1;
    std::int64_t moves = 0; ///< Of each walk; 0 = as many as the time allows.
    double seconds = 30;    ///< Of wall; counts where `moves` is 0.
    /// Each two make a walk; walks go side by side, and the best plan of all is taken.
    int threads = 1;
};

/// How far a search is; the best score of all walks never gets worse.
struct SolveProgress {
    Score best;
    double seconds = 0;
    const std::vector<Placement>& placements; ///< Of the best plan
};

struct Solved {
    std::vector<Placement> placements; ///< (sessions)
    Score score;
    std::int64_t moves = 0;     ///< Of all walks
    double seconds = 0;         ///< Of wall
    double first_feasible = -1; ///< When no hard rule was broken any more [s]; -1 = never
    bool is_cancelled = false;
};

/// Plan all sessions that are not pinned or dropped, from where they are.
///
/// The result depends on the seed, the number of moves and of threads alone, where moves are given
/// and nobody cancels. Cancelled, it is the best plan so far, within some milliseconds.
///
/// \param progress  Called at most ten times a second, of whichever walk's thread, one at a time.
[[nodiscard]] Solved solve(const Problem& problem, const std::vector<Placement>& start,
                           const SolveRequest& request, std::stop_token stop = {},
                           const std::function<void(const SolveProgress&)>& progress = {});

} // namespace dostyk::schedule
