#include "scene/color.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::scene {

namespace {

std::optional<int> hex_digit(char c) noexcept
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return std::nullopt;
}

/// One channel of sRGB to linear light (IEC 61966-2-1).
double linear(std::uint8_t channel) noexcept
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t mix_channel(std::uint8_t from, std::uint8_t to, float t) noexcept
{
    const float value =
        static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t;
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

} // namespace

std::optional<Color> parse_color(std::string_view text) noexcept
{
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#') {
        return std::nullopt;
    }
    std::array<std::uint8_t, 4> channels{0, 0, 0, 255};
    for (std::size_t i = 0; i < (text.size() - 1) / 2; ++i) {
        const auto high = hex_digit(text[1 + 2 * i]);
        const auto low = hex_digit(text[2 + 2 * i]);
        if (!high || !low) {
            return std::nullopt;
        }
        channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Color{channels[0], channels[1], channels[2], channels[3]};
}

std::string to_hex(Color color)
{
    if (color.a == 255) {
        return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
    }
    return fmt::format("#{:02x}{:02x}{:02x}{:02x}", color.r, color.g, color.b, color.a);
}

Color mix(Color from, Color to, float t) noexcept
{
    return {mix_channel(from.r, to.r, t), mix_channel(from.g, to.g, t),
            mix_channel(from.b, to.b, t), mix_channel(from.a, to.a, t)};
}

Color faded(Color color, float opacity) noexcept
{
    color.a = mix_channel(0, color.a, std::clamp(opacity, 0.0F, 1.0F));
    return color;
}

std::array<std::uint8_t, 4> premultiplied_bytes(Color color, float opacity) noexcept
{
    const float alpha = static_cast<float>(color.a) / 255 * opacity;
    const auto channel = [](float value) { return static_cast<std::uint8_t>(std::lround(value)); };
    return {channel(static_cast<float>(color.r) * alpha),
            channel(static_cast<float>(color.g) * alpha),
            channel(static_cast<float>(color.b) * alpha), channel(alpha * 255)};
}

double luminance(Color color) noexcept
{
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast_ratio(Color a, Color b) noexcept
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace dostyk::scene
