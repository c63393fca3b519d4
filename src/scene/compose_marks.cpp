#include "geo/mercator.hpp"
#include "model/value_text.hpp"
#include "scene/composer_state.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::scene {

namespace {

constexpr float note_priority = 520;
constexpr float hatch_spacing_px = 13;
constexpr float hatch_width_px = 1.6F;
constexpr float hatch_angle_rad = 0.785F;
constexpr int arc_points = 40;

Hit hit_of(const EntityList& entities)
{
    Hit hit;
    for (const model::Entity* entity : entities) {
        hit.members.push_back(entity->id);
    }
    hit.entity = hit.members.front();
    return hit;
}

bool holds(const EntityList& entities, std::string_view id)
{
    return std::any_of(entities.begin(), entities.end(),
                       [&](const model::Entity* entity) { return entity->id == id; });
}

/// "Site not published: 2", or the kind and how many where nothing has a site.
std::string note_text(const EntityList& entities, bool has_sites, Language language)
{
    const std::string count = std::to_string(entities.size());
    if (has_sites) {
        return tr(language, Message{"map.site_not_published", {{"count", count}}});
    }
    const std::string key = "kind." + entities.front()->kind + ".plural";
    return tr(language, Message{"map.kind_count",
                                {{"kind", std::string(tr(language, key))}, {"count", count}}});
}

LabelRequest make_note(const FrameContext& context, const Style& style, std::string_view layer,
                       std::string_view id, geo::ScreenPoint at, std::string text)
{
    LabelRequest request;
    request.key = label_key(layer, id);
    request.layer = "entity_names";
    request.priority = note_priority;
    request.at = at;
    for (std::string& line : wrapped(text, 30)) {
        request.lines.push_back({std::move(line), scaled_label(context, label_of(style, "note"))});
    }
    return request;
}

/// The country's capital where the map knows it: arcs keep off the middle, where its name stands.
std::optional<geo::WorldPoint> end_of_flow(const Composer::State& state, std::string_view party)
{
    for (const NamedPoint& place : state.map->state().places) {
        if (place.country == party && place.rank == 0) {
            return place.at;
        }
    }
    if (const auto anchor = state.map->anchor_of(party)) {
        return anchor;
    }
    return std::nullopt;
}

Color color_of_flow(const Style& style, FlowSort sort)
{
    switch (sort) {
    case FlowSort::trade:
        return color_of(style, "arc.trade");
    case FlowSort::award:
        return color_of(style, "arc.award");
    case FlowSort::commitment:
        return color_of(style, "arc.commitment");
    case FlowSort::link:
        break;
    }
    return color_of(style, "link");
}

/// Names of neighbouring arcs stand at different heights.
std::size_t label_point(int order) noexcept
{
    constexpr std::array<std::size_t, 4> points{arc_points / 2, arc_points * 2 / 5,
                                                arc_points * 3 / 5, arc_points / 3};
    return points[static_cast<std::size_t>(order) % points.size()];
}

/// A quadratic Bezier from one end to the other that bows to its left.
std::vector<geo::ScreenPoint> bowed(geo::ScreenPoint from, geo::ScreenPoint to, float bow)
{
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const geo::ScreenPoint middle{(from.x + to.x) / 2 + dy * bow * 2,
                                  (from.y + to.y) / 2 - dx * bow * 2};
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i <= arc_points; ++i) {
        const float t = static_cast<float>(i) / arc_points;
        const float a = (1 - t) * (1 - t);
        const float b = 2 * t * (1 - t);
        const float c = t * t;
        points.push_back(
            {a * from.x + b * middle.x + c * to.x, a * from.y + b * middle.y + c * to.y});
    }
    return points;
}

/// "$1.5 billion" of the flow's first entity that knows; else its kind and count.
std::string flow_text(const FlowMark& flow, model::Pack pack, Language language)
{
    for (const model::Entity* entity : flow.entities) {
        for (const std::string_view field : {"amount", "value"}) {
            const auto* amount = model::find_value<model::Amount>(*entity, field, pack);
            if (amount != nullptr) {
                return model::text_of(*amount, language);
            }
        }
    }
    if (flow.entities.size() == 1) {
        return model::name_of(*flow.entities.front(), pack, language);
    }
    return note_text(flow.entities, false, language);
}

/// Where a set of ranges is best named: the middle of the visible run nearest to the centre.
std::optional<geo::WorldPoint>
middle_of(const LineMesh& mesh, const std::vector<std::uint32_t>& ranges, geo::WorldPoint centre)
{
    std::optional<geo::WorldPoint> best;
    double best_distance = 0;
    for (const std::uint32_t index : ranges) {
        const MeshRange& range = mesh.ranges[index];
        const LineVertex& vertex = mesh.vertices[mesh.indices[range.first + range.count / 2]];
        const geo::WorldPoint point{mesh.origin.x + static_cast<double>(vertex.x),
                                    mesh.origin.y + static_cast<double>(vertex.y)};
        const double distance = std::hypot(point.x - centre.x, point.y - centre.y);
        if (!best || distance < best_distance) {
            best = point;
            best_distance = distance;
        }
    }
    return best;
}

/// Points of a mesh's ranges on the screen, for picking.
void add_line_targets(Composer::State& state, const FrameContext& context, const LineMesh& mesh,
                      const std::vector<std::uint32_t>& ranges, float width_px, const Hit& hit)
{
    for (const std::uint32_t index : ranges) {
        const MeshRange& range = mesh.ranges[index];
        PickTarget target;
        target.reach_px = width_px / 2 + 4;
        target.hit = hit;
        // Six indices a segment; the first two vertices of it are one end.
        for (std::uint32_t i = range.first; i < range.first + range.count; i += 6) {
            for (const std::uint32_t corner : {mesh.indices[i], mesh.indices[i + 2]}) {
                const LineVertex& vertex = mesh.vertices[corner];
                target.line.push_back(context.at({mesh.origin.x + static_cast<double>(vertex.x),
                                                  mesh.origin.y + static_cast<double>(vertex.y)}));
            }
        }
        state.targets.push_back(std::move(target));
    }
}

bool is_band_arc(const Division& division, std::int32_t arc, const std::vector<std::string>& units)
{
    if (units.size() < 2) {
        return division.class_of(arc) == ArcClass::common;
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (std::size_t j = i + 1; j < units.size(); ++j) {
            if (division.is_between(arc, units[i], units[j])) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

void add_areas(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("areas") || state.entities.areas.empty()) {
        return;
    }
    const auto& fill = state.division->fill(context.level);
    const auto& features = state.division->features();
    const float scale = context.view.scale;
    for (const AreaMark& area : state.entities.areas) {
        auto ranges = visible_ranges(*fill, context.visible, [&](const MeshRange& range) {
            const GroundFeature& feature = features[static_cast<std::size_t>(range.feature)];
            return !feature.is_neighbour && is_within(feature, area.unit);
        });
        if (ranges.empty()) {
            continue;
        }
        // Over a whole country the stripes stand wide apart and faint: they say "somewhere here",
        // they do not shade the land.
        const bool is_country = area.unit.size() == 2;
        const Hatch hatch{hatch_spacing_px * scale * (is_country ? 2.0F : 1.0F),
                          hatch_width_px * scale * (is_country ? 0.75F : 1.0F), hatch_angle_rad};
        context.frame.items.emplace_back(DrawFill{
            "areas", fill, std::move(ranges),
            faded(color_of(state.style, "hatch"), context.opacity_of("areas")), hatch, nullptr});
        const auto anchor = state.map->anchor_of(area.unit);
        if (!anchor || !context.is_shown("entity_names")) {
            continue;
        }
        const bool is_marked = holds(area.entities, context.view.hovered) ||
                               holds(area.entities, context.view.selected);
        LabelRequest note =
            make_note(context, state.style, "areas", area.unit, context.at(*anchor),
                      note_text(area.entities, area.has_sites, context.view.language));
        note.clearance_px = 16 * scale;
        note.first_slot = 3;
        note.priority += is_marked ? 100 : 0;
        context.requests.push_back(std::move(note));
    }
}

void add_bands(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("bands")) {
        return;
    }
    const Division& division = *state.division;
    const auto& mesh = state.division->borders(context.level);
    const float scale = context.view.scale;
    for (const BandMark& band : state.entities.bands) {
        auto ranges = visible_ranges(*mesh, context.visible, [&](const MeshRange& range) {
            return is_band_arc(division, range.feature, band.units);
        });
        if (ranges.empty()) {
            continue;
        }
        const bool is_marked = holds(band.entities, context.view.hovered) ||
                               holds(band.entities, context.view.selected);
        DrawLine line;
        line.layer = "bands";
        line.mesh = mesh;
        line.ranges = ranges;
        line.color = faded(color_of(state.style, "band"), context.opacity_of("bands"));
        line.width_px = (is_marked ? 9.0F : 6.5F) * scale;
        line.dash_px = 11 * scale;
        line.gap_px = 6 * scale;
        context.frame.items.emplace_back(std::move(line));
        const auto middle = middle_of(*mesh, ranges, context.view.camera.centre);
        std::string id;
        for (const std::string& unit : band.units) {
            id += unit;
        }
        if (middle && context.is_shown("entity_names")) {
            LabelRequest note =
                make_note(context, state.style, "bands", id, context.at(*middle),
                          tr(context.view.language,
                             Message{"map.site_not_published",
                                     {{"count", std::to_string(band.entities.size())}}}));
            note.clearance_px = 8 * scale;
            context.requests.push_back(std::move(note));
        }
        add_line_targets(state, context, *mesh, ranges, 9 * scale, hit_of(band.entities));
    }
}

void add_corridors(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("corridors") || state.project == nullptr) {
        return;
    }
    const float opacity = context.opacity_of("corridors");
    for (const CorridorMark& corridor : state.entities.corridors) {
        const LineStyle& style =
            line_of(state.style, corridor.is_planned ? "corridor.planned" : "corridor");
        for (const auto& line : model::path_of(state.project->transport, corridor.corridor)) {
            DrawPath path;
            path.layer = "corridors";
            geo::WorldBounds bounds;
            for (const geo::LonLat& position : line) {
                const geo::WorldPoint point = geo::to_world(position);
                bounds.add(point);
                path.points.push_back(context.at(point));
            }
            if (path.points.size() < 2 || !bounds.intersects(context.visible)) {
                continue;
            }
            path.width_px = context.width_at(style.width_px);
            DrawPath casing = path;
            casing.width_px += 2 * context.width_at(style.casing_px);
            casing.color = faded(style.casing, opacity);
            context.frame.items.emplace_back(std::move(casing));
            path.color = faded(style.color, opacity);
            path.dash_px = style.dash_px * context.view.scale;
            path.gap_px = style.gap_px * context.view.scale;
            if (context.is_shown("entity_names")) {
                context.requests.push_back(
                    make_note(context, state.style, "corridors", corridor.corridor,
                              path.points[path.points.size() / 2],
                              model::name_of(*corridor.entities.front(), context.view.pack,
                                             context.view.language)));
                context.requests.back().clearance_px = path.width_px;
            }
            state.targets.push_back(
                {path.points, {}, path.width_px / 2 + 4, hit_of(corridor.entities)});
            context.frame.items.emplace_back(std::move(path));
        }
    }
}

void add_flows(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("arcs")) {
        return;
    }
    const float scale = context.view.scale;
    int order = 0;
    for (const FlowMark& flow : state.entities.flows) {
        const auto from = end_of_flow(state, flow.from);
        const auto to = end_of_flow(state, flow.to);
        if (!from || !to) {
            continue;
        }
        const bool is_marked = holds(flow.entities, context.view.hovered) ||
                               holds(flow.entities, context.view.selected);
        const bool is_link = flow.sort == FlowSort::link;
        DrawPath path;
        path.layer = "arcs";
        // Each arc bows further out, to both sides in turn, so that none covers another.
        const float side = order % 2 == 0 ? 1.0F : -1.0F;
        path.points = bowed(context.at(*from), context.at(*to),
                            side * (0.10F + 0.075F * static_cast<float>(order / 2)));
        path.color = faded(color_of_flow(state.style, flow.sort), context.opacity_of("arcs"));
        path.width_px = (is_marked ? 3.6F : 2.4F) * scale;
        path.has_arrow = !is_link;
        path.dash_px = is_link ? 3 * scale : 0;
        path.gap_px = is_link ? 4 * scale : 0;
        if (context.is_shown("entity_names")) {
            const std::string id = flow.from + flow.to + flow.entities.front()->id;
            LabelRequest note =
                make_note(context, state.style, "arcs", id, path.points[label_point(order)],
                          flow_text(flow, context.view.pack, context.view.language));
            for (LabelLine& line : note.lines) {
                line.style =
                    scaled_label(context, label_of(state.style, is_link ? "note" : "amount"));
            }
            note.first_slot = side > 0 ? 0 : 1;
            note.clearance_px = 3 * scale;
            context.requests.push_back(std::move(note));
        }
        PickTarget target;
        target.line = path.points;
        target.reach_px = path.width_px / 2 + 4;
        target.hit = hit_of(flow.entities);
        state.targets.push_back(std::move(target));
        context.frame.items.emplace_back(std::move(path));
        ++order;
    }
}

} // namespace dostyk::scene
