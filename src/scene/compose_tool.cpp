#include "geo/mercator.hpp"
#include "scene/composer_state.hpp"
#include "scene/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dostyk::scene {

namespace {

constexpr auto layer_name = "tool";
constexpr float line_px = 2;
constexpr float wide_line_px = 5;
constexpr float casing_px = 1.5F;
constexpr float cross_px = 14;
constexpr float ring_px = 38;

void add_path(FrameContext& context, const Style& style, std::vector<geo::ScreenPoint> points,
              float width_px, bool is_dashed)
{
    const float scale = context.view.scale;
    DrawPath path;
    path.layer = layer_name;
    path.points = std::move(points);
    path.width_px = (width_px + 2 * casing_px) * scale;
    path.color = label_of(style, "entity").halo;
    context.frame.items.emplace_back(path);
    path.width_px = width_px * scale;
    path.color = color_of(style, "selection");
    path.dash_px = is_dashed ? 7 * scale : 0;
    path.gap_px = is_dashed ? 5 * scale : 0;
    context.frame.items.emplace_back(std::move(path));
}

void add_handle(FrameContext& context, const Style& style, const OverlayHandle& handle)
{
    DrawSymbol symbol;
    symbol.layer = layer_name;
    symbol.at = context.at(geo::to_world(handle.at));
    symbol.shape = handle.look == HandleLook::snap     ? SymbolShape::diamond
                   : handle.look == HandleLook::middle ? SymbolShape::circle
                                                       : SymbolShape::square;
    const float size_px = handle.look == HandleLook::middle   ? 9
                          : handle.look == HandleLook::vertex ? 11
                                                              : 14;
    symbol.size_px = size_px * context.view.scale;
    const Color strong = color_of(style, "selection");
    const Color ground = label_of(style, "entity").halo;
    const bool is_full = handle.look == HandleLook::active || handle.look == HandleLook::snap;
    symbol.fill = is_full ? strong : Color{ground.r, ground.g, ground.b, 255};
    symbol.outline = is_full ? Color{ground.r, ground.g, ground.b, 255} : strong;
    context.frame.symbols.push_back(std::move(symbol));
}

/// A circle about something that was found.
void add_ring(FrameContext& context, const Style& style, geo::LonLat at)
{
    constexpr int sides = 28;
    const geo::ScreenPoint centre = context.at(geo::to_world(at));
    const float radius = ring_px / 2 * context.view.scale;
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i <= sides; ++i) {
        const float angle = 6.2831853F * static_cast<float>(i) / sides;
        points.push_back(
            {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    add_path(context, style, std::move(points), line_px, false);
}

void add_cross(FrameContext& context, const Style& style, geo::ScreenPoint at)
{
    const float arm = cross_px * context.view.scale;
    const float hole = arm / 4;
    for (const auto& [dx, dy] :
         {std::pair{1.0F, 0.0F}, {-1.0F, 0.0F}, {0.0F, 1.0F}, {0.0F, -1.0F}}) {
        add_path(context, style,
                 {{at.x + dx * hole, at.y + dy * hole}, {at.x + dx * arm, at.y + dy * arm}},
                 line_px, false);
    }
}

/// Lines of text beside a point, within the picture; over all else.
void add_text(Composer::State& state, FrameContext& context)
{
    const ToolOverlay& overlay = context.view.tool;
    if (overlay.text.empty() || !overlay.text_at) {
        return;
    }
    LabelRequest request;
    request.layer = layer_name;
    for (const std::string& line : overlay.text) {
        LabelStyle style = scaled_label(context, label_of(state.style, "entity"));
        style.halo_px *= 1.8F;
        request.lines.push_back({line, style});
    }
    const TextSize size = size_of(request.lines, state.fonts);
    const float gap = 16 * context.view.scale;
    const auto width = static_cast<float>(context.viewport.width);
    const auto height = static_cast<float>(context.viewport.height);
    geo::ScreenPoint corner{overlay.text_at->x + gap, overlay.text_at->y + gap};
    if (corner.x + size.width > width - gap) {
        corner.x = overlay.text_at->x - gap - size.width;
    }
    corner.y = std::min(corner.y, height - size.height - gap);
    // The text lies over all else: names under it would be read together with it.
    const ScreenBox box{corner, {corner.x + size.width, corner.y + size.height}};
    std::erase_if(context.frame.labels, [&](const DrawLabel& label) {
        return box.overlaps({label.min, label.max});
    });
    append_straight(request, corner, size, Align::left, state.fonts, context.frame.labels);
}

} // namespace

void add_tool(Composer::State& state, FrameContext& context)
{
    const ToolOverlay& overlay = context.view.tool;
    for (const OverlayLine& line : overlay.lines) {
        std::vector<geo::ScreenPoint> points;
        for (const geo::LonLat& at : line.points) {
            points.push_back(context.at(geo::to_world(at)));
        }
        if (points.size() > 1) {
            add_path(context, state.style, std::move(points), line.is_wide ? wide_line_px : line_px,
                     line.is_tentative);
        }
    }
    for (const geo::LonLat& at : overlay.rings) {
        add_ring(context, state.style, at);
    }
    for (const OverlayHandle& handle : overlay.handles) {
        add_handle(context, state.style, handle);
    }
    if (overlay.cross) {
        add_cross(context, state.style, *overlay.cross);
    }
    add_text(state, context);
}

} // namespace dostyk::scene
