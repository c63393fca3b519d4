/// \file
/// The pixels of a raster file as colours, whatever its bands hold.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

class GDALDataset;

namespace dostyk::gis {

inline constexpr int channels = 4; ///< red, green, blue, alpha
using Pixels = std::vector<std::uint8_t>;

[[nodiscard]] inline std::size_t area_of(int width, int height) noexcept
{
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

/// The file's pixels as bytes, at most `side` wide and high.
struct Picture {
    int width = 0;
    int height = 0;
    std::array<double, 6> transform{}; ///< Of GDAL; the caller's to fill
    bool is_of_classes = false;        ///< Colours of a palette: to mix two of them means nothing.
    Pixels pixels;                     ///< (height, width, 4)
};

/// Read it, coarser where it is larger. Nothing where GDAL could not.
[[nodiscard]] std::optional<Picture> read_picture(GDALDataset& dataset, int side);

} // namespace dostyk::gis
