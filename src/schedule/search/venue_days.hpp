/// \file
/// Where a search looks for a place for a session.

#pragma once

#include "schedule/dice.hpp"
#include "schedule/search/slots.hpp"
#include "schedule/search/timetables.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// The venues and days of one session as a lottery: mostly a city is drawn in which others who are
/// required have something on that day, anywhere now and then.
class VenueDays {
public:
    explicit VenueDays(const Problem& problem) : m_weights(problem.cities.size()) {}

    /// \param timetables  Of a session that has slots.
    void look(const Slots& slots, const Timetables& timetables);
    [[nodiscard]] const Slots::VenueDay& draw(Dice& dice) const;

private:
    void weigh(const Timetables& timetables, Index day);

    std::span<const Slots::CityDay> m_city_days;
    std::vector<std::uint64_t> m_weights; ///< (cities) of a day
    std::vector<std::uint64_t> m_sums;    ///< (city days) of weights so far
};

} // namespace dostyk::schedule
