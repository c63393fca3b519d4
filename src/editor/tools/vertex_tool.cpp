#include "editor/tools/vertex_tool.hpp"

#include "editor/tools/coordinates_text.hpp"
#include "editor/tools/place_edit.hpp"
#include "geo/mercator.hpp"
#include "geo/proximity.hpp"
#include "model/value_text.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

namespace {

using model::Place;
using model::PlaceType;

/// Vertices of a place; a point has one.
std::vector<geo::LonLat> vertices_of(const Place& place)
{
    return place.type == PlaceType::point ? std::vector{place.at} : place.vertices;
}

void set_vertex(Place& place, std::size_t index, geo::LonLat at)
{
    (place.type == PlaceType::point ? place.at : place.vertices[index]) = at;
}

/// Middles of the sides; the i-th lies behind the i-th vertex.
std::vector<geo::LonLat> middles_of(const Place& place)
{
    std::vector<geo::LonLat> middles;
    const auto& vertices = place.vertices;
    const std::size_t sides = place.type == PlaceType::polygon ? vertices.size()
                              : vertices.empty()               ? 0
                                                               : vertices.size() - 1;
    for (std::size_t i = 0; i < sides; ++i) {
        const geo::WorldPoint a = geo::to_world(vertices[i]);
        const geo::WorldPoint b = geo::to_world(vertices[(i + 1) % vertices.size()]);
        middles.push_back(rounded(geo::to_lon_lat({(a.x + b.x) / 2, (a.y + b.y) / 2})));
    }
    return middles;
}

/// The one within reach that is nearest on the screen.
std::optional<std::size_t> find_near(const ToolView& view, const std::vector<geo::LonLat>& points,
                                     geo::LonLat at)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (view.is_near(points[i], at, handle_reach_px) &&
            (!best ||
             geo::distance_m(geo::Figure{{points[i]}, false}, geo::Figure{{at}, false}) <
                 geo::distance_m(geo::Figure{{points[*best]}, false}, geo::Figure{{at}, false}))) {
            best = i;
        }
    }
    return best;
}

} // namespace

ToolResult VertexTool::begin(const ToolView& view)
{
    (void)cancel();
    m_has_touched = false;
    m_entity = view.selected != nullptr ? view.selected->id : std::string();
    ToolResult result;
    if (const Status status = check_drawing(view.selected, view.pack); !status) {
        result.notice = status.error().message;
    } else if (shown(view) == nullptr) {
        result.notice = Message{"tool.refused.no_site", {}};
    }
    return result;
}

const Place* VertexTool::shown(const ToolView& view) const
{
    if (m_held) {
        return &*m_held;
    }
    const Place* place = view.place_of(view.selected);
    return place != nullptr && model::is_located(place->type) ? place : nullptr;
}

bool VertexTool::take(const ToolView& view, geo::LonLat at)
{
    const Place* place = shown(view);
    if (place == nullptr || !check_drawing(view.selected, view.pack)) {
        return false;
    }
    Place changed = *place;
    auto index = find_near(view, vertices_of(*place), at);
    if (!index) {
        const auto middles = middles_of(*place);
        const auto side = find_near(view, middles, at);
        if (!side) {
            return false;
        }
        index = *side + 1;
        changed.vertices.insert(changed.vertices.begin() + static_cast<std::ptrdiff_t>(*index),
                                middles[*side]);
    }
    m_before = *place;
    m_index = *index;
    m_has_touched = true;
    m_taken_at = vertices_of(changed)[m_index];
    m_held = std::move(changed);
    return true;
}

void VertexTool::move_held(const ToolPoint& at)
{
    if (m_held) {
        set_vertex(*m_held, m_index, at.at);
        // A point is as exact as its vertex; of a shape the least exact one counts.
        m_held->precision = m_held->type == PlaceType::point
                                ? at.precision()
                                : std::max(m_before->precision, at.precision());
    }
}

void VertexTool::hover(const ToolView& view, const ToolPoint& at)
{
    m_own.clear();
    if (m_held) {
        move_held(at);
    } else if (const Place* place = shown(view)) {
        m_own = vertices_of(*place);
        const auto middles = middles_of(*place);
        m_own.insert(m_own.end(), middles.begin(), middles.end());
    }
}

bool VertexTool::grab(const ToolView& view, const ToolPoint& at)
{
    return !m_held && take(view, at.at);
}

void VertexTool::drag(const ToolView&, const ToolPoint& at)
{
    move_held(at);
}

ToolResult VertexTool::put_down(const ToolView& view, const ToolPoint& at)
{
    ToolResult result;
    move_held(at);
    const Place after = *std::exchange(m_held, std::nullopt);
    if (view.selected == nullptr || vertices_of(after) == vertices_of(*m_before)) {
        return result;
    }
    if (after.type == PlaceType::polygon && geo::is_crossing_itself(after.vertices)) {
        result.notice = Message{"tool.refused.crossing_itself", {}};
        return result;
    }
    result.command = place_command(*view.selected, after);
    return result;
}

ToolResult VertexTool::release(const ToolView& view, const ToolPoint& at)
{
    return m_held ? put_down(view, at) : ToolResult{};
}

ToolResult VertexTool::place(const ToolView& view, const ToolPoint& at)
{
    if (m_held) {
        return put_down(view, at);
    }
    ToolResult result;
    if (at.by == AimedBy::pointer) {
        result.select = view.pick(at.px);
    } else if (at.by == AimedBy::text && m_has_touched && shown(view) != nullptr) {
        // Coordinates are for the vertex that was touched last.
        const auto vertices = vertices_of(*shown(view));
        if (m_index < vertices.size() && take(view, vertices[m_index])) {
            return put_down(view, at);
        }
    } else if (!take(view, at.at)) {
        result.notice = Message{"tool.refused.no_vertex_here", {}};
    }
    return result;
}

ToolResult VertexTool::step_back(const ToolView& view)
{
    ToolResult result;
    const Place* place = shown(view);
    if (m_held || !m_has_touched || place == nullptr || !model::is_shape(place->type) ||
        m_index >= place->vertices.size()) {
        return result;
    }
    if (place->vertices.size() <= model::min_vertices(place->type)) {
        result.notice = Message{place->type == PlaceType::polygon ? "tool.refused.three_vertices"
                                                                  : "tool.refused.two_vertices",
                                {}};
        return result;
    }
    Place after = *place;
    after.vertices.erase(after.vertices.begin() + static_cast<std::ptrdiff_t>(m_index));
    if (after.type == PlaceType::polygon && geo::is_crossing_itself(after.vertices)) {
        result.notice = Message{"tool.refused.crossing_itself", {}};
        return result;
    }
    m_has_touched = false;
    result.command = place_command(*view.selected, after);
    return result;
}

bool VertexTool::cancel()
{
    return std::exchange(m_held, std::nullopt).has_value();
}

std::optional<geo::LonLat> VertexTool::anchor() const
{
    return m_held ? std::optional(m_taken_at) : std::nullopt;
}

std::vector<geo::LonLat> VertexTool::own_vertices() const
{
    return m_held ? std::vector<geo::LonLat>{} : m_own;
}

scene::ToolOverlay VertexTool::overlay(const ToolView& view) const
{
    scene::ToolOverlay overlay;
    const Place* place = shown(view);
    if (place == nullptr) {
        return overlay;
    }
    const auto vertices = vertices_of(*place);
    if (m_held) {
        scene::OverlayLine line{place->vertices, false, false};
        if (place->type == PlaceType::polygon) {
            line.points.push_back(place->vertices.front());
        }
        overlay.lines.push_back(std::move(line));
        overlay.text.push_back(
            model::text_of(*place, view.language, [](auto id) { return std::string(id); }));
        overlay.text_at = view.px_of(vertices[m_index]);
    } else {
        for (const geo::LonLat& middle : middles_of(*place)) {
            overlay.handles.push_back({middle, scene::HandleLook::middle});
        }
    }
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const bool is_active = m_has_touched && i == m_index;
        overlay.handles.push_back(
            {vertices[i], is_active ? scene::HandleLook::active : scene::HandleLook::vertex});
    }
    return overlay;
}

} // namespace dostyk::editor
