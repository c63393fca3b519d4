#include "scene/composer_state.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::scene {

namespace {

float distance_to_segment(geo::ScreenPoint point, geo::ScreenPoint a, geo::ScreenPoint b)
{
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    const float length = dx * dx + dy * dy;
    const float t =
        length > 0 ? std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0.0F, 1.0F)
                   : 0.0F;
    return std::hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/// \param ring  Its last point is its first.
bool is_enclosed(const std::vector<geo::ScreenPoint>& ring, geo::ScreenPoint point)
{
    bool is_in = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const geo::ScreenPoint a = ring[i - 1];
        const geo::ScreenPoint b = ring[i];
        if ((a.y > point.y) != (b.y > point.y)) {
            is_in ^= point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x);
        }
    }
    return is_in;
}

bool is_hit(const PickTarget& target, geo::ScreenPoint point)
{
    if (target.line.size() >= 2) {
        for (std::size_t i = 1; i < target.line.size(); ++i) {
            if (distance_to_segment(point, target.line[i - 1], target.line[i]) < target.reach_px) {
                return true;
            }
        }
        return target.is_area && is_enclosed(target.line, point);
    }
    return target.box.min.x <= point.x && point.x <= target.box.max.x &&
           target.box.min.y <= point.y && point.y <= target.box.max.y;
}

/// True when the point lies in one of the range's triangles.
bool is_inside(const FillMesh& mesh, const MeshRange& range, geo::WorldPoint point)
{
    const double x = point.x - mesh.origin.x;
    const double y = point.y - mesh.origin.y;
    const auto side = [&](const FillVertex& a, const FillVertex& b) {
        return (static_cast<double>(b.x) - static_cast<double>(a.x)) *
                   (y - static_cast<double>(a.y)) -
               (static_cast<double>(b.y) - static_cast<double>(a.y)) *
                   (x - static_cast<double>(a.x));
    };
    for (std::uint32_t i = range.first; i < range.first + range.count; i += 3) {
        const FillVertex& a = mesh.vertices[mesh.indices[i]];
        const FillVertex& b = mesh.vertices[mesh.indices[i + 1]];
        const FillVertex& c = mesh.vertices[mesh.indices[i + 2]];
        const double first = side(a, b), second = side(b, c), third = side(c, a);
        if ((first >= 0 && second >= 0 && third >= 0) ||
            (first <= 0 && second <= 0 && third <= 0)) {
            return true;
        }
    }
    return false;
}

std::optional<Hit> pick_ground(const Composer::State& state, geo::ScreenPoint point)
{
    if (state.division == nullptr) {
        return std::nullopt;
    }
    const geo::WorldPoint world = to_world(state.last_camera, state.last_viewport, point);
    const FillMesh& mesh = *state.division->fill(state.last_level);
    for (const MeshRange& range : mesh.ranges) {
        const GroundFeature& feature =
            state.division->features()[static_cast<std::size_t>(range.feature)];
        if (!range.bounds.contains(world) || feature.is_neighbour ||
            !is_inside(mesh, range, world)) {
            continue;
        }
        Hit hit;
        hit.place = (feature.kind == "country" ? "countries:" : "regions:") + feature.iso;
        for (const AreaMark& area : state.entities.areas) {
            if (is_within(feature, area.unit)) {
                for (const model::Entity* entity : area.entities) {
                    hit.members.push_back(entity->id);
                }
            }
        }
        hit.entity = hit.members.empty() ? std::string() : hit.members.front();
        return hit;
    }
    return std::nullopt;
}

} // namespace

std::optional<Hit> Composer::pick(geo::ScreenPoint point) const
{
    // Symbols were added last; the topmost answers.
    for (auto target = m_state->targets.rbegin(); target != m_state->targets.rend(); ++target) {
        if (is_hit(*target, point)) {
            return target->hit;
        }
    }
    if (auto own = pick_own_layer(*m_state, point)) {
        return own;
    }
    return pick_ground(*m_state, point);
}

} // namespace dostyk::scene
