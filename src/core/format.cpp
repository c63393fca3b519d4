#include "core/format.hpp"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

namespace dostyk {

namespace {

namespace number = icu::number;

icu::Locale locale_of(Language language)
{
    // Regions decide about separators.
    static constexpr std::array<const char*, all_languages.size()> names{"kk_KZ", "ky_KG", "ru_RU",
                                                                         "en_GB"};
    return icu::Locale(names[index_of(language)]);
}

/// Formats of all languages, made once: making one reads the locale's data, using it costs
/// microseconds and is thread-safe.
using Formats = std::array<number::LocalizedNumberFormatter, all_languages.size()>;

template <typename Make>
Formats make_formats(Make make)
{
    return {make(Language::kk), make(Language::ky), make(Language::ru), make(Language::en)};
}

number::LocalizedNumberFormatter plain_format(Language language, int max_decimals)
{
    // A value that is rounded to zero has no sign.
    return number::NumberFormatter::withLocale(locale_of(language))
        .precision(number::Precision::maxFraction(max_decimals))
        .sign(UNUM_SIGN_NEGATIVE);
}

number::LocalizedNumberFormatter large_format(Language language)
{
    return number::NumberFormatter::withLocale(locale_of(language))
        .notation(language == Language::en ? number::Notation::compactLong()
                                           : number::Notation::compactShort())
        .precision(number::Precision::maxFraction(3))
        .sign(UNUM_SIGN_NEGATIVE);
}

std::string apply(const number::LocalizedNumberFormatter& format, double value)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string text;
    format.formatDouble(value, status).toString(status).toUTF8String(text);
    return text;
}

/// A date as exact as it was written; 0 = a part that it does not have.
struct PartialDate {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::optional<int> number_in(std::string_view text, std::size_t at, std::size_t length)
{
    int value = 0;
    const char* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + length, value);
    return error == std::errc{} && end == begin + length ? std::optional(value) : std::nullopt;
}

std::optional<PartialDate> parse_date(std::string_view iso)
{
    const bool has_month = iso.size() >= 7;
    const bool has_day = iso.size() == 10;
    if ((iso.size() != 4 && iso.size() != 7 && iso.size() != 10) || (has_month && iso[4] != '-') ||
        (has_day && iso[7] != '-')) {
        return std::nullopt;
    }
    const auto year = number_in(iso, 0, 4);
    const auto month = has_month ? number_in(iso, 5, 2) : 1;
    const auto day = has_day ? number_in(iso, 8, 2) : 1;
    if (!year || *year < 0 || !month || *month < 0 || !day || *day < 0 ||
        !std::chrono::year_month_day(std::chrono::year(*year),
                                     std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
             .ok()) {
        return std::nullopt;
    }
    return PartialDate{*year, has_month ? *month : 0, has_day ? *day : 0};
}

/// How a language writes a date. CLDR 42, which ICU 72 carries, has kk and ky only as
/// abbreviations of spreadsheets ("2024-ж., 19-апрель") and orders ky's periods otherwise than its
/// dates, so the forms of the countries' own official documents stand here for all four.
struct DateForms {
    using Months = std::array<std::string_view, 12>;

    Months alone;    ///< "апрель"
    Months with_day; ///< "апреля"
    std::string_view before_year;
    std::string_view after_year;
    std::string_view after_day;
    bool is_year_first = false;
};

constexpr std::array<DateForms, all_languages.size()> date_forms{{
    {{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
      "қазан", "қараша", "желтоқсан"},
     {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
      "қазан", "қараша", "желтоқсан"},
     "",
     " жылғы ",
     " ",
     true},
    {{"январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры",
      "октябры", "ноябры", "декабры"},
     {"январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры",
      "октябры", "ноябры", "декабры"},
     "",
     "-жылдын ",
     "-",
     true},
    {{"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
      "ноябрь", "декабрь"},
     {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
      "октября", "ноября", "декабря"},
     " ",
     "\u00A0г.",
     "\u00A0",
     false},
    {{"January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December"},
     " ",
     "",
     " ",
     false},
}};

std::string month_of(const PartialDate& date, const DateForms& forms)
{
    const auto& months = date.day > 0 ? forms.with_day : forms.alone;
    return std::string(months[static_cast<std::size_t>(date.month - 1)]);
}

/// The date without its year: "19 апреля", "апрель".
std::string within_year(const PartialDate& date, const DateForms& forms)
{
    return date.day > 0
               ? std::to_string(date.day) + std::string(forms.after_day) + month_of(date, forms)
               : month_of(date, forms);
}

std::string with_year(int year, const std::string& inner, const DateForms& forms)
{
    const std::string text =
        std::string(forms.before_year) + std::to_string(year) + std::string(forms.after_year);
    return forms.is_year_first ? text + inner : inner + text;
}

std::string text_of(const PartialDate& date, const DateForms& forms)
{
    return date.month == 0 ? std::to_string(date.year)
                           : with_year(date.year, within_year(date, forms), forms);
}

bool is_same(const PartialDate& a, const PartialDate& b) noexcept
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/// What both ends share is said once.
std::string text_of(const PartialDate& from, const PartialDate& to, const DateForms& forms)
{
    if (is_same(from, to)) {
        return text_of(from, forms);
    }
    if (from.month == 0 && to.month == 0) {
        return text_of(from, forms) + "–" + text_of(to, forms);
    }
    const bool is_alike = (from.month > 0) == (to.month > 0) && (from.day > 0) == (to.day > 0);
    if (!is_alike || from.year != to.year) {
        return text_of(from, forms) + " – " + text_of(to, forms);
    }
    if (from.month == to.month) {
        return with_year(from.year, std::to_string(from.day) + "–" + within_year(to, forms), forms);
    }
    return with_year(from.year, within_year(from, forms) + " – " + within_year(to, forms), forms);
}

/// "10:30" and "UTC+5" of a date that is exact to the minute.
struct Clock {
    std::string_view time;
    std::string zone;
};

/// Take the time from the end of "2024-04-19T10:30+05:00"; nothing when it has none.
std::optional<Clock> take_clock(std::string_view& iso)
{
    constexpr std::size_t day_length = 10, time_length = 16;
    if (iso.size() <= time_length || iso[day_length] != 'T') {
        return std::nullopt;
    }
    Clock clock{iso.substr(day_length + 1, time_length - day_length - 1), "UTC"};
    std::string_view offset = iso.substr(time_length);
    if (offset != "Z") {
        const bool is_whole = offset.ends_with(":00");
        clock.zone += offset[0];
        offset.remove_prefix(offset.size() > 2 && offset[1] == '0' ? 2 : 1);
        clock.zone += offset.substr(0, offset.size() - (is_whole ? 3 : 0));
    }
    iso = iso.substr(0, day_length);
    return clock;
}

/// One end of a period, which may be a time; nothing where it is no date.
std::optional<std::string> format_end(std::string_view iso, Language language)
{
    const auto clock = take_clock(iso);
    if (!parse_date(iso)) {
        return std::nullopt;
    }
    const std::string day = format_date(iso, language);
    return clock ? day + ", " + std::string(clock->time) + " " + clock->zone : day;
}

/// "24 November 2026, 09:00–10:30 UTC+5"
std::optional<std::string> format_minutes(std::string_view from, std::string_view to,
                                          Language language)
{
    std::string_view first_day = from;
    std::string_view last_day = to;
    const auto first = take_clock(first_day);
    const auto last = take_clock(last_day);
    const auto start = format_end(from, language);
    const auto end = format_end(to, language);
    if (!start || !end || from == to) {
        return end ? start : std::nullopt;
    }
    if (first && last && first_day == last_day && first->zone == last->zone) {
        return format_date(first_day, language) + ", " + std::string(first->time) + "–" +
               std::string(last->time) + " " + first->zone;
    }
    return *start + " – " + *end;
}

} // namespace

std::string format_number(double number, Language language, int max_decimals)
{
    constexpr int usual_decimals = 2;
    static const Formats usual =
        make_formats([](Language made) { return plain_format(made, usual_decimals); });
    static const Formats whole = make_formats([](Language made) { return plain_format(made, 0); });
    if (max_decimals == usual_decimals || max_decimals == 0) {
        return apply((max_decimals == 0 ? whole : usual)[index_of(language)], number);
    }
    return apply(plain_format(language, max_decimals), number);
}

std::string format_large_number(double number, Language language)
{
    constexpr double first_large = 1e6;
    if (std::abs(number) < first_large) {
        return format_number(number, language);
    }
    static const Formats formats = make_formats(large_format);
    std::string text = apply(formats[index_of(language)], number);
    if (language == Language::ky) {
        // CLDR 42 has "млд", which nobody in Kyrgyzstan writes.
        constexpr std::string_view of_cldr = "млд";
        if (const std::size_t at = text.find(of_cldr); at != std::string::npos) {
            text.replace(at, of_cldr.size(), "млрд");
        }
    }
    return text;
}

std::string format_date(std::string_view iso, Language language)
{
    if (iso.find('T') != std::string_view::npos) {
        const std::size_t middle = iso.find('/');
        const std::string_view first = iso.substr(0, middle);
        const std::string_view last =
            middle == std::string_view::npos ? first : iso.substr(middle + 1);
        return format_minutes(first, last, language).value_or(std::string(iso));
    }
    const DateForms& forms = date_forms[index_of(language)];
    const std::size_t slash = iso.find('/');
    const auto from = parse_date(iso.substr(0, slash));
    if (!from) {
        return std::string(iso);
    }
    if (slash == std::string_view::npos) {
        return text_of(*from, forms);
    }
    const auto to = parse_date(iso.substr(slash + 1));
    return to ? text_of(*from, *to, forms) : std::string(iso);
}

} // namespace dostyk
