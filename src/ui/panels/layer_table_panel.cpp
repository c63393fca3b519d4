#include "ui/panels/layer_table_panel.hpp"

#include "core/format.hpp"
#include "scene/layer_content.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

/// What a frame gives a large table to sort and filter with; the rest goes on in the next. [ms]
constexpr double budget_ms = 6;
constexpr float row_height = 31, header_height = 34, pad = 10;
constexpr float words_width = 200, number_width = 130, narrowest = 60, widest = 900;

bool was_pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

} // namespace

float LayerTablePanel::width_of(const Canvas& canvas, std::size_t field) const
{
    const auto set = m_widths.find(m_table.fields()[field]);
    const float otherwise = m_table.is_number(field) ? number_width : words_width;
    return canvas.px(set != m_widths.end() ? set->second : otherwise);
}

float LayerTablePanel::total_width(const Canvas& canvas) const
{
    float width = 0;
    for (std::size_t field = 0; field < m_table.fields().size(); ++field) {
        width += width_of(canvas, field);
    }
    return width;
}

void LayerTablePanel::mark(Canvas& canvas, std::size_t row, bool is_shown)
{
    m_cursor = m_table.feature(row);
    canvas.workspace.mark({m_table.layer(), *m_cursor});
    const editor::LoadedLayer* loaded = canvas.workspace.layers().find(m_table.layer());
    if (!is_shown || loaded == nullptr || loaded->content == nullptr) {
        return;
    }
    const geo::WorldBounds& bounds = loaded->content->bounds_of(*m_cursor);
    if (!bounds.is_empty()) { // a row may have no place
        canvas.workspace.fly_to(bounds);
    }
}

void LayerTablePanel::follow_mark(const Canvas& canvas)
{
    const auto& marked = canvas.workspace.view().marked;
    if (!marked || marked->layer != m_table.layer()) {
        m_cursor.reset();
    } else if (m_cursor != marked->feature) { // it was chosen on the map
        m_cursor = marked->feature;
        m_reveal = m_table.row_of(*m_cursor);
    }
}

void LayerTablePanel::draw_tools(Canvas& canvas)
{
    const float room = ImGui::GetContentRegionAvail().x;
    std::string words = m_table.filter();
    if (text_field(canvas, "##features", words, "search", canvas.say("table.filter"),
                   std::clamp(room * 0.3F, canvas.px(120), canvas.px(320)))) {
        m_table.set_filter(std::move(words));
    }
    ImGui::SameLine(0, canvas.px(4));
    if (button(canvas, "copy",
               {.icon = "copy",
                .hint = canvas.say("layer_table.copy"),
                .is_enabled = m_is_ready && m_table.size() > 0})) {
        ImGui::SetClipboardText(m_table.to_tsv().c_str());
        canvas.workspace.tell(
            Message{"notice.rows_copied", {{"count", std::to_string(m_table.size())}}});
    }
    const auto number = [&](std::size_t count) {
        return format_number(static_cast<double>(count), canvas.language);
    };
    const std::string shown = m_is_ready ? canvas.say(Message{"table.shown",
                                                              {{"shown", number(m_table.size())},
                                                               {"all", number(m_table.total())}}})
                                         : canvas.say("table.working");
    ImGui::SameLine(0, canvas.px(10));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImFont* font = canvas.theme.small_font();
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize,
        {at.x, at.y + (canvas.px(Theme::control_height) - font->FontSize) / 2},
        canvas.colors().text_dim, shown.c_str());
    ImGui::NewLine();
}

void LayerTablePanel::draw_titles(Canvas& canvas)
{
    const float height = canvas.px(header_height);
    ImGui::BeginChild("header", {0, height}, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const ImVec2 at = ImGui::GetWindowPos();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    draw.AddRectFilled(at, {at.x + ImGui::GetWindowWidth(), at.y + height}, colors.raised);
    ImFont* font = canvas.theme.small_font();
    const float grip = canvas.px(8);
    float x = at.x - m_scroll;
    for (std::size_t field = 0; field < m_table.fields().size(); ++field) {
        const std::string& title = m_table.fields()[field];
        const float width = width_of(canvas, field);
        push_id(canvas, title);
        ImGui::SetCursorScreenPos({x, at.y});
        if (ImGui::InvisibleButton("title", {width - grip, height})) {
            m_table.sort_by(field);
        }
        const bool is_hot = ImGui::IsItemHovered();
        note_control(canvas, {x, at.y}, {x + width - grip, at.y + height},
                     {.id = "title", .says = title});
        const bool is_sorted = m_table.sorted_by() == field;
        const float mark_width = is_sorted ? canvas.px(20) : 0;
        const std::string shown = shortened(font, title, width - canvas.px(2 * pad) - mark_width);
        if (is_hot) {
            draw.AddRectFilled({x, at.y}, {x + width, at.y + height}, colors.hover);
            canvas.hint = shown != title ? title : canvas.hint;
        }
        const float y = at.y + (height - font->FontSize) / 2;
        draw.AddText(font, font->FontSize, {x + canvas.px(pad), y},
                     is_sorted ? colors.text : colors.text_dim, shown.c_str());
        if (is_sorted) {
            draw.AddText(
                canvas.theme.body(), font->FontSize, {x + width - canvas.px(pad) - mark_width, y},
                colors.accent,
                canvas.theme.icon(m_table.is_descending() ? "chevron_down" : "chevron_up").c_str());
        }
        ImGui::SetCursorScreenPos({x + width - grip, at.y});
        ImGui::InvisibleButton("grip", {grip, height});
        if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        }
        if (ImGui::IsItemActive()) {
            m_widths[title] = std::clamp(
                (width + ImGui::GetIO().MouseDelta.x) / canvas.theme.scale(), narrowest, widest);
        }
        draw.AddLine({x + width - 1, at.y + canvas.px(7)},
                     {x + width - 1, at.y + height - canvas.px(7)}, colors.border);
        pop_id(canvas);
        x += width;
    }
    ImGui::EndChild();
}

void LayerTablePanel::draw_row(Canvas& canvas, std::size_t row)
{
    const Palette& colors = canvas.colors();
    const std::uint32_t feature = m_table.feature(row);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect seen = ImGui::GetCurrentWindow()->InnerRect;
    const float height = canvas.px(row_height);
    const float width = std::max(total_width(canvas), seen.GetWidth());
    push_id(canvas, static_cast<int>(feature));
    const bool is_pressed = ImGui::InvisibleButton("row", {width, height});
    const bool is_hot = ImGui::IsItemHovered();
    note_control(canvas, {seen.Min.x, at.y}, {seen.Max.x, at.y + height},
                 {.id = "row", .says = m_table.cell(row, 0), .use = ControlUse::row});
    if (is_pressed) {
        m_has_keys = true;
        mark(canvas, row, true);
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 ground = m_cursor == feature ? colors.accent_soft
                         : is_hot            ? colors.hover
                         : row % 2 == 1      ? colors.raised
                                             : colors.background;
    draw.AddRectFilled({seen.Min.x, at.y}, {seen.Max.x, at.y + height}, ground);
    ImFont* font = canvas.theme.body();
    float x = at.x;
    for (std::size_t field = 0; field < m_table.fields().size(); ++field) {
        const float room = width_of(canvas, field);
        if (x < seen.Max.x && x + room > seen.Min.x) {
            const std::string text = m_table.cell(row, field);
            const std::string shown = shortened(font, text, room - canvas.px(2 * pad));
            float left = x + canvas.px(pad);
            if (m_table.is_number(field)) {
                left = x + room - canvas.px(pad) -
                       font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, shown.c_str()).x;
            }
            draw.AddText(font, font->FontSize, {left, at.y + (height - font->FontSize) / 2},
                         field == 0 ? colors.text : colors.text_dim, shown.c_str());
            if (is_hot && shown != text &&
                ImGui::IsMouseHoveringRect({x, at.y}, {x + room, at.y + height})) {
                canvas.hint = text;
            }
        }
        x += room;
    }
    pop_id(canvas);
}

void LayerTablePanel::take_keys(Canvas& canvas)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (!m_has_keys || io.WantTextInput || m_table.size() == 0 || io.KeyAlt || io.KeyCtrl) {
        return;
    }
    const auto last = static_cast<std::ptrdiff_t>(m_table.size()) - 1;
    const auto here = m_cursor ? m_table.row_of(*m_cursor) : std::nullopt;
    std::ptrdiff_t row = here ? static_cast<std::ptrdiff_t>(*here) : -1;
    const std::ptrdiff_t before = row;
    row += (was_pressed(ImGuiKey_DownArrow) ? 1 : 0) - (was_pressed(ImGuiKey_UpArrow) ? 1 : 0);
    row = was_pressed(ImGuiKey_Home) ? 0 : was_pressed(ImGuiKey_End) ? last : row;
    if (row != before) {
        const auto wanted = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(row, 0, last));
        m_reveal = wanted;
        mark(canvas, wanted, false);
    } else if (here && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false)) {
        mark(canvas, *here, true);
    }
}

void LayerTablePanel::draw_rows(Canvas& canvas)
{
    if (std::exchange(m_wants_focus, false)) {
        ImGui::SetNextWindowFocus();
        m_has_keys = true;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows", {0, 0}, false, ImGuiWindowFlags_HorizontalScrollbar);
    m_scroll = ImGui::GetScrollX();
    m_has_keys = m_has_keys && ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    take_keys(canvas);
    const float height = canvas.px(row_height);
    if (m_reveal) {
        const float top = static_cast<float>(*m_reveal) * height;
        const float room = ImGui::GetCurrentWindow()->InnerRect.GetHeight();
        if (top < ImGui::GetScrollY() || top + height > ImGui::GetScrollY() + room) {
            ImGui::SetScrollY(std::max(0.0F, top - (room - height) / 2));
        }
        m_reveal.reset();
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(m_table.size()), height);
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            draw_row(canvas, static_cast<std::size_t>(row));
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
}

void LayerTablePanel::draw(Canvas& canvas, const model::UserLayer& layer)
{
    const editor::LoadedLayer* loaded = canvas.workspace.layers().find(layer.id);
    if (loaded == nullptr || loaded->content == nullptr) {
        const auto state = canvas.workspace.layers().state_of(layer);
        m_is_ready = false;
        empty_state(
            canvas, "layers",
            sentence_case(canvas.say("layer_state." + std::string(editor::name_of(state)))));
        return;
    }
    m_table.show(layer.id, loaded->content);
    m_is_ready = m_table.update(canvas.language, budget_ms);
    if (!m_is_ready) {
        canvas.wake(0);
    }
    follow_mark(canvas);
    draw_tools(canvas);
    if (m_is_ready && m_table.size() == 0) {
        const char* words = m_table.filter().empty() ? "layer_table.picture" : "table.nothing";
        empty_state(canvas, "search", canvas.say(words));
        return;
    }
    draw_titles(canvas);
    draw_rows(canvas);
}

} // namespace dostyk::ui
