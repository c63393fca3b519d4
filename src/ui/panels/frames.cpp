// The boxes that panels are drawn in.

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

constexpr ImGuiWindowFlags fixed_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                         ImGuiWindowFlags_NoSavedSettings;

} // namespace

void begin_panel(Canvas& canvas, const char* id, const Box& box, bool is_bar)
{
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
