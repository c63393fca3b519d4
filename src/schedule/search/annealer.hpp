/// \file
/// Simulated annealing of one plan, with exact changes of its cost.

#pragma once

#include "schedule/scorer.hpp"
#include "schedule/search/proposer.hpp"
#include "schedule/search/slots.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// One walk from a hot beginning to a cold end. The same seed, the same shares and the same
/// proposals of others give the same walk.
class Annealer {
public:
    /// \param start  Where sessions are (sessions); what has no place gets one. The problem and the
    ///               slots must outlive the annealer.
    Annealer(const Problem& problem, const Slots& slots, const std::vector<Placement>& start,
             std::uint64_t seed);
    Annealer(const Annealer&) = delete; // what it works with refers to its own plan
    Annealer& operator=(const Annealer&) = delete;

    /// \param share  How much of the whole walk is over, in [0, 1]: what is taken gets less bad
    ///               with it.
    void set_share(double share);
    /// Draw a move, and take it where Metropolis does.
    ///
    /// \pre can_move()
    void step();
    /// Take what somebody else has drawn, for this plan or one that hardly differs, where
    /// Metropolis does.
    void take(const Proposal& proposal);

    [[nodiscard]] Score best_score() const noexcept { return m_best_score; }
    [[nodiscard]] const std::vector<Placement>& best() const noexcept { return m_best; }
    [[nodiscard]] const std::vector<Placement>& placements() const noexcept
    {
        return m_scorer.plan().placements();
    }
    [[nodiscard]] const Movable& movable() const noexcept { return m_movable; }
    [[nodiscard]] const Outlook& outlook() const noexcept { return m_outlook; }
    /// What has been moved since the last call, in its order: a plan that follows it is the same.
    void hand_over(std::vector<Shift>& taken);
    /// False where every session is pinned, dropped, or fits nowhere.
    [[nodiscard]] bool can_move() const noexcept { return !m_movable.all().empty(); }

private:
    void keep_best();
    void look_for_trouble();
    /// Rebuild around a session in trouble.
    void untie();
    void note(std::span<const Shift> shifts);

    const Problem& m_problem;
    Scorer m_scorer;
    Movable m_movable;
    Proposer m_proposer;
    Outlook m_outlook;
    double m_share = 0;
    std::int64_t m_hard_weight = 1;
    std::vector<Placement> m_best;
    Score m_best_score;
    int m_moves_since_look = 0;
    Proposal m_proposal;
    std::vector<Shift> m_taken; ///< Since it was handed over
};

} // namespace dostyk::schedule
