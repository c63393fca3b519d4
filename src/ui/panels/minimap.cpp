#include "geo/mercator.hpp"
#include "geo/triangulate.hpp"
#include "ui/panels/panels.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::ui {

namespace {

/// What the minimap shows: both countries and a little around them.
geo::WorldBounds shown_bounds()
{
    geo::WorldBounds bounds;
    bounds.add(geo::to_world({45.4, 56.2}));
    bounds.add(geo::to_world({88.3, 38.6}));
    return bounds;
}

/// Vertices that are nearer than this to the last kept one are left out: half a pixel here.
constexpr double least_step = 0.00025;

std::vector<geo::WorldPoint> thinned(const geo::Ring& ring)
{
    std::vector<geo::WorldPoint> kept;
    for (const geo::LonLat& vertex : ring) {
        const geo::WorldPoint point = geo::to_world(vertex);
        if (kept.empty() ||
            std::hypot(point.x - kept.back().x, point.y - kept.back().y) >= least_step) {
            kept.push_back(point);
        }
    }
    return kept;
}

/// Indices into the points; none where the thinned line crosses itself, which adds points.
std::vector<std::uint32_t> triangles_of(std::vector<geo::WorldPoint>& points)
{
    geo::Ring ring;
    for (const geo::WorldPoint& point : points) {
        ring.push_back(geo::to_lon_lat(point));
    }
    ring.push_back(ring.front());
    const geo::Triangles filled = geo::triangulate({geo::Polygon{std::move(ring), {}}});
    if (filled.points.size() > points.size() + 1) {
        return {};
    }
    points = filled.points;
    return filled.indices;
}

} // namespace

void Minimap::refresh(const geo::MapData& map)
{
    if (m_map == &map) {
        return;
    }
    m_map = &map;
    m_outlines.clear();
    const geo::Layer* countries = map.find_layer("countries");
    if (countries == nullptr) {
        return;
    }
    for (const geo::Feature& feature : countries->features) {
        const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry);
        if (polygons == nullptr) {
            continue;
        }
        const std::string iso = geo::text_at(*countries, feature, "iso");
        for (const geo::Polygon& polygon : *polygons) {
            auto points = thinned(polygon.outer);
            if (points.size() >= 8) {
                const bool is_ours = iso == "KZ" || iso == "KG";
                std::vector<std::uint32_t> triangles;
                if (is_ours) {
                    triangles = triangles_of(points);
                }
                m_outlines.push_back({is_ours, std::move(points), std::move(triangles)});
            }
        }
    }
}

void Minimap::draw(Canvas& canvas, const Box& box)
{
    refresh(canvas.workspace.map());
    begin_panel(canvas, "minimap", box);
    ImGui::SetCursorPos({0, 0});
    ImGui::InvisibleButton("map", {box.width, box.height});
    const geo::WorldBounds bounds = shown_bounds();
    const float pad = canvas.px(8);
    const double scale =
        std::min((static_cast<double>(box.width) - 2.0 * static_cast<double>(pad)) /
                     (bounds.max.x - bounds.min.x),
                 (static_cast<double>(box.height) - 2.0 * static_cast<double>(pad)) /
                     (bounds.max.y - bounds.min.y));
    const geo::WorldPoint middle = bounds.centre();
    const double cx = static_cast<double>(box.x + box.width / 2);
    const double cy = static_cast<double>(box.y + box.height / 2);
    const ToBox to_box = [&](geo::WorldPoint point) {
        return ImVec2(static_cast<float>(cx + (point.x - middle.x) * scale),
                      static_cast<float>(cy + (point.y - middle.y) * scale));
    };
    if (ImGui::IsItemActive() && ImGui::GetIO().MouseDown[0]) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        follow_mouse(canvas,
                     {middle.x + (static_cast<double>(mouse.x) - cx) / scale,
                      middle.y + (static_cast<double>(mouse.y) - cy) / scale},
                     seen_frame(canvas, box, to_box));
    }
    if (ImGui::IsItemHovered()) {
        canvas.hint = canvas.say("minimap.hint");
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    // ImGui's own clipping leaves half of the padding out, and with it the sides of the frame.
    draw.PushClipRect({box.x + 1, box.y + 1}, {box.right() - 1, box.bottom() - 1}, false);
    // Ours last: their line is also that of their neighbours.
    for (const bool is_ours : {false, true}) {
        for (const Outline& outline : m_outlines) {
            if (outline.is_ours == is_ours) {
                draw_outline(canvas, outline, to_box);
            }
        }
    }
    draw_frame(canvas, seen_frame(canvas, box, to_box));
    draw.PopClipRect();
    ImGui::End();
}

/// The frame is dragged by where it was taken; a press elsewhere brings its middle there.
void Minimap::follow_mouse(Canvas& canvas, geo::WorldPoint under_mouse, const Frame& frame)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsItemActivated()) {
        const geo::WorldPoint centre = canvas.workspace.view().camera.centre;
        const bool is_inside = mouse.x >= frame.low.x && mouse.x <= frame.high.x &&
                               mouse.y >= frame.low.y && mouse.y <= frame.high.y;
        m_grip = is_inside ? geo::WorldPoint{centre.x - under_mouse.x, centre.y - under_mouse.y}
                           : geo::WorldPoint{};
    }
    canvas.workspace.jump_to({under_mouse.x + m_grip.x, under_mouse.y + m_grip.y});
}

void Minimap::draw_outline(const Canvas& canvas, const Outline& outline, const ToBox& to_box)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    std::vector<ImVec2> line;
    for (const geo::WorldPoint& point : outline.points) {
        line.push_back(to_box(point));
    }
    // Smoothed edges would show as seams between triangles; the outline covers the rim.
    const ImDrawListFlags kept = draw.Flags;
    draw.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (std::size_t i = 0; i + 2 < outline.triangles.size(); i += 3) {
        draw.AddTriangleFilled(line[outline.triangles[i]], line[outline.triangles[i + 1]],
                               line[outline.triangles[i + 2]], canvas.colors().hover);
    }
    draw.Flags = kept;
    draw.AddPolyline(line.data(), static_cast<int>(line.size()),
                     outline.is_ours ? canvas.colors().text_dim : canvas.colors().border,
                     ImDrawFlags_Closed, outline.is_ours ? 1.6F : 1.0F);
}

Minimap::Frame Minimap::seen_frame(const Canvas& canvas, const Box& box, const ToBox& to_box)
{
    const geo::WorldBounds seen =
        scene::visible_bounds(canvas.workspace.view().camera, canvas.workspace.viewport());
    // What reaches beyond the minimap is framed at its edge: all four sides stay in sight.
    const float margin = canvas.px(5);
    const float least = canvas.px(6);
    const auto held = [&](ImVec2 point) {
        return ImVec2(std::clamp(point.x, box.x + margin, box.right() - margin),
                      std::clamp(point.y, box.y + margin, box.bottom() - margin));
    };
    ImVec2 low = held(to_box(seen.min));
    ImVec2 high = held(to_box(seen.max));
    // Nor does it vanish far inside.
    const ImVec2 middle{(low.x + high.x) / 2, (low.y + high.y) / 2};
    low = {std::min(low.x, middle.x - least / 2), std::min(low.y, middle.y - least / 2)};
    high = {std::max(high.x, middle.x + least / 2), std::max(high.y, middle.y + least / 2)};
    return {low, high};
}

void Minimap::draw_frame(const Canvas& canvas, const Frame& frame)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float round = canvas.px(4);
    draw.AddRectFilled(frame.low, frame.high,
                       (canvas.colors().accent & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 22), round);
    draw.AddRect(frame.low, frame.high, canvas.colors().accent, round, 0,
                 std::max(1.5F, canvas.px(1.5F)));
}

} // namespace dostyk::ui
