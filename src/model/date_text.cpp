#include "model/date_text.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace dostyk::model {

namespace {

constexpr std::size_t year_length = 4;  // "2024"
constexpr std::size_t month_length = 7; // "2024-04"
constexpr std::size_t day_length = 10;  // "2024-04-19"
constexpr std::size_t time_length = 16; // "2024-04-19T10:30", before the offset

/// Digits of a part as a number; nothing when another character is among them.
std::optional<unsigned> digits(std::string_view part) noexcept
{
    unsigned number = 0;
    for (const char letter : part) {
        if (letter < '0' || letter > '9') {
            return std::nullopt;
        }
        number = number * 10 + static_cast<unsigned>(letter - '0');
    }
    return number;
}

/// Minutes of a clock "10:30"; nothing when no clock shows it.
std::optional<std::chrono::minutes> clock_of(std::string_view text) noexcept
{
    constexpr unsigned hours_of_day = 24, minutes_of_hour = 60;
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    const auto hours = digits(text.substr(0, 2));
    const auto minutes = digits(text.substr(3));
    if (!hours || !minutes || *hours >= hours_of_day || *minutes >= minutes_of_hour) {
        return std::nullopt;
    }
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
}

/// "Z", "+05:00", "-03:30".
std::optional<std::chrono::minutes> offset_of(std::string_view text) noexcept
{
    if (text == "Z") {
        return std::chrono::minutes(0);
    }
    if (text.empty() || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    const auto minutes = clock_of(text.substr(1));
    return minutes && text[0] == '-' ? std::optional(-*minutes) : minutes;
}

bool is_single_date(std::string_view iso) noexcept
{
    using namespace std::chrono;
    if (iso.size() > time_length) {
        return instant_of(iso).has_value();
    }
    if (iso.size() != year_length && iso.size() != month_length && iso.size() != day_length) {
        return false;
    }
    const auto year_number = digits(iso.substr(0, year_length));
    if (!year_number || *year_number == 0) {
        return false;
    }
    if (iso.size() == year_length) {
        return true;
    }
    const auto month_number = digits(iso.substr(5, 2));
    if (iso[4] != '-' || !month_number || !month{*month_number}.ok()) {
        return false;
    }
    if (iso.size() == month_length) {
        return true;
    }
    const auto day_number = digits(iso.substr(8, 2));
    return iso[7] == '-' && day_number &&
           year_month_day{year{static_cast<int>(*year_number)}, month{*month_number},
                          day{*day_number}}
               .ok();
}

} // namespace

bool is_date_text(std::string_view iso) noexcept
{
    if (iso.find('/') == std::string_view::npos) {
        return is_single_date(iso);
    }
    const auto [first, last] = ends_of(iso);
    const auto from = instant_of(first);
    const auto to = instant_of(last);
    if (from && to) {
        return *from <= *to;
    }
    // "2021/2021-05" is odd but no contradiction, so only the common part is compared.
    const std::size_t common = std::min(first.size(), last.size());
    return is_single_date(first) && is_single_date(last) &&
           first.substr(0, common) <= last.substr(0, common);
}

std::optional<Instant> instant_of(std::string_view iso) noexcept
{
    using namespace std::chrono;
    if (iso.size() <= time_length || iso[day_length] != 'T' ||
        !is_single_date(iso.substr(0, day_length))) {
        return std::nullopt;
    }
    const auto clock = clock_of(iso.substr(day_length + 1, time_length - day_length - 1));
    const auto offset = offset_of(iso.substr(time_length));
    if (!clock || !offset) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t size) {
        return *digits(iso.substr(at, size));
    };
    const sys_days day_of = year_month_day{year{static_cast<int>(number(0, year_length))},
                                           month{number(5, 2)}, day{number(8, 2)}};
    return day_of + *clock - *offset;
}

std::pair<std::string_view, std::string_view> ends_of(std::string_view iso) noexcept
{
    const std::size_t slash = iso.find('/');
    if (slash == std::string_view::npos) {
        return {iso, iso};
    }
    return {iso.substr(0, slash), iso.substr(slash + 1)};
}

bool is_earlier(std::string_view a, std::string_view b) noexcept
{
    const auto instant_a = instant_of(ends_of(a).second);
    const auto instant_b = instant_of(ends_of(b).second);
    if (instant_a && instant_b) {
        return *instant_a < *instant_b;
    }
    // ISO dates sort as text, and a prefix before what it is a prefix of.
    return ends_of(a).second < ends_of(b).second;
}

} // namespace dostyk::model
