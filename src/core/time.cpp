#include "core/time.hpp"

#include <date/tz.h>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace dostyk {

namespace {

constexpr std::int64_t not_said = std::numeric_limits<std::int64_t>::min();
/// What set_now() was told, in seconds of the epoch.
std::atomic<std::int64_t> said_now{not_said};

/// Offset from UTC; nothing when the database has no such zone or its file is damaged.
std::optional<std::chrono::seconds> find_offset(std::string_view zone, Instant instant)
{
    // Zones are read when first asked, and a damaged file throws what the library's streams throw.
    try {
        return date::locate_zone(std::string(zone))->get_info(instant).offset;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace

Status check_tz_database()
{
    using namespace std::chrono_literals;
    const Instant day_after = date::sys_days{date::year{2024} / 3 / 2};
    if (find_offset("Asia/Almaty", day_after) != 5h || !find_offset("Asia/Bishkek", day_after)) {
        return Error{ErrorCode::unsupported, {"error.tz_too_old", {}}, {}};
    }
    return ok();
}

ZonedTime time_in(std::string_view zone, Instant instant)
{
    const std::chrono::seconds offset =
        find_offset(zone, instant).value_or(std::chrono::seconds{0});
    const auto local = date::local_seconds{instant.time_since_epoch() + offset};
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(offset);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(offset - hours);
    return {date::format("%F", local), date::format("%H:%M", local),
            minutes.count() == 0
                ? fmt::format("{:+03}", hours.count())
                : fmt::format("{:+03}:{:02}", hours.count(), std::abs(minutes.count()))};
}

std::optional<std::string> offset_at(std::string_view zone, Instant shown)
{
    const auto near = find_offset(zone, shown);
    const auto offset = near ? find_offset(zone, shown - *near) : near;
    if (!offset) {
        return std::nullopt;
    }
    if (offset->count() == 0) {
        return "Z";
    }
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*offset).count();
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
}

Instant now()
{
    if (const auto said = said_now.load(); said != not_said) {
        return Instant(std::chrono::seconds(said));
    }
    return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
}

void set_now(std::optional<Instant> instant)
{
    said_now.store(instant ? instant->time_since_epoch().count() : not_said);
}

std::string to_iso(Instant instant)
{
    return date::format("%FT%TZ", instant);
}

std::optional<Instant> parse_iso(const std::string& text)
{
    // By hand: date's parser makes a time of day of what is no number where seconds are missing.
    constexpr std::string_view form = "0000-00-00T00:00:00Z";
    const bool has_form =
        text.size() == form.size() &&
        std::equal(text.begin(), text.end(), form.begin(), [](char letter, char wanted) {
            return wanted == '0' ? letter >= '0' && letter <= '9' : letter == wanted;
        });
    if (!has_form) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t size) {
        return std::stoi(text.substr(at, size));
    };
    const date::year_month_day day{date::year(number(0, 4)),
                                   date::month(static_cast<unsigned>(number(5, 2))),
                                   date::day(static_cast<unsigned>(number(8, 2)))};
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (!day.ok() || hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    return date::sys_days(day) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second);
}

std::string today()
{
    return time_in("Asia/Almaty", now()).date;
}

} // namespace dostyk
