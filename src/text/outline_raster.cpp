#include "text/outline_raster.hpp"

#include "text/distance_field.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace dostyk::text {

namespace {

FT_BBox bounds_of(std::span<FT_Outline> outlines)
{
    FT_BBox bounds{0, 0, -1, -1};
    for (FT_Outline& outline : outlines) {
        if (outline.n_points == 0) {
            continue;
        }
        FT_BBox box{};
        FT_Outline_Get_CBox(&outline, &box);
        if (bounds.xMax < bounds.xMin) {
            bounds = box;
        }
        bounds.xMin = std::min(bounds.xMin, box.xMin);
        bounds.yMin = std::min(bounds.yMin, box.yMin);
        bounds.xMax = std::max(bounds.xMax, box.xMax);
        bounds.yMax = std::max(bounds.yMax, box.yMax);
    }
    return bounds;
}

void draw(FT_Library library, FT_Outline& outline, int width, int height,
          std::vector<std::uint8_t>& coverage)
{
    FT_Bitmap bitmap{};
    bitmap.width = static_cast<unsigned>(width);
    bitmap.rows = static_cast<unsigned>(height);
    bitmap.pitch = width;
    bitmap.buffer = coverage.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    FT_Outline_Get_Bitmap(library, &outline, &bitmap);
}

} // namespace

LibraryPtr make_library()
{
    FT_Library library = nullptr;
    return LibraryPtr(FT_Init_FreeType(&library) == 0 ? library : nullptr);
}

GlyphBitmap rasterise_outlines(FT_Library library, std::span<FT_Outline> outlines)
{
    const FT_BBox box = bounds_of(outlines);
    if (box.xMax <= box.xMin || box.yMax <= box.yMin) {
        return {};
    }
    // 26.6 fixed point: 64 units a pixel. Whole pixels, and room for the spread on every side.
    const FT_Pos left = (box.xMin >> 6) - sdf_spread_px;
    const FT_Pos bottom = (box.yMin >> 6) - sdf_spread_px;
    const FT_Pos right = ((box.xMax + 63) >> 6) + sdf_spread_px;
    const FT_Pos top = ((box.yMax + 63) >> 6) + sdf_spread_px;

    GlyphBitmap glyph;
    glyph.width = static_cast<int>(right - left);
    glyph.height = static_cast<int>(top - bottom);
    glyph.left = static_cast<float>(left) / static_cast<float>(sdf_size_px);
    glyph.top = static_cast<float>(top) / static_cast<float>(sdf_size_px);
    const auto size =
        static_cast<std::size_t>(glyph.width) * static_cast<std::size_t>(glyph.height);
    std::vector<std::uint8_t> coverage(size);
    std::vector<std::uint8_t> layer;
    for (FT_Outline& outline : outlines) {
        FT_Outline_Translate(&outline, -left * 64, -bottom * 64);
        layer.assign(size, 0);
        draw(library, outline, glyph.width, glyph.height, layer);
        std::transform(layer.begin(), layer.end(), coverage.begin(), coverage.begin(),
                       [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
    }
    glyph.pixels = distance_field(coverage, glyph.width, glyph.height);
    return glyph;
}

} // namespace dostyk::text
