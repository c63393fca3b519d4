/// \file
/// Simulated annealing of one plan, with exact changes of its cost.

#pragma once

#include "schedule/dice.hpp"
#include "schedule/scorer.hpp"
#include "schedule/search/move.hpp"
#include "schedule/search/slots.hpp"

#include <cstdint>
#include <vector>

namespace dostyk::schedule {

/// One walk from a hot beginning to a cold end. The same seed and the same shares give the same
/// walk.
class Annealer {
public:
    /// \param start  Where sessions are (sessions); what has no place gets one. The problem and the
    ///               slots must outlive the annealer.
    Annealer(const Problem& problem, const Slots& slots, const std::vector<Placement>& start,
             std::uint64_t seed);
    Annealer(const Annealer&) = delete; // what it works with refers to its own plan
    Annealer& operator=(const Annealer&) = delete;

    /// Try so many moves.
    ///
    /// \param share  How much of the whole walk is over, in [0, 1]: what is taken gets less bad
    ///               with it.
    void run(int moves, double share);

    [[nodiscard]] Score best_score() const noexcept { return m_best_score; }
    [[nodiscard]] const std::vector<Placement>& best() const noexcept { return m_best; }
    /// False where every session is pinned, dropped, or fits nowhere.
    [[nodiscard]] bool can_move() const noexcept { return !m_movable.all().empty(); }

private:
    void keep_best();
    void look_for_trouble();
    /// Rebuild around a session in trouble.
    void untie(const MoveContext& context);
    [[nodiscard]] Index pick_session();

    const Problem& m_problem;
    const Slots& m_slots;
    Dice m_dice;
    Scorer m_scorer;
    Movable m_movable;
    std::vector<Index> m_troubled; ///< Movable ones in violations of hard rules, as last looked up
    std::vector<Placement> m_best;
    Score m_best_score;
    int m_moves_since_look = 0;
    MoveRoom m_room;
    std::vector<Shift> m_shifts;
};

} // namespace dostyk::schedule
