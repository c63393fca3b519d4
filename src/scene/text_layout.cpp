#include "scene/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::scene {

namespace {

/// Distance of two baselines, and of the first baseline from the top of its line. [em]
constexpr float line_height_em = 1.16F;
constexpr float baseline_em = 0.88F;

bool is_same_look(const LabelLine& a, const LabelLine& b) noexcept
{
    return a.style.face == b.style.face && a.style.color == b.style.color &&
           std::abs(a.style.size_px - b.style.size_px) < 0.01F;
}

float left_of(Align align, float width, float line_width) noexcept
{
    switch (align) {
    case Align::left:
        return 0;
    case Align::centre:
        return (width - line_width) / 2;
    case Align::right:
        return width - line_width;
    }
    return 0;
}

DrawLabel make_label(const LabelRequest& request, const LabelLine& line)
{
    DrawLabel label;
    label.layer = request.layer;
    label.size_px = line.style.size_px;
    label.color = line.style.color;
    label.halo = line.style.halo;
    label.halo_px = line.style.halo_px;
    label.opacity = request.opacity;
    return label;
}

} // namespace

float width_of(const LabelLine& line, text::FontSet& fonts)
{
    const text::ShapedText& shaped = fonts.shape(line.style.face, line.text);
    const auto gaps = shaped.glyphs.empty() ? 0.0F : static_cast<float>(shaped.glyphs.size() - 1);
    return (shaped.width + gaps * line.spacing_em) * line.style.size_px;
}

float height_of(const LabelLine& line)
{
    return line.style.size_px * line_height_em;
}

TextSize size_of(std::span<const LabelLine> lines, text::FontSet& fonts)
{
    TextSize size;
    for (const LabelLine& line : lines) {
        size.width = std::max(size.width, width_of(line, fonts));
        size.height += height_of(line);
    }
    return size;
}

void append_straight(const LabelRequest& request, geo::ScreenPoint top_left, TextSize size,
                     Align align, text::FontSet& fonts, std::vector<DrawLabel>& labels)
{
    float y = top_left.y;
    const LabelLine* previous = nullptr;
    for (const LabelLine& line : request.lines) {
        const float width = width_of(line, fonts);
        const float x = top_left.x + left_of(align, size.width, width);
        const float halo = line.style.halo_px;
        if (previous == nullptr || !is_same_look(*previous, line)) {
            labels.push_back(make_label(request, line));
            labels.back().min = {x, y};
            labels.back().max = {x, y};
        }
        DrawLabel& label = labels.back();
        label.utf8 += (label.utf8.empty() ? "" : "\n") + line.text;
        const text::ShapedText& shaped = fonts.shape(line.style.face, line.text);
        float extra = 0;
        for (const text::ShapedGlyph& glyph : shaped.glyphs) {
            label.glyphs.push_back({glyph.face, glyph.glyph,
                                    x + (glyph.x + extra) * line.style.size_px,
                                    y + (baseline_em + glyph.y) * line.style.size_px, 1, 0});
            extra += line.spacing_em;
        }
        label.min.x = std::min(label.min.x, x - halo);
        label.max.x = std::max(label.max.x, x + width + halo);
        y += height_of(line);
        label.max.y = y;
        label.boxes = {{label.min, label.max}};
        previous = &line;
    }
}

} // namespace dostyk::scene
