#include "core/format.hpp"

#include <unicode/dtintrv.h>
#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <optional>

namespace dostyk {

namespace {

icu::Locale locale_of(Language language)
{
    // Regions decide about separators and about how a date is written.
    static constexpr std::array<const char*, all_languages.size()> names{"kk_KZ", "ky_KG", "ru_RU",
                                                                         "en_GB"};
    return icu::Locale(names[index_of(language)]);
}

std::string to_utf8(const icu::UnicodeString& text)
{
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

/// A date as exact as it was written: parts beyond the exactness are 1.
struct PartialDate {
    int year = 0;
    int month = 1;
    int day = 1;
    const char* skeleton = "y";
};

std::optional<int> number_in(std::string_view text, std::size_t at, std::size_t length)
{
    int number = 0;
    const char* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + length, number);
    return error == std::errc{} && end == begin + length ? std::optional(number) : std::nullopt;
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
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) {
        return std::nullopt;
    }
    return PartialDate{*year, *month, *day, has_day ? "yMMMMd" : has_month ? "yMMMM" : "y"};
}

UDate instant_of(const PartialDate& date)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
    calendar.clear();
    calendar.set(date.year, date.month - 1, date.day, 12, 0);
    return calendar.getTime(status);
}

/// Making a date format costs milliseconds; panels ask for the same few again and again.
const icu::SimpleDateFormat& date_format(Language language, const std::string& skeleton)
{
    thread_local std::map<std::pair<Language, std::string>, std::unique_ptr<icu::SimpleDateFormat>>
        formats;
    auto& format = formats[{language, skeleton}];
    if (format == nullptr) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale = locale_of(language);
        const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
            icu::DateTimePatternGenerator::createInstance(locale, status));
        format = std::make_unique<icu::SimpleDateFormat>(
            patterns->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), status), locale,
            status);
        format->setTimeZone(*icu::TimeZone::getGMT());
    }
    return *format;
}

const icu::DateIntervalFormat& interval_format(Language language, const std::string& skeleton)
{
    thread_local std::map<std::pair<Language, std::string>,
                          std::unique_ptr<icu::DateIntervalFormat>>
        formats;
    auto& format = formats[{language, skeleton}];
    if (format == nullptr) {
        UErrorCode status = U_ZERO_ERROR;
        format.reset(icu::DateIntervalFormat::createInstance(icu::UnicodeString::fromUTF8(skeleton),
                                                             locale_of(language), status));
        format->setTimeZone(*icu::TimeZone::getGMT());
    }
    return *format;
}

std::string format_period(const PartialDate& from, const PartialDate& to, Language language)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    icu::FieldPosition position;
    const icu::DateInterval interval(instant_of(from), instant_of(to));
    interval_format(language, from.skeleton).format(&interval, text, position, status);
    return to_utf8(text);
}

std::string format_with(const icu::number::UnlocalizedNumberFormatter& format, double number,
                        Language language)
{
    UErrorCode status = U_ZERO_ERROR;
    return to_utf8(
        format.locale(locale_of(language)).formatDouble(number, status).toString(status));
}

} // namespace

std::string format_number(double number, Language language, int max_decimals)
{
    return format_with(icu::number::NumberFormatter::with().precision(
                           icu::number::Precision::maxFraction(max_decimals)),
                       number, language);
}

std::string format_large_number(double number, Language language)
{
    constexpr double first_large = 1e6;
    if (std::abs(number) < first_large) {
        return format_number(number, language);
    }
    return format_with(icu::number::NumberFormatter::with()
                           .notation(language == Language::en
                                         ? icu::number::Notation::compactLong()
                                         : icu::number::Notation::compactShort())
                           .precision(icu::number::Precision::maxFraction(3)),
                       number, language);
}

std::string format_date(std::string_view iso, Language language)
{
    const std::size_t slash = iso.find('/');
    const auto from = parse_date(iso.substr(0, slash));
    if (!from) {
        return std::string(iso);
    }
    if (slash != std::string_view::npos) {
        const auto to = parse_date(iso.substr(slash + 1));
        return to ? format_period(*from, *to, language) : std::string(iso);
    }
    icu::UnicodeString text;
    date_format(language, from->skeleton).format(instant_of(*from), text);
    return to_utf8(text);
}

} // namespace dostyk
