#include "geo/mercator.hpp"
#include "scene/cluster.hpp"
#include "scene/composer_state.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dostyk::scene {

namespace {

constexpr float symbol_px = 26;
constexpr float cluster_radius_px = 24;
constexpr float entity_priority = 560;
/// From here on symbols carry their names.
constexpr double names_from_zoom = 6.2;

LabelRequest make_name(const Composer::State& state, const FrameContext& context,
                       const model::Entity& entity, const DrawSymbol& symbol, bool is_forced)
{
    LabelRequest request;
    request.key = label_key("symbols", entity.id);
    request.layer = "entity_names";
    request.priority = entity_priority;
    request.at = symbol.at;
    request.clearance_px = symbol.size_px / 2 + 1;
    request.is_forced = is_forced;
    const LabelStyle style = scaled_label(context, label_of(state.style, "entity"));
    for (std::string& line :
         wrapped(model::name_of(entity, context.view.pack, context.view.language), 26)) {
        request.lines.push_back({std::move(line), style});
    }
    if (request.lines.size() > 4) {
        request.lines.resize(4);
        request.lines.back().text += "…";
    }
    return request;
}

/// Sources write the same place with more or fewer digits.
bool is_same_site(geo::LonLat a, geo::LonLat b)
{
    constexpr double close_deg = 1e-6;
    return std::abs(a.lon - b.lon) < close_deg && std::abs(a.lat - b.lat) < close_deg;
}

/// Whose name a group carries: the only thing on a site among statements about that site.
///
/// Of several things none is named: the first would be taken for all.
const model::Entity* named_of(const Cluster& group, const std::vector<const PointMark*>& marks)
{
    const PointMark& leader = *marks[group.leader];
    const bool is_alone =
        std::all_of(group.members.begin(), group.members.end(), [&](std::size_t member) {
            const PointMark& mark = *marks[member];
            return member == group.leader ||
                   (is_same_site(mark.at, leader.at) && !is_sited(*mark.entity));
        });
    return is_alone ? leader.entity : nullptr;
}

} // namespace

void add_symbols(Composer::State& state, FrameContext& context)
{
    if (!context.is_shown("symbols")) {
        return;
    }
    const float scale = context.view.scale;
    const float size = symbol_px * scale;
    std::vector<const PointMark*> marks;
    std::vector<ClusterPoint> points;
    for (const PointMark& mark : state.entities.points) {
        const geo::WorldPoint world = geo::to_world(mark.at);
        if (context.visible.contains(world)) {
            marks.push_back(&mark);
            points.push_back({context.at(world), mark.rank});
        }
    }
    std::vector<Cluster> clusters = cluster(points, cluster_radius_px * scale);
    // Back to front: the highest rank is drawn last.
    for (auto group = clusters.rbegin(); group != clusters.rend(); ++group) {
        const PointMark& leader = *marks[group->leader];
        SymbolStyle look = symbol_of(state.style, leader.entity->kind);
        if (leader.is_hollow) {
            look = hollow(std::move(look));
        }
        DrawSymbol symbol;
        symbol.layer = "symbols";
        symbol.entity = leader.entity->id;
        symbol.at = points[group->leader].at;
        symbol.shape = look.shape;
        symbol.icon = look.icon;
        symbol.size_px = size;
        const float opacity = context.opacity_of("symbols");
        symbol.fill = faded(look.fill, opacity);
        symbol.outline = faded(look.outline, opacity);
        symbol.glyph_color = faded(look.glyph, opacity);
        symbol.count = static_cast<int>(group->members.size());
        symbol.is_hollow = leader.is_hollow;
        Hit hit;
        hit.entity = leader.entity->id;
        const model::Entity* named = named_of(*group, marks);
        bool is_forced = false;
        for (const std::size_t member : group->members) {
            const model::Entity& entity = *marks[member]->entity;
            hit.members.push_back(entity.id);
            if (entity.id == context.view.selected || entity.id == context.view.hovered) {
                symbol.is_selected |= entity.id == context.view.selected;
                is_forced = true;
                named = &entity;
            }
        }
        if (is_forced) {
            symbol.size_px *= 1.18F;
        }
        const float half = symbol.size_px / 2 + 1.5F * scale;
        // The badge of a cluster stands at the upper right.
        const float badge = symbol.count > 1 ? 8 * scale : 0;
        const ScreenBox box{{symbol.at.x - half, symbol.at.y - half - badge},
                            {symbol.at.x + half + badge, symbol.at.y + half}};
        context.blocked.push_back(box);
        state.targets.push_back({{}, box, 0, std::move(hit)});
        const bool has_name = named != nullptr && context.is_shown("entity_names") &&
                              (is_forced || context.view.camera.zoom >= names_from_zoom);
        if (has_name) {
            context.requests.push_back(make_name(state, context, *named, symbol, is_forced));
        }
        context.frame.symbols.push_back(std::move(symbol));
    }
}

void add_highlight(Composer::State& state, FrameContext& context)
{
    const auto& mesh = state.division->borders(context.level);
    const auto outline = [&](std::string_view code, std::string_view color) {
        auto ranges = visible_ranges(*mesh, context.visible, [&](const MeshRange& range) {
            return state.division->is_outline(range.feature, code);
        });
        if (!ranges.empty()) {
            LineStyle style;
            style.color = color_of(state.style, color);
            style.width_px = 2.6F;
            add_line(context, "areas", mesh, std::move(ranges), style);
        }
    };
    const auto outline_units = [&](const std::string& id, std::string_view color) {
        if (id.empty()) {
            return;
        }
        for (const AreaMark& area : state.entities.areas) {
            if (std::any_of(area.entities.begin(), area.entities.end(),
                            [&](const model::Entity* entity) { return entity->id == id; })) {
                outline(area.unit, color);
            }
        }
        // A unit itself may be selected, by its code.
        outline(id, color);
    };
    if (context.view.hovered != context.view.selected) {
        outline_units(context.view.hovered, "hover");
    }
    outline_units(context.view.selected, "selection");
}

} // namespace dostyk::scene
