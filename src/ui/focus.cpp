#include "ui/focus.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace dostyk::ui {

void move_focus(std::span<const Control> controls, int step)
{
    if (controls.empty()) {
        return;
    }
    ImGuiContext& context = *ImGui::GetCurrentContext();
    const auto count = static_cast<std::ptrdiff_t>(controls.size());
    const auto found = std::find_if(controls.begin(), controls.end(), [&](const Control& control) {
        return control.id == context.NavId;
    });
    std::ptrdiff_t at = step > 0 ? 0 : count - 1;
    if (found != controls.end() && !context.NavDisableHighlight) {
        at = ((found - controls.begin()) + step + count) % count;
    }
    const Control& control = controls[static_cast<std::size_t>(at)];
    ImGuiWindow* window = ImGui::FindWindowByID(control.window);
    if (window == nullptr) {
        return;
    }
    // ImGui 1.86 itself tabs through text fields alone: this is what it does for them.
    ImGui::ClearActiveID();
    ImGui::FocusWindow(window);
    ImGui::SetNavID(control.id, ImGuiNavLayer_Main, 0, ImRect());
    context.NavDisableHighlight = false;
    context.NavDisableMouseHover = true;
    context.NavMousePosDirty = false;
    if (control.takes_text) {
        // One types at once; ImGui::ActivateItem() would wait for Enter.
        context.NavNextActivateId = control.id;
        context.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
    }
}

void lend_keys_to_marked_control()
{
    ImGuiIO& io = ImGui::GetIO();
    if (ImGui::GetCurrentContext()->NavDisableHighlight) {
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    } else {
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    }
}

void clear_focus()
{
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.NavId = 0;
    context.NavDisableHighlight = true;
}

} // namespace dostyk::ui
