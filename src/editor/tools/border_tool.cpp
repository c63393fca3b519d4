#include "editor/tools/border_tool.hpp"

#include "editor/tools/place_edit.hpp"

namespace dostyk::editor {

namespace {

std::string name_of_unit(const geo::MapData& map, const std::string& iso, Language language)
{
    const geo::Layer* regions = map.find_layer("regions");
    for (std::size_t i = 0; regions != nullptr && i < regions->features.size(); ++i) {
        const geo::Feature& feature = regions->features[i];
        if (geo::text_at(*regions, feature, "iso") == iso &&
            geo::text_at(*regions, feature, "valid_to").empty()) {
            return geo::text_at(*regions, feature, "name_" + std::string(code_of(language)));
        }
    }
    return iso;
}

void add_lines(const BorderStretch& stretch, std::vector<scene::OverlayLine>& lines)
{
    for (const geo::LineString& line : stretch.lines) {
        lines.push_back({line, false, true});
    }
}

} // namespace

ToolResult BorderTool::begin(const ToolView& view)
{
    ToolResult result;
    if (const Status status = check_drawing(view.selected, view.pack); !status) {
        result.notice = status.error().message;
    }
    return result;
}

void BorderTool::aim(const ToolView& view, const ToolPoint& at)
{
    m_now = at;
    m_offered = {};
    m_offered.type = model::PlaceType::border;
    m_lines.clear();
    const auto& stretches = view.lookup.stretches();
    if (at.is_whole) {
        for (const BorderStretch& stretch : stretches) {
            add_lines(stretch, m_lines);
        }
        m_text = tr(view.language, "tool.border_whole");
    } else if (const BorderStretch* nearest = nearest_stretch(stretches, at.at)) {
        m_offered.units = {nearest->kz_unit, nearest->kg_unit};
        add_lines(*nearest, m_lines);
        m_text = name_of_unit(view.map, nearest->kz_unit, view.language) + " – " +
                 name_of_unit(view.map, nearest->kg_unit, view.language);
    }
}

void BorderTool::hover(const ToolView& view, const ToolPoint& at)
{
    aim(view, at);
}

ToolResult BorderTool::place(const ToolView& view, const ToolPoint& at)
{
    ToolResult result;
    if (const Status status = check_drawing(view.selected, view.pack); !status) {
        result.notice = status.error().message;
        return result;
    }
    aim(view, at);
    const model::Place* before = view.place_of(view.selected);
    if (!m_lines.empty() && (before == nullptr || !(*before == m_offered))) {
        result.command = place_command(*view.selected, m_offered);
    }
    return result;
}

scene::ToolOverlay BorderTool::overlay(const ToolView&) const
{
    scene::ToolOverlay overlay;
    if (m_now) {
        overlay.lines = m_lines;
        overlay.text = {m_text};
        overlay.text_at = m_now->px;
    }
    return overlay;
}

} // namespace dostyk::editor
