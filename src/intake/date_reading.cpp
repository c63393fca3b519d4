#include "intake/date_reading.hpp"

#include "core/fold.hpp"
#include "intake/month_names.hpp"
#include "model/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace dostyk::intake {

namespace {

constexpr std::size_t longest_date = 120; // [bytes]: a longer text is a sentence

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Every dash is a hyphen, every blank a space.
std::string plain(std::string_view text)
{
    std::string made;
    while (!text.empty()) {
        bool is_replaced = false;
        for (const auto& [from, to] : {std::pair{"–", '-'},
                                       {"—", '-'},
                                       {"‑", '-'},
                                       {"−", '-'},
                                       {"\u00a0", ' '},
                                       {"\u202f", ' '},
                                       {"\u2009", ' '}}) {
            if (text.starts_with(from)) {
                made += to;
                text.remove_prefix(std::string_view(from).size());
                is_replaced = true;
                break;
            }
        }
        if (!is_replaced) {
            made += text.front();
            text.remove_prefix(1);
        }
    }
    return made;
}

bool is_digit(char letter) noexcept
{
    return letter >= '0' && letter <= '9';
}

struct Number {
    unsigned value = 0;
    std::size_t digits = 0;
};

std::string iso(unsigned year, unsigned month, unsigned day)
{
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<std::string> if_date(std::string text)
{
    return model::is_date_text(text) ? std::optional(std::move(text)) : std::nullopt;
}

/// Numbers with one and the same sign between them: "01.03.2024", "2024/3/1"; nothing else.
struct Numeric {
    std::vector<Number> parts;
    char sign = '\0';
};

std::optional<Numeric> read_numeric(std::string_view text)
{
    Numeric made;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) {
            ++end;
        }
        Number number{0, end - i};
        if (number.digits == 0 || number.digits > 4) {
            return std::nullopt;
        }
        std::from_chars(text.data() + i, text.data() + end, number.value);
        made.parts.push_back(number);
        if (end == text.size()) {
            return made;
        }
        const char sign = text[end];
        const bool is_known = sign == '.' || sign == '/' || sign == '-';
        if (!is_known || (made.sign != '\0' && made.sign != sign)) {
            return std::nullopt;
        }
        made.sign = sign;
        i = end + 1;
    }
    return std::nullopt; // ends with a sign, or is empty
}

DateReading readings_of(std::vector<std::optional<std::string>> found)
{
    DateReading reading;
    for (auto& each : found) {
        const bool is_new = each && std::find(reading.readings.begin(), reading.readings.end(),
                                              *each) == reading.readings.end();
        if (is_new) {
            reading.readings.push_back(*std::move(each));
        }
    }
    return reading;
}

/// Year last: with dots the day is first, with other signs it may be either.
DateReading read_year_last(const Numeric& numeric, DateOrder order)
{
    const unsigned first = numeric.parts[0].value;
    const unsigned second = numeric.parts[1].value;
    const unsigned year = numeric.parts[2].value;
    auto day_first = if_date(iso(year, second, first));
    auto month_first = if_date(iso(year, first, second));
    if (numeric.sign == '.') {
        return readings_of({day_first});
    }
    if (day_first && month_first && order != DateOrder::ask) {
        return readings_of({order == DateOrder::day_first ? day_first : month_first});
    }
    return readings_of({day_first, month_first});
}

DateReading read_numbers(const Numeric& numeric, DateOrder order)
{
    const auto& parts = numeric.parts;
    const auto is_year = [&](std::size_t i) { return parts[i].digits == 4; };
    const auto is_short = [&](std::size_t i) { return parts[i].digits <= 2; };
    if (parts.size() == 1 && is_year(0)) {
        return readings_of({if_date(fmt::format("{:04}", parts[0].value))});
    }
    if (parts.size() == 2 && is_year(0) && is_short(1)) {
        return readings_of({if_date(fmt::format("{:04}-{:02}", parts[0].value, parts[1].value))});
    }
    if (parts.size() == 2 && is_short(0) && is_year(1)) {
        return readings_of({if_date(fmt::format("{:04}-{:02}", parts[1].value, parts[0].value))});
    }
    if (parts.size() != 3 || !is_short(1)) {
        return {};
    }
    if (is_year(0) && is_short(2)) {
        return readings_of({if_date(iso(parts[0].value, parts[1].value, parts[2].value))});
    }
    if (is_short(0) && is_year(2)) {
        return read_year_last(numeric, order);
    }
    DateReading reading;
    reading.has_short_year = is_short(0) && parts[2].digits == 2;
    return reading;
}

/// Numbers and folded words of a text with a month's name.
struct Worded {
    std::vector<unsigned> years;
    std::vector<unsigned> days;
    unsigned month = 0;
};

std::optional<Worded> read_words(std::string_view text)
{
    Worded made;
    const auto is_between = [](char letter) {
        return std::string_view(" .,-/()").find(letter) != std::string_view::npos;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (is_between(text[i])) {
            ++i;
            continue;
        }
        const bool is_number = is_digit(text[i]);
        std::size_t end = i;
        while (end < text.size() && !is_between(text[end]) && is_digit(text[end]) == is_number) {
            ++end;
        }
        const std::string_view word = text.substr(i, end - i);
        i = end;
        if (is_number) {
            unsigned number = 0;
            if (word.size() > 4 || word.size() == 3) {
                return std::nullopt;
            }
            std::from_chars(word.data(), word.data() + word.size(), number);
            (word.size() == 4 ? made.years : made.days).push_back(number);
            if (made.years.size() > 1 || made.days.size() > 2) {
                return std::nullopt;
            }
            continue;
        }
        const std::string folded = fold(word);
        const unsigned month = month_of(folded);
        if (month != 0 && made.month == 0) {
            made.month = month;
        } else if (!folded.empty() && !is_date_filler(folded)) {
            return std::nullopt;
        }
    }
    return made;
}

DateReading read_worded(std::string_view text)
{
    const auto words = read_words(text);
    if (!words || words->month == 0) {
        return {};
    }
    if (words->years.empty()) {
        DateReading reading;
        // "1 марта 24": the last of two short numbers was to be a year.
        reading.has_short_year = words->days.size() == 2;
        return reading;
    }
    const unsigned year = words->years.front();
    if (words->days.empty()) {
        return readings_of({if_date(fmt::format("{:04}-{:02}", year, words->month))});
    }
    const std::string first = iso(year, words->month, words->days.front());
    const std::string last = iso(year, words->month, words->days.back());
    return readings_of({if_date(words->days.size() == 1 ? first : first + '/' + last)});
}

DateReading read_single(std::string_view text, DateOrder order)
{
    // "01.03.2024 г." is a date in numbers with a word behind it.
    std::string_view bare = text;
    for (const char* tail : {" г.", " г", "г.", " года", " ж.", " ж", "ж."}) {
        if (bare.ends_with(tail)) {
            bare.remove_suffix(std::string_view(tail).size());
            break;
        }
    }
    if (const auto numeric = read_numeric(trimmed(bare))) {
        return read_numbers(*numeric, order);
    }
    return read_worded(text);
}

/// "+05:00" for "+5", "+05" and "+0500".
std::string with_colon(std::string_view offset)
{
    if (offset.empty() || offset == "Z") {
        return std::string(offset);
    }
    std::string digits(offset.substr(1));
    std::erase(digits, ':');
    if (digits.size() % 2 != 0) {
        digits.insert(digits.begin(), '0');
    }
    digits.resize(4, '0');
    return std::string(1, offset.front()) + digits.substr(0, 2) + ':' + digits.substr(2);
}

/// Takes " 09:30", "T09:30:00+05:00" from the end of a text.
std::string_view take_time(std::string_view text, DateReading& reading)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return text;
    }
    std::size_t start = colon;
    while (start > 0 && is_digit(text[start - 1])) {
        --start;
    }
    Number hour{0, colon - start};
    Number minute{0, 2};
    const std::string_view tail = text.substr(colon + 1);
    const bool has_minute = tail.size() >= 2 && is_digit(tail[0]) && is_digit(tail[1]);
    if (hour.digits == 0 || hour.digits > 2 || !has_minute || start == 0) {
        return text;
    }
    std::from_chars(text.data() + start, text.data() + colon, hour.value);
    std::from_chars(tail.data(), tail.data() + 2, minute.value);
    std::string_view rest = tail.substr(2);
    while (!rest.empty() &&
           (rest.front() == ':' || rest.front() == '.' || is_digit(rest.front()))) {
        rest.remove_prefix(1); // seconds
    }
    rest = trimmed(rest);
    const bool is_offset = !rest.empty() && (rest.front() == '+' || rest.front() == '-') &&
                           rest.find_first_not_of("+-:0123456789") == std::string_view::npos;
    if (hour.value > 23 || minute.value > 59 || !(rest.empty() || rest == "Z" || is_offset)) {
        return text;
    }
    reading.time = fmt::format("{:02}:{:02}", hour.value, minute.value);
    reading.zone = with_colon(rest);
    std::string_view date = trimmed(text.substr(0, start));
    while (!date.empty() && (date.back() == 'T' || date.back() == ',')) {
        date.remove_suffix(1);
    }
    return trimmed(date);
}

/// "A/B" and "A - B", where both are single days or months that are sure.
std::optional<DateReading> read_period(std::string_view text, DateOrder order)
{
    for (const std::string_view sign :
         {std::string_view(" - "), std::string_view("/"), std::string_view("-")}) {
        for (std::size_t at = text.find(sign); at != std::string_view::npos;
             at = text.find(sign, at + 1)) {
            const DateReading first = read_single(trimmed(text.substr(0, at)), order);
            if (first.readings.size() != 1) {
                continue;
            }
            const DateReading last = read_single(trimmed(text.substr(at + sign.size())), order);
            if (last.readings.size() == 1) {
                auto period = readings_of({if_date(first.readings[0] + '/' + last.readings[0])});
                if (!period.readings.empty()) {
                    return period;
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace

DateReading read_date(std::string_view text, DateOrder order)
{
    const std::string whole = plain(trimmed(text));
    if (whole.empty() || whole.size() > longest_date) {
        return {};
    }
    DateReading with_time;
    const std::string_view date = take_time(trimmed(whole), with_time);
    DateReading reading = read_single(date, order);
    if (reading.readings.empty() && !reading.has_short_year && with_time.time.empty()) {
        if (auto period = read_period(date, order)) {
            reading = *std::move(period);
        }
    }
    reading.time = with_time.time;
    reading.zone = with_time.zone;
    return reading;
}

} // namespace dostyk::intake
