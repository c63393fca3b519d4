/// \file
/// Which sessions a search may move.

#pragma once

#include "schedule/problem.hpp"

#include <utility>
#include <vector>

namespace dostyk::schedule {

/// The sessions that may be moved and have slots.
class Movable {
public:
    /// \param all  Sorted
    Movable(const Problem& problem, std::vector<Index> all)
    : m_all(std::move(all)), m_flags(problem.sessions.size())
    {
        for (const Index each : m_all) {
            m_flags[static_cast<std::size_t>(each)] = 1;
        }
    }

    [[nodiscard]] const std::vector<Index>& all() const noexcept { return m_all; }
    [[nodiscard]] bool has(Index session) const
    {
        return m_flags[static_cast<std::size_t>(session)] != 0;
    }

private:
    std::vector<Index> m_all;
    std::vector<char> m_flags; ///< (sessions) 0 or 1: bits are slower to look up
};

} // namespace dostyk::schedule
