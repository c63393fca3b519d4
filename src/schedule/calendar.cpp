#include "schedule/calendar.hpp"

#include "model/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace dostyk::schedule {

namespace {

constexpr std::size_t most_days = 100;
constexpr Minute noon = 12 * 60;
constexpr Minute day_min = 24 * 60;

std::string date_after(const std::string& date, int days)
{
    const auto midnight = parse_iso(date + "T00:00:00Z");
    return to_iso(*midnight + std::chrono::hours(24 * days)).substr(0, 10);
}

/// How far a zone's clock is ahead of UTC at an instant. [min]
Minute offset_of(std::string_view zone, Instant instant)
{
    const Instant whole = std::chrono::floor<std::chrono::minutes>(instant);
    const ZonedTime shown = time_in(zone, whole);
    const auto clock = parse_iso(shown.date + "T" + shown.time + ":00Z");
    return static_cast<Minute>(
        std::chrono::duration_cast<std::chrono::minutes>(*clock - whole).count());
}

} // namespace

std::optional<Instant> instant_on(std::string_view zone, const std::string& date,
                                  Minute minute_of_day)
{
    const auto midnight = parse_iso(date + "T00:00:00Z");
    if (date.size() != 10 || !midnight) {
        return std::nullopt;
    }
    const Instant shown = *midnight + std::chrono::minutes(minute_of_day);
    const auto offset = offset_at(zone, shown);
    constexpr std::size_t to_the_minute = 16; // "2026-05-12T09:00"
    return offset ? model::instant_of(to_iso(shown).substr(0, to_the_minute) + *offset)
                  : std::nullopt;
}

Result<Calendar> Calendar::make(std::string zone, const std::string& first, const std::string& last)
{
    const auto refused = [&](const char* key) {
        return Error{
            ErrorCode::invalid, {key, {{"zone", zone}, {"first", first}, {"last", last}}}, {}};
    };
    const auto origin = instant_on(zone, first, 0);
    if (!offset_at(zone, Instant{})) {
        return refused("error.schedule.zone");
    }
    if (!origin || !instant_on(zone, last, 0) || last < first) {
        return refused("error.schedule.days");
    }
    Calendar calendar;
    calendar.m_origin = *origin;
    for (std::string date = first; date <= last; date = date_after(date, 1)) {
        const auto begin = instant_on(zone, date, 0);
        const auto end = instant_on(zone, date_after(date, 1), 0);
        calendar.m_days.push_back({date, {calendar.minute_of(*begin), calendar.minute_of(*end)}});
        if (calendar.m_days.size() > most_days) {
            return refused("error.schedule.too_many_days");
        }
    }
    calendar.m_zone = std::move(zone);
    return calendar;
}

Minute Calendar::minute_of(Instant instant) const noexcept
{
    return static_cast<Minute>(
        std::chrono::floor<std::chrono::minutes>(instant - m_origin).count());
}

Instant Calendar::instant_at(Minute minute) const noexcept
{
    return m_origin + std::chrono::minutes(minute);
}

std::string Calendar::iso_at(Minute minute, std::string_view zone) const
{
    const Instant instant = instant_at(minute);
    const ZonedTime shown = time_in(zone, instant);
    const Minute offset = offset_of(zone, instant);
    return fmt::format("{}T{}{}{:02}:{:02}", shown.date, shown.time, offset < 0 ? '-' : '+',
                       std::abs(offset) / 60, std::abs(offset) % 60);
}

Index Calendar::day_of(Minute minute) const noexcept
{
    if (m_days.empty()) {
        return 0;
    }
    // Days are as long as each other but for an hour: the guess is mostly right.
    const auto last = static_cast<Index>(m_days.size()) - 1;
    const auto begins = [&](Index day) {
        return m_days[static_cast<std::size_t>(day)].whole.begin;
    };
    Index day = std::clamp((minute - begins(0)) / day_min, 0, last);
    while (day > 0 && minute < begins(day)) {
        --day;
    }
    while (day < last && minute >= begins(day + 1)) {
        ++day;
    }
    return day;
}

std::vector<Minute> Calendar::clock_shifts(std::string_view zone) const
{
    std::vector<Minute> shifts;
    for (const Day& day : m_days) {
        const Instant at = instant_at(day.whole.begin + noon);
        shifts.push_back(offset_of(zone, at) - offset_of(m_zone, at));
    }
    return shifts;
}

} // namespace dostyk::schedule
