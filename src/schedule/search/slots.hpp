/// \file
/// Where each session could be held, looked at by itself.

#pragma once

#include "schedule/problem.hpp"

#include <span>
#include <vector>

namespace dostyk::schedule {

/// For each session the venues that fit it, with seats enough where that must hold, and when it
/// could begin at each: within its windows, the hours of the day and of the venue, while all who
/// are required are there.
class Slots {
public:
    explicit Slots(const Problem& problem);

    struct AtVenue {
        Index venue = none;
        std::vector<Minute> starts; ///< Sorted, on the grid; never empty.
    };
    /// By venue; empty for a session that nothing fits.
    [[nodiscard]] const std::vector<AtVenue>& of(Index session) const
    {
        return m_slots[static_cast<std::size_t>(session)];
    }
    /// When it could begin at a venue, sorted; empty where it cannot be held there.
    [[nodiscard]] std::span<const Minute> starts(Index session, Index venue) const;
    [[nodiscard]] bool has(Index session, const Placement& placement) const;

private:
    std::vector<std::vector<AtVenue>> m_slots; ///< (sessions)
};

} // namespace dostyk::schedule
