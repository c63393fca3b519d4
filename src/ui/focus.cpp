#include "ui/focus.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace dostyk::ui {

namespace {

/// ImGui 1.86 itself tabs through text fields alone: this is what it does for them.
void mark(ImGuiWindow* window, ImGuiID id, bool takes_text)
{
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGui::ClearActiveID();
    ImGui::FocusWindow(window);
    ImGui::SetNavID(id, ImGuiNavLayer_Main, 0, ImRect());
    context.NavDisableHighlight = false;
    context.NavDisableMouseHover = true;
    context.NavMousePosDirty = false;
    if (takes_text) {
        // One types at once; ImGui::ActivateItem() would wait for Enter.
        context.NavNextActivateId = id;
        context.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
    }
}

} // namespace

std::vector<const Control*> reachable(std::span<const Control> controls)
{
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiWindow* menu =
        context.OpenPopupStack.empty() ? nullptr : context.OpenPopupStack.back().Window;
    std::vector<const Control*> found;
    for (const Control& control : controls) {
        ImGuiWindow* window = ImGui::FindWindowByID(control.window);
        const bool has_item = control.id != 0; // else a place that is only named
        if (has_item && window != nullptr &&
            (menu == nullptr || ImGui::IsWindowChildOf(window, menu, false))) {
            found.push_back(&control);
        }
    }
    return found;
}

const Control* find_marked(std::span<const Control> controls)
{
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiID id = context.ActiveId != 0         ? context.ActiveId
                       : context.NavDisableHighlight ? 0
                                                     : context.NavId;
    const auto found = std::find_if(controls.begin(), controls.end(), [&](const Control& control) {
        return control.id == id && (id == context.NavId || control.takes_text);
    });
    return id == 0 || found == controls.end() ? nullptr : &*found;
}

void move_focus(std::span<const Control> controls, int step)
{
    const auto ring = reachable(controls);
    if (ring.empty()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(ring.size());
    const auto found = std::find(ring.begin(), ring.end(), find_marked(controls));
    std::ptrdiff_t at = step > 0 ? 0 : count - 1;
    if (found != ring.end()) {
        at = ((found - ring.begin()) + step + count) % count;
    }
    const Control& control = *ring[static_cast<std::size_t>(at)];
    if (ImGuiWindow* window = ImGui::FindWindowByID(control.window)) {
        mark(window, control.id, control.takes_text);
    }
}

void leave_text()
{
    ImGui::ClearActiveID();
}

void take_keys(bool takes_text)
{
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiWindow* window = context.CurrentWindow;
    ImGui::ScrollToBringRectIntoView(window, context.LastItemData.Rect);
    mark(window, ImGui::GetItemID(), takes_text);
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
