/// \file
/// Colours, and how far apart they are for the eye.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dostyk::scene {

/// sRGB, not premultiplied.
struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;

    friend bool operator==(const Color&, const Color&) = default;
};

/// "#rrggbb" or "#rrggbbaa".
[[nodiscard]] std::optional<Color> parse_color(std::string_view text) noexcept;
[[nodiscard]] std::string to_hex(Color color);

/// The colour at `t` of the way from one to another, in sRGB.
[[nodiscard]] Color mix(Color from, Color to, float t) noexcept;

/// The colour with its alpha multiplied by an opacity in [0, 1].
[[nodiscard]] Color faded(Color color, float opacity) noexcept;

/// The colour times its alpha and an opacity in [0, 1], as blending takes it: r, g, b, a.
[[nodiscard]] std::array<std::uint8_t, 4> premultiplied_bytes(Color color,
                                                              float opacity = 1) noexcept;

/// Relative luminance of WCAG 2.2: 0 black to 1 white. Alpha is ignored.
[[nodiscard]] double luminance(Color color) noexcept;

/// Contrast ratio of WCAG 2.2, section "contrast ratio": 1 to 21. Alpha is ignored.
[[nodiscard]] double contrast_ratio(Color a, Color b) noexcept;

} // namespace dostyk::scene
