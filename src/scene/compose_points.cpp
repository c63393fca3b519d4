#include "core/format.hpp"
#include "scene/graticule.hpp"
#include "scene/name_requests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace dostyk::scene {

namespace {

/// Zoom from which a place is named, by rank; neighbours' places come later.
double place_zoom(const NamedPoint& place) noexcept
{
    constexpr std::array own{0.0, 3.6, 5.0, 5.6, 6.8, 8.0};
    constexpr std::array foreign{4.8, 4.8, 5.4, 6.2, 7.6, 9.0};
    const auto rank = static_cast<std::size_t>(std::clamp(place.rank, 0, 5));
    if (is_ours(place.country)) {
        return own[rank];
    }
    return place.population > 1e6 ? foreign[0] : foreign[rank];
}

float place_priority(const NamedPoint& place) noexcept
{
    constexpr std::array own{priority::capital, priority::centre,  priority::place_2,
                             priority::place_3, priority::place_4, priority::place_5};
    const float size = place.population > 1 ? static_cast<float>(std::log10(place.population)) : 0;
    if (!is_ours(place.country)) {
        return priority::neighbour_place + size;
    }
    return own[static_cast<std::size_t>(std::clamp(place.rank, 0, 5))] + size;
}

const LabelStyle& place_style(const Style& style, const NamedPoint& place)
{
    if (!is_ours(place.country)) {
        return label_of(style, "place.neighbour");
    }
    return label_of(style, fmt::format("place.{}", std::clamp(place.rank, 0, 4)));
}

float dot_px(const NamedPoint& place) noexcept
{
    constexpr std::array sizes{9.0F, 7.0F, 6.0F, 5.0F, 4.5F, 4.0F};
    return is_ours(place.country) ? sizes[static_cast<std::size_t>(std::clamp(place.rank, 0, 5))]
                                  : 4.0F;
}

void request_places(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("places")) {
        return;
    }
    const double zoom = context.view.camera.zoom;
    for (const NamedPoint& place : state.map->state().places) {
        if (zoom < place_zoom(place) || !is_visible(context, place.at)) {
            continue;
        }
        LabelRequest request = make_request("places", place.id, place_priority(place));
        request.lines =
            lines_of(context, place.name, scaled_label(context, place_style(state.style, place)));
        request.at = context.at(place.at);
        request.mark_px = dot_px(place) / 2 * context.view.scale;
        request.clearance_px = request.mark_px + 1;
        // A symbol that covers the place stands for its dot; the name goes beside the symbol.
        for (const ScreenBox& box : context.blocked) {
            if (box.min.x < request.at.x && request.at.x < box.max.x && box.min.y < request.at.y &&
                request.at.y < box.max.y) {
                request.mark_px = 0;
                request.clearance_px = std::max({request.clearance_px, box.max.x - request.at.x,
                                                 request.at.x - box.min.x, box.max.y - request.at.y,
                                                 request.at.y - box.min.y});
            }
        }
        context.requests.push_back(std::move(request));
    }
}

void request_marks(Composer::State& state, FrameContext& context)
{
    const double zoom = context.view.camera.zoom;
    const auto add = [&](std::string_view layer, const NamedPoint& point, std::string_view style,
                         float rank, const std::string& text) {
        LabelRequest request = make_request(layer, point.id, rank);
        request.at = context.at(point.at);
        request.mark_px = 4 * context.view.scale;
        request.clearance_px = request.mark_px + 1;
        request.lines.push_back({text, scaled_label(context, label_of(state.style, style))});
        context.requests.push_back(std::move(request));
    };
    const Language language = context.view.language;
    if (context.is_shown("ranges") && zoom >= 6) {
        for (const NamedPoint& peak : state.map->state().peaks) {
            if (is_visible(context, peak.at)) {
                add("peaks", peak, "peak", priority::peak,
                    fmt::format("{} {}", peak.name.in(language),
                                format_number(std::atof(peak.note.c_str()), language, 0)));
            }
        }
    }
    if (context.is_shown("airports") && zoom >= 5) {
        for (const NamedPoint& airport : state.map->state().airports) {
            if (is_visible(context, airport.at)) {
                const std::string name(airport.name.in(language));
                add("airports", airport, "airport", priority::airport,
                    airport.note.empty() ? name : fmt::format("{} {}", name, airport.note));
            }
        }
    }
}

void request_graticule(Composer::State& state, FrameContext& context)
{
    if (!context.view.has_graticule) {
        return;
    }
    const LabelStyle style = scaled_label(context, label_of(state.style, "place.neighbour"));
    for (const GraticuleLabel& label : graticule_labels(
             context.view.camera, context.viewport, context.view.language, context.view.scale)) {
        LabelRequest request = make_request("graticule", label.text, priority::graticule);
        request.kind = LabelKind::point;
        request.at = label.at;
        request.first_slot = label.is_meridian ? 5 : 4;
        request.clearance_px = 4;
        request.lines.push_back({label.text, style});
        context.requests.push_back(std::move(request));
    }
}

} // namespace

void request_points(Composer::State& state, FrameContext& context)
{
    request_places(state, context);
    request_marks(state, context);
    request_graticule(state, context);
}

void add_place_dots(Composer::State& state, FrameContext& context)
{
    const auto add = [&](std::string_view layer, const NamedPoint& point, SymbolShape shape,
                         float size_px, Color fill, Color outline) {
        DrawSymbol dot;
        dot.layer = layer;
        dot.at = context.at(point.at);
        dot.shape = shape;
        dot.size_px = size_px * context.view.scale;
        dot.fill = fill;
        dot.outline = outline;
        context.frame.symbols.insert(context.frame.symbols.begin(), std::move(dot));
    };
    const auto has_label = [&](std::string_view layer, const NamedPoint& point) {
        return is_visible(context, point.at) &&
               state.placer.is_standing(label_key(layer, point.id));
    };
    const Color fill = color_of(state.style, "place");
    const Color outline = color_of(state.style, "place_outline");
    for (const NamedPoint& place : state.map->state().places) {
        if (has_label("places", place)) {
            const Color quiet = label_of(state.style, "place.neighbour").color;
            add("places", place, place.rank == 0 ? SymbolShape::square : SymbolShape::circle,
                dot_px(place), is_ours(place.country) ? fill : quiet, outline);
        }
    }
    for (const NamedPoint& peak : state.map->state().peaks) {
        if (has_label("peaks", peak)) {
            add("ranges", peak, SymbolShape::triangle, 8, color_of(state.style, "peak"), outline);
        }
    }
    for (const NamedPoint& airport : state.map->state().airports) {
        if (has_label("airports", airport)) {
            add("airports", airport, SymbolShape::diamond, 8, color_of(state.style, "airport"),
                outline);
        }
    }
}

} // namespace dostyk::scene
