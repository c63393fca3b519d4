#pragma once

#include "render/field_batch.hpp"
#include "render/gl_objects.hpp"
#include "render/label_pass.hpp"
#include "render/renderer.hpp"
#include "render/view.hpp"
#include "scene/frame.hpp"
#include "text/icon_set.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dostyk::render {

/// Size of the number on the badge of a cluster. [px]
[[nodiscard]] float count_px(float symbol_px) noexcept;

/// All symbols of a frame in one draw call, back to front, and the badges of clusters above them.
class SymbolPass {
public:
    [[nodiscard]] static Result<SymbolPass> create(const std::vector<text::Icon>& icons);

    /// \param labels  Writes the counts of clusters.
    void add(const scene::DrawSymbol& symbol, text::FontSet& fonts, LabelPass& labels);

    void flush(const View& view, DrawStats& stats);

private:
    struct Vertex {
        float x = 0;
        float y = 0;
        float offset_x = 0;
        float offset_y = 0;
        std::array<float, 4> style{};    ///< shape, radius, outline width, flags
        std::array<float, 4> icon_box{}; ///< [texel]
        std::array<float, 4> icon_map{}; ///< texels a pixel, steepness, texel of the middle
        std::array<std::uint8_t, 4> fill{};
        std::array<std::uint8_t, 4> outline{};
        std::array<std::uint8_t, 4> glyph{};
    };
    struct PlacedIcon {
        text::AtlasPlace place;
        float left = 0; ///< [em]
        float top = 0;
    };

    static std::span<const Attribute> attributes();

    SymbolPass(Program program, const std::vector<text::Icon>& icons);

    void set_icon(const scene::DrawSymbol& symbol, Vertex& look) const;
    void add_badge(const scene::DrawSymbol& symbol, text::FontSet& fonts, LabelPass& labels);
    static void add_quad(geo::ScreenPoint at, float half, Vertex look,
                         std::vector<Vertex>& vertices);

    FieldBatch m_batch;
    std::map<std::string, PlacedIcon, std::less<>> m_icons;
    std::vector<Vertex> m_vertices;
    std::vector<Vertex> m_badges;
};

} // namespace dostyk::render
