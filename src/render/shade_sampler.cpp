#include "render/shade_sampler.hpp"

#include <algorithm>
#include <cstddef>

namespace dostyk::render {

ShadeSampler::Level ShadeSampler::half_of(const Level& larger)
{
    Level half{larger.width / 2, larger.height / 2, nullptr, {}};
    const auto width = static_cast<std::size_t>(half.width);
    half.own_pixels.resize(width * static_cast<std::size_t>(half.height) * 4);
    half.pixels = half.own_pixels.data();
    const auto stride = static_cast<std::size_t>(larger.width) * 4;
    std::uint8_t* out = half.own_pixels.data();
    for (int y = 0; y < half.height; ++y) {
        const std::uint8_t* upper = larger.pixels + static_cast<std::size_t>(y) * 2 * stride;
        const std::uint8_t* lower = upper + stride;
        for (std::size_t x = 0; x < width; ++x, upper += 8, lower += 8, out += 4) {
            for (std::size_t channel = 0; channel < 4; ++channel) {
                out[channel] =
                    static_cast<std::uint8_t>((upper[channel] + upper[channel + 4] +
                                               lower[channel] + lower[channel + 4] + 2) >>
                                              2);
            }
        }
    }
    return half;
}

void ShadeSampler::make_levels(const scene::Image& image)
{
    m_levels.clear();
    m_levels.push_back({image.width, image.height, image.pixels.data(), {}});
    while (m_levels.back().width >= 4 && m_levels.back().height >= 4) {
        m_levels.push_back(half_of(m_levels.back()));
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
    m_levels.front().pixels = image.pixels.data(); // the picture may have moved since
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
            m_level->pixels + index * static_cast<std::size_t>(m_level->width) * 4;
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
