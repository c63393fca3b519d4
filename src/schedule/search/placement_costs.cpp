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
  m_rest(problem.book.customs.rest_min),
  m_meal(needed_meal(problem)),
  m_is_rest_hard(problem.book[RuleId::h15].tier == Tier::hard),
  m_are_limits_hard(problem.book[RuleId::h16].tier == Tier::hard),
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
        m_is_meal.push_back(problem.session(session).is_meal ? 1 : 0);
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
    const Minute travel = m_problem->travel.usual(from.venue, to.venue);
    const Minute spare = to.time.begin - from.time.end - travel;
    if (from.day != to.day) {
        return m_ways[way] + (m_is_rest_hard && spare < m_rest ? refused : 0);
    }
    return m_changes[way] + (travel > 0 ? m_travels : m_stays)[capped(spare)];
}

inline std::int64_t PlacementCosts::of_session(const Stop& self) const
{
    const Intervals& wished = m_problem->session(self.session).preferred;
    const bool is_late = !wished.empty() && outside(self.time, wished) > 0;
    const Interval held{self.time.begin + clock(self), self.time.end + clock(self)};
    return m_hours[capped(outside_of_preferred_hours(*m_problem, held))] +
           m_fits[pair(self.session, self.venue)] + (is_late ? m_late : 0);
}

inline void PlacementCosts::pass(Passed& day, const Stop& stop, Minute shift) const
{
    day.city_changes += day.sessions > 0 && day.city != stop.city ? 1 : 0;
    day.city = stop.city;
    ++day.sessions;
    day.load += length(stop.time);
    if (m_is_meal[static_cast<std::size_t>(stop.session)] == 0) {
        const Minute until = m_problem->book.customs.meal_to_min - shift;
        day.longest = std::max(day.longest, std::min(stop.time.begin, until) - day.free_from);
        day.free_from = std::max(day.free_from, stop.time.end);
    }
}

inline bool PlacementCosts::is_too_much(const Attendee& attendee, const Passed& day,
                                        Minute shift) const
{
    const Minute until = m_problem->book.customs.meal_to_min - shift;
    const Minute longest = std::max(day.longest, until - day.free_from);
    return (m_is_rest_hard && (longest < m_meal || day.load > attendee.day_load)) ||
           (m_are_limits_hard && (day.sessions > attendee.sessions_a_day ||
                                  day.city_changes > attendee.city_changes_a_day));
}

inline std::int64_t PlacementCosts::of_attendee(const Attendee& attendee, std::span<const Stop> row,
                                                std::size_t first, std::size_t last,
                                                const Stop& self, Index without) const
{
    // The hours of the meal are those of where the day begins.
    const std::size_t front = first < last && row[first].session == without ? first + 1 : first;
    const bool is_first = front == last || row[front].time.begin >= self.time.begin;
    const Minute shift = clock(is_first ? self : row[front]);
    Passed passed;
    passed.free_from = m_problem->book.customs.meal_from_min - shift;
    const Stop* before = first > 0 ? &row[first - 1] : nullptr;
    const Stop* after = nullptr;
    Interval day{latest, -latest}; // from the first to the last thing in it, without the session
    for (const Stop& stop : row.subspan(first, last - first)) {
        if (stop.session == without) {
            continue;
        }
        day = {std::min(day.begin, stop.time.begin), std::max(day.end, stop.time.end)};
        if (stop.time.begin < self.time.begin) {
            before = &stop;
        } else if (after == nullptr) {
            pass(passed, self, shift);
            after = &stop;
        }
        pass(passed, stop, shift);
    }
    if (after == nullptr) {
        pass(passed, self, shift);
    }
    std::int64_t sum = is_too_much(attendee, passed, shift) ? refused : 0;
    if (passed.sessions > 1) {
        const Interval with{std::min(day.begin, self.time.begin), std::max(day.end, self.time.end)};
        sum += m_spares[capped(length(with) - passed.load)] -
               m_spares[capped(length(day) - passed.load + length(self.time))];
    }
    if (after == nullptr && last < row.size()) {
        after = &row[last];
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
    const Session& session = m_problem->session(timetables.session());
    const Stop self{timetables.session(),
                    {to.start, to.start + session.duration},
                    to.venue,
                    m_problem->venue(to.venue).city,
                    day};
    std::int64_t sum = of_session(self);
    for (std::size_t i = 0; i < timetables.count(); ++i) {
        sum += of_attendee(m_problem->attendee(session.required[i]), timetables.row(i),
                           timetables.first_of(i, day), timetables.end_of(i, day), self, without);
    }
    return sum;
}

} // namespace dostyk::schedule
