// What a meeting's programme shows at a minute: ways, rings, people, queues and what is reached.

#include "geo/mercator.hpp"
#include "geo/triangulate.hpp"
#include "scene/cluster.hpp"
#include "scene/composer_state.hpp"
#include "scene/map_levels.hpp"
#include "scene/mesh_fill.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace dostyk::scene {

namespace {

constexpr auto layer_name = "programme";
constexpr float route_px = 3;
constexpr float chosen_px = 5;
constexpr float casing_px = 1.5F;
constexpr float dash_px = 8;
constexpr float gap_px = 6;
constexpr float ring_px = 21; ///< Radius of an open ring: about a venue's symbol
constexpr float ring_step_px = 6;
constexpr float mover_px = 24;
/// People at a venue stand at its upper right, so that its own sign is seen.
constexpr float aside_px = 19;
constexpr float cluster_radius_px = 12;
constexpr float reach_opacity = 0.16F;
constexpr float text_priority = 900;

/// A line with a casing, so that it is seen on any ground.
void add_path(FrameContext& context, const Style& style, std::vector<geo::ScreenPoint> points,
              float width_px, RouteLook look)
{
    const float scale = context.view.scale;
    DrawPath path;
    path.layer = layer_name;
    path.points = std::move(points);
    path.width_px = (width_px + 2 * casing_px) * scale;
    path.color = label_of(style, "entity").halo;
    context.frame.items.emplace_back(path);
    path.width_px = width_px * scale;
    path.color = color_of(style, "route");
    path.dash_px = look == RouteLook::ahead ? dash_px * scale : 0;
    path.gap_px = look == RouteLook::ahead ? gap_px * scale : 0;
    path.has_arrow = look == RouteLook::chosen;
    context.frame.items.emplace_back(std::move(path));
}

std::vector<geo::ScreenPoint> on_screen(const FrameContext& context,
                                        const std::vector<geo::LonLat>& points)
{
    std::vector<geo::ScreenPoint> placed;
    for (const geo::LonLat& point : points) {
        const geo::ScreenPoint at = context.at(geo::to_world(point));
        // What is nearer than half a pixel cannot be told from one place.
        if (placed.empty() || std::hypot(at.x - placed.back().x, at.y - placed.back().y) > 0.5F) {
            placed.push_back(at);
        }
    }
    return placed;
}

/// A part of a circle, clockwise from its top.
std::vector<geo::ScreenPoint> arc(geo::ScreenPoint centre, float radius, float share)
{
    const int sides = std::max(2, static_cast<int>(std::ceil(40 * share)));
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i <= sides; ++i) {
        const float angle = 2 * std::numbers::pi_v<float> * share * static_cast<float>(i) /
                            static_cast<float>(sides);
        points.push_back(
            {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)});
    }
    return points;
}

std::shared_ptr<const FillMesh> make_mesh(const geo::MultiPolygon& area)
{
    FillMeshBuilder builder(mesh_origin());
    builder.add(geo::triangulate(area), 0);
    return std::make_shared<const FillMesh>(builder.finish());
}

void add_reach(Composer::State& state, FrameContext& context)
{
    const ProgrammeReach& reach = context.view.programme.reach;
    if (reach.area == nullptr || reach.area->empty()) {
        return;
    }
    if (state.reach != reach.area) {
        state.reach = reach.area;
        state.reach_mesh = make_mesh(*reach.area);
    }
    const Color color = color_of(state.style, "route");
    auto ranges =
        visible_ranges(*state.reach_mesh, context.visible, [](const MeshRange&) { return true; });
    if (!ranges.empty()) {
        context.frame.items.emplace_back(DrawFill{layer_name,
                                                  state.reach_mesh,
                                                  std::move(ranges),
                                                  faded(color, reach_opacity),
                                                  {},
                                                  nullptr});
    }
    const auto add_outline = [&](const geo::Ring& ring) {
        DrawPath path;
        path.layer = layer_name;
        path.points = on_screen(context, ring);
        path.width_px = 1.8F * context.view.scale;
        path.color = color;
        if (path.points.size() > 2) {
            context.frame.items.emplace_back(std::move(path));
        }
    };
    for (const geo::Polygon& polygon : *reach.area) {
        add_outline(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add_outline);
    }
}

void add_routes(Composer::State& state, FrameContext& context)
{
    for (const ProgrammeRoute& route : context.view.programme.routes) {
        auto points = on_screen(context, route.points);
        if (points.size() < 2) {
            continue;
        }
        const float width = route.look == RouteLook::chosen ? chosen_px : route_px;
        PickTarget target;
        target.line = points;
        target.reach_px = width / 2 + 4;
        target.hit = {route.entity, {route.entity}, {}};
        state.targets.push_back(std::move(target));
        add_path(context, state.style, std::move(points), width, route.look);
    }
}

/// One ring inside the other where several sessions are held in one place.
void add_rings(Composer::State& state, FrameContext& context)
{
    const auto& rings = context.view.programme.rings;
    const float scale = context.view.scale;
    const Color color = color_of(state.style, "route");
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const ProgrammeRing& ring = rings[i];
        const auto inside =
            std::count_if(rings.begin(), rings.begin() + static_cast<std::ptrdiff_t>(i),
                          [&](const ProgrammeRing& other) { return other.at == ring.at; });
        const geo::ScreenPoint centre = context.at(geo::to_world(ring.at));
        const float open_px = ring_px + ring_step_px * static_cast<float>(inside);
        const float radius = open_px * ring.open * scale;
        if (radius < 1) {
            continue;
        }
        DrawPath path;
        path.layer = layer_name;
        path.points = arc(centre, radius, 1);
        path.width_px = 1.4F * scale;
        path.color = color;
        context.frame.items.emplace_back(path);
        if (ring.share > 0) {
            path.points = arc(centre, radius, ring.share);
            path.width_px = 4 * scale;
            context.frame.items.emplace_back(path);
        }
        if (ring.open < 1) {
            // A second one that is further out the less it is open: it opens inwards, and shuts
            // outwards.
            path.points = arc(centre, (2 - ring.open) * open_px * scale, 1);
            path.width_px = 1.4F * scale;
            path.color = faded(color, ring.open);
            context.frame.items.emplace_back(std::move(path));
        }
    }
}

LabelRequest make_text(Composer::State& state, const FrameContext& context, std::string_view id,
                       geo::ScreenPoint at, const std::string& text)
{
    LabelRequest request;
    request.key = label_key(layer_name, id);
    request.layer = layer_name;
    request.priority = text_priority;
    request.at = at;
    request.clearance_px = mover_px / 2 * context.view.scale + 1;
    request.is_forced = true;
    request.lines.push_back({text, scaled_label(context, label_of(state.style, "amount"))});
    return request;
}

void add_queues(Composer::State& state, FrameContext& context)
{
    const float scale = context.view.scale;
    const SymbolStyle look = symbol_of(state.style, "crossing");
    for (const ProgrammeQueue& queue : context.view.programme.queues) {
        DrawSymbol symbol;
        symbol.layer = layer_name;
        symbol.entity = queue.entity;
        symbol.at = context.at(geo::to_world(queue.at));
        symbol.shape = look.shape;
        symbol.icon = look.icon;
        symbol.size_px = mover_px * scale;
        symbol.fill = look.fill;
        symbol.outline = look.outline;
        symbol.glyph_color = look.glyph;
        const float half = symbol.size_px / 2;
        const ScreenBox box{{symbol.at.x - half, symbol.at.y - half},
                            {symbol.at.x + half, symbol.at.y + half}};
        context.blocked.push_back(box);
        state.targets.push_back({{}, box, 0, {queue.entity, {queue.entity}, {}}});
        LabelRequest text = make_text(state, context, queue.entity, symbol.at, queue.text);
        text.first_slot = 3; // below: who waits stands at the upper right
        context.requests.push_back(std::move(text));
        context.frame.symbols.push_back(std::move(symbol));
    }
}

void add_movers(Composer::State& state, FrameContext& context)
{
    const auto& movers = context.view.programme.movers;
    const float scale = context.view.scale;
    std::vector<ClusterPoint> points;
    for (const ProgrammeMover& mover : movers) {
        geo::ScreenPoint at = context.at(geo::to_world(mover.at));
        const float aside = mover.is_standing ? aside_px * scale : 0;
        at = {at.x + aside, at.y - aside};
        points.push_back({at, mover.rank});
    }
    const std::vector<Cluster> clusters = cluster(points, cluster_radius_px * scale);
    for (auto group = clusters.rbegin(); group != clusters.rend(); ++group) {
        const ProgrammeMover& leader = movers[group->leader];
        const SymbolStyle look = symbol_of(state.style, leader.kind);
        DrawSymbol symbol;
        symbol.layer = layer_name;
        symbol.entity = leader.entity;
        symbol.at = points[group->leader].at;
        symbol.shape = look.shape;
        symbol.icon = look.icon;
        symbol.size_px = mover_px * scale;
        symbol.fill = look.fill;
        symbol.outline = look.outline;
        symbol.glyph_color = look.glyph;
        symbol.count = static_cast<int>(group->members.size());
        Hit hit{leader.entity, {}, {}};
        for (const std::size_t member : group->members) {
            hit.members.push_back(movers[member].entity);
            symbol.is_selected |= movers[member].entity == context.view.selected;
        }
        const float half = symbol.size_px / 2 + 1.5F * scale;
        const ScreenBox box{{symbol.at.x - half, symbol.at.y - half},
                            {symbol.at.x + half, symbol.at.y + half}};
        context.blocked.push_back(box);
        state.targets.push_back({{}, box, 0, std::move(hit)});
        context.frame.symbols.push_back(std::move(symbol));
    }
}

} // namespace

void add_programme_ways(Composer::State& state, FrameContext& context)
{
    add_reach(state, context);
    add_routes(state, context);
    add_rings(state, context);
}

void add_programme_signs(Composer::State& state, FrameContext& context)
{
    add_queues(state, context);
    add_movers(state, context);
    const ProgrammeReach& reach = context.view.programme.reach;
    if (reach.area != nullptr && !reach.text.empty()) {
        context.requests.push_back(
            make_text(state, context, "reach", context.at(geo::to_world(reach.from)), reach.text));
    }
}

} // namespace dostyk::scene
