#include "schedule/travel_table.hpp"

#include <utility>

namespace dostyk::schedule {

TravelTable::TravelTable(Index venues)
: m_size(venues),
  m_usual(static_cast<std::size_t>(venues) * static_cast<std::size_t>(venues)),
  m_journeys(m_usual.size())
{}

void TravelTable::set(Index from, Index to, Journey journey)
{
    m_usual[at(from, to)] = journey.minutes;
    m_journeys[at(from, to)] = std::move(journey);
}

Minute TravelTable::leaving_at(Index from, Index to, Minute minute) const noexcept
{
    const std::vector<Minute>& table = m_journeys[at(from, to)].by_departure;
    if (table.empty()) {
        return usual(from, to);
    }
    const auto last = static_cast<Minute>(table.size()) - 1;
    return table[static_cast<std::size_t>(std::clamp(minute / step, 0, last))];
}

} // namespace dostyk::schedule
