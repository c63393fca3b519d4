#include "editor/tools/place_tools.hpp"

#include "editor/tools/coordinates_text.hpp"
#include "editor/tools/place_edit.hpp"
#include "geo/mercator.hpp"
#include "model/value_text.hpp"
#include "scene/entity_view.hpp"

#include <utility>

namespace dostyk::editor {

namespace {

/// The line or outline of a place, for the overlay.
scene::OverlayLine outline_of(const model::Place& place)
{
    scene::OverlayLine line{place.vertices, true, false};
    if (place.type == model::PlaceType::polygon && !place.vertices.empty()) {
        line.points.push_back(place.vertices.front());
    }
    return line;
}

void describe(scene::ToolOverlay& overlay, const ToolView& view, const model::Place& place,
              const ToolPoint& at)
{
    if (at.snap && !at.snap->name.is_empty()) {
        overlay.text.emplace_back(at.snap->name.in(view.language));
    }
    overlay.text.push_back(
        model::text_of(place, view.language, [](auto id) { return std::string(id); }));
    overlay.text_at = at.px;
}

} // namespace

ToolResult SelectTool::place(const ToolView& view, const ToolPoint& at)
{
    ToolResult result;
    result.select = view.pick(at.px);
    if (result.select->empty() && view.pick_feature) {
        result.mark = view.pick_feature(at.px);
    }
    return result;
}

model::Place moved(const model::Place& place, geo::LonLat from, const ToolPoint& to)
{
    model::Place after = place;
    if (place.type == model::PlaceType::point) {
        after.at = to.at;
        after.precision = to.precision();
        return after;
    }
    // On the map all vertices go the same way; their shape on the screen stays as it is.
    const geo::WorldPoint start = geo::to_world(from);
    const geo::WorldPoint end = geo::to_world(to.at);
    for (geo::LonLat& vertex : after.vertices) {
        const geo::WorldPoint world = geo::to_world(vertex);
        vertex = rounded(geo::to_lon_lat({world.x + end.x - start.x, world.y + end.y - start.y}));
    }
    after.precision = model::Precision::approximate;
    return after;
}

bool MoveTool::grab(const ToolView& view, const ToolPoint& at)
{
    const model::Entity* entity = view.project.find(view.pick(at.px));
    const model::Place* place = view.place_of(entity);
    if (place == nullptr || !model::is_located(place->type)) {
        return false;
    }
    m_entity = entity->id;
    m_before = *place;
    m_grabbed_at = place->type == model::PlaceType::point ? place->at : at.at;
    m_now.reset();
    return true;
}

void MoveTool::drag(const ToolView&, const ToolPoint& at)
{
    m_now = at;
}

ToolResult MoveTool::release(const ToolView& view, const ToolPoint& at)
{
    ToolResult result;
    const model::Entity* entity = view.project.find(m_entity);
    // A click alone, or a drag that came back, moves nothing.
    const bool has_moved = m_now.has_value();
    if (entity != nullptr) {
        result.select = entity->id;
    }
    if (entity != nullptr && has_moved) {
        const Status status = check_drawing(entity, view.pack);
        const model::Place after = moved(m_before, m_grabbed_at, at);
        if (!status) {
            result.notice = status.error().message;
        } else if (!(after == m_before)) {
            result.command = place_command(*entity, after);
        }
    }
    (void)cancel();
    return result;
}

ToolResult MoveTool::place(const ToolView& view, const ToolPoint& at)
{
    ToolResult result;
    if (at.by == AimedBy::pointer) { // on a thing without a site, or on the ground
        result.select = view.pick(at.px);
        return result;
    }
    const Status status = check_drawing(view.selected, view.pack);
    const model::Place* place = view.place_of(view.selected);
    const auto anchor = place != nullptr ? scene::anchor_of(*place) : std::nullopt;
    if (!status || !anchor) {
        result.notice = status ? Message{"tool.refused.no_site", {}} : status.error().message;
        return result;
    }
    result.command = place_command(*view.selected, moved(*place, *anchor, at));
    return result;
}

bool MoveTool::cancel()
{
    m_now.reset();
    return !std::exchange(m_entity, {}).empty();
}

std::optional<geo::LonLat> MoveTool::anchor() const
{
    return m_entity.empty() ? std::nullopt : std::optional(m_grabbed_at);
}

scene::ToolOverlay MoveTool::overlay(const ToolView& view) const
{
    scene::ToolOverlay overlay;
    if (m_entity.empty() || !m_now) {
        return overlay;
    }
    const model::Place after = moved(m_before, m_grabbed_at, *m_now);
    overlay.lines.push_back({{m_grabbed_at, m_now->at}, true, false});
    if (model::is_shape(after.type)) {
        overlay.lines.push_back(outline_of(after));
    }
    overlay.handles.push_back({m_now->at, scene::HandleLook::active});
    describe(overlay, view, after, *m_now);
    return overlay;
}

ToolResult PointTool::begin(const ToolView& view)
{
    m_entity = view.selected != nullptr ? view.selected->id : std::string();
    ToolResult result;
    if (const Status status = check_drawing(view.selected, view.pack); !status) {
        result.notice = status.error().message;
    }
    return result;
}

void PointTool::hover(const ToolView&, const ToolPoint& at)
{
    m_now = at;
}

ToolResult PointTool::place(const ToolView& view, const ToolPoint& at)
{
    ToolResult result;
    if (const Status status = check_drawing(view.selected, view.pack); !status) {
        result.notice = status.error().message;
        return result;
    }
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = at.at;
    place.precision = at.precision();
    const model::Place* before = view.place_of(view.selected);
    if (before == nullptr || !(*before == place)) {
        result.command = place_command(*view.selected, place);
    }
    return result;
}

scene::ToolOverlay PointTool::overlay(const ToolView& view) const
{
    scene::ToolOverlay overlay;
    if (!m_now) {
        return overlay;
    }
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = m_now->at;
    place.precision = m_now->precision();
    overlay.handles.push_back({m_now->at, scene::HandleLook::active});
    describe(overlay, view, place, *m_now);
    return overlay;
}

} // namespace dostyk::editor
