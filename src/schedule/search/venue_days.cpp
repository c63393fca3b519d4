#include "schedule/search/venue_days.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

namespace {

/// So often of a hundred where people are is looked at, else anywhere.
constexpr std::uint64_t guided_percent = 65;
/// How much likelier a city is for each who is there that day.
constexpr std::uint64_t pull = 3;
constexpr std::uint64_t heaviest = 10'000;

} // namespace

void VenueDays::look(const Slots& slots, const Timetables& timetables)
{
    m_city_days = slots.city_days(timetables.session());
    m_sums.clear();
    std::uint64_t sum = 0;
    Index day = none;
    for (const Slots::CityDay& each : m_city_days) {
        if (std::exchange(day, each.day) != each.day) {
            weigh(timetables, day);
        }
        sum += m_weights[static_cast<std::size_t>(each.city)];
        m_sums.push_back(sum);
    }
    // Guided draws and those without a guide are one lottery, in which each has a share of both.
    const std::uint64_t count = m_sums.size();
    for (std::size_t i = 0; i < count; ++i) {
        m_sums[i] = m_sums[i] * guided_percent * count + sum * (100 - guided_percent) * (i + 1);
    }
}

void VenueDays::weigh(const Timetables& timetables, Index day)
{
    std::fill(m_weights.begin(), m_weights.end(), 1);
    for (std::size_t i = 0; i < timetables.count(); ++i) {
        const std::span<const Stop> row = timetables.row(i);
        Index last = none;
        for (std::size_t k = timetables.first_of(i, day); k < timetables.end_of(i, day); ++k) {
            // A city once, as long as they stay there.
            if (std::exchange(last, row[k].city) != row[k].city) {
                std::uint64_t& weight = m_weights[static_cast<std::size_t>(row[k].city)];
                weight = std::min(weight * pull, heaviest);
            }
        }
    }
}

const Slots::VenueDay& VenueDays::draw(Dice& dice) const
{
    const auto [share, place] = dice.two_shares();
    const auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(m_sums.back()));
    // The first sum above it, without a branch that nobody could foresee.
    const std::uint64_t* first = m_sums.data();
    for (std::size_t count = m_sums.size(); count > 1;) {
        const std::size_t half = count / 2;
        first += first[half - 1] <= wanted ? half : 0;
        count -= half;
    }
    const auto& venues = m_city_days[static_cast<std::size_t>(first - m_sums.data())].venues;
    return venues[static_cast<std::size_t>(place * static_cast<double>(venues.size()))];
}

} // namespace dostyk::schedule
