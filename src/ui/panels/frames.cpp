// The boxes that panels are drawn in.

#include "ui/focus.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace dostyk::ui {

namespace {

constexpr ImGuiWindowFlags fixed_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                         ImGuiWindowFlags_NoSavedSettings;

/// What lies beneath a sheet stays in sight, but steps back.
constexpr ImU32 sheet_shade = IM_COL32(0, 0, 0, 120);

} // namespace

void begin_panel(Canvas& canvas, const char* id, const Box& box, bool is_bar)
{
    canvas.part = id;
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.width, box.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding,
                        is_bar ? 0.0F : canvas.px(Theme::panel_corner));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, is_bar ? 0.0F : 1.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        is_bar ? ImVec2(canvas.px(12), 0) : ImVec2(canvas.px(12), canvas.px(8)));
    ImGui::Begin(id, nullptr,
                 fixed_flags | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar(3);
}

void begin_overlay(Canvas& canvas, const char* id, float width)
{
    canvas.part = id;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float shown = std::min(canvas.px(width), screen.x - canvas.px(24));
    const float top = std::min(canvas.px(84), screen.y / 8);
    ImGui::SetNextWindowPos({(screen.x - shown) / 2, top});
    ImGui::SetNextWindowSizeConstraints({shown, 0}, {shown, screen.y - top - canvas.px(48)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(canvas.px(20), canvas.px(16)));
    ImGui::PushStyleColor(ImGuiCol_Border, canvas.colors().accent);
    ImGui::Begin(id, nullptr, fixed_flags | ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

void begin_sheet(Canvas& canvas, const char* id, float width, float height)
{
    canvas.part = id;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float margin = canvas.px(16);
    const ImVec2 size{std::min(canvas.px(width), screen.x - 2 * margin),
                      std::min(canvas.px(height), screen.y - 2 * margin)};
    const ImVec2 at{std::floor((screen.x - size.x) / 2), std::floor((screen.y - size.y) / 2)};
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::Begin(id, nullptr,
                 fixed_flags | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar(3);
    if (ImGui::IsWindowAppearing()) {
        // Above the panels once; a click in it must not bring it above an overlay.
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        ImGui::ClearActiveID();
        clear_focus();
    }
    canvas.controls.clear(); // what lies beneath is out of reach
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({0, 0}, screen, sheet_shade);
    const ImVec2 end{at.x + size.x, at.y + size.y};
    draw.AddRectFilled(at, end, canvas.colors().background, canvas.px(Theme::panel_corner));
    draw.AddRect(at, end, canvas.colors().border, canvas.px(Theme::panel_corner));
    ImGui::SetCursorPos(at);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(canvas.px(24), canvas.px(18)));
    ImGui::BeginChild("sheet", size, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
}

void end_sheet()
{
    ImGui::EndChild();
    ImGui::End();
}

bool overlay_title(Canvas& canvas, std::string_view icon, std::string_view text)
{
    const float right = ImGui::GetContentRegionMax().x;
    const float close = canvas.px(Theme::control_height);
    const float top = ImGui::GetCursorPosY();
    ImGui::PushTextWrapPos(right - close - canvas.px(8));
    ImGui::PushFont(canvas.theme.title());
    ImGui::TextUnformatted((canvas.theme.icon(icon) + "  " + std::string(text)).c_str());
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({right - close, top - canvas.px(3)});
    const bool is_pressed =
        button(canvas, "close", {.icon = "close", .hint = canvas.hint_of(editor::ActionId::close)});
    ImGui::SetCursorPosY(std::max(below, ImGui::GetCursorPosY()));
    hairline(canvas);
    return is_pressed;
}

void bar_edge(const Canvas& canvas, const Box& bar, float y)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.PushClipRectFullScreen();
    draw.AddRectFilled({bar.x, y}, {bar.right(), y + std::max(1.0F, canvas.px(1))},
                       canvas.colors().border);
    draw.PopClipRect();
}

void begin_scroll(Canvas& canvas, const char* id, float height)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild(id, {0, height}, false, ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar();
    // Room for the outline of a focused row.
    ImGui::Dummy({0, canvas.px(1)});
}

} // namespace dostyk::ui
