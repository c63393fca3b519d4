#include "ui/fields.hpp"

#include "core/fold.hpp"
#include "core/message.hpp"
#include "ui/focus.hpp"
#include "ui/widgets.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace dostyk::ui {

namespace {

/// How long after the last key a text is taken for what was meant. [s]
constexpr double typing_rest_s = 0.35;

} // namespace

bool edit_field(Canvas& canvas, const char* id, std::string& text, const FieldOptions& options)
{
    const float width =
        options.width > 0 ? options.width : ImGui::GetContentRegionAvail().x - canvas.px(2);
    ImFont* small = canvas.theme.small_font();
    const float prefix_width =
        options.prefix.empty()
            ? 0
            : small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, options.prefix.c_str()).x;
    const float left = options.prefix.empty() ? canvas.px(10) : prefix_width + canvas.px(18);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(left, canvas.px(7)));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, options.is_bad ? canvas.px(1.5F) : 0);
    ImGui::PushStyleColor(ImGuiCol_Border, canvas.colors().error);
    ImGui::PushAllowKeyboardFocus(false); // Tab is ours: see move_focus()
    ImGui::SetNextItemWidth(width);
    const std::string hidden = "##" + std::string(id); // ImGui would write it beside the field
    const bool is_changed =
        ImGui::InputTextWithHint(hidden.c_str(), options.empty_words.c_str(), &text);
    ImGui::PopAllowKeyboardFocus();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    const ImVec2 end = ImGui::GetItemRectMax();
    if (!options.prefix.empty()) {
        ImGui::GetWindowDrawList()->AddText(small, small->FontSize,
                                            {at.x + canvas.px(9), at.y + canvas.px(9)},
                                            canvas.colors().text_dim, options.prefix.c_str());
    }
    // What runs out of the field is told whole.
    const float needed = ImGui::CalcTextSize(text.c_str()).x;
    if (ImGui::IsItemHovered() && !ImGui::IsItemActive() && needed > width - left) {
        canvas.hint = text;
    }
    note_control(canvas, at, end, {.id = id, .says = options.empty_words, .use = ControlUse::text});
    if (options.takes_keys) {
        take_keys(true);
        canvas.wake(0);
    }
    return is_changed;
}

void Drafts::draw(Canvas& canvas, const std::string& key, std::string_view id,
                  const std::string& current, FieldOptions options, const Commit& commit)
{
    Draft& draft = m_drafts[key];
    if (!draft.is_dirty && !draft.was_active) {
        draft.text = current;
    }
    options.is_bad = !draft.problem.empty();
    ImGui::PushID(key.c_str());
    if (edit_field(canvas, std::string(id).c_str(), draft.text, options)) {
        draft.is_dirty = true;
        draft.changed_s = ImGui::GetTime();
    }
    const bool is_left = draft.was_active && !ImGui::IsItemActive();
    draft.was_active = ImGui::IsItemActive();
    ImGui::PopID();
    if (draft.is_dirty) {
        const double rested_s = ImGui::GetTime() - draft.changed_s;
        if (is_left || rested_s >= typing_rest_s) {
            draft.problem = draft.text == current ? std::string() : commit(draft.text);
            // What is no value stays in the field until it is mended, or the field is emptied of
            // it.
            draft.is_dirty = !draft.problem.empty() && !is_left;
            draft.changed_s = ImGui::GetTime();
        } else {
            canvas.wake(static_cast<float>(typing_rest_s - rested_s));
        }
    }
    if (is_left) {
        canvas.workspace.edits().end_run();
    }
    if (!draft.problem.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, canvas.colors().error);
        ImGui::PushFont(canvas.theme.small_font());
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(draft.problem.c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        ImGui::PopStyleColor();
    }
}

std::optional<std::string> Picker::draw(Canvas& canvas, const char* id,
                                        const PickerOptions& options, const Items& items)
{
    push_id(canvas, id);
    const ButtonOptions opener =
        options.is_icon_alone
            ? ButtonOptions{.icon = options.icon, .hint = std::string(options.label)}
            : ButtonOptions{
                  .icon = options.icon, .label = options.label, .look = ButtonLook::filled};
    if (button(canvas, "open", opener)) {
        ImGui::OpenPopup("list");
        m_filter.clear();
        m_items.clear();
        for (PickItem& item : items()) {
            std::string folded = fold(item.text);
            m_items.push_back({std::move(item), std::move(folded)});
        }
        m_open = ImGui::GetID("list");
    }
    std::optional<std::string> picked;
    ImGui::SetNextWindowSize({canvas.px(320), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(canvas.px(8), canvas.px(8)));
    if (m_open == ImGui::GetID("list") && ImGui::BeginPopup("list")) {
        if (ImGui::IsWindowAppearing()) {
            ImGui::SetKeyboardFocusHere();
        }
        (void)text_field(canvas, "filter", m_filter, "search", canvas.say("picker.filter"),
                         canvas.px(304));
        // Enter ends the field; the Enter that opened the list, or presses a row, is not meant.
        const bool is_accepted = ImGui::IsItemDeactivated() &&
                                 ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
        const std::string wanted = fold(m_filter);
        constexpr int most_rows = 60;
        ImGui::BeginChild("rows", {canvas.px(304), canvas.px(300)}, false);
        int rows = 0;
        for (const Shown& shown : m_items) {
            if (shown.folded.find(wanted) == std::string::npos) {
                continue;
            }
            if (list_row(canvas, shown.item.id.empty() ? "none" : shown.item.id.c_str(),
                         {.text = shown.item.text, .kind = shown.item.kind}) ||
                (is_accepted && rows == 0)) {
                picked = shown.item.id;
                ImGui::CloseCurrentPopup();
            }
            if (++rows == most_rows || picked) {
                break;
            }
        }
        if (rows == 0) {
            paragraph(canvas, canvas.say("picker.nothing"), true);
        }
        ImGui::EndChild();
        if (picked) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    pop_id(canvas);
    return picked;
}

bool chip(Canvas& canvas, const char* id, const std::string& entity, std::string_view text)
{
    push_id(canvas, id);
    const float taken = canvas.px(Theme::control_height + 6);
    const ImVec2 at = ImGui::GetCursorPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x - canvas.px(Theme::control_height);
    if (canvas.workspace.project().find(entity) != nullptr) {
        entity_link(canvas, entity, text, taken);
    } else {
        ImGui::PushTextWrapPos(right - canvas.px(6));
        ImGui::TextUnformatted(text.data(), text.data() + text.size());
        ImGui::PopTextWrapPos();
    }
    const float below = ImGui::GetCursorPosY();
    // Beside the first line, not above what stands there.
    ImGui::SetCursorPos({right, at.y - canvas.px(7)});
    const bool is_removed =
        button(canvas, "remove", {.icon = "close", .hint = canvas.say("inspector.remove")});
    ImGui::SetCursorPosY(std::max(below, at.y + canvas.px(26)));
    pop_id(canvas);
    return is_removed;
}

} // namespace dostyk::ui
