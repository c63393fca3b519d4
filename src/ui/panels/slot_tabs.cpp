#include "ui/panels/slot_tabs.hpp"

#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <span>
#include <string>
#include <vector>

namespace dostyk::ui {

namespace {

using editor::PanelId;
using editor::Slot;

constexpr const char* payload_name = "panel";
constexpr float sign_width = 44; ///< [px at scale 1]

std::string label_of(const Canvas& canvas, PanelId panel)
{
    return canvas.say("panel." + std::string(name_of(panel)));
}

/// What the words of each tab need. [px]
std::vector<float> widths_of(const Canvas& canvas, std::span<const PanelId> panels)
{
    std::vector<float> widths;
    ImFont* font = canvas.theme.strong();
    for (const PanelId panel : panels) {
        const std::string text = label_of(canvas, panel);
        widths.push_back(font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x +
                         canvas.px(8));
    }
    return widths;
}

void draw_move_row(Canvas& canvas, PanelId panel, Slot to)
{
    const std::string name(name_of(to));
    const bool is_here = canvas.workspace.settings().panels.slot_of(panel) == to;
    const std::string text = canvas.say("slot.move_" + name);
    if (list_row(canvas, name.c_str(), {.text = text, .is_on = is_here})) {
        canvas.workspace.move_panel(panel, to);
        ImGui::CloseCurrentPopup();
    }
}

/// The tab's name beside the pointer while it is dragged.
void draw_dragged(Canvas& canvas, PanelId panel)
{
    const std::string text = canvas.theme.icon(icon_of(panel)) + "  " + label_of(canvas, panel);
    ImFont* font = canvas.theme.body();
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImVec2 at{mouse.x + canvas.px(12), mouse.y + canvas.px(12)};
    const ImVec2 end{at.x + size.x + canvas.px(20), at.y + size.y + canvas.px(12)};
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.AddRectFilled(at, end, canvas.colors().raised, canvas.px(Theme::corner));
    draw.AddRect(at, end, canvas.colors().accent, canvas.px(Theme::corner));
    draw.AddText(font, font->FontSize, {at.x + canvas.px(10), at.y + canvas.px(6)},
                 canvas.colors().text, text.c_str());
}

/// The area of a slot; of one that is closed the place where it would open.
Box zone_of(const Canvas& canvas, const Layout& layout, Slot slot)
{
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float gap = canvas.px(10);
    const float top = layout.top.bottom() + gap;
    const float bottom = layout.status.y - gap;
    const float side = std::min(canvas.px(160), screen.x / 5);
    const float left = layout.left.is_shown() ? layout.left.right() : gap + side;
    const float right = layout.right.is_shown() ? layout.right.x : screen.x - gap - side;
    switch (slot) {
    case Slot::left:
        return {gap, top, left - gap, bottom - top};
    case Slot::right:
        return {right, top, screen.x - gap - right, bottom - top};
    case Slot::dock:
        break;
    }
    const float dock_top = layout.dock.is_shown() ? layout.dock.y : bottom - canvas.px(180);
    return {left + gap, dock_top, right - left - 2 * gap, bottom - dock_top};
}

bool is_in(const Box& box, ImVec2 at)
{
    return at.x >= box.x && at.x < box.right() && at.y >= box.y && at.y < box.bottom();
}

void draw_zone(const Canvas& canvas, const Box& zone, bool is_under_mouse)
{
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    const ImVec2 low{zone.x, zone.y};
    const ImVec2 high{zone.right(), zone.bottom()};
    constexpr ImU32 faint = 0x22, strong = 0x55;
    const ImU32 ink = canvas.colors().accent & ~IM_COL32_A_MASK;
    const ImU32 veil = (is_under_mouse ? strong : faint) << IM_COL32_A_SHIFT;
    draw.AddRectFilled(low, high, ink | veil, canvas.px(Theme::panel_corner));
    draw.AddRect(low, high, canvas.colors().accent, canvas.px(Theme::panel_corner), 0,
                 canvas.px(is_under_mouse ? 2 : 1));
}

} // namespace

const char* icon_of(PanelId panel) noexcept
{
    static constexpr std::array<const char*, editor::panel_count> icons{
        "list",    "layers", "history", "legend",      "info",        "settings", "release",
        "warning", "clock",  "graph",   "b2b_request", "interpreter", "calendar", "table"};
    return icons[static_cast<std::size_t>(panel)];
}

void make_movable(Canvas& canvas, PanelId panel)
{
    const std::string popup = "move " + std::string(name_of(panel));
    ImGui::OpenPopupOnItemClick(popup.c_str(), ImGuiPopupFlags_MouseButtonRight);
    if (ImGui::BeginDragDropSource(ImGuiDragDropFlags_SourceNoPreviewTooltip |
                                   ImGuiDragDropFlags_SourceNoHoldToOpenOthers)) {
        ImGui::SetDragDropPayload(payload_name, &panel, sizeof panel);
        ImGui::EndDragDropSource();
    }
    ImGui::SetNextWindowSize({canvas.px(240), 0});
    if (ImGui::BeginPopup(popup.c_str(), ImGuiWindowFlags_NoMove)) {
        for (const Slot slot : editor::all_slots) {
            draw_move_row(canvas, panel, slot);
        }
        ImGui::EndPopup();
    }
}

void draw_slot_tabs(Canvas& canvas, Slot slot)
{
    const auto panels = canvas.workspace.settings().panels.panels_in(slot);
    const auto front = canvas.workspace.settings().panels.front_of(slot);
    const float room = ImGui::GetContentRegionAvail().x;
    const auto widths = widths_of(canvas, panels);
    const float needed = std::accumulate(widths.begin(), widths.end(), 0.0F);
    // The words matter more than the icons.
    const float icons = canvas.px(30) * static_cast<float>(panels.size());
    const bool has_icons = needed + icons <= room;
    // Where not even the words have room, the open tab says its own and the others show signs.
    const bool is_crowded = needed > room;
    const float sign = canvas.px(sign_width);
    const float rest = room - sign * static_cast<float>(panels.size() - 1);
    const float air = std::max(0.0F, room - needed) / static_cast<float>(panels.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float below = at.y;
    canvas.part = "tabs";
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (i > 0) {
            ImGui::SameLine(0, 0);
        }
        const PanelId panel = panels[i];
        const bool is_front = front == panel;
        const float share = !is_crowded ? widths[i] + air : is_front ? rest : sign;
        if (tab(canvas, std::string(name_of(panel)).c_str(),
                has_icons || is_crowded ? icon_of(panel) : "", label_of(canvas, panel), is_front,
                share)) {
            canvas.workspace.show_panel(panel);
        }
        below = ImGui::GetItemRectMax().y;
        make_movable(canvas, panel);
    }
    ImGui::GetWindowDrawList()->AddLine({at.x, below}, {at.x + room, below},
                                        canvas.colors().border);
}

void draw_drop_zones(Canvas& canvas, const Layout& layout)
{
    const ImGuiPayload* payload = ImGui::GetDragDropPayload();
    if (payload == nullptr || !payload->IsDataType(payload_name) || !layout.top.is_shown()) {
        return;
    }
    PanelId panel{};
    std::memcpy(&panel, payload->Data, sizeof panel);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    for (const Slot slot : editor::all_slots) {
        const Box zone = zone_of(canvas, layout, slot);
        const bool is_under_mouse = is_in(zone, mouse);
        draw_zone(canvas, zone, is_under_mouse);
        if (is_under_mouse && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
            canvas.workspace.move_panel(panel, slot);
        }
    }
    draw_dragged(canvas, panel);
    canvas.wake(0);
}

} // namespace dostyk::ui
