#include "schedule/search/moves/draws.hpp"

#include <array>
#include <bit>

namespace dostyk::schedule {

namespace {

/// So often of a hundred where people are is looked at.
constexpr int guided_percent = 80;
/// How much likelier a city is for each who is there that day.
constexpr int pull = 6;
constexpr int most_pull = 1'000'000;

/// What can be told apart in a word; a meeting in more cities is searched without a guide.
constexpr std::size_t most_cities = 64;
using CityBits = std::uint64_t;

/// The cities in which an attendee has something on a day, beside a session.
CityBits cities_of(const MoveContext& context, Index attendee, Index day, Index except)
{
    CityBits bits = 0;
    for (const Index other : context.plan.row(attendee, day)) {
        if (other != except) {
            bits |= CityBits{1} << context.plan.city(other);
        }
    }
    return bits;
}

} // namespace

VenueDay any_venue_day(const MoveContext& context, Index session, Dice& dice)
{
    const auto& all = context.slots.of(session);
    const auto& cities = context.slots.cities(session);
    const auto& required = context.problem.session(session).required;
    if (required.empty() || context.problem.cities.size() > most_cities ||
        !dice.percent(guided_percent)) {
        const Slots::AtVenue& at = dice.pick(all);
        // A day with many starts is drawn more often than one with few.
        return {at.venue, context.problem.calendar.day_of(dice.pick(at.starts))};
    }
    // Two days are looked at: people are mostly pulled to one of them.
    constexpr std::size_t days = 2;
    std::array<Index, days> drawn{};
    std::array<std::array<int, most_cities>, days> weights{};
    int total = 0;
    for (std::size_t i = 0; i < days; ++i) {
        drawn[i] = dice.roll(0, context.problem.day_count() - 1);
        const auto weight = [&](Index city) -> int& {
            return weights[i][static_cast<std::size_t>(city)];
        };
        for (const Slots::InCity& each : cities) {
            weight(each.city) = 1;
        }
        for (const Index attendee : required) {
            CityBits bits = cities_of(context, attendee, drawn[i], session);
            for (; bits != 0; bits &= bits - 1) {
                int& there = weight(std::countr_zero(bits));
                there = there < most_pull ? there * pull : there;
            }
        }
        for (const Slots::InCity& each : cities) {
            total += weight(each.city);
        }
    }
    int left = dice.roll(0, total - 1);
    for (std::size_t i = 0; i < days; ++i) {
        for (const Slots::InCity& each : cities) {
            const int weight = weights[i][static_cast<std::size_t>(each.city)];
            if (left < weight) {
                return {all[static_cast<std::size_t>(dice.pick(each.places))].venue, drawn[i]};
            }
            left -= weight;
        }
    }
    return {all.front().venue, drawn.front()}; // never: left was below the sum
}

} // namespace dostyk::schedule
