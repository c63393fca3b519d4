#include "schedule/search/placement_costs.hpp"

#include "schedule/constraints/walks.hpp"

#include <algorithm>
#include <limits>

namespace dostyk::schedule {

namespace {

constexpr Minute day_min = 24 * 60;
constexpr Minute latest = std::numeric_limits<Minute>::max();

std::int64_t soft(const Problem& problem, RuleId rule, int amount)
{
    return amount > 0 ? weighed(problem.book[rule], amount).soft : 0;
}

} // namespace

PlacementCosts::PlacementCosts(const Problem& problem)
: m_problem(&problem),
  m_venues(problem.venues.size()),
  m_days(static_cast<std::size_t>(problem.day_count())),
  m_late(soft(problem, RuleId::s07, 1))
{
    const auto venues = static_cast<Index>(m_venues);
    for (Index from = 0; from < venues; ++from) {
        for (Index to = 0; to < venues; ++to) {
            m_ways.push_back(soft(problem, RuleId::s04, way_load(problem, from, to)));
            m_changes.push_back(m_ways.back() + (from != to ? soft(problem, RuleId::s09, 1) : 0));
        }
    }
    for (Minute minutes = 0; minutes <= day_min; ++minutes) {
        const Minute waits = idle(problem, minutes, 0);
        m_stays.push_back(waits > 0 ? soft(problem, RuleId::s01, problem.grains(waits)) +
                                          soft(problem, RuleId::s02, 1)
                                    : 0);
        m_travels.push_back(m_stays.back() +
                            soft(problem, RuleId::s19, lacking_buffer(problem, minutes)));
        m_spares.push_back(soft(problem, RuleId::s06, problem.grains(minutes)));
        m_hours.push_back(soft(problem, RuleId::s05, problem.grains(minutes)));
    }
    for (Index session = 0; session < static_cast<Index>(problem.sessions.size()); ++session) {
        for (Index venue = 0; venue < venues; ++venue) {
            m_fits.push_back(
                soft(problem, RuleId::s08, wasted_seats(problem, session, venue)) +
                soft(problem, RuleId::s07, lacking_tags(problem.session(session), venue)));
        }
    }
    for (Index venue = 0; venue < venues; ++venue) {
        for (const Day& day : problem.calendar.days()) {
            m_clocks.push_back(clock_at(problem, venue, day.whole.begin) - day.whole.begin);
        }
    }
}

std::size_t PlacementCosts::capped(Minute minutes) noexcept
{
    return static_cast<std::size_t>(std::clamp(minutes, 0, day_min));
}

inline std::int64_t PlacementCosts::leg(const Stop& from, const Stop& to) const
{
    const std::size_t way = pair(from.venue, to.venue);
    if (from.day != to.day) {
        return m_ways[way];
    }
    const Minute travel = m_problem->travel.usual(from.venue, to.venue);
    const std::size_t slack = capped(to.time.begin - from.time.end - travel);
    return m_changes[way] + (travel > 0 ? m_travels : m_stays)[slack];
}

inline std::int64_t PlacementCosts::of_session(const Stop& self) const
{
    const Minute clock = m_clocks[static_cast<std::size_t>(self.venue) * m_days +
                                  static_cast<std::size_t>(self.day)];
    const Intervals& wished = m_problem->session(self.session).preferred;
    const bool is_late = !wished.empty() && outside(self.time, wished) > 0;
    const Interval held{self.time.begin + clock, self.time.end + clock};
    return m_hours[capped(outside_of_preferred_hours(*m_problem, held))] +
           m_fits[pair(self.session, self.venue)] + (is_late ? m_late : 0);
}

inline std::int64_t PlacementCosts::of_attendee(std::span<const Stop> row, std::size_t first,
                                                const Stop& self, Index without) const
{
    const Stop* before = first > 0 ? &row[first - 1] : nullptr;
    const Stop* after = nullptr;
    Interval day{latest, -latest}; // from the first to the last thing in it, without the session
    Minute load = 0;
    std::size_t next = first;
    for (; next < row.size() && row[next].day == self.day; ++next) {
        const Stop& stop = row[next];
        if (stop.session == without) {
            continue;
        }
        day = {std::min(day.begin, stop.time.begin), std::max(day.end, stop.time.end)};
        load += length(stop.time);
        if (stop.time.begin < self.time.begin) {
            before = &stop;
        } else if (after == nullptr) {
            after = &stop;
        }
    }
    std::int64_t sum = 0;
    if (load > 0) {
        const Interval with{std::min(day.begin, self.time.begin), std::max(day.end, self.time.end)};
        sum = m_spares[capped(length(with) - load - length(self.time))] -
              m_spares[capped(length(day) - load)];
    }
    if (after == nullptr && next < row.size()) {
        after = &row[next];
    }
    if (before != nullptr) {
        sum += leg(*before, self);
    }
    if (after != nullptr) {
        sum += leg(self, *after);
    }
    if (before != nullptr && after != nullptr) {
        sum -= leg(*before, *after);
    }
    return sum;
}

std::int64_t PlacementCosts::cost(const Timetables& timetables, const Placement& to, Index day,
                                  Index without) const
{
    const Index session = timetables.session();
    const Minute end = to.start + m_problem->session(session).duration;
    const Stop self{session, {to.start, end}, to.venue, none, day};
    std::int64_t sum = of_session(self);
    for (std::size_t i = 0; i < timetables.count(); ++i) {
        sum += of_attendee(timetables.row(i), timetables.first_of(i, day), self, without);
    }
    return sum;
}

} // namespace dostyk::schedule
