#include "render/shade_sampler.hpp"

#include <algorithm>
#include <cstddef>

namespace dostyk::render {

void ShadeSampler::make_levels(const scene::Image& image)
{
    Level top{image.width, image.height, image.pixels};
    for (std::size_t i = 0; i + 3 < top.pixels.size(); i += 4) {
        const unsigned alpha = top.pixels[i + 3];
        for (std::size_t channel = 0; channel < 3; ++channel) {
            top.pixels[i + channel] =
                static_cast<std::uint8_t>((top.pixels[i + channel] * alpha + 127) / 255);
        }
    }
    m_levels.clear();
    m_levels.push_back(std::move(top));
    while (m_levels.back().width >= 4 && m_levels.back().height >= 4) {
        const Level& larger = m_levels.back();
        Level half{larger.width / 2, larger.height / 2, {}};
        const auto stride = static_cast<std::size_t>(larger.width) * 4;
        for (int y = 0; y < half.height; ++y) {
            const std::uint8_t* upper =
                larger.pixels.data() + static_cast<std::size_t>(y) * 2 * stride;
            for (std::size_t x = 0; x < static_cast<std::size_t>(half.width) * 4; ++x) {
                const std::uint8_t* at = upper + x / 4 * 8 + x % 4;
                half.pixels.push_back(static_cast<std::uint8_t>(
                    (at[0] + at[4] + at[stride] + at[stride + 4] + 2) / 4));
            }
        }
        m_levels.push_back(std::move(half));
    }
}

void ShadeSampler::make_taps(double start, double step, int count, int limit,
                             std::vector<Tap>& taps)
{
    taps.resize(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double at = std::clamp(start + i * step, 0.0, static_cast<double>(limit - 1));
        const auto first = static_cast<int>(at);
        taps[static_cast<std::size_t>(i)] = {first, std::min(first + 1, limit - 1),
                                             static_cast<unsigned>((at - first) * 256)};
    }
}

void ShadeSampler::begin(const scene::Image& image, const View& view)
{
    if (image.id != m_id) {
        m_id = image.id;
        make_levels(image);
    }
    m_is_begun = true;
    const double width = (image.bounds.max.x - image.bounds.min.x) * view.scale();
    const double height = (image.bounds.max.y - image.bounds.min.y) * view.scale();
    const auto fitting = std::find_if(m_levels.begin(), m_levels.end(),
                                      [&](const Level& level) { return level.width <= width; });
    m_level = fitting == m_levels.end() ? &m_levels.back() : &*fitting;
    const double step_x = m_level->width / width;
    const double step_y = m_level->height / height;
    make_taps((0.5 - view.screen_x(image.bounds.min.x)) * step_x - 0.5, step_x, view.width(),
              m_level->width, m_columns);
    make_taps((0.5 - view.screen_y(image.bounds.min.y)) * step_y - 0.5, step_y, view.height(),
              m_level->height, m_rows);
    m_is_ready.assign(static_cast<std::size_t>(m_level->height), 0);
    m_ready_rows.assign(m_rows.size(), {});
    m_scaled.resize(m_is_ready.size() * m_columns.size() * 4);
}

const std::uint8_t* ShadeSampler::scaled_row(int row)
{
    const auto index = static_cast<std::size_t>(row);
    std::uint8_t* scaled = m_scaled.data() + index * m_columns.size() * 4;
    if (m_is_ready[index] == 0) {
        m_is_ready[index] = 1;
        const std::uint8_t* source =
            m_level->pixels.data() + index * static_cast<std::size_t>(m_level->width) * 4;
        std::uint8_t* out = scaled;
        for (const Tap& tap : m_columns) {
            const std::uint8_t* a = source + static_cast<std::ptrdiff_t>(tap.first) * 4;
            const std::uint8_t* b = source + static_cast<std::ptrdiff_t>(tap.second) * 4;
            for (int channel = 0; channel < 4; ++channel) {
                *out++ = static_cast<std::uint8_t>(
                    (a[channel] * (256 - tap.weight) + b[channel] * tap.weight) >> 8);
            }
        }
    }
    return scaled;
}

ShadeSampler::Row ShadeSampler::make_row(int y)
{
    const Tap& tap = m_rows[static_cast<std::size_t>(y)];
    return {scaled_row(tap.first), scaled_row(tap.second), tap.weight};
}

} // namespace dostyk::render
