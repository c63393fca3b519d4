#include "scene/composer_state.hpp"
#include "scene/entity_notes.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::scene {

namespace {

constexpr float hatch_spacing_px = 13;
constexpr float hatch_width_px = 1.6F;
constexpr float hatch_angle_rad = 0.785F;

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
        const float opacity = context.opacity_of("areas") * (is_country ? 0.6F : 1.0F);
        context.frame.items.emplace_back(DrawFill{"areas", fill, std::move(ranges),
                                                  faded(color_of(state.style, "hatch"), opacity),
                                                  hatch, nullptr});
        const auto anchor = state.map->anchor_of(area.unit);
        if (!anchor || !context.is_shown("entity_names")) {
            continue;
        }
        const bool is_marked = holds(area.entities, context.view.hovered) ||
                               holds(area.entities, context.view.selected);
        LabelRequest note = make_note(context, state.style, "areas", area.unit, context.at(*anchor),
                                      note_text(area.entities, context.view.language));
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
            LabelRequest note = make_note(context, state.style, "bands", id, context.at(*middle),
                                          note_text(band.entities, context.view.language));
            note.clearance_px = 8 * scale;
            note.first_slot = 2;
            context.requests.push_back(std::move(note));
        }
        add_line_targets(state, context, *mesh, ranges, 9 * scale, hit_of(band.entities));
    }
}

namespace {

/// Ids of the roads and railways that a corridor runs on.
std::vector<std::string> edges_of(const model::Project& project, std::string_view id)
{
    std::vector<std::string> edges;
    const model::TransportCorridor* corridor = model::find_corridor(project.transport, id);
    for (std::size_t i = 1; corridor != nullptr && i < corridor->stops.size(); ++i) {
        const model::TransportEdge* edge =
            model::find_edge(project.transport, corridor->stops[i - 1], corridor->stops[i]);
        if (edge != nullptr) {
            edges.push_back(edge->id);
        }
    }
    return edges;
}

/// What the map draws of a corridor, so that the highlight lies on its roads.
std::vector<std::uint32_t> ranges_of(const LineLevels& lines, const LineMesh& mesh,
                                     const geo::WorldBounds& visible,
                                     const std::vector<std::string>& edges)
{
    return visible_ranges(mesh, visible, [&](const MeshRange& range) {
        const std::string& id = lines.features()[static_cast<std::size_t>(range.feature)].id;
        return std::find(edges.begin(), edges.end(), id) != edges.end();
    });
}

void name_corridor(Composer::State& state, FrameContext& context, const CorridorMark& corridor,
                   const LineMesh& mesh, const std::vector<std::uint32_t>& ranges, float width_px)
{
    const auto middle = middle_of(mesh, ranges, context.view.camera.centre);
    if (!middle || !context.is_shown("entity_names")) {
        return;
    }
    LabelRequest note = make_note(
        context, state.style, "corridors", corridor.corridor, context.at(*middle),
        model::name_of(*corridor.entities.front(), context.view.pack, context.view.language));
    note.clearance_px = width_px;
    note.first_slot = 2; // Beside its middle a road runs on under the letters.
    context.requests.push_back(std::move(note));
}

} // namespace

void add_corridors(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("corridors") || state.project == nullptr) {
        return;
    }
    MapScene::State& map = state.map->state();
    for (const CorridorMark& corridor : state.entities.corridors) {
        const LineStyle& style =
            line_of(state.style, corridor.is_planned ? "corridor.planned" : "corridor");
        const std::vector<std::string> edges = edges_of(*state.project, corridor.corridor);
        for (LineLevels* lines : {&map.roads, &map.railways}) {
            const auto& mesh = lines->level(context.level);
            const auto ranges = ranges_of(*lines, *mesh, context.visible, edges);
            if (ranges.empty()) {
                continue;
            }
            add_line(context, "corridors", mesh, ranges, style);
            const float width_px = context.width_at(style.width_px);
            name_corridor(state, context, corridor, *mesh, ranges, width_px);
            add_line_targets(state, context, *mesh, ranges, width_px, hit_of(corridor.entities));
        }
    }
}

} // namespace dostyk::scene
