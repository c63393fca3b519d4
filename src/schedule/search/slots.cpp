#include "schedule/search/slots.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

namespace {

/// The first multiple of a grain that is not before a minute.
Minute first_on_grid(Minute minute, Minute grain)
{
    const Minute below = minute % grain;
    return minute + (below == 0 ? 0 : below > 0 ? grain - below : -below);
}

std::vector<Minute> starts_within(const Intervals& allowed, Minute duration, int grain)
{
    std::vector<Minute> starts;
    for (const Interval& each : allowed) {
        for (Minute start = first_on_grid(each.begin, grain); start + duration <= each.end;
             start += grain) {
            starts.push_back(start);
        }
    }
    return starts;
}

/// Those that lie within a day.
std::span<const Minute> starts_of(std::span<const Minute> starts, Interval whole)
{
    const auto begin = std::lower_bound(starts.begin(), starts.end(), whole.begin);
    return {begin, std::lower_bound(begin, starts.end(), whole.end)};
}

} // namespace

Slots::Slots(const Problem& problem) : m_slots(problem.sessions.size())
{
    find_starts(problem);
    make_grids(problem.calendar, problem.book.customs.grain_min);
    list_days(problem);
}

void Slots::find_starts(const Problem& problem)
{
    std::vector<Intervals> open;
    for (const Venue& venue : problem.venues) {
        open.push_back(shared(problem.hours_at(venue), venue.open));
    }
    const bool must_seat = problem.book[RuleId::h05].tier == Tier::hard;
    for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
        const Session& session = problem.sessions[s];
        Intervals allowed = session.windows;
        for (const Index attendee : session.required) {
            allowed = shared(allowed, problem.attendee(attendee).available);
        }
        for (const Index venue : session.venues) {
            const int capacity = problem.venue(venue).capacity;
            if (must_seat && capacity > 0 && session.size > capacity) {
                continue;
            }
            auto starts = starts_within(shared(allowed, open[static_cast<std::size_t>(venue)]),
                                        session.duration, problem.book.customs.grain_min);
            if (!starts.empty()) {
                m_slots[s].push_back({venue, std::move(starts)});
            }
        }
    }
}

void Slots::make_grids(const Calendar& calendar, Minute grain)
{
    for (const Day& day : calendar.days()) {
        Minute first = day.whole.end;
        Minute last = day.whole.begin;
        for (const std::vector<AtVenue>& venues : m_slots) {
            for (const AtVenue& at : venues) {
                const auto starts = starts_of(at.starts, day.whole);
                if (!starts.empty()) {
                    first = std::min(first, starts.front());
                    last = std::max(last, starts.back());
                }
            }
        }
        m_grids.emplace_back(first, grain);
        m_words = std::max(m_words, m_grids.back().from(last) / starts_a_word + 1);
    }
}

void Slots::list_days(const Problem& problem)
{
    std::vector<std::size_t> firsts; // of the venues of each city day
    for (const std::vector<AtVenue>& venues : m_slots) {
        m_first_city_days.push_back(m_city_days.size());
        struct Found {
            Index day = 0;
            Index city = none;
            const AtVenue* at = nullptr;
        };
        std::vector<Found> found;
        for (const AtVenue& at : venues) {
            Index last = none;
            for (const Minute start : at.starts) {
                const Index day = problem.calendar.day_of(start);
                if (std::exchange(last, day) != day) {
                    found.push_back({day, problem.venue(at.venue).city, &at});
                }
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
            return std::pair(a.day, a.city) < std::pair(b.day, b.city);
        });
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto& [day, city, at] = found[i];
            if (i == 0 || day != found[i - 1].day || city != found[i - 1].city) {
                m_city_days.push_back({day, city, {}});
                firsts.push_back(m_venue_days.size());
            }
            m_venue_days.push_back({at->venue, day});
            add_bits(at->starts, day, problem.calendar.days()[static_cast<std::size_t>(day)].whole);
        }
    }
    m_first_city_days.push_back(m_city_days.size());
    firsts.push_back(m_venue_days.size());
    for (std::size_t i = 0; i < m_city_days.size(); ++i) {
        m_city_days[i].venues =
            std::span(m_venue_days).subspan(firsts[i], firsts[i + 1] - firsts[i]);
    }
}

void Slots::add_bits(std::span<const Minute> starts, Index day, Interval whole)
{
    const std::size_t first = m_bits.size();
    m_bits.resize(first + m_words);
    // Where a venue's clock is another one, its hours may reach over the first or last midnight.
    for (const Minute start : starts_of(starts, whole)) {
        const std::size_t index = grid(day).from(start);
        m_bits[first + index / starts_a_word] |= StartWord{1} << (index % starts_a_word);
    }
}

std::span<const Minute> Slots::starts(Index session, Index venue) const
{
    const auto& all = of(session);
    const auto found = std::lower_bound(all.begin(), all.end(), venue,
                                        [](const AtVenue& a, Index b) { return a.venue < b; });
    return found != all.end() && found->venue == venue ? std::span<const Minute>(found->starts)
                                                       : std::span<const Minute>();
}

const Slots::VenueDay* Slots::find(Index session, Index venue, Index day) const
{
    for (const CityDay& each : city_days(session)) {
        if (each.day == day) {
            for (const VenueDay& at : each.venues) {
                if (at.venue == venue) {
                    return &at;
                }
            }
        }
    }
    return nullptr;
}

bool Slots::has(Index session, const Placement& placement) const
{
    const std::span<const Minute> all = starts(session, placement.venue);
    return std::binary_search(all.begin(), all.end(), placement.start);
}

} // namespace dostyk::schedule
