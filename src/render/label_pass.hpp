#pragma once

#include "render/field_batch.hpp"
#include "render/gl_objects.hpp"
#include "render/renderer.hpp"
#include "render/view.hpp"
#include "scene/frame.hpp"
#include "text/font_set.hpp"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace dostyk::render {

/// All text of a frame in one draw call: first every halo, then every letter, so that no halo
/// covers a neighbour's letters.
class LabelPass {
public:
    [[nodiscard]] static Result<LabelPass> create();

    /// Text without halo, centred on a point: counts in badges. Drawn below all labels.
    void add_centred(text::FontSet& fonts, std::string_view utf8, geo::ScreenPoint centre,
                     float size_px, scene::Color color);
    void add(text::FontSet& fonts, const scene::DrawLabel& label);

    void flush(const View& view, DrawStats& stats);

private:
    struct Vertex {
        float x = 0;
        float y = 0;
        float u = 0; ///< [texel]
        float v = 0;
        float gain = 0;
        float bias = 0;
        std::array<std::uint8_t, 4> color{};
    };
    struct CachedGlyph {
        text::AtlasPlace place;
        float left = 0; ///< [em]
        float top = 0;
        bool is_drawn = false; ///< false for a space
    };
    /// How one layer of text, halo or letters, turns distance into coverage.
    struct Ink {
        float gain = 0;
        float bias = 0;
        float reach_px = 0; ///< How far outside of the outline it still paints.
        std::array<std::uint8_t, 4> color{};
    };

    const CachedGlyph& cached(text::FontSet& fonts, text::Face face, std::uint32_t glyph);
    [[nodiscard]] static Ink make_ink(float size_px, float grown_px, scene::Color color,
                                      float opacity);
    static void add_glyph(const CachedGlyph& glyph, const scene::DrawGlyph& drawn, float size_px,
                          const Ink& ink, std::vector<Vertex>& vertices);

    static std::span<const Attribute> attributes();

    explicit LabelPass(Program program);

    FieldBatch m_batch;
    std::unordered_map<std::uint64_t, CachedGlyph> m_glyphs;
    std::vector<Vertex> m_halos; ///< and what lies below all labels
    std::vector<Vertex> m_letters;
};

} // namespace dostyk::render
