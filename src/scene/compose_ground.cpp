#include "geo/mercator.hpp"
#include "scene/composer_state.hpp"
#include "scene/graticule.hpp"
#include "scene/relief_image.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::scene {

namespace {

/// Rivers of this rank are drawn from a zoom on; larger ones earlier and wider.
constexpr std::array river_zooms{0.0, 0.0, 5.5, 6.0, 7.0};
constexpr std::array river_widths{1.5F, 1.2F, 1.0F, 0.85F, 0.75F};

constexpr double casing_from_zoom = 5.6;

/// Below this the glow of a shore would drown small lakes.
constexpr double glow_from_zoom = 5.8;

const Image* find_shade(Composer::State& state, const FrameContext& context)
{
    if (!context.is_shown("relief")) {
        return nullptr;
    }
    const float opacity = context.opacity_of("relief");
    if (std::abs(opacity - state.relief_opacity) > 0.01F) {
        Style style = state.style;
        style.relief_opacity *= opacity;
        state.relief = make_relief_image(state.map->data().relief, style);
        state.relief_opacity = opacity;
    }
    return state.relief.get();
}

void add_fill(FrameContext& context, std::string_view layer,
              const std::shared_ptr<const FillMesh>& mesh, std::vector<std::uint32_t> ranges,
              Color color, const std::shared_ptr<const Image>& shade = nullptr)
{
    if (ranges.empty()) {
        return;
    }
    context.frame.items.emplace_back(
        DrawFill{std::string(layer), mesh, std::move(ranges), color, {}, shade});
}

/// Beyond the data the background goes on for more than any picture shows at the smallest zoom.
constexpr double beyond_data = 1.5;

/// A strip of the background colour that comes up from nothing over its first part.
/// \param fade  Share of the strip that fades.
std::shared_ptr<const Image> make_edge(geo::WorldBounds bounds, Color color, int side, double fade)
{
    constexpr int size = 4096; // The strip is long and its fade short: some thirty pixels of it.
    const bool is_horizontal = side < 2;
    auto image = std::make_shared<Image>();
    image->id = next_mesh_id();
    image->width = is_horizontal ? size : 1;
    image->height = is_horizontal ? 1 : size;
    image->bounds = bounds;
    for (int i = 0; i < size; ++i) {
        // Sides 0 west and 2 north grow towards the low end, the others towards the high end.
        const double along = (i + 0.5) / size;
        const auto t =
            static_cast<float>(std::clamp((side % 2 == 0 ? 1 - along : along) / fade, 0.0, 1.0));
        const auto pixel = premultiplied_bytes(color, t * t * (3 - 2 * t));
        image->pixels.insert(image->pixels.end(), pixel.begin(), pixel.end());
    }
    return image;
}

void make_edges(Composer::State& state)
{
    const geo::WorldBounds data = state.map->state().bounds;
    if (data.is_empty()) {
        return;
    }
    const double inside = (data.max.x - data.min.x) * 0.05;
    // Opaque a little before the data ends, so that its straight edge is never seen.
    const double fade = 0.88 * inside / (inside + beyond_data);
    const double west = data.min.x, east = data.max.x, north = data.min.y, south = data.max.y;
    const double low = -beyond_data, high = 1 + beyond_data;
    const auto box = [](double x0, double y0, double x1, double y1) {
        geo::WorldBounds bounds;
        bounds.add(geo::WorldPoint{x0, y0});
        bounds.add(geo::WorldPoint{x1, y1});
        return bounds;
    };
    const Color color = state.style.background;
    state.edges = {make_edge(box(west - beyond_data, low, west + inside, high), color, 0, fade),
                   make_edge(box(east - inside, low, east + beyond_data, high), color, 1, fade),
                   make_edge(box(low, north - beyond_data, high, north + inside), color, 2, fade),
                   make_edge(box(low, south - inside, high, south + beyond_data), color, 3, fade)};
}

} // namespace

float FrameContext::opacity_of(std::string_view layer) const
{
    const LayerState* state = view.layers.find(layer);
    return state != nullptr ? state->opacity : 1;
}

float FrameContext::width_at(float width_px) const
{
    const auto growth =
        static_cast<float>(std::clamp(1 + (view.camera.zoom - 5) * 0.11, 0.75, 1.7));
    return width_px * growth * view.scale;
}

void add_line(FrameContext& context, std::string_view layer,
              const std::shared_ptr<const LineMesh>& mesh, std::vector<std::uint32_t> ranges,
              const LineStyle& style, float factor)
{
    if (ranges.empty() || mesh == nullptr) {
        return;
    }
    const float opacity = context.opacity_of(layer);
    DrawLine line;
    line.layer = layer;
    line.mesh = mesh;
    line.ranges = std::move(ranges);
    line.width_px = context.width_at(style.width_px) * factor;
    if (style.casing_px > 0) {
        DrawLine casing = line;
        casing.color = faded(style.casing, opacity);
        casing.width_px += 2 * context.width_at(style.casing_px);
        context.frame.items.emplace_back(std::move(casing));
    }
    line.color = faded(style.color, opacity);
    line.dash_px = style.dash_px * context.view.scale;
    line.gap_px = style.gap_px * context.view.scale;
    context.frame.items.emplace_back(std::move(line));
}

void add_land(Composer::State& state, FrameContext& context)
{
    find_shade(state, context);
    const bool has_relief = context.is_shown("relief");
    const bool has_land = context.is_shown("land");
    if (!has_relief && !has_land) {
        return;
    }
    const Style& style = state.style;
    const float opacity = has_land ? context.opacity_of("land") : 1;
    const auto shade = has_relief ? state.relief : nullptr;
    const auto add_country = [&](Division& division, std::string_view code, Color color) {
        const auto& fill = division.fill(context.level);
        auto ranges = visible_ranges(*fill, context.visible, [&](const MeshRange& range) {
            const GroundFeature& feature =
                division.features()[static_cast<std::size_t>(range.feature)];
            return code.empty() ? feature.is_neighbour
                                : !feature.is_neighbour && feature.country == code;
        });
        add_fill(context, "land", fill, std::move(ranges),
                 faded(has_land ? color : style.neighbour_land, opacity), shade);
    };
    // A country is one polygon, not its units: fewer triangles. A user's boundaries change the
    // units within; where the country ends stays the map's, so that it meets its neighbours.
    add_country(*state.countries, "", style.neighbour_land);
    for (const auto& [code, color] : style.country_land) {
        add_country(*state.countries, code, color);
    }
}

void add_water(Composer::State& state, FrameContext& context)
{
    MapScene::State& map = state.map->state();
    const double zoom = context.view.camera.zoom;
    if (context.is_shown("rivers")) {
        const auto& mesh = map.rivers.level(context.level);
        const LineStyle& style = line_of(state.style, "river");
        for (std::size_t rank = 0; rank < river_zooms.size(); ++rank) {
            if (zoom < river_zooms[rank]) {
                continue;
            }
            add_line(context, "rivers", mesh,
                     visible_ranges(
                         *mesh, context.visible,
                         [&](const MeshRange& range) {
                             return map.rivers.features()[static_cast<std::size_t>(range.feature)]
                                        .rank == static_cast<int>(rank);
                         }),
                     style, river_widths[rank]);
        }
    }
    if (context.is_shown("lakes")) {
        const LakeLevels::Level& lakes = map.lakes.level(context.level);
        const auto all = [](const MeshRange&) { return true; };
        const LineStyle& shore = line_of(state.style, "lake");
        // The glow goes under the water, so that it shines on the land alone.
        DrawLine glow{"lakes", lakes.shore, visible_ranges(*lakes.shore, context.visible, all),
                      faded(shore.casing, context.opacity_of("lakes")),
                      context.width_at(shore.width_px + 2 * shore.casing_px)};
        if (shore.casing_px > 0 && zoom >= glow_from_zoom && !glow.ranges.empty()) {
            context.frame.items.emplace_back(glow);
        }
        add_fill(context, "lakes", lakes.fill, visible_ranges(*lakes.fill, context.visible, all),
                 faded(state.style.water, context.opacity_of("lakes")));
        LineStyle line = shore;
        line.casing_px = 0;
        add_line(context, "lakes", lakes.shore, std::move(glow.ranges), line);
    }
}

void add_roads(Composer::State& state, FrameContext& context)
{
    MapScene::State& map = state.map->state();
    const double zoom = context.view.camera.zoom;
    struct Row {
        std::string_view layer;
        LineLevels& lines;
        std::string_view style;
        double from_zoom;
    };
    for (const Row& row :
         {Row{"roads", map.roads, "road.local", 6.5}, Row{"roads", map.roads, "road.main", 4.8},
          Row{"railways", map.railways, "railway", 4.4},
          Row{"railways", map.railways, "railway.planned", 5.0},
          Row{"roads", map.roads, "road.international", 3.8},
          Row{"roads", map.roads, "road.planned", 5.0}}) {
        if (!context.is_shown(row.layer) || zoom < row.from_zoom) {
            continue;
        }
        const auto& mesh = row.lines.level(context.level);
        auto ranges = visible_ranges(*mesh, context.visible, [&](const MeshRange& range) {
            return row.lines.features()[static_cast<std::size_t>(range.feature)].style == row.style;
        });
        LineStyle style = line_of(state.style, row.style);
        // From afar a casing is a hair's breadth and doubles the segments.
        style.casing_px = zoom < casing_from_zoom ? 0 : style.casing_px;
        add_line(context, row.layer, mesh, std::move(ranges), style);
    }
}

void add_borders(Composer::State& state, FrameContext& context)
{
    const auto add_class = [&](Division& division, std::string_view layer, ArcClass wanted,
                               std::string_view style) {
        if (!context.is_shown(layer)) {
            return;
        }
        const auto& mesh = division.borders(context.level);
        add_line(context, layer, mesh,
                 visible_ranges(*mesh, context.visible,
                                [&](const MeshRange& range) {
                                    return division.class_of(range.feature) == wanted;
                                }),
                 line_of(state.style, style));
    };
    add_class(*state.countries, "borders", ArcClass::neighbour, "border.neighbour");
    add_class(*state.division, "regions", ArcClass::region, "region_border");
    add_class(*state.countries, "borders", ArcClass::state, "border");
    add_class(*state.countries, "borders", ArcClass::common, "border.common");
}

void add_edges(Composer::State& state, FrameContext& context)
{
    if (state.edges.empty()) {
        make_edges(state);
    }
    for (const auto& edge : state.edges) {
        if (edge->bounds.intersects(context.visible)) {
            context.frame.items.emplace_back(DrawImage{"land", edge, 1});
        }
    }
}

void add_graticule(Composer::State& state, FrameContext& context)
{
    if (!context.view.has_graticule) {
        return;
    }
    for (DrawPath& path : make_graticule(context.view.camera, context.viewport,
                                         line_of(state.style, "graticule"), context.view.scale)) {
        context.frame.items.emplace_back(std::move(path));
    }
}

} // namespace dostyk::scene
