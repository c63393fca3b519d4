#include "schedule/search/venue_days.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

namespace dostyk::schedule {

namespace {

/// So often of a hundred where people are is looked at.
constexpr int guided_percent = 65;
/// How much likelier a city is for each who is there that day.
constexpr int pull = 3;
constexpr int heaviest = 10'000; ///< So that the sum of thousands is an int.

/// What can be told apart in a word; a meeting in more cities is searched without a guide.
constexpr std::size_t most_cities = 64;
using CityBits = std::uint64_t;

/// The cities in which an attendee has something on a day, beside a session.
CityBits cities_of(const Plan& plan, Index lane, Index day, Index except)
{
    CityBits bits = 0;
    for (const Index other : plan.row(lane, day)) {
        if (other != except) {
            bits |= CityBits{1} << plan.city(other);
        }
    }
    return bits;
}

} // namespace

void VenueDays::look(const Problem& problem, const Plan& plan, const Slots& slots, Index session)
{
    m_city_days = &slots.city_days(session);
    m_sums.clear();
    const std::vector<Index>& required = problem.session(session).required;
    if (required.empty() || problem.cities.size() > most_cities) {
        return;
    }
    int sum = 0;
    Index day = none;
    for (const Slots::CityDay& each : *m_city_days) {
        if (std::exchange(day, each.day) != each.day) {
            m_weights.assign(problem.cities.size(), 1);
            for (const Index attendee : required) {
                const Index lane = problem.lane(LaneKind::attendee, attendee);
                CityBits bits = cities_of(plan, lane, day, session);
                for (; bits != 0; bits &= bits - 1) {
                    int& weight = m_weights[static_cast<std::size_t>(std::countr_zero(bits))];
                    weight = std::min(weight * pull, heaviest);
                }
            }
        }
        sum += m_weights[static_cast<std::size_t>(each.city)];
        m_sums.push_back(sum);
    }
}

VenueDay VenueDays::draw(Dice& dice) const
{
    const auto any = [&](const auto& all) -> const auto&
    {
        return all[static_cast<std::size_t>(dice.below(static_cast<int>(all.size())))];
    };
    if (m_sums.empty() || dice.below(100) >= guided_percent) {
        const Slots::CityDay& drawn = any(*m_city_days);
        return {any(drawn.venues), drawn.day};
    }
    const auto drawn = std::upper_bound(m_sums.begin(), m_sums.end(), dice.below(m_sums.back()));
    const Slots::CityDay& each = (*m_city_days)[static_cast<std::size_t>(drawn - m_sums.begin())];
    return {any(each.venues), each.day};
}

} // namespace dostyk::schedule
