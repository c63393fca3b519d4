/// \file
/// When somebody who leaves one venue can be at another one, wherever they go between.

#pragma once

#include "schedule/travel_table.hpp"

#include <vector>

namespace dostyk::schedule {

/// Bounds that hold for two sessions of an attendee whether or not others lie between them: rules
/// look at neighbours in time alone, and a detour may be faster than what is stated of a way. On
/// one thread.
class EarliestArrival {
public:
    /// \param travel  Outlives this.
    explicit EarliestArrival(const TravelTable& travel);

    /// Fewest minutes from venue to venue, if every crossing were open.
    [[nodiscard]] Minute least(Index from, Index to) const { return m_least[at(from, to)]; }

    /// The earliest arrival of who leaves at a minute or later, with the wait until a crossing
    /// opens.
    [[nodiscard]] Minute arrival(Index from, Index to, Minute leaves) const;

    /// The latest minute at which one may leave to have arrived by another.
    [[nodiscard]] Minute departure(Index from, Index to, Minute arrives) const;

    /// False where going by a third venue is faster than the way itself.
    [[nodiscard]] bool is_direct(Index from, Index to) const
    {
        return least(from, to) == m_travel->usual(from, to);
    }

private:
    [[nodiscard]] std::size_t at(Index from, Index to) const noexcept
    {
        return static_cast<std::size_t>(from) * static_cast<std::size_t>(m_travel->size()) +
               static_cast<std::size_t>(to);
    }
    [[nodiscard]] const std::vector<Minute>& table_of(Index from, Index to) const;

    const TravelTable* m_travel;
    std::vector<Minute> m_least; ///< (venues, venues)
    /// (venues, venues): by the step in which one leaves at the earliest, the arrival of who
    /// leaves in a later step; made when first asked for.
    mutable std::vector<std::vector<Minute>> m_later;
};

} // namespace dostyk::schedule
