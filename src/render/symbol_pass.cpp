#include "render/symbol_pass.hpp"

#include "render/shaders/symbol.hpp"

#include <algorithm>
#include <cstddef>

namespace dostyk::render {

namespace {

constexpr float field_px = static_cast<float>(text::sdf_size_px);
constexpr float spread_px = static_cast<float>(text::sdf_spread_px);

constexpr float selected_flag = 1;
constexpr float no_shape_flag = 2;

/// Room around a shape for its shadow, or for the ring of the selection. [px]
constexpr float shadow_px = 5;
constexpr float ring_px = 7;

/// Size and middle of the icon within a shape, in parts of the symbol's size: icons stay clear of
/// the outline.
struct IconFit {
    float size;
    float lower_by;
};

IconFit fit_of(scene::SymbolShape shape)
{
    switch (shape) {
    case scene::SymbolShape::triangle:
        return {0.50F, 0.08F};
    case scene::SymbolShape::diamond:
        return {0.58F, 0};
    case scene::SymbolShape::shield:
        return {0.62F, -0.03F};
    case scene::SymbolShape::pentagon:
        return {0.60F, 0.02F};
    case scene::SymbolShape::none:
        return {1, 0};
    case scene::SymbolShape::circle:
    case scene::SymbolShape::square:
    case scene::SymbolShape::hexagon:
        break;
    }
    return {0.66F, 0};
}

} // namespace

std::span<const Attribute> SymbolPass::attributes()
{
    static constexpr std::array<Attribute, 8> table{{
        {0, 2, GL_FLOAT, offsetof(Vertex, x)},
        {1, 2, GL_FLOAT, offsetof(Vertex, offset_x)},
        {2, 4, GL_FLOAT, offsetof(Vertex, style)},
        {3, 4, GL_FLOAT, offsetof(Vertex, icon_box)},
        {4, 4, GL_FLOAT, offsetof(Vertex, icon_map)},
        {5, 4, GL_UNSIGNED_BYTE, offsetof(Vertex, fill)},
        {6, 4, GL_UNSIGNED_BYTE, offsetof(Vertex, outline)},
        {7, 4, GL_UNSIGNED_BYTE, offsetof(Vertex, glyph)},
    }};
    return table;
}

SymbolPass::SymbolPass(Program program, const std::vector<text::Icon>& icons)
: m_batch(std::move(program), FieldTexture(1024, 256, 8192), attributes(), sizeof(Vertex))
{
    for (const text::Icon& icon : icons) {
        if (const auto place = m_batch.add(icon.bitmap)) {
            m_icons[icon.name] = {*place, icon.bitmap.left, icon.bitmap.top};
        }
    }
}

Result<SymbolPass> SymbolPass::create(const std::vector<text::Icon>& icons)
{
    auto program = make_program("symbol", shaders::symbol_vertex, shaders::symbol_fragment);
    if (!program) {
        return program.error();
    }
    return SymbolPass(*std::move(program), icons);
}

void SymbolPass::set_icon(const scene::DrawSymbol& symbol, Vertex& look) const
{
    const auto found = m_icons.find(symbol.icon);
    if (found == m_icons.end()) {
        return;
    }
    const PlacedIcon& icon = found->second;
    const IconFit fit = fit_of(symbol.shape);
    const float icon_px = std::max(symbol.size_px * fit.size, 1.0F);
    const float texels_per_px = field_px / icon_px;
    const auto x = static_cast<float>(icon.place.x);
    const auto y = static_cast<float>(icon.place.y);
    look.icon_box = {x + 0.5F, y + 0.5F, x + static_cast<float>(icon.place.width) - 0.5F,
                     y + static_cast<float>(icon.place.height) - 0.5F};
    // The em square stands on the baseline; its middle is half an em up.
    const float middle_x = x + (0.5F - icon.left) * field_px;
    const float middle_y =
        y + (icon.top - 0.5F) * field_px - fit.lower_by * symbol.size_px * texels_per_px;
    look.icon_map = {texels_per_px, 255.0F / 127 * spread_px / texels_per_px, middle_x, middle_y};
}

void SymbolPass::add_quad(geo::ScreenPoint at, float half, Vertex look,
                          std::vector<Vertex>& vertices)
{
    for (int corner = 0; corner < 4; ++corner) {
        look.offset_x = (corner & 1) != 0 ? half : -half;
        look.offset_y = (corner & 2) != 0 ? half : -half;
        look.x = at.x + look.offset_x;
        look.y = at.y + look.offset_y;
        vertices.push_back(look);
    }
}

void SymbolPass::add(const scene::DrawSymbol& symbol, text::FontSet& fonts, LabelPass& labels)
{
    Vertex look;
    const float radius = symbol.size_px / 2;
    const bool has_shape = symbol.shape != scene::SymbolShape::none;
    const float flags = (symbol.is_selected ? selected_flag : 0) + (has_shape ? 0 : no_shape_flag);
    const float rim = std::max(1.25F, symbol.size_px / 16);
    look.style = {static_cast<float>(symbol.shape), radius, symbol.is_hollow ? rim * 1.4F : rim,
                  flags};
    look.fill = scene::premultiplied_bytes(symbol.fill);
    look.outline = scene::premultiplied_bytes(symbol.outline);
    look.glyph = scene::premultiplied_bytes(symbol.glyph_color);
    set_icon(symbol, look);
    // The corners of a triangle or a diamond reach further than the size, so that all areas are
    // alike.
    const float reach =
        symbol.shape == scene::SymbolShape::triangle ? radius * 1.3F : radius * 1.2F;
    add_quad(symbol.at, reach + (symbol.is_selected ? ring_px : shadow_px), look, m_vertices);
    if (symbol.count > 1) {
        add_badge(symbol, fonts, labels);
    }
}

float count_px(float symbol_px) noexcept
{
    constexpr float least_px = 12;
    constexpr float share = 0.42F; // 22 px at 200 %; more would hide the icon
    return std::max(least_px, symbol_px * share);
}

void SymbolPass::add_badge(const scene::DrawSymbol& symbol, text::FontSet& fonts, LabelPass& labels)
{
    const std::string count = symbol.count > 99 ? "99+" : std::to_string(symbol.count);
    const float text_px = count_px(symbol.size_px);
    const float width = fonts.shape(text::Face::semibold, count).width * text_px;
    const float radius = std::max(text_px * 0.68F, width / 2 + text_px * 0.26F);
    const geo::ScreenPoint at{symbol.at.x + symbol.size_px * 0.46F,
                              symbol.at.y - symbol.size_px * 0.46F};
    Vertex look;
    look.style = {static_cast<float>(scene::SymbolShape::circle), radius,
                  std::max(1.25F, text_px / 10), 0};
    // Without a shape the icon has the symbol's colour: the badge then takes the outline's.
    const bool has_shape = symbol.shape != scene::SymbolShape::none;
    look.fill = scene::premultiplied_bytes(has_shape ? symbol.glyph_color : symbol.outline);
    look.outline = scene::premultiplied_bytes(symbol.fill);
    add_quad(at, radius + shadow_px, look, m_badges);
    labels.add_centred(fonts, count, at, text_px, symbol.fill);
}

void SymbolPass::flush(const View& view, DrawStats& stats)
{
    m_batch.flush(m_vertices, m_badges, view, stats);
}

} // namespace dostyk::render
