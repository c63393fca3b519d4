/// \file
/// Changes of a plan that a search tries, one file each in moves/.

#pragma once

#include "schedule/dice.hpp"
#include "schedule/scorer.hpp"
#include "schedule/search/gaps.hpp"
#include "schedule/search/heat_bath.hpp"
#include "schedule/search/movable.hpp"
#include "schedule/search/placement_costs.hpp"
#include "schedule/search/slots.hpp"
#include "schedule/search/venue_days.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// Room to work in: nothing of it is kept from one move to the next but the heat.
struct MoveRoom {
    MoveRoom(const Problem& problem, const Plan& plan, const Slots& slots)
    : timetables(problem), gaps(problem, plan, slots), costs(problem), venue_days(problem)
    {}

    Timetables timetables;
    Gaps gaps;
    PlacementCosts costs;
    VenueDays venue_days;
    HeatWeights weights; ///< Of what a placement costs more than the best one.
};

/// What a move is drawn from.
struct MoveContext {
    const Problem& problem;
    const Plan& plan;
    const Slots& slots;
    const Movable& movable; ///< Not empty
    MoveRoom& room;
    /// What a move may add to the soft cost, as a quick look tells it, to be worth a count.
    std::int64_t most_added = std::numeric_limits<std::int64_t>::max();

    [[nodiscard]] bool is_movable(Index session) const { return movable.has(session); }
    [[nodiscard]] bool is_hopeless(std::int64_t added) const { return added > most_added; }
};

/// A move draws a change for one session, and perhaps others that it displaces.
///
/// It proposes placements of Slots alone, each session once, and never one that is not movable.
/// \returns false where it has nothing to propose, or nothing that is worth a count; `shifts` then
///          is anything.
using Move = bool (*)(const MoveContext& context, Index session, Dice& dice,
                      std::vector<Shift>& shifts);

/// Another time at its venue.
bool change_time(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts);
/// A little earlier or later at its venue, where nobody stands in the way.
bool nudge(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts);
/// Another venue at its time, where nobody stands in the way.
bool change_venue(const MoveContext& context, Index session, Dice& dice,
                  std::vector<Shift>& shifts);
/// Anywhere, at any time.
bool relocate(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts);
/// Where nobody who is required stands in the way, nor the venue: overlaps and ways are looked at.
/// The likelier the less people then travel and wait.
bool find_gap(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts);
/// To where one session alone stands in the way, which goes where nothing does, or pushes out
/// another one in its turn.
bool push_out(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts);

struct WeightedMove {
    Move move = nullptr;
    int weight = 1; ///< How often, among all.
};

[[nodiscard]] std::span<const WeightedMove> all_moves() noexcept;

} // namespace dostyk::schedule
