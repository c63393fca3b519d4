#include "scene/layer_classes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace dostyk::scene {

namespace {

constexpr std::size_t stop_count = 5;
struct Ramp {
    std::string_view name;
    std::array<std::string_view, stop_count> stops; ///< Light to dark; a diverging one end to end
};

constexpr std::array<Ramp, 5> ramp_table{{
    {"green", {"#e3f1cf", "#b2dba0", "#6bb97f", "#2b8c6a", "#0b5a4e"}},
    {"blue", {"#dcecf7", "#a9cfe9", "#63a7d6", "#2a76b4", "#124a80"}},
    {"amber", {"#fdeec0", "#f9cd72", "#ee9b3b", "#cc6320", "#8a3511"}},
    {"purple", {"#ebe2f4", "#cbb5e1", "#a27fc7", "#774da5", "#4c2577"}},
    {"blue_red", {"#2a6fb0", "#8fc0df", "#ece6da", "#eb9c79", "#b5352f"}},
}};

/// Told apart by people who see colours differently too (the set of Okabe and Ito, 2008, and one
/// more).
constexpr std::array<std::string_view, 9> distinct{"#0072b2", "#e69f00", "#009e73",
                                                   "#cc79a7", "#d55e00", "#56b4e9",
                                                   "#b8a800", "#7a5195", "#8c8c8c"};

Color color_of_text(std::string_view hex)
{
    return parse_color(hex).value_or(Color{});
}

/// The colour at a place of a ramp, 0 to 1.
Color at(const Ramp& ramp, float t)
{
    const float place = std::clamp(t, 0.0F, 1.0F) * static_cast<float>(stop_count - 1);
    const auto low = std::min(static_cast<std::size_t>(place), stop_count - 2);
    return mix(color_of_text(ramp.stops[low]), color_of_text(ramp.stops[low + 1]),
               place - static_cast<float>(low));
}

/// A cell as a number; a text that is one all the same counts, too.
std::optional<double> number_of(const geo::Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return std::isfinite(*real) ? std::optional(*real) : std::nullopt;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        double number = 0;
        const char* end = text->data() + text->size();
        const auto [last, error] = std::from_chars(text->data(), end, number);
        if (error == std::errc{} && last == end && std::isfinite(number)) {
            return number;
        }
    }
    return std::nullopt;
}

std::vector<std::optional<double>> numbers_of(const geo::Layer& rows, int field)
{
    std::vector<std::optional<double>> numbers;
    numbers.reserve(rows.features.size());
    for (const geo::Feature& feature : rows.features) {
        numbers.push_back(number_of(feature.attributes[static_cast<std::size_t>(field)]));
    }
    return numbers;
}

/// Upper ends of classes, the last of them the largest value; fewer where values are few.
std::vector<double> breaks_of(const std::vector<double>& sorted, const model::LayerClasses& wanted)
{
    std::vector<double> breaks;
    const auto count = static_cast<std::size_t>(wanted.count);
    const double low = sorted.front();
    const double high = sorted.back();
    for (std::size_t i = 1; i < count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count);
        const auto nth = std::min(sorted.size() - 1, sorted.size() * i / count);
        const double end = wanted.method == model::ClassMethod::equal_count
                               ? sorted[nth]
                               : low + (high - low) * share;
        if (end > (breaks.empty() ? low : breaks.back()) && end <= high) {
            breaks.push_back(end);
        }
    }
    breaks.push_back(high);
    return breaks;
}

Classification of_numbers(const std::vector<std::optional<double>>& numbers,
                          const model::LayerClasses& wanted)
{
    Classification made;
    std::vector<double> sorted;
    for (const auto& number : numbers) {
        if (number) {
            sorted.push_back(*number);
        }
    }
    made.of_feature.assign(numbers.size(), -1);
    if (sorted.empty()) {
        return made;
    }
    std::sort(sorted.begin(), sorted.end());
    const std::vector<double> breaks = breaks_of(sorted, wanted);
    double low = sorted.front();
    for (const double high : breaks) {
        made.classes.push_back({{}, low, high, {}, 0});
        low = high;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i]) {
            const auto found = std::upper_bound(breaks.begin(), breaks.end() - 1, *numbers[i]);
            made.of_feature[i] = static_cast<std::int16_t>(found - breaks.begin());
            ++made.classes[static_cast<std::size_t>(made.of_feature[i])].count;
        }
    }
    return made;
}

Classification of_values(const geo::Layer& rows, const model::LayerClasses& wanted)
{
    Classification made;
    made.is_of_values = true;
    std::vector<std::string> texts;
    std::map<std::string, std::size_t> counts;
    for (const geo::Feature& feature : rows.features) {
        texts.push_back(geo::text_at(rows, feature, wanted.field));
        if (!texts.back().empty()) {
            ++counts[texts.back()];
        }
    }
    std::vector<std::pair<std::string, std::size_t>> common(counts.begin(), counts.end());
    std::stable_sort(common.begin(), common.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    const auto most = static_cast<std::size_t>(wanted.count);
    const bool has_rest = common.size() > most;
    std::map<std::string_view, std::int16_t> places;
    for (std::size_t i = 0; i < std::min(most, common.size()); ++i) {
        if (has_rest && i == most - 1) {
            break; // what is left over shares the last one
        }
        places.emplace(common[i].first, static_cast<std::int16_t>(i));
        made.classes.push_back({{}, 0, 0, common[i].first, common[i].second});
    }
    if (has_rest) {
        made.classes.push_back({{}, 0, 0, {}, 0});
    }
    for (const std::string& text : texts) {
        const auto found = places.find(text);
        std::int16_t place = -1;
        if (found != places.end()) {
            place = found->second;
        } else if (!text.empty()) {
            place = static_cast<std::int16_t>(made.classes.size() - 1);
            ++made.classes.back().count;
        }
        made.of_feature.push_back(place);
    }
    return made;
}

} // namespace

std::vector<Color> ramp_colors(std::string_view ramp, std::size_t count, bool is_reversed,
                               bool is_dark)
{
    std::vector<Color> colors;
    const auto found = std::find_if(ramp_table.begin(), ramp_table.end(),
                                    [&](const Ramp& each) { return each.name == ramp; });
    if (found == ramp_table.end()) {
        for (std::size_t i = 0; i < count; ++i) {
            colors.push_back(color_of_text(distinct[i % distinct.size()]));
        }
    } else {
        const bool is_diverging = found->name == "blue_red";
        for (std::size_t i = 0; i < count; ++i) {
            const float t =
                count > 1 ? static_cast<float>(i) / static_cast<float>(count - 1) : 0.75F;
            // The faintest keeps off the ground.
            constexpr float faintest = 0.12F;
            const float strong = is_diverging ? t : faintest + t * (1 - faintest);
            colors.push_back(
                at(*found, is_dark && !is_diverging ? 1 - t * (1 - faintest) : strong));
        }
    }
    if (is_reversed) {
        std::reverse(colors.begin(), colors.end());
    }
    return colors;
}

bool is_numeric(const geo::Layer& rows, std::string_view field)
{
    const int at = rows.find_field(field);
    if (at < 0) {
        return false;
    }
    std::size_t numbers = 0;
    std::size_t others = 0;
    for (const geo::Feature& feature : rows.features) {
        const geo::Value& value = feature.attributes[static_cast<std::size_t>(at)];
        if (number_of(value)) {
            ++numbers;
        } else if (!std::holds_alternative<std::monostate>(value)) {
            ++others;
        }
    }
    return numbers > others;
}

Classification classify(const geo::Layer& rows, const model::LayerClasses& wanted, bool is_dark)
{
    const int field = rows.find_field(wanted.field);
    if (field < 0) {
        return {};
    }
    Classification made = wanted.method == model::ClassMethod::unique
                              ? of_values(rows, wanted)
                              : of_numbers(numbers_of(rows, field), wanted);
    const auto colors = ramp_colors(wanted.ramp, made.classes.size(), wanted.is_reversed, is_dark);
    for (std::size_t i = 0; i < made.classes.size(); ++i) {
        made.classes[i].color = colors[i];
    }
    return made;
}

Color legible(Color color, Color ground) noexcept
{
    constexpr double wanted = 3; // WCAG 2.2, 1.4.11: graphics
    const bool is_dark = luminance(ground) < 0.18;
    const Color toward = is_dark ? Color{255, 255, 255, color.a} : Color{0, 0, 0, color.a};
    constexpr int steps = 10;
    for (int i = 0; i < steps; ++i) {
        const Color tried = mix(color, toward, static_cast<float>(i) / steps);
        if (contrast_ratio(tried, ground) >= wanted) {
            return tried;
        }
    }
    return toward;
}

} // namespace dostyk::scene
