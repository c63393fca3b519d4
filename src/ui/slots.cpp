#include "ui/slots.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::ui {

namespace {

constexpr float top_height = 54, status_height = 32, gap = 10, timeline_height = 74;
constexpr float minimap_aspect = 1.66F; // of the region in Web Mercator
constexpr float least_map_width = 300;  // what the slots leave of the map at least
constexpr float least_map_beside_one = 220;
constexpr float least_map_height = 140; // what the dock leaves of the map
constexpr float dock_share = 0.42F;     // of the height, where nobody has drawn it
constexpr float least_unasked_dock = 260;
constexpr float least_height = 360; // of a window whose panels stand free
constexpr float tool_panel_width = 330, least_tool_panel_width = 200;

/// The bar at the left edge of what the slots leave of the map, where that is large enough.
template <typename Px>
void place_tools(Layout& layout, const Box& map, Px px)
{
    const float bar_width = px(46);
    const float bar_height = px(tool_step) * static_cast<float>(editor::all_tools.size()) + px(10);
    if (map.width < px(least_map_beside_one) || map.height < bar_height) {
        return; // the keys are there, and the palette
    }
    layout.tools = {map.x, map.y, bar_width, bar_height};
    const float left = layout.tools.right() + px(gap);
    const float width = std::min(px(tool_panel_width), map.right() - left);
    if (width >= px(least_tool_panel_width)) {
        layout.tool_room = {left, map.y, width, map.height};
    }
}

} // namespace

Layout make_layout(float width, float height, float px_scale, const editor::Settings& settings,
                   editor::FrontSlot front, bool are_panels_hidden)
{
    Layout layout;
    if (are_panels_hidden) {
        return layout;
    }
    const auto px = [&](float length) { return std::round(length * px_scale); };
    layout.top = {0, 0, width, px(top_height)};
    layout.status = {0, height - px(status_height), width, px(status_height)};
    // A very low window has no height to give away.
    const float air = height < px(least_height) ? 0 : px(gap);
    const float top = layout.top.bottom() + air;
    const float bottom = layout.status.y - air;
    const float room = std::max(0.0F, width - px(least_map_width));

    const float left =
        std::min(px(std::clamp(settings.panels.left_width, min_slot_width, max_slot_width)),
                 width - 2 * px(gap));
    const float right =
        std::min(px(std::clamp(settings.panels.right_width, min_slot_width, max_slot_width)),
                 width - 2 * px(gap));
    // On a small or much enlarged screen one slot alone is shown, the one that was asked for last;
    // unasked the right one, where the card is, if it leaves a map beside it.
    using editor::FrontSlot;
    layout.has_room_for_both = left + right <= room;
    const bool has_right_beside = right + px(least_map_beside_one) <= width;
    const bool is_right_asked =
        front == FrontSlot::right || (front == FrontSlot::by_room && has_right_beside);
    const bool has_right = settings.panels.is_open(editor::Slot::right) &&
                           (layout.has_room_for_both || is_right_asked);
    const bool has_left = settings.panels.is_open(editor::Slot::left) &&
                          (layout.has_room_for_both || front == FrontSlot::left);
    if (has_right) {
        layout.right = {width - right - px(gap), top, right, bottom - top};
    }
    if (has_left) {
        const float map_height = std::round(left / minimap_aspect);
        const bool has_minimap = bottom - top > map_height + px(320);
        const float list_bottom = has_minimap ? bottom - map_height - px(gap) : bottom;
        layout.left = {px(gap), top, left, list_bottom - top};
        if (has_minimap) {
            layout.minimap = {px(gap), bottom - map_height, left, map_height};
        }
    }
    const float from = has_left ? layout.left.right() + px(gap) : px(gap);
    const float to = has_right ? layout.right.x - px(gap) : width - px(gap);
    if (settings.panels.is_timeline_open && to - from >= px(260) &&
        bottom - top >= px(timeline_height + 90)) {
        layout.timeline = {from, bottom - px(timeline_height), to - from, px(timeline_height)};
    }
    const float dock_bottom = layout.timeline.is_shown() ? layout.timeline.y - air : bottom;
    const float dock_room = dock_bottom - top - px(least_map_height);
    if (settings.panels.is_open(editor::Slot::dock) && to - from >= px(260) &&
        dock_room >= px(min_dock_height)) {
        const float unasked =
            std::max(px(least_unasked_dock), std::round(dock_share * (bottom - top)));
        const float asked = px(settings.panels.dock_height);
        const float dock_height = std::min(asked > 0 ? asked : unasked, dock_room);
        layout.dock = {from, dock_bottom - dock_height, to - from, dock_height};
    }
    const float tools_bottom = layout.dock.is_shown()       ? layout.dock.y - px(gap)
                               : layout.timeline.is_shown() ? layout.timeline.y - px(gap)
                                                            : bottom;
    place_tools(layout, {from, top, to - from, tools_bottom - top}, px);
    return layout;
}

} // namespace dostyk::ui
