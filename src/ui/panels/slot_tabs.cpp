#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <vector>

namespace dostyk::ui {

namespace {

struct TabLook {
    const char* id;
    const char* icon;
    const char* message;
};

/// What the words of each tab need. [px]
std::vector<float> widths_of(const Canvas& canvas, std::span<const TabLook> tabs)
{
    std::vector<float> widths;
    ImFont* font = canvas.theme.strong();
    for (const TabLook& look : tabs) {
        const std::string text = canvas.say(look.message);
        widths.push_back(font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x +
                         canvas.px(8));
    }
    return widths;
}

/// A row of tabs as wide as the slot. \returns the one that was pressed, else -1.
int draw_tabs(Canvas& canvas, std::span<const TabLook> tabs, int open)
{
    const float room = ImGui::GetContentRegionAvail().x;
    const auto widths = widths_of(canvas, tabs);
    const float needed = std::accumulate(widths.begin(), widths.end(), 0.0F);
    // The words matter more than the icons.
    const float icons = canvas.px(30) * static_cast<float>(tabs.size());
    const bool has_icons = needed + icons <= room;
    const float air = std::max(0.0F, room - needed) / static_cast<float>(tabs.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    int pressed = -1;
    for (int i = 0; i < static_cast<int>(tabs.size()); ++i) {
        const TabLook& look = tabs[static_cast<std::size_t>(i)];
        if (i > 0) {
            ImGui::SameLine(0, 0);
        }
        const float share = needed <= room ? widths[static_cast<std::size_t>(i)] + air
                                           : room * widths[static_cast<std::size_t>(i)] / needed;
        if (tab(canvas, look.id, has_icons ? look.icon : "", canvas.say(look.message), i == open,
                share)) {
            pressed = i;
        }
    }
    const float y = ImGui::GetItemRectMax().y;
    ImGui::GetWindowDrawList()->AddLine({at.x, y}, {at.x + room, y}, canvas.colors().border);
    return pressed;
}

/// Draw a slot's tabs and open the one that is pressed.
template <typename Tab, std::size_t count>
void draw_tabs_of(Canvas& canvas, const std::array<TabLook, count>& looks,
                  const std::array<Tab, count>& tabs, Tab& open)
{
    const auto at = std::find(tabs.begin(), tabs.end(), open) - tabs.begin();
    if (const int pressed = draw_tabs(canvas, looks, static_cast<int>(at)); pressed >= 0) {
        open = tabs[static_cast<std::size_t>(pressed)];
    }
}

} // namespace

void draw_left_tabs(Canvas& canvas)
{
    using enum editor::LeftTab;
    static constexpr std::array looks{TabLook{"outliner", "list", "panel.outliner"},
                                      TabLook{"layers", "layers", "panel.layers"},
                                      TabLook{"history", "history", "panel.history"}};
    draw_tabs_of(canvas, looks, std::array{outliner, layers, history}, canvas.workspace.left_tab);
}

void draw_right_tabs(Canvas& canvas)
{
    using enum editor::RightTab;
    static constexpr std::array looks{TabLook{"legend", "legend", "panel.legend"},
                                      TabLook{"card", "info", "panel.card"}};
    draw_tabs_of(canvas, looks, std::array{legend, card}, canvas.workspace.right_tab);
}

} // namespace dostyk::ui
