/// \file
/// Where a search looks for a place for a session.

#pragma once

#include "schedule/dice.hpp"
#include "schedule/plan.hpp"
#include "schedule/search/slots.hpp"

#include <vector>

namespace dostyk::schedule {

/// A venue of a session, and a day.
struct VenueDay {
    Index venue = none;
    Index day = 0;
};

/// The venues and days of one session as a lottery: mostly a city is drawn in which others who are
/// required have something on that day, anywhere now and then.
class VenueDays {
public:
    /// \param session  It has slots, and must not change, nor the plan, before the last draw.
    void look(const Problem& problem, const Plan& plan, const Slots& slots, Index session);
    [[nodiscard]] VenueDay draw(Dice& dice) const;

private:
    const std::vector<Slots::CityDay>* m_city_days = nullptr;
    std::vector<int> m_weights; ///< (cities) of a day
    std::vector<int> m_sums;    ///< (city days) of weights so far; empty = without a guide
};

} // namespace dostyk::schedule
