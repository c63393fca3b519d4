#include "schedule/search/venue_days.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace dostyk::schedule {

namespace {

/// So often of a hundred where people are is looked at.
constexpr int guided_percent = 80;
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
    m_problem = &problem;
    m_slots = &slots;
    m_session = session;
    m_sums.clear();
    const std::vector<Index>& required = problem.session(session).required;
    if (required.empty() || problem.cities.size() > most_cities) {
        return;
    }
    int sum = 0;
    for (Index day = 0; day < problem.day_count(); ++day) {
        m_weights.assign(problem.cities.size(), 1);
        for (const Index attendee : required) {
            const Index lane = problem.lane(LaneKind::attendee, attendee);
            for (CityBits bits = cities_of(plan, lane, day, session); bits != 0; bits &= bits - 1) {
                int& weight = m_weights[static_cast<std::size_t>(std::countr_zero(bits))];
                weight = std::min(weight * pull, heaviest);
            }
        }
        for (const Slots::InCity& each : slots.cities(session)) {
            sum += m_weights[static_cast<std::size_t>(each.city)];
            m_sums.push_back(sum);
        }
    }
}

VenueDay VenueDays::draw(Dice& dice) const
{
    const auto& all = m_slots->of(m_session);
    if (m_sums.empty() || !dice.percent(guided_percent)) {
        const Slots::AtVenue& at = dice.pick(all);
        // A day with many starts is drawn more often than one with few.
        return {at.venue, m_problem->calendar.day_of(dice.pick(at.starts))};
    }
    const auto drawn =
        std::upper_bound(m_sums.begin(), m_sums.end(), dice.roll(0, m_sums.back() - 1));
    const auto index = static_cast<std::size_t>(drawn - m_sums.begin());
    const auto& cities = m_slots->cities(m_session);
    const Index place = dice.pick(cities[index % cities.size()].places);
    return {all[static_cast<std::size_t>(place)].venue, static_cast<Index>(index / cities.size())};
}

} // namespace dostyk::schedule
