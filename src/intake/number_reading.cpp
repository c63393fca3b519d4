#include "intake/number_reading.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace dostyk::intake {

namespace {

constexpr std::size_t longest_number = 60; // [bytes]

/// Without blanks and apostrophes, a minus as '-', no percent sign.
std::string bare(std::string_view text)
{
    std::string made;
    while (!text.empty()) {
        std::size_t taken = 0;
        for (const std::string_view blank :
             {std::string_view(" "), std::string_view("\t"), std::string_view("\u00a0"),
              std::string_view("\u202f"), std::string_view("\u2009"), std::string_view("'"),
              std::string_view("\u2019")}) {
            taken = text.starts_with(blank) ? blank.size() : taken;
        }
        if (taken == 0 && text.starts_with("\u2212")) {
            made += '-';
            taken = std::string_view("\u2212").size();
        }
        if (taken == 0) {
            made += text.front();
            taken = 1;
        }
        text.remove_prefix(taken);
    }
    if (made.ends_with('%')) {
        made.pop_back();
    }
    return made;
}

std::optional<double> parsed(const std::string& text)
{
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [last, error] = std::from_chars(text.data(), end, number);
    const bool is_number = error == std::errc{} && last == end && std::isfinite(number);
    return is_number ? std::optional(number) : std::nullopt;
}

std::string without(std::string text, char sign)
{
    std::erase(text, sign);
    return text;
}

/// True when the sign stands where thousands part: three digits behind each, at most three before.
bool parts_thousands(std::string_view text, char sign)
{
    std::size_t at = text.find(sign);
    const std::size_t head = text.starts_with('-') ? 1 : 0;
    if (at == std::string_view::npos || at <= head || at - head > 3) {
        return false;
    }
    while (at != std::string_view::npos) {
        const std::size_t next = text.find_first_not_of("0123456789", at + 1);
        const std::size_t end = std::min(next, text.size());
        if (end - at != 4) {
            return false;
        }
        at = next != std::string_view::npos && text[next] == sign ? next : std::string_view::npos;
    }
    return true;
}

std::string with_point(std::string text)
{
    std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

std::vector<std::string> forms_of(const std::string& text)
{
    const auto commas = std::count(text.begin(), text.end(), ',');
    const auto points = std::count(text.begin(), text.end(), '.');
    if (commas == 0) {
        // "1.200.000": a number has one decimal point at most.
        return {points > 1 && parts_thousands(text, '.') ? without(text, '.') : text};
    }
    if (points > 0) {
        const bool is_comma_last = text.rfind(',') > text.rfind('.');
        const char thousands = is_comma_last ? '.' : ',';
        return {parts_thousands(text, thousands) ? with_point(without(text, thousands)) : text};
    }
    if (commas > 1) {
        return {parts_thousands(text, ',') ? without(text, ',') : text};
    }
    const bool is_open =
        parts_thousands(text, ',') && !text.starts_with("0,") && !text.starts_with("-0,");
    return is_open ? std::vector{without(text, ','), with_point(text)}
                   : std::vector{with_point(text)};
}

} // namespace

std::vector<double> read_number(std::string_view text)
{
    std::vector<double> numbers;
    if (text.size() > longest_number) {
        return numbers;
    }
    for (const std::string& form : forms_of(bare(text))) {
        if (const auto number = parsed(form)) {
            numbers.push_back(*number);
        }
    }
    return numbers;
}

} // namespace dostyk::intake
