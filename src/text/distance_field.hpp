/// \file
/// Coverage to signed distance, and back at any size.

#pragma once

#include "text/font_set.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::text {

/// For every pixel the index of the nearest seed (-1 when there is none): the exact Euclidean
/// distance transform of Felzenszwalb and Huttenlocher (2012), keeping where and not only how far.
///
/// \param is_seed  (height, width), 0 = no seed.
[[nodiscard]] std::vector<std::int32_t> nearest_seeds(std::span<const std::uint8_t> is_seed,
                                                      int width, int height);

/// Signed distance field of an anti-aliased coverage: 128 = the outline, more = inside, 127 steps
/// for sdf_spread_px.
///
/// \param coverage  (height, width), 255 = inside; a margin of sdf_spread_px keeps all of the
/// field.
[[nodiscard]] std::vector<std::uint8_t> distance_field(std::span<const std::uint8_t> coverage,
                                                       int width, int height);

/// Anti-aliased coverage of a field at another size: panels that draw no shader of their own.
struct CoverageBitmap {
    int size_px = 0;
    std::vector<std::uint8_t> pixels; ///< (size_px, size_px), the em square
};

/// \pre size_px > 0
[[nodiscard]] CoverageBitmap coverage_at(const GlyphBitmap& field, int size_px);

} // namespace dostyk::text
