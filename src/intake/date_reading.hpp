/// \file
/// Dates as people write them in four languages; what could be two dates is never guessed.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// What "01/03/2024" means, for who has been asked.
enum class DateOrder { ask, day_first, month_first };

struct DateReading {
    /// ISO, as model::DateText has it: one = the date or the period, two = it may be either, none =
    /// no date.
    std::vector<std::string> readings;
    std::string time;            ///< "09:30" where a time of day is given.
    std::string zone;            ///< "Z" or "+05:00" behind the time.
    bool has_short_year = false; ///< "01.03.24": a date, if one knew of which century.

    friend bool operator==(const DateReading&, const DateReading&) = default;
};

/// Reads ISO 8601 ("2024", "2024-03", "2024-03-01", periods "A/B"), year first with other signs,
/// day first with dots ("01.03.2024", as all four languages write it), month names in kk, ky, ru
/// and en ("1 марта 2024 г.", "2024 жылғы 1 наурыз", "March 1, 2024", "19-20 апреля 2024"), two
/// dates with a dash between, and a time behind a date. With slashes or hyphens and the year last,
/// days up to the twelfth have two readings.
[[nodiscard]] DateReading read_date(std::string_view text, DateOrder order = DateOrder::ask);

} // namespace dostyk::intake
