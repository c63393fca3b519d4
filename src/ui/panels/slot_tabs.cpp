#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

namespace dostyk::ui {

namespace {

struct TabLook {
    const char* id;
    const char* icon;
    const char* message;
};

/// A row of two tabs as wide as the slot. \returns the one that was pressed, else -1.
int draw_tabs(Canvas& canvas, const TabLook& first, const TabLook& second, bool is_first_open)
{
    const float width = ImGui::GetContentRegionAvail().x / 2;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    int pressed = -1;
    if (tab(canvas, first.id, first.icon, canvas.say(first.message), is_first_open, width)) {
        pressed = 0;
    }
    ImGui::SameLine(0, 0);
    if (tab(canvas, second.id, second.icon, canvas.say(second.message), !is_first_open, width)) {
        pressed = 1;
    }
    const float y = ImGui::GetItemRectMax().y;
    ImGui::GetWindowDrawList()->AddLine({at.x, y}, {at.x + 2 * width, y}, canvas.colors().border);
    return pressed;
}

} // namespace

void draw_left_tabs(Canvas& canvas)
{
    using editor::LeftTab;
    editor::Workspace& workspace = canvas.workspace;
    const int pressed =
        draw_tabs(canvas, {"outliner", "list", "panel.outliner"},
                  {"layers", "layers", "panel.layers"}, workspace.left_tab == LeftTab::outliner);
    if (pressed >= 0) {
        workspace.left_tab = pressed == 0 ? LeftTab::outliner : LeftTab::layers;
    }
}

void draw_right_tabs(Canvas& canvas)
{
    using editor::RightTab;
    editor::Workspace& workspace = canvas.workspace;
    const int pressed =
        draw_tabs(canvas, {"legend", "legend", "panel.legend"}, {"card", "info", "panel.card"},
                  workspace.right_tab == RightTab::legend);
    if (pressed >= 0) {
        workspace.right_tab = pressed == 0 ? RightTab::legend : RightTab::card;
    }
}

} // namespace dostyk::ui
