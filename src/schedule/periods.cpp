#include "schedule/periods.hpp"

#include "model/date_text.hpp"

#include <cctype>
#include <string>
#include <utility>

namespace dostyk::schedule {

namespace {

constexpr Minute day_min = 24 * 60;

/// "09:00"; "24:00" too, as an end.
std::optional<Minute> read_clock(std::string_view text)
{
    const auto is_digit = [&](std::size_t at) {
        return std::isdigit(static_cast<unsigned char>(text[at])) != 0;
    };
    if (text.size() != 5 || text[2] != ':' || !is_digit(0) || !is_digit(1) || !is_digit(3) ||
        !is_digit(4)) {
        return std::nullopt;
    }
    const Minute hours = (text[0] - '0') * 10 + (text[1] - '0');
    const Minute minutes = (text[3] - '0') * 10 + (text[4] - '0');
    const Minute all = hours * 60 + minutes;
    return minutes < 60 && all <= day_min ? std::optional(all) : std::nullopt;
}

/// Each day of the calendar and the one before, whose hours may reach over midnight.
Intervals daily(const Calendar& calendar, std::string_view zone, Interval hours)
{
    const std::vector<Minute> shifts = calendar.clock_shifts(zone);
    Intervals all;
    for (std::size_t i = 0; i < calendar.days().size(); ++i) {
        // A clock that is ahead shows an hour before the meeting's does.
        const Minute begin = calendar.days()[i].whole.begin - shifts[i];
        for (const Minute day : {-day_min, 0, day_min}) {
            all.push_back({begin + day + hours.begin, begin + day + hours.end});
        }
    }
    return united(std::move(all));
}

/// One end of a dated period: an instant, or the midnight that a day begins or ends with.
std::optional<Minute> read_end(const Calendar& calendar, std::string_view zone,
                               std::string_view text, bool is_last)
{
    if (const auto instant = model::instant_of(text)) {
        return calendar.minute_of(*instant);
    }
    if (text.size() != 10 || !model::is_date_text(text)) {
        return std::nullopt;
    }
    const auto midnight = instant_on(zone, std::string(text), is_last ? day_min : 0);
    return midnight ? std::optional(calendar.minute_of(*midnight)) : std::nullopt;
}

} // namespace

std::optional<Interval> read_hours(std::string_view text)
{
    const std::size_t dash = text.find('-');
    const auto begin = read_clock(text.substr(0, dash));
    const auto end =
        dash != std::string_view::npos ? read_clock(text.substr(dash + 1)) : std::nullopt;
    if (!begin || !end || *begin == *end) {
        return std::nullopt;
    }
    return Interval{*begin, *end < *begin ? *end + day_min : *end};
}

std::optional<Intervals> read_period(const Calendar& calendar, std::string_view zone,
                                     std::string_view text)
{
    if (text == "24/7") {
        return daily(calendar, zone, {0, day_min});
    }
    if (const auto hours = read_hours(text)) {
        return daily(calendar, zone, *hours);
    }
    const auto [first, last] = model::ends_of(text);
    const auto begin = read_end(calendar, zone, first, false);
    const auto end = read_end(calendar, zone, last, true);
    if (!begin || !end || *begin >= *end) {
        return std::nullopt;
    }
    return Intervals{{*begin, *end}};
}

} // namespace dostyk::schedule
