#include "editor/typed_amount.hpp"

#include "core/message.hpp"
#include "intake/number_reading.hpp"
#include "model/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

namespace dostyk::editor {

namespace {

constexpr std::string_view blanks[] = {" ", "\u00a0", "\u202f"};

/// Bytes of the blank at the head of a text; 0 where there is none.
std::size_t blank_length(std::string_view text)
{
    for (const std::string_view blank : blanks) {
        if (text.starts_with(blank)) {
            return blank.size();
        }
    }
    return 0;
}

/// Stands for the number: ICU would round it and write it in its own way.
constexpr std::string_view number_sign = "\x01";

/// An amount in a language, with a sign in place of its number. \param count  Tells the plural.
std::string worded(std::string_view unit, double count, Language language)
{
    return tr(language,
              Message{fmt::format("unit.{}", unit),
                      {{"number", std::string(number_sign)}, {"count", fmt::format("{}", count)}}});
}

std::string qualified(const std::string& amount, std::string_view qualifier, Language language)
{
    return qualifier.empty() ? amount
                             : tr(language, Message{fmt::format("qualifier.{}", qualifier),
                                                    {{"amount", amount}}});
}

/// What is compared: one blank between words and none beside the number, the raised digits of units
/// on the line.
std::string pattern_of(std::string_view before, std::string_view after)
{
    constexpr std::string_view square = "²", cube = "³";
    const auto plain = [&](std::string_view text) {
        std::string made;
        bool is_apart = false; // from the next word
        for (std::size_t i = 0; i < text.size();) {
            const std::string_view rest = text.substr(i);
            if (const std::size_t blank = blank_length(rest); blank > 0) {
                is_apart = true;
                i += blank;
                continue;
            }
            made += std::exchange(is_apart, false) && !made.empty() ? " " : "";
            if (rest.starts_with(square) || rest.starts_with(cube)) {
                made += rest.starts_with(square) ? '2' : '3';
                i += square.size();
            } else {
                made += text[i++];
            }
        }
        return made;
    };
    return plain(before) + std::string(number_sign) + plain(after);
}

std::string pattern_of(std::string_view worded)
{
    const std::size_t number = worded.find(number_sign);
    return pattern_of(worded.substr(0, number), worded.substr(number + number_sign.size()));
}

struct Words {
    std::string_view unit;
    std::string_view qualifier;
};

/// Every amount that can be said, by its pattern.
std::map<std::string, Words> make_patterns()
{
    std::map<std::string, Words> made;
    std::vector<std::string_view> qualifiers{""};
    qualifiers.insert(qualifiers.end(), model::qualifiers().begin(), model::qualifiers().end());
    const auto put = [&](const std::string& amount, std::string_view unit, Language language) {
        for (const std::string_view qualifier : qualifiers) {
            made.emplace(pattern_of(qualified(amount, qualifier, language)),
                         Words{unit, qualifier});
        }
    };
    for (const std::string_view unit : model::units()) {
        for (const std::string_view qualifier : qualifiers) {
            made.emplace(pattern_of(fmt::format("{} {} {}", qualifier, number_sign, unit)),
                         Words{unit, qualifier});
        }
        for (const Language language : all_languages) {
            put(fmt::format("{} {}", number_sign, unit), unit, language);
            for (const double count : {1.0, 2.0, 5.0, 1.5}) { // each form of the plural
                put(worded(unit, count, language), unit, language);
            }
        }
    }
    return made;
}

/// The shortest digits that give the number back, without an exponent.
std::string plain_digits(double number)
{
    std::array<char, 400> digits{}; // the largest double has 309 before its point
    const auto made = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                    std::chars_format::fixed);
    return {digits.data(), made.ptr};
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// Where the number of a text begins and ends: digits, signs between them and blanks before digits.
std::pair<std::size_t, std::size_t> find_number(std::string_view text)
{
    constexpr std::string_view minus = "\u2212";
    std::size_t begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos) {
        return {0, 0};
    }
    std::size_t end = begin;
    while (end < text.size()) {
        const std::string_view rest = text.substr(end);
        const std::size_t blank = blank_length(rest);
        const std::size_t sign = rest.front() == '.' || rest.front() == ',' ? 1 : 0;
        const std::size_t between = std::max(blank, sign);
        if (!is_digit(rest.front()) &&
            (between == 0 || rest.size() <= between || !is_digit(rest[between]))) {
            break;
        }
        end += std::max<std::size_t>(between, 1);
    }
    const std::string_view before = text.substr(0, begin);
    begin -= before.ends_with('-') ? 1 : before.ends_with(minus) ? minus.size() : 0;
    return {begin, end};
}

} // namespace

std::optional<double> parse_number(std::string_view text)
{
    const auto readings = intake::read_number(text);
    return readings.size() == 1 ? std::optional(readings.front()) : std::nullopt;
}

std::string amount_text(const model::Amount& amount, Language language)
{
    std::string text =
        qualified(worded(amount.unit, amount.number, language), amount.qualifier, language);
    const std::size_t sign = text.find(number_sign);
    return sign == std::string::npos
               ? text
               : text.replace(sign, number_sign.size(), plain_digits(amount.number));
}

std::optional<model::Amount> parse_amount(std::string_view text)
{
    static const std::map<std::string, Words> patterns = make_patterns();
    const auto [begin, end] = find_number(text);
    const auto number = parse_number(text.substr(begin, end - begin));
    const auto found = patterns.find(pattern_of(text.substr(0, begin), text.substr(end)));
    if (!number || found == patterns.end()) {
        return std::nullopt;
    }
    return model::Amount{*number, std::string(found->second.unit),
                         std::string(found->second.qualifier)};
}

} // namespace dostyk::editor
