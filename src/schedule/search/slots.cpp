#include "schedule/search/slots.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

/// The hours of the meeting's days, as the clock of a venue shows them.
Intervals hours_at(const Problem& problem, const Venue& venue)
{
    Intervals hours;
    for (std::size_t day = 0; day < problem.hours.size(); ++day) {
        const Minute shift = venue.clock_shift[day];
        hours.push_back({problem.hours[day].begin - shift, problem.hours[day].end - shift});
    }
    return united(std::move(hours));
}

std::vector<Minute> starts_within(const Intervals& allowed, Minute duration, int grain)
{
    std::vector<Minute> starts;
    for (const Interval& each : allowed) {
        const Minute below = each.begin % grain;
        Minute start = each.begin + (below == 0 ? 0 : below > 0 ? grain - below : -below);
        for (; start + duration <= each.end; start += grain) {
            starts.push_back(start);
        }
    }
    return starts;
}

} // namespace

Slots::Slots(const Problem& problem) : m_slots(problem.sessions.size())
{
    std::vector<Intervals> open;
    for (const Venue& venue : problem.venues) {
        open.push_back(shared(hours_at(problem, venue), venue.open));
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
                m_slots[s].push_back({venue, std::move(starts)});
            }
        }
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

} // namespace dostyk::schedule
