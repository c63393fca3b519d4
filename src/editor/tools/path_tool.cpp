#include "editor/tools/path_tool.hpp"

#include "core/format.hpp"
#include "editor/tools/place_edit.hpp"
#include "geo/geodesic.hpp"
#include "geo/proximity.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dostyk::editor {

namespace {

std::string minutes_text(double minutes, Language language)
{
    const auto whole = static_cast<int>(std::lround(minutes));
    return tr(language,
              Message{"tool.duration",
                      {{"hours", std::to_string(whole / 60)},
                       {"minutes", (whole % 60 < 10 ? "0" : "") + std::to_string(whole % 60)}}});
}

} // namespace

ToolResult PathTool::begin(const ToolView& view)
{
    ToolResult result;
    if (!draws()) {
        return result;
    }
    const std::string entity = view.selected != nullptr ? view.selected->id : std::string();
    if (entity != m_entity) { // a drawing belongs to the one it was begun for
        (void)cancel();
        m_entity = entity;
    }
    if (const Status status = check_drawing(view.selected, view.pack); !status) {
        result.notice = status.error().message;
    }
    return result;
}

void PathTool::hover(const ToolView& view, const ToolPoint& at)
{
    if (m_use == PathUse::measure_road && !m_vertices.empty() && !m_is_done &&
        (!m_now || !(m_now->at == at.at))) {
        m_next_route = view.lookup.roads().find_route(m_vertices.back().at, at.at);
    }
    m_now = at;
}

ToolResult PathTool::place(const ToolView& view, const ToolPoint& at)
{
    if (draws()) {
        if (const Status status = check_drawing(view.selected, view.pack); !status) {
            ToolResult refused;
            refused.notice = status.error().message;
            return refused;
        }
    }
    if (std::exchange(m_is_done, false)) { // a new measure
        (void)cancel();
    }
    const auto is_on = [&](const ToolPoint& vertex) {
        return at.at == vertex.at ||
               (at.by == AimedBy::pointer && view.is_near(at.at, vertex.at, handle_reach_px / 2));
    };
    const bool is_closing =
        m_use == PathUse::polygon && m_vertices.size() >= fewest() && is_on(m_vertices.front());
    if (is_closing || (!m_vertices.empty() && is_on(m_vertices.back()))) {
        return finish(view);
    }
    if (m_use == PathUse::measure_road && !m_vertices.empty()) {
        m_routes.push_back(view.lookup.roads().find_route(m_vertices.back().at, at.at));
    }
    m_next_route.reset();
    m_vertices.push_back(at);
    m_now = at;
    return {};
}

model::Place PathTool::drawn() const
{
    model::Place place;
    place.type = m_use == PathUse::polygon ? model::PlaceType::polygon : model::PlaceType::line;
    place.precision = model::Precision::exact;
    for (const ToolPoint& vertex : m_vertices) {
        place.vertices.push_back(vertex.at);
        place.precision = std::max(place.precision, vertex.precision());
    }
    return place;
}

ToolResult PathTool::finish(const ToolView& view)
{
    ToolResult result;
    if (m_vertices.size() < fewest()) {
        result.notice = Message{m_use == PathUse::polygon ? "tool.refused.three_vertices"
                                                          : "tool.refused.two_vertices",
                                {}};
        return result;
    }
    if (!draws()) {
        m_is_done = true;
        m_next_route.reset();
        return result;
    }
    const model::Place place = drawn();
    if (m_use == PathUse::polygon && geo::is_crossing_itself(place.vertices)) {
        result.notice = Message{"tool.refused.crossing_itself", {}};
        return result; // the vertices stay, so that Backspace can mend it
    }
    if (const Status status = check_drawing(view.selected, view.pack); !status) {
        result.notice = status.error().message;
        return result;
    }
    result.command = place_command(*view.selected, place);
    (void)cancel();
    return result;
}

ToolResult PathTool::step_back(const ToolView&)
{
    if (!m_vertices.empty()) {
        m_vertices.pop_back();
        if (!m_routes.empty()) {
            m_routes.pop_back();
        }
    }
    m_is_done = false;
    m_next_route.reset();
    return {};
}

bool PathTool::cancel()
{
    const bool was_begun = !m_vertices.empty();
    m_vertices.clear();
    m_routes.clear();
    m_next_route.reset();
    m_now.reset();
    m_is_done = false;
    return was_begun;
}

std::optional<geo::LonLat> PathTool::anchor() const
{
    return m_vertices.empty() ? std::nullopt : std::optional(m_vertices.back().at);
}

std::vector<geo::LonLat> PathTool::own_vertices() const
{
    std::vector<geo::LonLat> own;
    if (m_use == PathUse::polygon && m_vertices.size() >= fewest()) {
        own.push_back(m_vertices.front().at); // it closes the outline
    }
    return own;
}

std::optional<double> PathTool::measured_km() const
{
    if (draws() || m_vertices.size() < 2) {
        return std::nullopt;
    }
    std::vector<geo::LonLat> line;
    for (const ToolPoint& vertex : m_vertices) {
        line.push_back(vertex.at);
    }
    if (m_use == PathUse::measure) {
        return geo::length_km(line);
    }
    double km = 0;
    for (const auto& route : m_routes) {
        if (!route) {
            return std::nullopt;
        }
        km += route->road_km;
    }
    return km;
}

std::vector<std::string> PathTool::texts(const ToolView& view) const
{
    std::vector<std::string> lines;
    const bool has_next = m_now && !m_is_done;
    if (has_next && m_now->snap && !m_now->snap->name.is_empty()) {
        lines.emplace_back(m_now->snap->name.in(view.language));
    }
    std::vector<geo::LonLat> line;
    for (const ToolPoint& vertex : m_vertices) {
        line.push_back(vertex.at);
    }
    if (has_next && !(line.empty() || line.back() == m_now->at)) {
        line.push_back(m_now->at);
    }
    if (line.size() < 2) {
        return lines;
    }
    lines.push_back(km_text(geo::length_km(line), view.language));
    if (line.size() > 2 && m_use == PathUse::polygon) {
        const double area = geo::area_km2(line);
        lines.push_back(
            tr(view.language,
               Message{"unit.km2",
                       {{"number", format_number(area, view.language, area < 10 ? 2 : 0)},
                        {"count", std::to_string(area)}}}));
    } else if (line.size() > 2 && has_next) {
        lines.push_back(tr(
            view.language,
            Message{"tool.last_leg",
                    {{"length", km_text(geo::distance_m(line[line.size() - 2], line.back()) / 1000,
                                        view.language)}}}));
    }
    return lines;
}

scene::ToolOverlay PathTool::overlay(const ToolView& view) const
{
    if (m_use == PathUse::measure_road) {
        return road_overlay(view);
    }
    scene::ToolOverlay overlay;
    scene::OverlayLine placed;
    // A measure is of geodesics, and on the map those are curves.
    const auto append = [&](std::vector<geo::LonLat>& line, geo::LonLat at) {
        constexpr int points = 17;
        if (draws() || line.empty()) {
            line.push_back(at);
        } else {
            const auto way = geo::geodesic_path(line.back(), at, points);
            line.insert(line.end(), way.begin() + 1, way.end());
        }
    };
    for (const ToolPoint& vertex : m_vertices) {
        append(placed.points, vertex.at);
        overlay.handles.push_back({vertex.at, scene::HandleLook::vertex});
    }
    const bool has_next = m_now && !m_is_done;
    if (has_next && !m_vertices.empty()) {
        scene::OverlayLine next{{m_vertices.back().at}, true, false};
        append(next.points, m_now->at);
        if (m_use == PathUse::polygon && m_vertices.size() > 1) {
            next.points.push_back(m_vertices.front().at);
        }
        overlay.lines.push_back(std::move(next));
    }
    overlay.lines.push_back(std::move(placed));
    if (has_next) {
        overlay.handles.push_back(
            {m_now->at, m_now->snap ? scene::HandleLook::snap : scene::HandleLook::active});
    }
    overlay.text = texts(view);
    if (has_next) {
        overlay.text_at = m_now->px;
    } else if (!m_vertices.empty()) {
        overlay.text_at = view.px_of(m_vertices.back().at);
    }
    return overlay;
}

scene::ToolOverlay PathTool::road_overlay(const ToolView& view) const
{
    scene::ToolOverlay overlay;
    double km = 0, access_km = 0, minutes = 0;
    bool has_gap = false;
    const auto add = [&](const std::optional<schedule::Route>& route, bool is_tentative) {
        if (route) {
            overlay.lines.push_back({route->path, is_tentative, !is_tentative});
            km += route->road_km;
            access_km += route->access_km;
            minutes += route->minutes;
        }
        has_gap |= !route;
    };
    for (const auto& route : m_routes) {
        add(route, false);
    }
    for (const ToolPoint& vertex : m_vertices) {
        overlay.handles.push_back({vertex.at, scene::HandleLook::vertex});
    }
    const bool has_next = m_now && !m_is_done;
    if (has_next) {
        overlay.handles.push_back(
            {m_now->at, m_now->snap ? scene::HandleLook::snap : scene::HandleLook::active});
        if (!m_vertices.empty() && !(m_vertices.back().at == m_now->at)) {
            add(m_next_route, true);
        }
        if (m_now->snap && !m_now->snap->name.is_empty()) {
            overlay.text.emplace_back(m_now->snap->name.in(view.language));
        }
        overlay.text_at = m_now->px;
    } else if (!m_vertices.empty()) {
        overlay.text_at = view.px_of(m_vertices.back().at);
    }
    if (has_gap) {
        overlay.text.emplace_back(tr(view.language, "tool.no_road"));
    } else if (!overlay.lines.empty()) {
        overlay.text.push_back(
            tr(view.language, Message{"tool.by_road", {{"length", km_text(km, view.language)}}}));
        overlay.text.push_back(minutes_text(minutes, view.language));
        constexpr double worth_saying_km = 1;
        if (access_km >= worth_saying_km) {
            overlay.text.push_back(
                tr(view.language,
                   Message{"tool.off_road", {{"length", km_text(access_km, view.language)}}}));
        }
    }
    return overlay;
}

} // namespace dostyk::editor
