/// \file
/// What removes a conflict and makes no other.

#pragma once

#include "schedule/scorer.hpp"

#include <optional>
#include <vector>

namespace dostyk::schedule {

/// Sessions that are moved, or left out of the programme.
struct Fix {
    std::vector<Shift> shifts;
    Score after;

    friend bool operator==(const Fix& a, const Fix& b) { return a.shifts == b.shifts; }
};

/// True for two ways in which the same is broken, however much.
[[nodiscard]] bool is_same_conflict(const Violation& a, const Violation& b);

class FixFinder {
public:
    /// The problem must outlive the finder.
    FixFinder(const Problem& problem, const Plan& plan);

    /// The best fixes of a violation of a hard rule, the least change first: one session to
    /// another time, another venue, or both; where none is enough two sessions; last of all, to
    /// leave one out. After each the violation is gone, and no hard one is new or worse.
    [[nodiscard]] std::vector<Fix> find(const Violation& violation, std::size_t most = 3);

private:
    /// A hard violation that shifts leave, make or make worse; nothing when they hold.
    [[nodiscard]] std::optional<Violation> find_offence(const Violation& violation,
                                                        const std::vector<Shift>& shifts) const;

    [[nodiscard]] bool holds(const Violation& violation, const std::vector<Shift>& shifts) const;

    struct Candidate {
        Shift shift;
        std::int64_t hard = 0;   ///< What it adds to the hard cost
        std::int64_t change = 0; ///< How much it changes for people [grains]
    };

    /// Other placements of a session with at most so much hard cost, the least change first.
    [[nodiscard]] std::vector<Candidate> candidates(Index session, std::int64_t most_hard);
    void find_single(const Violation& violation, std::size_t most, std::vector<Fix>& fixes);
    void find_double(const Violation& violation, std::vector<Fix>& fixes);
    void find_drop(const Violation& violation, std::vector<Fix>& fixes);
    [[nodiscard]] Fix made(std::vector<Shift> shifts);

    const Problem& m_problem;
    Scorer m_scorer;
    std::vector<Violation> m_before; ///< Hard ones
};

} // namespace dostyk::schedule
