#include "editor/tools/coordinates_text.hpp"

#include "model/validate_value.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::editor {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 16> letters{{
    {"N", 'N'},
    {"S", 'S'},
    {"E", 'E'},
    {"W", 'W'},
    {"n", 'N'},
    {"s", 'S'},
    {"e", 'E'},
    {"w", 'W'},
    {"С", 'N'},
    {"Ю", 'S'},
    {"В", 'E'},
    {"З", 'W'},
    {"с", 'N'},
    {"ю", 'S'},
    {"в", 'E'},
    {"з", 'W'},
}};
constexpr std::array<std::string_view, 10> marks{"°", "º", "'", "′", "’", "\"", "″", "”", ";", " "};

/// An angle in the making: up to three numbers, and the letter that says its axis.
struct Angle {
    std::vector<double> parts;
    char letter = 0;
};

std::optional<double> degrees_of(const Angle& angle)
{
    if (angle.parts.empty() || angle.parts.size() > 3) {
        return std::nullopt;
    }
    double degrees = std::abs(angle.parts[0]);
    double unit = 1;
    for (std::size_t i = 1; i < angle.parts.size(); ++i) {
        unit /= 60;
        const bool is_whole = angle.parts[i - 1] == std::floor(angle.parts[i - 1]);
        if (angle.parts[i] < 0 || angle.parts[i] >= 60 || !is_whole) {
            return std::nullopt;
        }
        degrees += angle.parts[i] * unit;
    }
    const bool is_negative =
        std::signbit(angle.parts[0]) != (angle.letter == 'S' || angle.letter == 'W');
    return is_negative ? -degrees : degrees;
}

/// Numbers and letters of a text; nothing when it holds anything else.
std::optional<std::pair<std::vector<double>, std::vector<std::pair<std::size_t, char>>>>
take_apart(std::string_view text)
{
    std::vector<double> numbers;
    std::vector<std::pair<std::size_t, char>> found; // letter after so many numbers
    const auto starts_with_any = [&](const auto& words, auto text_of) -> const auto*
    {
        for (const auto& word : words) {
            if (text.starts_with(text_of(word))) {
                return &word;
            }
        }
        return static_cast<decltype(&words[0])>(nullptr);
    };
    while (!text.empty()) {
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number,
                                                  std::chars_format::fixed);
        if (error == std::errc{}) {
            numbers.push_back(number);
            text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        } else if (const auto* letter =
                       starts_with_any(letters, [](const auto& row) { return row.first; })) {
            found.emplace_back(numbers.size(), letter->second);
            text.remove_prefix(letter->first.size());
        } else if (const auto* mark = starts_with_any(marks, [](auto word) { return word; })) {
            text.remove_prefix(mark->size());
        } else {
            return std::nullopt;
        }
    }
    return std::pair{std::move(numbers), std::move(found)};
}

/// Commas between numbers to spaces, commas within them to points.
std::string without_commas(std::string_view text)
{
    const bool has_point = text.find('.') != std::string_view::npos;
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = i + 1 == text.size() || text[i + 1] == ' ';
        plain += text[i] != ',' ? text[i] : (has_point || ends ? ' ' : '.');
    }
    return plain;
}

/// Where no letter parts them, each angle has half of the numbers.
std::optional<std::pair<Angle, Angle>> angles_of(std::string_view text)
{
    const auto taken = take_apart(without_commas(text));
    if (!taken) {
        return std::nullopt;
    }
    const auto& [numbers, found] = *taken;
    if (found.size() == 1 || found.size() > 2 || numbers.size() < 2) {
        return std::nullopt;
    }
    std::size_t first = numbers.size() / 2;
    if (found.size() == 2) {
        // "N 43 E 76" has its letters before, "43 N 76 E" behind.
        first = found[0].first == 0 ? found[1].first : found[0].first;
    } else if (numbers.size() % 2 != 0) {
        return std::nullopt;
    }
    if (first > numbers.size()) {
        return std::nullopt;
    }
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(first);
    Angle a{{numbers.begin(), middle}, found.empty() ? '\0' : found[0].second};
    Angle b{{middle, numbers.end()}, found.empty() ? '\0' : found[1].second};
    return std::pair{std::move(a), std::move(b)};
}

bool is_latitude(char letter) noexcept
{
    return letter == 'N' || letter == 'S';
}

} // namespace

std::optional<geo::LonLat> parse_coordinates(std::string_view text)
{
    const auto angles = angles_of(text);
    const auto a = angles ? degrees_of(angles->first) : std::nullopt;
    const auto b = angles ? degrees_of(angles->second) : std::nullopt;
    if (!a || !b) {
        return std::nullopt;
    }
    const geo::LonLat latitude_first{*b, *a};
    const geo::LonLat longitude_first{*a, *b};
    const char letter = angles->first.letter;
    if (letter != 0) {
        if (is_latitude(letter) == is_latitude(angles->second.letter)) {
            return std::nullopt;
        }
        const geo::LonLat at = is_latitude(letter) ? latitude_first : longitude_first;
        return model::is_on_map(at) ? std::optional(at) : std::nullopt;
    }
    for (const geo::LonLat& at : {latitude_first, longitude_first}) {
        if (model::is_on_map(at)) {
            return at;
        }
    }
    return std::nullopt;
}

geo::LonLat rounded(geo::LonLat at) noexcept
{
    constexpr double per_degree = 1e5;
    return {std::round(at.lon * per_degree) / per_degree,
            std::round(at.lat * per_degree) / per_degree};
}

} // namespace dostyk::editor
