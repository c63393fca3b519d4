#include "geo/mercator.hpp"
#include "geo/triangulate.hpp"
#include "scene/composer_state.hpp"
#include "scene/map_levels.hpp"
#include "scene/mesh_fill.hpp"

#include <utility>

namespace dostyk::scene {

namespace {

constexpr float line_px = 3;
constexpr float marked_line_px = 4.4F;
constexpr float casing_px = 1.3F;
constexpr float hatch_spacing_px = 8;
constexpr float hatch_width_px = 1.4F;
/// Across the stripes of the regions without a published site, so that the two are told apart.
constexpr float hatch_angle_rad = -0.785F;
/// An uncertain course is broken.
constexpr float dash_px = 9;
constexpr float gap_px = 5;

std::shared_ptr<const FillMesh> make_mesh(const std::vector<geo::LonLat>& corners)
{
    geo::Polygon polygon{corners, {}};
    polygon.outer.push_back(corners.front());
    FillMeshBuilder builder(mesh_origin());
    builder.add(geo::triangulate({polygon}), 0);
    return std::make_shared<const FillMesh>(builder.finish());
}

void add_fill(Composer::State& state, FrameContext& context, const ShapeMark& shape, Color color,
              bool is_marked)
{
    auto& mesh = state.shape_meshes[shape.place];
    if (mesh == nullptr) {
        mesh = make_mesh(shape.place->vertices);
    }
    auto ranges = visible_ranges(*mesh, context.visible, [](const MeshRange&) { return true; });
    if (ranges.empty()) {
        return;
    }
    const float scale = context.view.scale;
    const Hatch hatch{hatch_spacing_px * scale, hatch_width_px * scale, hatch_angle_rad};
    context.frame.items.emplace_back(DrawFill{
        "shapes", mesh, std::move(ranges), faded(color, is_marked ? 0.9F : 0.6F), hatch, nullptr});
}

std::vector<geo::ScreenPoint> on_screen(const FrameContext& context, const model::Place& place,
                                        geo::WorldBounds& bounds)
{
    std::vector<geo::ScreenPoint> points;
    for (const geo::LonLat& vertex : place.vertices) {
        const geo::WorldPoint world = geo::to_world(vertex);
        bounds.add(world);
        points.push_back(context.at(world));
    }
    if (place.type == model::PlaceType::polygon) {
        points.push_back(points.front());
    }
    return points;
}

} // namespace

void add_shapes(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("symbols")) {
        return;
    }
    const float scale = context.view.scale;
    const float opacity = context.opacity_of("symbols");
    for (const ShapeMark& shape : state.entities.shapes) {
        geo::WorldBounds bounds;
        auto points = on_screen(context, *shape.place, bounds);
        if (!bounds.intersects(context.visible)) {
            continue;
        }
        const std::string& id = shape.entity->id;
        const bool is_selected = id == context.view.selected;
        const bool is_marked = is_selected || id == context.view.hovered;
        const SymbolStyle look = symbol_of(state.style, shape.entity->kind);
        const Color color =
            faded(is_selected ? color_of(state.style, "selection") : look.fill, opacity);
        const bool is_polygon = shape.place->type == model::PlaceType::polygon;
        if (is_polygon) {
            add_fill(state, context, shape, faded(look.fill, opacity), is_marked);
        }
        DrawPath path;
        path.layer = "shapes";
        path.points = std::move(points);
        const float width_px = (is_marked ? marked_line_px : line_px) * scale;
        path.width_px = width_px + 2 * casing_px * scale;
        path.color = faded(label_of(state.style, "entity").halo, opacity);
        context.frame.items.emplace_back(path);
        path.width_px = width_px;
        path.color = color;
        path.dash_px = shape.is_uncertain ? dash_px * scale : 0;
        path.gap_px = shape.is_uncertain ? gap_px * scale : 0;
        PickTarget target;
        target.line = path.points;
        target.is_area = is_polygon;
        target.reach_px = width_px / 2 + 4;
        target.hit = {id, {id}, {}};
        state.targets.push_back(std::move(target));
        context.frame.items.emplace_back(std::move(path));
    }
}

} // namespace dostyk::scene
