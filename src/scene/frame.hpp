/// \file
/// Frame: all that the renderer sees. It prints, so tests can read it.

#pragma once

#include "scene/camera.hpp"
#include "scene/color.hpp"
#include "scene/mesh.hpp"
#include "text/font_set.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace dostyk::scene {

/// Stripes in screen space over a fill: "somewhere in here".
struct Hatch {
    float spacing_px = 0; ///< 0 = no hatch, a plain fill
    float width_px = 0;
    float angle_rad = 0; ///< Direction of the stripes, clockwise from east.
};

struct DrawFill {
    std::string layer; ///< For dumps and the layer tree.
    std::shared_ptr<const FillMesh> mesh;
    std::vector<std::uint32_t> ranges; ///< Indices of mesh->ranges; already culled.
    Color color;
    Hatch hatch;
    /// Relief laid over the colour inside the fill: rgb = mix(color.rgb, shade.rgb, shade.a). Land
    /// and relief are one pass over the pixels, and coasts stay sharp. Null = the plain colour.
    std::shared_ptr<const Image> shade;
};

struct DrawLine {
    std::string layer;
    std::shared_ptr<const LineMesh> mesh;
    std::vector<std::uint32_t> ranges;
    Color color;
    float width_px = 1;
    float offset_px = 0; ///< Moves the line across its direction: one half of a casing.
    float dash_px = 0;   ///< 0 = solid
    float gap_px = 0;
};

struct DrawImage {
    std::string layer;
    std::shared_ptr<const Image> image;
    float opacity = 1;
};

/// A polyline that lives for one frame: flow arcs, the graticule, a selection.
struct DrawPath {
    std::string layer;
    std::vector<geo::ScreenPoint> points;
    Color color;
    float width_px = 1;
    float dash_px = 0;
    float gap_px = 0;
    bool has_arrow = false; ///< at the end
};

using DrawItem = std::variant<DrawFill, DrawLine, DrawImage, DrawPath>;

/// One shaped glyph on the screen.
struct DrawGlyph {
    text::Face face = text::Face::regular;
    std::uint32_t glyph = 0;
    float x = 0; ///< Origin on the baseline. [px]
    float y = 0;
    float cos_angle = 1; ///< Rotation, for labels along rivers and ranges.
    float sin_angle = 0;
};

struct ScreenBox {
    geo::ScreenPoint min;
    geo::ScreenPoint max;

    [[nodiscard]] bool overlaps(const ScreenBox& other) const noexcept
    {
        return min.x < other.max.x && other.min.x < max.x && min.y < other.max.y &&
               other.min.y < max.y;
    }
    [[nodiscard]] bool contains(geo::ScreenPoint at) const noexcept
    {
        return at.x >= min.x && at.x < max.x && at.y >= min.y && at.y < max.y;
    }
    friend bool operator==(const ScreenBox&, const ScreenBox&) = default;
};

struct DrawLabel {
    std::string layer;
    std::string utf8; ///< For dumps and for tests of coverage.
    std::vector<DrawGlyph> glyphs;
    float size_px = 14;
    Color color;
    Color halo;
    float halo_px = 0;
    float opacity = 1;
    geo::ScreenPoint min; ///< Bounds of all glyphs with their halo.
    geo::ScreenPoint max;
    /// What no other label overlaps: one box for a straight label, one a glyph along a curve.
    std::vector<ScreenBox> boxes;
};

/// Base shape behind an icon: kinds differ in shape as well as in colour.
enum class SymbolShape : std::uint8_t {
    circle,
    square,
    diamond,
    triangle,
    hexagon,
    pentagon,
    shield,
    none
};

struct DrawSymbol {
    std::string layer;
    std::string entity; ///< Id; for picking and dumps.
    geo::ScreenPoint at;
    SymbolShape shape = SymbolShape::circle;
    std::string icon; ///< Name in assets/icons; empty = none
    float size_px = 24;
    Color fill;
    Color outline;
    Color glyph_color;
    int count = 0; ///< > 1: a cluster, drawn with a badge
    bool is_selected = false;
    bool is_hollow = false; ///< Approximate or unconfirmed position: a broader rim.
};

/// Drawn in this order: background, items, symbols, labels.
struct Frame {
    Viewport viewport;
    Camera camera;
    Color background;
    std::vector<DrawItem> items;
    std::vector<DrawSymbol> symbols; ///< back to front
    std::vector<DrawLabel> labels;
};

/// Text form: one line a draw, coordinates rounded to 0.1 px, meshes by size. For goldens.
[[nodiscard]] std::string dump(const Frame& frame);

/// Line segments that the frame draws: what the budget of 30,000 counts.
[[nodiscard]] std::size_t count_segments(const Frame& frame);

} // namespace dostyk::scene
