#include "scene/relief_image.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

namespace dostyk::scene {

namespace {

/// One colour over another, both with alpha (Porter and Duff, "over").
Color over(Color top, Color below) noexcept
{
    const float top_a = static_cast<float>(top.a) / 255;
    const float below_a = static_cast<float>(below.a) / 255 * (1 - top_a);
    const float alpha = top_a + below_a;
    if (alpha <= 0) {
        return {0, 0, 0, 0};
    }
    const auto channel = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(
            std::lround((static_cast<float>(a) * top_a + static_cast<float>(b) * below_a) / alpha));
    };
    return {channel(top.r, below.r), channel(top.g, below.g), channel(top.b, below.b),
            static_cast<std::uint8_t>(std::lround(alpha * 255))};
}

} // namespace

Color shade_of(const Style& style, std::uint8_t height, std::uint8_t light) noexcept
{
    const int above = static_cast<int>(height) - lowland_height;
    const Color tint =
        above >= 0 ? faded(style.relief_high, static_cast<float>(above) / (255 - lowland_height))
                   : faded(style.relief_low, static_cast<float>(-above) / lowland_height);
    const int lit = static_cast<int>(light) - flat_light;
    const Color shadow =
        lit >= 0 ? faded(style.relief_light, static_cast<float>(lit) / (255 - flat_light))
                 : faded(style.relief_shadow, static_cast<float>(-lit) / flat_light);
    return faded(over(shadow, tint), style.relief_opacity);
}

std::shared_ptr<const Image> make_relief_image(const geo::Raster& relief, const Style& style)
{
    if (relief.width == 0 || relief.bands < 2) {
        return nullptr;
    }
    // Both bands are bytes: 65,536 colours, far fewer than the pixels.
    std::vector<std::array<std::uint8_t, 4>> table(256 * 256);
    for (std::size_t height = 0; height < 256; ++height) {
        for (std::size_t light = 0; light < 256; ++light) {
            table[height * 256 + light] = premultiplied_bytes(shade_of(
                style, static_cast<std::uint8_t>(height), static_cast<std::uint8_t>(light)));
        }
    }
    auto image = std::make_shared<Image>();
    image->id = next_mesh_id();
    image->width = relief.width;
    image->height = relief.height;
    image->bounds = relief.bounds;
    const auto bands = static_cast<std::size_t>(relief.bands);
    const std::size_t pixels =
        static_cast<std::size_t>(relief.width) * static_cast<std::size_t>(relief.height);
    image->pixels.resize(pixels * 4);
    for (std::size_t i = 0; i < pixels; ++i) {
        const auto& color =
            table[relief.pixels[i * bands] * std::size_t{256} + relief.pixels[i * bands + 1]];
        std::memcpy(image->pixels.data() + i * 4, color.data(), color.size());
    }
    return image;
}

} // namespace dostyk::scene
