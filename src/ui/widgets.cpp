#include "ui/widgets.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

namespace dostyk::ui {

namespace {

// ImGui takes an empty text without an address for one that ends at its zero byte.
ImVec2 size_of(ImFont* font, std::string_view text)
{
    if (text.empty()) {
        return {0, font->FontSize};
    }
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size());
}

void draw_text(ImDrawList& draw, ImFont* font, ImVec2 at, ImU32 color, std::string_view text,
               float wrap = 0)
{
    if (text.empty()) {
        return;
    }
    draw.AddText(font, font->FontSize, at, color, text.data(), text.data() + text.size(), wrap);
}

ImU32 ground_of(const Canvas& canvas, const ButtonOptions& options)
{
    const Palette& colors = canvas.colors();
    if (options.is_enabled && ImGui::IsItemActive()) {
        return options.look == ButtonLook::accent ? colors.accent : colors.pressed;
    }
    if (options.look == ButtonLook::accent) {
        return colors.accent;
    }
    if (options.is_on) {
        return colors.accent_soft;
    }
    if (options.is_enabled && ImGui::IsItemHovered()) {
        return colors.hover;
    }
    return options.look == ButtonLook::filled ? colors.raised : 0;
}

ImU32 ink_of(const Canvas& canvas, const ButtonOptions& options)
{
    const Palette& colors = canvas.colors();
    if (!options.is_enabled) {
        return colors.border;
    }
    if (options.look == ButtonLook::accent) {
        return colors.accent_text;
    }
    return options.is_on || ImGui::IsItemHovered() ? colors.text : colors.text_dim;
}

} // namespace

void note_fit(Canvas& canvas, std::string_view text, float needed, float given, bool is_shortened)
{
    canvas.fits.push_back({std::string(text), needed, given, is_shortened});
}

float button_width(const Canvas& canvas, const ButtonOptions& options)
{
    const float pad = canvas.px(9);
    const float icon = options.icon.empty() ? 0 : canvas.px(Theme::icon_size);
    if (options.label.empty()) {
        return canvas.px(Theme::control_height);
    }
    const float gap = options.icon.empty() ? 0 : canvas.px(7);
    return pad * 2 + icon + gap + size_of(canvas.theme.body(), options.label).x;
}

bool button(Canvas& canvas, const char* id, const ButtonOptions& options)
{
    const float natural = button_width(canvas, options);
    const ImVec2 size{options.width > 0 ? options.width : natural,
                      canvas.px(Theme::control_height)};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed = ImGui::InvisibleButton(id, size) && options.is_enabled;
    const ImVec2 end{at.x + size.x, at.y + size.y};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (const ImU32 ground = ground_of(canvas, options)) {
        draw.AddRectFilled(at, end, ground, canvas.px(Theme::corner));
    }
    const ImU32 ink = ink_of(canvas, options);
    ImFont* font = canvas.theme.body();
    float x = at.x + std::max(canvas.px(4), (size.x - natural) / 2 + canvas.px(9));
    if (!options.icon.empty()) {
        const std::string& icon = canvas.theme.icon(options.icon);
        const ImVec2 icon_size = size_of(font, icon);
        const float icon_x = options.label.empty() ? at.x + (size.x - icon_size.x) / 2 : x;
        draw_text(draw, font, {icon_x, at.y + (size.y - icon_size.y) / 2},
                  options.is_on ? canvas.colors().accent : ink, icon);
        x += canvas.px(Theme::icon_size) + canvas.px(7);
    }
    const std::string label = shortened(font, options.label, end.x - x - canvas.px(4));
    const bool is_shortened = label != options.label;
    draw_text(draw, font, {x, at.y + (size.y - font->FontSize) / 2}, ink, label);
    if (!options.label.empty()) {
        note_fit(canvas, options.label, natural, size.x, is_shortened);
    }
    if (ImGui::IsItemHovered() && (is_shortened || !options.hint.empty())) {
        canvas.hint = is_shortened ? std::string(options.label) : std::string{};
        canvas.hint += is_shortened && !options.hint.empty() ? "\n" + options.hint : options.hint;
    }
    note_control(canvas, at, end,
                 {.id = id,
                  .says = options.label.empty() ? std::string_view(options.hint) : options.label,
                  .is_enabled = options.is_enabled});
    return is_pressed;
}

bool tab(Canvas& canvas, const char* id, std::string_view icon, std::string_view label,
         bool is_open, float width)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{width, canvas.px(38)};
    const bool is_pressed = ImGui::InvisibleButton(id, size);
    const ImVec2 end{at.x + size.x, at.y + size.y};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    const bool is_hot = ImGui::IsItemHovered();
    ImFont* font = is_open ? canvas.theme.strong() : canvas.theme.body();
    const std::string mark = icon.empty() ? std::string() : canvas.theme.icon(icon) + "  ";
    const float room = size.x - size_of(font, mark).x - canvas.px(4);
    // Where there is room for no word the icon stands alone.
    const bool has_label = icon.empty() || room >= canvas.px(24);
    const std::string shown = has_label ? shortened(font, label, room) : std::string();
    const std::string text = has_label ? mark + shown : canvas.theme.icon(icon);
    const ImVec2 needed = size_of(font, text);
    const ImU32 ink = is_open || is_hot ? colors.text : colors.text_dim;
    draw_text(draw, font, {at.x + (size.x - needed.x) / 2, at.y + (size.y - needed.y) / 2}, ink,
              text);
    if (is_open) {
        draw.AddRectFilled({at.x, end.y - canvas.px(2)}, end, colors.accent);
    }
    const bool is_shortened = shown != label;
    if (is_shortened && is_hot) {
        canvas.hint = label;
    }
    if (has_label) {
        note_fit(canvas, label, size_of(font, label).x, room, is_shortened);
    }
    note_control(canvas, at, end, {.id = id, .says = label});
    return is_pressed;
}

namespace {

/// What of a row of a list is where. [px]
struct RowBox {
    float width = 0;
    float height = 0;
    float left = 0;  ///< Of the text, from the row's left
    float right = 0; ///< Beside the text
    float wrap = 0;  ///< Width of its lines
    ImVec2 text;     ///< Size
    float detail = 0;
};

RowBox box_of(const Canvas& canvas, const RowOptions& options)
{
    ImFont* dim = canvas.theme.small_font();
    RowBox box;
    box.width = ImGui::GetContentRegionAvail().x - options.room;
    const bool has_mark = !options.kind.empty() || !options.icon.empty();
    box.left = canvas.px(has_mark ? 36 : 10);
    box.right =
        options.trailing.empty() ? canvas.px(8) : size_of(dim, options.trailing).x + canvas.px(18);
    box.wrap = std::max(canvas.px(60), box.width - box.left - box.right);
    const auto wrapped = [&](ImFont* face, std::string_view text) {
        return text.empty() ? ImVec2(0, face->FontSize)
                            : face->CalcTextSizeA(face->FontSize, FLT_MAX, box.wrap, text.data(),
                                                  text.data() + text.size());
    };
    box.text = wrapped(canvas.theme.body(), options.text);
    box.detail = options.detail.empty() ? 0 : wrapped(dim, options.detail).y + canvas.px(1);
    box.height = std::max(canvas.px(32), box.text.y + box.detail + canvas.px(11));
    return box;
}

} // namespace

float list_row_height(const Canvas& canvas, const RowOptions& options)
{
    return box_of(canvas, options).height;
}

bool list_row(Canvas& canvas, const char* id, const RowOptions& options)
{
    const Palette& colors = canvas.colors();
    ImFont* font = canvas.theme.body();
    ImFont* dim = canvas.theme.small_font();
    const auto [width, height, left, right, wrap, text_size, detail] = box_of(canvas, options);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed = ImGui::InvisibleButton(id, {std::max(1.0F, width), height});
    const ImVec2 end{at.x + width, at.y + height};
    if (!ImGui::IsItemVisible()) {
        note_control(canvas, at, end,
                     {.id = id, .says = options.text, .is_enabled = !options.is_dim});
        return is_pressed;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (options.is_on || ImGui::IsItemHovered()) {
        draw.AddRectFilled(at, end, options.is_on ? colors.accent_soft : colors.hover,
                           canvas.px(Theme::corner));
    }
    if (!options.kind.empty()) {
        draw_symbol(canvas, draw, {at.x + canvas.px(19), at.y + height / 2}, canvas.px(22),
                    scene::symbol_of(canvas.theme.style(), options.kind));
    } else if (!options.icon.empty()) {
        const std::string& icon = canvas.theme.icon(options.icon);
        const ImVec2 size = size_of(font, icon);
        draw_text(draw, font, {at.x + canvas.px(19) - size.x / 2, at.y + (height - size.y) / 2},
                  colors.text_dim, icon);
    }
    const float top = at.y + (height - text_size.y - detail) / 2;
    draw_text(draw, font, {at.x + left, top},
              options.is_dim || options.is_faint ? colors.text_dim : colors.text, options.text,
              wrap);
    if (detail > 0) {
        draw_text(draw, dim, {at.x + left, top + text_size.y + canvas.px(1)}, colors.text_dim,
                  options.detail, wrap);
    }
    if (!options.trailing.empty()) {
        draw_text(draw, dim, {end.x - right + canvas.px(8), at.y + (height - dim->FontSize) / 2},
                  colors.text_dim, options.trailing);
    }
    note_fit(canvas, options.text, text_size.x, wrap + 1);
    note_control(canvas, at, end, {.id = id, .says = options.text, .is_enabled = !options.is_dim});
    return is_pressed;
}

void pin_button(Canvas& canvas, const std::string& entity)
{
    const bool is_pinned = canvas.workspace.is_pinned(entity);
    if (button(canvas, "star",
               {.icon = is_pinned ? "star_on" : "star",
                .hint = canvas.say(is_pinned ? "outliner.unpin" : "outliner.pin"),
                .is_on = is_pinned})) {
        canvas.workspace.toggle_pin(entity);
    }
}

void entity_link(Canvas& canvas, const std::string& entity, std::string_view text, float taken)
{
    const Palette& colors = canvas.colors();
    ImFont* font = canvas.theme.body();
    const float wrap = ImGui::GetContentRegionAvail().x - taken;
    const ImVec2 size =
        font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, text.data(), text.data() + text.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed =
        ImGui::InvisibleButton(entity.c_str(), {std::max(1.0F, size.x), size.y});
    const bool is_hot = ImGui::IsItemHovered();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw_text(draw, font, at, colors.accent, text, wrap);
    if (is_hot) {
        draw.AddLine({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, colors.accent);
        canvas.hovered_name = {entity, at, {at.x + size.x, at.y + size.y}, canvas.tooltip_level};
    }
    note_control(canvas, at, {at.x + size.x, at.y + size.y}, {.id = entity, .says = text});
    if (is_pressed) {
        canvas.visit(entity);
    }
}

bool slider(Canvas& canvas, const char* id, float& value, float width, const std::string& hint)
{
    const Palette& colors = canvas.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(24);
    ImGui::InvisibleButton(id, {width, height});
    const float radius = canvas.px(7);
    const float track = width - 2 * radius;
    bool is_changed = false;
    if (ImGui::IsItemActive() && track > 0) {
        const float wanted =
            std::clamp((ImGui::GetIO().MousePos.x - at.x - radius) / track, 0.0F, 1.0F);
        is_changed = wanted != value;
        value = wanted;
    }
    const float y = at.y + height / 2;
    const float x = at.x + radius + track * std::clamp(value, 0.0F, 1.0F);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float half = canvas.px(2);
    draw.AddRectFilled({at.x, y - half}, {at.x + width, y + half}, colors.border, half);
    draw.AddRectFilled({at.x, y - half}, {x, y + half}, colors.accent, half);
    const bool is_hot = ImGui::IsItemHovered() || ImGui::IsItemActive();
    draw.AddCircleFilled({x, y}, is_hot ? radius + 1 : radius, colors.accent, 24);
    draw.AddCircleFilled({x, y}, radius - canvas.px(3), colors.background, 24);
    if (is_hot && !hint.empty()) {
        canvas.hint = hint;
    }
    note_control(canvas, at, {at.x + width, at.y + height},
                 {.id = id, .says = hint, .use = ControlUse::place});
    return is_changed;
}

bool text_field(Canvas& canvas, const char* id, std::string& text, std::string_view icon,
                const std::string& empty_words, float width)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = canvas.px(34);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(left, canvas.px(8)));
    ImGui::SetNextItemWidth(width);
    // Tab is ours: see move_focus().
    ImGui::PushAllowKeyboardFocus(false);
    ImFont* font = canvas.theme.body();
    const float room = width - left - canvas.px(6);
    const std::string words = shortened(font, empty_words, room);
    const bool is_changed = ImGui::InputTextWithHint(id, words.c_str(), &text);
    ImGui::PopAllowKeyboardFocus();
    ImGui::PopStyleVar();
    const ImVec2 end = ImGui::GetItemRectMax();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw_text(draw, font, {at.x + canvas.px(9), at.y + (end.y - at.y - font->FontSize) / 2},
              canvas.colors().text_dim, canvas.theme.icon(icon));
    const bool is_shortened = words != empty_words;
    if (is_shortened && ImGui::IsItemHovered()) {
        canvas.hint = empty_words;
    }
    note_fit(canvas, empty_words, size_of(font, empty_words).x, room, is_shortened);
    note_control(canvas, at, end, {.id = id, .says = empty_words, .use = ControlUse::text});
    return is_changed;
}

void flow(const Canvas& canvas, float width)
{
    constexpr float gap = 6;
    ImGui::SameLine(0, canvas.px(gap));
    if (ImGui::GetContentRegionAvail().x < width) {
        ImGui::NewLine();
    }
}

} // namespace dostyk::ui
