#include "editor/programme_axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::editor {

using schedule::Index;
using schedule::Interval;
using schedule::Minute;

namespace {

constexpr double night_minutes_a_place = 6;
constexpr Minute hour = 60;

/// The hours of each day on every clock, and all sessions that are held then.
std::vector<Interval> waking_hours(const PlannedMeeting& meeting)
{
    const schedule::Problem& problem = meeting.problem();
    std::vector<Interval> days = problem.hours;
    for (std::size_t day = 0; day < days.size(); ++day) {
        const Interval hours = problem.hours[day];
        for (const schedule::Venue& venue : problem.venues) {
            days[day].begin = std::min(days[day].begin, hours.begin - venue.clock_shift[day]);
            days[day].end = std::max(days[day].end, hours.end - venue.clock_shift[day]);
        }
    }
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const auto session = static_cast<Index>(i);
        if (meeting.plan()[session].is_placed()) {
            const Interval held = meeting.plan().interval(session);
            const auto day = static_cast<std::size_t>(problem.calendar.day_of(held.begin));
            days[day].begin = std::min(days[day].begin, held.begin);
            days[day].end = std::max(days[day].end, held.end);
        }
    }
    for (std::size_t day = 0; day + 1 < days.size(); ++day) {
        // What goes on past midnight is the evening's, not the morning's.
        days[day + 1].begin = std::max(days[day + 1].begin, days[day].end);
        days[day + 1].end = std::max(days[day + 1].end, days[day + 1].begin);
    }
    return days;
}

/// "UTC+5" of "2026-05-12T09:00+05:00".
std::string offset_text(const std::string& iso)
{
    const std::string offset = iso.substr(iso.size() - 6);
    const std::string hours = offset[1] == '0' ? offset.substr(2, 1) : offset.substr(1, 2);
    const std::string minutes = offset.substr(4);
    return "UTC" + offset.substr(0, 1) + hours + (minutes == "00" ? "" : ":" + minutes);
}

std::vector<VenueClock> clocks_of(const schedule::Problem& problem)
{
    std::vector<VenueClock> clocks;
    for (const schedule::Venue& venue : problem.venues) {
        auto clock = std::find_if(clocks.begin(), clocks.end(), [&](const VenueClock& each) {
            return each.shift == venue.clock_shift;
        });
        if (clock == clocks.end()) {
            clocks.push_back({venue.zone,
                              offset_text(problem.calendar.iso_at(0, venue.zone)),
                              {},
                              venue.clock_shift});
            clock = clocks.end() - 1;
        }
        if (std::find(clock->cities.begin(), clock->cities.end(), venue.city) ==
            clock->cities.end()) {
            clock->cities.push_back(venue.city);
        }
    }
    if (clocks.empty()) {
        const std::string& zone = problem.calendar.zone();
        clocks.push_back({zone,
                          offset_text(problem.calendar.iso_at(0, zone)),
                          {},
                          problem.calendar.clock_shifts(zone)});
    }
    std::stable_sort(clocks.begin(), clocks.end(), [](const VenueClock& a, const VenueClock& b) {
        return std::abs(a.shift.front()) < std::abs(b.shift.front());
    });
    return clocks;
}

} // namespace

ProgrammeAxis::ProgrammeAxis(const PlannedMeeting& meeting)
: m_days(waking_hours(meeting)), m_clocks(clocks_of(meeting.problem()))
{
    double place = 0;
    for (std::size_t day = 0; day < m_days.size(); ++day) {
        if (day > 0) {
            place += length(m_days[day - 1]) +
                     (m_days[day].begin - m_days[day - 1].end) / night_minutes_a_place;
        }
        m_places.push_back(place);
    }
}

TimeSpan ProgrammeAxis::whole() const noexcept
{
    return m_days.empty() ? TimeSpan{0, 1} : TimeSpan{0, m_places.back() + length(m_days.back())};
}

double ProgrammeAxis::place_of(Minute minute) const noexcept
{
    const auto after =
        std::upper_bound(m_days.begin(), m_days.end(), minute,
                         [](Minute at, const Interval& day) { return at < day.begin; });
    if (after == m_days.begin()) {
        return m_days.empty() ? 0 : minute - m_days.front().begin;
    }
    const auto day = static_cast<std::size_t>(after - m_days.begin()) - 1;
    const Minute by_day = std::min(minute, m_days[day].end) - m_days[day].begin;
    const Minute by_night = std::max(0, minute - m_days[day].end);
    const bool is_last = day + 1 == m_days.size(); // no night follows
    return m_places[day] + by_day + (is_last ? by_night : by_night / night_minutes_a_place);
}

Minute ProgrammeAxis::minute_at(double place) const noexcept
{
    const auto after = std::upper_bound(m_places.begin(), m_places.end(), place);
    const auto day =
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - m_places.begin())) - 1;
    if (m_days.empty()) {
        return static_cast<Minute>(place);
    }
    const double in_day = place - m_places[day];
    const double by_day = std::min<double>(in_day, length(m_days[day]));
    const double by_night = in_day - by_day;
    const bool is_last = day + 1 == m_days.size();
    return m_days[day].begin + static_cast<Minute>(std::lround(
                                   by_day + by_night * (is_last ? 1 : night_minutes_a_place)));
}

std::vector<AxisTick> ProgrammeAxis::ticks(const PlannedMeeting& meeting, const VenueClock& clock,
                                           TimeSpan shown, double apart) const
{
    static constexpr std::array<Minute, 8> steps{5,        15,       30,       hour,
                                                 2 * hour, 3 * hour, 6 * hour, 12 * hour};
    const auto* const wide_enough =
        std::find_if(steps.begin(), steps.end() - 1, [&](Minute step) { return step >= apart; });
    const Minute step = *wide_enough;
    std::vector<AxisTick> ticks;
    for (std::size_t day = 0; day < m_days.size(); ++day) {
        const Minute midnight = meeting.problem().calendar.days()[day].whole.begin;
        const Minute shift = clock.shift[day];
        const Minute first = m_days[day].begin - midnight + shift;
        const Minute last = m_days[day].end - midnight + shift;
        for (Minute at = (first + step - 1) / step * step; at <= last; at += step) {
            const Minute minute = midnight + at - shift;
            const double place = place_of(minute);
            if (place >= shown.from && place <= shown.to) {
                const Minute of_day = (at % (24 * hour) + 24 * hour) % (24 * hour);
                ticks.push_back({minute, fmt::format("{:02}:{:02}", of_day / hour, of_day % hour)});
            }
        }
    }
    return ticks;
}

} // namespace dostyk::editor
