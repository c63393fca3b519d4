// Names of controls that are the same in every language and window, and the list of them.

#include "ui/place_mark.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

/// ImGui's mark for a label that is not shown.
std::string_view without_mark(std::string_view id)
{
    const auto at = id.find("##");
    return at == std::string_view::npos ? id : id.substr(at + 2);
}

std::string key_of(Canvas& canvas, std::string_view id)
{
    std::string key = canvas.part;
    for (const std::string& step : canvas.id_path) {
        key += "/" + step;
    }
    key += "/";
    key += without_mark(id);
    const int before = canvas.key_counts[key]++;
    return before == 0 ? key : key + "#" + std::to_string(before + 1);
}

/// By the mouse that lets go over it, by Space or Enter, or, of a text, by whatever marks it.
bool is_pressed(const ImGuiContext& context, ImGuiID id, bool takes_text)
{
    if (takes_text) {
        return ImGui::IsItemActivated();
    }
    const bool is_by_key = context.NavActivateId == id || context.NavActivateInputId == id;
    return is_by_key || (ImGui::IsItemDeactivated() && ImGui::IsItemHovered() &&
                         ImGui::IsMouseReleased(ImGuiMouseButton_Left));
}

} // namespace

void push_id(Canvas& canvas, std::string_view id)
{
    ImGui::PushID(id.data(), id.data() + id.size());
    canvas.id_path.emplace_back(id);
}

void push_id(Canvas& canvas, int id)
{
    push_id(canvas, std::to_string(id));
}

void pop_id(Canvas& canvas)
{
    ImGui::PopID();
    canvas.id_path.pop_back();
}

void note_place(Canvas& canvas, ImVec2 min, ImVec2 max, std::string_view id)
{
    const ImGuiWindow* window = ImGui::GetCurrentContext()->CurrentWindow;
    const ImRect clip = window->ClipRect;
    Control control{0, window->ID, {min.x, min.y}, {max.x, max.y}, {}};
    control.key = key_of(canvas, id);
    control.seen_min = {std::max(min.x, clip.Min.x), std::max(min.y, clip.Min.y)};
    control.seen_max = {std::min(max.x, clip.Max.x), std::min(max.y, clip.Max.y)};
    canvas.controls.push_back(std::move(control));
}

void note_control(Canvas& canvas, ImVec2 min, ImVec2 max, const ControlNote& note)
{
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiWindow* window = context.CurrentWindow;
    const ImGuiID id = ImGui::GetItemID();
    const ImRect clip = window->ClipRect;
    Control control{id, window->ID, {min.x, min.y}, {max.x, max.y}, std::string(note.says)};
    control.key = key_of(canvas, note.id);
    control.seen_min = {std::max(min.x, clip.Min.x), std::max(min.y, clip.Min.y)};
    control.seen_max = {std::min(max.x, clip.Max.x), std::min(max.y, clip.Max.y)};
    control.takes_text = note.use == ControlUse::text;
    control.takes_place = note.use == ControlUse::place;
    control.opens_on_double = note.use == ControlUse::row;
    control.is_enabled = note.is_enabled;
    control.is_pressed = is_pressed(context, id, control.takes_text);
    canvas.controls.push_back(std::move(control));
    if (context.NavId != id || context.NavDisableHighlight) {
        return;
    }
    if (canvas.is_mark_new) {
        ImGui::ScrollToBringRectIntoView(window, ImRect(min, max));
    }
    const float grow = canvas.px(2);
    window->DrawList->AddRect({min.x - grow, min.y - grow}, {max.x + grow, max.y + grow},
                              canvas.colors().accent, canvas.px(Theme::corner) + grow, 0,
                              std::max(2.0F, canvas.px(2)));
}

} // namespace dostyk::ui
