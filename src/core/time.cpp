#include "core/time.hpp"

#include <date/tz.h>

#include <fmt/format.h>

#include <stdexcept>

namespace dostyk {

namespace {

/// Null when the database has no such zone or cannot be read.
const date::time_zone* find_zone(std::string_view name)
{
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

} // namespace

Status check_tz_database()
{
    using namespace std::chrono_literals;
    const date::time_zone* almaty = find_zone("Asia/Almaty");
    const auto day_after = date::sys_days{date::year{2024} / 3 / 2};
    if (almaty == nullptr || find_zone("Asia/Bishkek") == nullptr ||
        almaty->get_info(day_after).offset != 5h) {
        return Error{ErrorCode::unsupported, {"error.tz_too_old", {}}, {}};
    }
    return ok();
}

ZonedTime time_in(std::string_view zone, Instant instant)
{
    std::chrono::seconds offset{0};
    if (const date::time_zone* found = find_zone(zone)) {
        offset = found->get_info(instant).offset;
    }
    const auto local = date::local_seconds{instant.time_since_epoch() + offset};
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(offset);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(offset - hours);
    return {date::format("%F", local), date::format("%H:%M", local),
            minutes.count() == 0
                ? fmt::format("{:+03}", hours.count())
                : fmt::format("{:+03}:{:02}", hours.count(), std::abs(minutes.count()))};
}

Instant now()
{
    return std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string today()
{
    return time_in("Asia/Almaty", now()).date;
}

} // namespace dostyk
