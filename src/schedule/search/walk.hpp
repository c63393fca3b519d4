/// \file
/// One walk of a search, on one thread or two.

#pragma once

#include "schedule/search/annealer.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <thread>
#include <vector>

namespace dostyk::schedule {

/// An annealer, and perhaps a scout: a thread that draws moves for it from a copy of its plan. To
/// draw a move takes longer than to count it, and to follow what was taken hardly any time, so that
/// two threads get through about twice as many moves as one.
///
/// They go by rounds: in each the scout draws from the plan as it was when the round began, and the
/// annealer counts what was drawn in the round before, and draws some itself.
class Walk {
public:
    /// Parameters as those of Annealer.
    Walk(const Problem& problem, const Slots& slots, const std::vector<Placement>& start,
         std::uint64_t seed, bool has_scout);
    ~Walk();
    Walk(const Walk&) = delete; // two threads share it
    Walk& operator=(const Walk&) = delete;

    /// Go on for a moment: about a hundred moves, which is about a millisecond.
    ///
    /// \param share      As Annealer::set_share()
    /// \param is_exact   How many moves are tried depends on the walk alone; else the annealer goes
    ///                   on until the scout is ready, so that neither waits.
    /// \returns how many moves were tried.
    /// \pre annealer().can_move()
    int run(double share, bool is_exact);

    [[nodiscard]] const Annealer& annealer() const noexcept { return m_annealer; }
    /// Where sessions are for the scout: where they were when the last round began. nullptr where
    /// there is none.
    [[nodiscard]] const std::vector<Placement>* scouted() const
    {
        return m_scout ? &m_scout->plan.placements() : nullptr;
    }

private:
    /// Moves that one thread tries between two looks at the clock, and a scout in a round.
    static constexpr int stride = 64;

    /// What goes from one thread to the other: a round's are written in it, and read in the next.
    struct Round {
        Outlook outlook;
        std::vector<Shift> taken;
        std::vector<Proposal> proposals; ///< As many as `drawn` are those of the round.
        std::size_t drawn = 0;
    };
    struct Scout {
        Scout(const Problem& problem, const Slots& slots, const Annealer& annealer,
              std::uint64_t seed)
        : plan(problem, annealer.placements()),
          proposer(problem, plan, slots, annealer.movable(), seed)
        {}

        Plan plan;
        Proposer proposer;
    };

    int run_round(bool is_exact);
    void scout();
    void draw(Round& round);

    Annealer m_annealer;
    std::optional<Scout> m_scout;
    std::array<Round, 2> m_rounds;          ///< The odd and the even ones
    std::vector<Shift> m_unread;            ///< Where nobody follows
    std::atomic<std::uint32_t> m_begun = 0; ///< The round that the scout may begin
    std::atomic<std::uint32_t> m_ended = 0; ///< The round that it has ended
    std::atomic<bool> m_is_over = false;
    std::jthread m_thread;
};

} // namespace dostyk::schedule
