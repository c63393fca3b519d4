#include "editor/tools/snapper.hpp"

#include "geo/layer.hpp"
#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace dostyk::editor {

namespace {

Text4 name_of_feature(const geo::Layer& layer, const geo::Feature& feature)
{
    Text4 name;
    for (const Language language : all_languages) {
        name[language] = geo::text_at(layer, feature, "name_" + std::string(code_of(language)));
    }
    return name;
}

void add_layer(const geo::Layer* layer, SnapKind kind, std::vector<SnapTarget>& targets)
{
    for (std::size_t i = 0; layer != nullptr && i < layer->features.size(); ++i) {
        const geo::Feature& feature = layer->features[i];
        if (const auto* at = std::get_if<geo::LonLat>(&feature.geometry)) {
            targets.push_back({kind, *at, {}, name_of_feature(*layer, feature)});
        }
    }
}

void add_entity(const model::Entity& entity, model::Pack pack, std::vector<SnapTarget>& targets)
{
    const auto* place = model::find_value<model::Place>(entity, "place", pack);
    if (place == nullptr || !model::is_in(entity, pack)) {
        return;
    }
    const auto* name = model::find_value<Text4>(entity, "name", pack);
    if (place->type == model::PlaceType::point) {
        const bool is_crossing = entity.kind == "crossing";
        targets.push_back({is_crossing ? SnapKind::crossing : SnapKind::vertex, place->at,
                           entity.id, name != nullptr ? *name : Text4{}});
    }
    for (const geo::LonLat& vertex : place->vertices) {
        targets.push_back({SnapKind::vertex, vertex, entity.id, {}});
    }
}

std::vector<SnapTarget> targets_of(const model::Project& project, const geo::MapData& map,
                                   model::Pack pack)
{
    std::vector<SnapTarget> targets;
    for (const model::Entity& entity : project.entities) {
        add_entity(entity, pack, targets);
    }
    add_layer(map.find_layer("crossings"), SnapKind::crossing, targets);
    add_layer(map.find_layer("places"), SnapKind::settlement, targets);
    return targets;
}

std::vector<geo::WorldBounds> boxes_of(const std::vector<SnapTarget>& targets)
{
    std::vector<geo::WorldBounds> boxes(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        boxes[i].add(geo::to_world(targets[i].at));
    }
    return boxes;
}

} // namespace

Snapper::Snapper(const model::Project& project, const geo::MapData& map, model::Pack pack)
: m_targets(targets_of(project, map, pack)), m_index(boxes_of(m_targets))
{}

std::optional<SnapTarget> Snapper::find(const scene::Camera& camera, scene::Viewport viewport,
                                        geo::ScreenPoint at, float tolerance_px,
                                        std::string_view except) const
{
    geo::WorldBounds area;
    area.add(scene::to_world(camera, viewport, {at.x - tolerance_px, at.y - tolerance_px}));
    area.add(scene::to_world(camera, viewport, {at.x + tolerance_px, at.y + tolerance_px}));
    const SnapTarget* best = nullptr;
    float best_px = tolerance_px;
    for (const std::uint32_t index : m_index.find(area)) {
        const SnapTarget& target = m_targets[index];
        if (!except.empty() && target.entity == except) {
            continue;
        }
        const geo::ScreenPoint there = scene::to_screen(camera, viewport, geo::to_world(target.at));
        const float distance = std::hypot(there.x - at.x, there.y - at.y);
        const bool is_better =
            best == nullptr ? distance <= tolerance_px
                            : std::tuple(distance, target.kind) < std::tuple(best_px, best->kind);
        if (is_better) {
            best = &target;
            best_px = distance;
        }
    }
    return best != nullptr ? std::optional(*best) : std::nullopt;
}

geo::WorldPoint constrained(geo::WorldPoint anchor, geo::WorldPoint at, double step_deg) noexcept
{
    const double dx = at.x - anchor.x;
    const double dy = at.y - anchor.y;
    const double step = step_deg * std::numbers::pi / 180;
    const double angle = std::round(std::atan2(dy, dx) / step) * step;
    const double along = dx * std::cos(angle) + dy * std::sin(angle);
    return {anchor.x + along * std::cos(angle), anchor.y + along * std::sin(angle)};
}

} // namespace dostyk::editor
