#include "model/date_text.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace dostyk::model {

namespace {

constexpr std::size_t year_length = 4;  // "2024"
constexpr std::size_t month_length = 7; // "2024-04"
constexpr std::size_t day_length = 10;  // "2024-04-19"

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

bool is_single_date(std::string_view iso) noexcept
{
    using namespace std::chrono;
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
    // "2021/2021-05" is odd but no contradiction, so only the common part is compared.
    const std::size_t common = std::min(first.size(), last.size());
    return is_single_date(first) && is_single_date(last) &&
           first.substr(0, common) <= last.substr(0, common);
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
    // ISO dates sort as text, and a prefix before what it is a prefix of.
    return ends_of(a).second < ends_of(b).second;
}

} // namespace dostyk::model
