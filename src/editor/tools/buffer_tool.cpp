#include "editor/tools/buffer_tool.hpp"

#include "geo/buffer.hpp"
#include "geo/mercator.hpp"
#include "scene/entity_view.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dostyk::editor {

namespace {

/// Radii by the pointer are whole kilometres from 20 on: 150, not 149.37.
double readable(double km) noexcept
{
    const double step = km < 20 ? 0.1 : km < 200 ? 1 : 5;
    return std::clamp(std::round(km / step) * step, min_radius_km, max_radius_km);
}

double distance_km(const std::vector<geo::Figure>& figures, geo::LonLat at)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const geo::Figure& figure : figures) {
        nearest = std::min(nearest, geo::distance_m(figure, geo::Figure{{at}, false}) / 1000);
    }
    return nearest;
}

} // namespace

ToolResult BufferTool::begin(const ToolView& view)
{
    if (m_step == Step::answered) {
        return {}; // another selection looks at the answer
    }
    const bool has_site =
        view.selected != nullptr && !figures_of(view.project, *view.selected, view.pack).empty();
    if (has_site) {
        set_middle(view, view.selected->id, {});
    }
    return {};
}

void BufferTool::set_middle(const ToolView& view, const std::string& entity, geo::LonLat at)
{
    m_about.clear();
    m_entity.clear();
    if (const model::Entity* found = view.project.find(entity)) {
        m_about = figures_of(view.project, *found, view.pack);
        m_entity = m_about.empty() ? std::string() : entity;
    }
    if (m_about.empty()) {
        m_about = {{{at}, false}};
    }
    m_step = Step::radius;
    outline();
}

void BufferTool::outline()
{
    m_outline.clear();
    for (const geo::Figure& figure : m_about) {
        for (geo::Polygon& polygon : geo::buffer_of(figure, m_radius_km * 1000)) {
            m_outline.push_back(std::move(polygon));
        }
    }
}

void BufferTool::hover(const ToolView&, const ToolPoint& at)
{
    m_now = at;
    if (m_step == Step::radius) {
        m_radius_km = readable(distance_km(m_about, at.at));
        outline();
    }
}

ToolResult BufferTool::ask(const ToolView& view)
{
    ToolResult result;
    m_answer = find_within(view.project, view.map, {m_about, m_radius_km, view.pack, m_entity});
    m_step = Step::answered;
    m_rings.clear();
    for (const BufferHit& hit : m_answer.hits) {
        const model::Place* place = view.place_of(view.project.find(hit.entity));
        if (const auto at = place != nullptr ? scene::anchor_of(*place) : std::nullopt) {
            m_rings.push_back(*at);
        }
    }
    result.answer = m_answer;
    for (const geo::Polygon& polygon : m_outline) {
        for (const geo::LonLat& at : polygon.outer) {
            result.show.add(geo::to_world(at));
        }
    }
    return result;
}

ToolResult BufferTool::place(const ToolView& view, const ToolPoint& at)
{
    ToolResult result;
    m_now = at;
    switch (m_step) {
    case Step::middle: {
        const bool is_entity = at.snap && !at.snap->entity.empty();
        set_middle(view, is_entity ? at.snap->entity : view.pick(at.px), at.at);
        break;
    }
    case Step::radius:
        m_radius_km = readable(distance_km(m_about, at.at));
        outline();
        return ask(view);
    case Step::answered:
        result.select = view.pick(at.px);
        break;
    }
    return result;
}

std::optional<ToolResult> BufferTool::number(const ToolView& view, double km)
{
    ToolResult result;
    if (!(km >= min_radius_km && km <= max_radius_km)) {
        result.notice = Message{"tool.refused.radius", {}};
        return result;
    }
    m_radius_km = km;
    if (m_step == Step::middle) {
        result.notice = Message{"tool.hint.buffer", {}};
        return result;
    }
    outline();
    return ask(view);
}

ToolResult BufferTool::finish(const ToolView& view)
{
    return m_step == Step::radius ? ask(view) : ToolResult{};
}

ToolResult BufferTool::step_back(const ToolView&)
{
    (void)cancel();
    ToolResult result;
    result.answer = BufferAnswer{};
    return result;
}

bool BufferTool::cancel()
{
    const bool was_begun = m_step != Step::middle;
    m_step = Step::middle;
    m_about.clear();
    m_outline.clear();
    m_rings.clear();
    m_answer = {};
    m_entity.clear();
    return was_begun;
}

scene::ToolOverlay BufferTool::overlay(const ToolView& view) const
{
    scene::ToolOverlay overlay;
    if (m_step == Step::middle) {
        if (m_now) {
            overlay.handles.push_back(
                {m_now->at, m_now->snap ? scene::HandleLook::snap : scene::HandleLook::active});
            if (m_now->snap && !m_now->snap->name.is_empty()) {
                overlay.text.emplace_back(m_now->snap->name.in(view.language));
                overlay.text_at = m_now->px;
            }
        }
        return overlay;
    }
    for (const geo::Polygon& polygon : m_outline) {
        overlay.lines.push_back({polygon.outer, m_step == Step::radius, false});
    }
    for (const geo::Figure& figure : m_about) {
        if (figure.points.size() == 1) {
            overlay.handles.push_back({figure.points.front(), scene::HandleLook::active});
        }
    }
    overlay.rings = m_rings;
    overlay.text.push_back(km_text(m_radius_km, view.language));
    if (m_step == Step::answered) {
        overlay.text.push_back(
            tr(view.language,
               Message{"tool.hits", {{"count", std::to_string(m_answer.hits.size())}}}));
        overlay.text_at = view.px_of(m_about.front().points.front());
    } else if (m_now) {
        overlay.text_at = m_now->px;
    }
    return overlay;
}

} // namespace dostyk::editor
