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

} // namespace

Slots::Slots(const Problem& problem)
: m_venues(problem.venues.size()),
  m_slots(problem.sessions.size()),
  m_city_days(problem.sessions.size()),
  m_places(problem.sessions.size() * problem.venues.size(), none)
{
    const Minute grain = problem.book.customs.grain_min;
    for (const Day& day : problem.calendar.days()) {
        m_grids.push_back({first_on_grid(day.whole.begin, grain), grain});
        m_words = std::max(m_words, m_grids.back().from(day.whole.end) / starts_a_word + 1);
    }
    Index places = 0;
    std::vector<Intervals> open;
    for (const Venue& venue : problem.venues) {
        open.push_back(shared(problem.hours_at(venue), venue.open));
    }
    for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
        const Session& session = problem.sessions[s];
        Intervals allowed = session.windows;
        for (const Index attendee : session.required) {
            allowed = shared(allowed, problem.attendee(attendee).available);
        }
        const bool must_seat = problem.book[RuleId::h05].tier == Tier::hard;
        for (const Index venue : session.venues) {
            const int capacity = problem.venue(venue).capacity;
            if (must_seat && capacity > 0 && session.size > capacity) {
                continue;
            }
            auto starts = starts_within(shared(allowed, open[static_cast<std::size_t>(venue)]),
                                        session.duration, problem.book.customs.grain_min);
            if (!starts.empty()) {
                m_places[s * m_venues + static_cast<std::size_t>(venue)] = places++;
                add_bits(starts, problem.calendar);
                m_slots[s].push_back({venue, std::move(starts)});
            }
        }
        add_city_days(problem, s);
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

bool Slots::has(Index session, const Placement& placement) const
{
    const std::span<const Minute> all = starts(session, placement.venue);
    return std::binary_search(all.begin(), all.end(), placement.start);
}

void Slots::add_city_days(const Problem& problem, std::size_t session)
{
    std::vector<CityDay>& all = m_city_days[session];
    for (const AtVenue& at : m_slots[session]) {
        const Index city = problem.venue(at.venue).city;
        Index last = none;
        for (const Minute start : at.starts) {
            const Index day = problem.calendar.day_of(start);
            if (std::exchange(last, day) == day) {
                continue;
            }
            const auto found =
                std::lower_bound(all.begin(), all.end(), std::pair(day, city),
                                 [](const CityDay& each, const std::pair<Index, Index>& wanted) {
                                     return std::pair(each.day, each.city) < wanted;
                                 });
            if (found == all.end() || found->day != day || found->city != city) {
                all.insert(found, {day, city, {at.venue}});
            } else {
                found->venues.push_back(at.venue);
            }
        }
    }
}

void Slots::add_bits(const std::vector<Minute>& starts, const Calendar& calendar)
{
    const std::size_t first = m_bits.size();
    m_bits.resize(first + m_grids.size() * m_words);
    for (const Minute start : starts) {
        const auto day = static_cast<std::size_t>(calendar.day_of(start));
        const Interval whole = calendar.days()[day].whole;
        // Where a venue's clock is another one, its hours may reach over the first or last
        // midnight.
        if (start >= whole.begin && start < whole.end) {
            const std::size_t index = m_grids[day].from(start);
            m_bits[first + day * m_words + index / starts_a_word] |= StartWord{1}
                                                                     << (index % starts_a_word);
        }
    }
}

std::span<const StartWord> Slots::bits(Index session, Index venue, Index day) const
{
    const Index place = place_of(session, venue);
    if (place == none) {
        return {};
    }
    const std::size_t first =
        (static_cast<std::size_t>(place) * m_grids.size() + static_cast<std::size_t>(day)) *
        m_words;
    return std::span(m_bits).subspan(first, m_words);
}

} // namespace dostyk::schedule
