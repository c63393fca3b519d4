/// \file
/// The ground, filled on the CPU: for software OpenGL. Inside `render` only.

#pragma once

#include "render/outline_cache.hpp"
#include "render/renderer.hpp"
#include "render/shade_sampler.hpp"
#include "render/stripes.hpp"
#include "render/view.hpp"
#include "scene/frame.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::render {

/// Fills shapes span by span into rows of pixels, relief included.
///
/// A software OpenGL pays for each pixel of relief as for any textured pixel; the map is never
/// turned, so here a row of relief is scaled once and spans are only mixed with their colour.
/// Shared edges give the same crossing from both sides: no gap and no pixel twice.
class GroundRaster {
public:
    /// How many of the leading items it can draw: fills, if one carries relief.
    [[nodiscard]] static std::size_t count_drawable(std::span<const scene::DrawItem> items);

    /// Draw them over the background; rows from the bottom, as OpenGL counts.
    [[nodiscard]] const std::vector<std::uint32_t>& draw(std::span<const scene::DrawItem> items,
                                                         scene::Color background, const View& view,
                                                         DrawStats& stats);

private:
    static constexpr std::size_t stripe_steps = 1024; ///< 2^10: the upper bits of a turn.

    /// Where the stripes of a fill lie. [turn / 2^32]
    struct StripeSteps {
        std::uint32_t start = 0;     ///< Of the part of a turn that is not clear,
        std::uint32_t last = 0;      ///< and its last step, counted from there.
        std::uint32_t at_corner = 0; ///< At the middle of the first pixel, counted from the start,
        std::uint32_t a_column = 0;  ///< and how much is added by a column
        std::uint32_t a_row = 0;     ///< and by a row.
        float columns_a_turn = 0;    ///< Times 2^-32.
    };

    /// An outline enters or leaves at a pixel.
    struct Crossing {
        int row = 0;
        int column = 0;
    };

    void draw_fill(const scene::DrawFill& fill, const View& view, DrawStats& stats);
    void add_crossings(geo::ScreenPoint a, geo::ScreenPoint b);
    /// Even-odd, as the triangles are that the outlines come from: no two of a shape overlap.
    void fill_between_crossings();
    void fill_span(int y, int first, int last);
    void prepare_stripes(const scene::DrawFill& fill, const View& view);
    void fill_stripes(std::uint32_t* out, int row, int first, int last) const;

    int m_width = 0;
    int m_height = 0;
    std::vector<std::uint32_t> m_pixels; ///< (height, width), bottom row first
    ShadeSampler m_shade;
    OutlineCache m_outlines;
    // Of the fill that is being drawn:
    std::vector<Crossing> m_crossings;   ///< of one shape
    std::vector<std::size_t> m_row_ends; ///< (height + 1) into the columns
    std::vector<int> m_columns;          ///< of the crossings, row by row
    bool m_has_shade = false;
    bool m_is_hatch = false;
    StripeSteps m_stripes;
    std::array<std::uint16_t, stripe_steps> m_stripe_weights{}; ///< Over one turn, of 256.
    scene::Color m_color;
    std::uint32_t m_packed = 0;
};

} // namespace dostyk::render
