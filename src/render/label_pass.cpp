#include "render/label_pass.hpp"

#include "render/shaders/label.hpp"

#include <algorithm>
#include <cstddef>

namespace dostyk::render {

namespace {

constexpr float field_px = static_cast<float>(text::sdf_size_px);
constexpr float spread_px = static_cast<float>(text::sdf_spread_px);

} // namespace

std::span<const Attribute> LabelPass::attributes()
{
    static constexpr std::array<Attribute, 4> table{{
        {0, 2, GL_FLOAT, offsetof(Vertex, x)},
        {1, 2, GL_FLOAT, offsetof(Vertex, u)},
        {2, 2, GL_FLOAT, offsetof(Vertex, gain)},
        {3, 4, GL_UNSIGNED_BYTE, offsetof(Vertex, color)},
    }};
    return table;
}

LabelPass::LabelPass(Program program)
: m_batch(std::move(program), FieldTexture(1024, 512, 8192), attributes(), sizeof(Vertex))
{}

Result<LabelPass> LabelPass::create()
{
    auto program = make_program("label", shaders::label_vertex, shaders::label_fragment);
    if (!program) {
        return program.error();
    }
    return LabelPass(*std::move(program));
}

const LabelPass::CachedGlyph& LabelPass::cached(text::FontSet& fonts, text::Face face,
                                                std::uint32_t glyph)
{
    const std::uint64_t key = (static_cast<std::uint64_t>(face) << 32U) | glyph;
    const auto [entry, is_new] = m_glyphs.try_emplace(key);
    CachedGlyph& cache = entry->second;
    if (is_new) {
        const text::GlyphBitmap bitmap = fonts.rasterise(face, glyph);
        // A full atlas (8192 rows hold more glyphs than the fonts have letters) leaves a blank.
        if (const auto place = bitmap.width > 0 ? m_batch.add(bitmap) : std::nullopt) {
            cache = {*place, bitmap.left, bitmap.top, true};
        }
    }
    return cache;
}

LabelPass::Ink LabelPass::make_ink(float size_px, float grown_px, scene::Color color, float opacity)
{
    Ink ink;
    // One screen pixel is field_px / size_px field pixels, each 127 / spread of 255 steps.
    const float steps_per_px = 127.0F / 255 / spread_px * field_px / size_px;
    ink.gain = 1 / steps_per_px;
    ink.bias = 0.5F + grown_px - 128.0F / 255 * ink.gain;
    ink.reach_px = grown_px + 1;
    ink.color = premultiplied_bytes(color, opacity);
    return ink;
}

void LabelPass::add_glyph(const CachedGlyph& glyph, const scene::DrawGlyph& drawn, float size_px,
                          const Ink& ink, std::vector<Vertex>& vertices)
{
    // Only as much of the field's margin as this ink reaches: pixels are what costs.
    const float scale = size_px / field_px;
    const float trim = std::max(0.0F, spread_px - std::ceil(ink.reach_px / scale));
    const float left = glyph.left * size_px + trim * scale;
    const float top = -glyph.top * size_px + trim * scale;
    const float texel_left = static_cast<float>(glyph.place.x) + trim;
    const float texel_top = static_cast<float>(glyph.place.y) + trim;
    const float width = static_cast<float>(glyph.place.width) - 2 * trim;
    const float height = static_cast<float>(glyph.place.height) - 2 * trim;
    for (int corner = 0; corner < 4; ++corner) {
        const float across = (corner & 1) != 0 ? width : 0;
        const float down = (corner & 2) != 0 ? height : 0;
        const float x = left + across * scale;
        const float y = top + down * scale;
        vertices.push_back({drawn.x + x * drawn.cos_angle - y * drawn.sin_angle,
                            drawn.y + x * drawn.sin_angle + y * drawn.cos_angle,
                            texel_left + across, texel_top + down, ink.gain, ink.bias, ink.color});
    }
}

void LabelPass::add_centred(text::FontSet& fonts, std::string_view utf8, geo::ScreenPoint centre,
                            float size_px, scene::Color color)
{
    const text::ShapedText& shaped = fonts.shape(text::Face::semibold, utf8);
    const Ink ink = make_ink(size_px, 0, color, 1);
    const float start = centre.x - shaped.width * size_px / 2;
    // Figures of Inter are 0.727 em high.
    const float baseline = centre.y + 0.3636F * size_px;
    for (const text::ShapedGlyph& glyph : shaped.glyphs) {
        const CachedGlyph& cache = cached(fonts, glyph.face, glyph.glyph);
        if (cache.is_drawn) {
            const scene::DrawGlyph drawn{
                glyph.face, glyph.glyph, start + glyph.x * size_px, baseline + glyph.y * size_px, 1,
                0};
            add_glyph(cache, drawn, size_px, ink, m_halos);
        }
    }
}

void LabelPass::add(text::FontSet& fonts, const scene::DrawLabel& label)
{
    if (label.size_px <= 0 || label.opacity <= 0) {
        return;
    }
    // Strokes thinner than a pixel come out grey: small text is set a little bolder.
    const float bolder = std::clamp((18 - label.size_px) / 40, 0.0F, 0.15F);
    const Ink letters = make_ink(label.size_px, bolder, label.color, label.opacity);
    const Ink halo = make_ink(label.size_px, label.halo_px, label.halo, label.opacity);
    const bool has_halo = label.halo_px > 0 && label.halo.a > 0;
    for (const scene::DrawGlyph& glyph : label.glyphs) {
        const CachedGlyph& cache = cached(fonts, glyph.face, glyph.glyph);
        if (!cache.is_drawn) {
            continue;
        }
        if (has_halo) {
            add_glyph(cache, glyph, label.size_px, halo, m_halos);
        }
        add_glyph(cache, glyph, label.size_px, letters, m_letters);
    }
}

void LabelPass::flush(const View& view, DrawStats& stats)
{
    m_batch.flush(m_halos, m_letters, view, stats);
}

} // namespace dostyk::render
