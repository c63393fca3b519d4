#include "ui/panels/table_grid.hpp"

#include "editor/many_edit.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

constexpr float row_height = 31, header_height = 34, narrowest = 60, widest = 900, pad = 10;

float default_width(const editor::TableColumn& column)
{
    using enum model::FieldType;
    if (column.name == "name" || column.name == "description") {
        return 300;
    }
    if (column.rule == nullptr) {
        return column.name == "id" ? 220 : 170;
    }
    switch (column.rule->type) {
    case number:
    case flag:
        return 120;
    case amount:
    case date:
    case word:
        return 170;
    default:
        return 230;
    }
}

bool is_number(const editor::TableColumn& column)
{
    return column.rule != nullptr && (column.rule->type == model::FieldType::number ||
                                      column.rule->type == model::FieldType::amount);
}

/// A text on one line, not longer than any cell is wide.
std::string one_line(const std::string& text)
{
    constexpr std::size_t longest = 400;
    std::string line = text.substr(0, longest);
    std::replace(line.begin(), line.end(), '\n', ' ');
    while (line.size() == longest && (static_cast<unsigned char>(line.back()) & 0x80U) != 0) {
        line.pop_back(); // not half a letter
    }
    return line;
}

bool was_pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

} // namespace

std::string title_of(const Canvas& canvas, const editor::TableColumn& column)
{
    return canvas.say(column.name == "kind" ? std::string("field.sort") : "field." + column.name);
}

void TableGrid::measure(const Canvas& canvas, const editor::TableView& view)
{
    m_left.clear();
    m_width.clear();
    float x = 0;
    for (const editor::TableColumn& column : view.columns()) {
        const auto [width, is_new] = m_widths.try_emplace(view.setup().kind + "/" + column.name);
        if (is_new) {
            width->second = default_width(column);
        }
        m_left.push_back(x);
        m_width.push_back(canvas.px(width->second));
        x += m_width.back();
    }
    m_total = x;
    m_row_height = canvas.px(row_height);
    m_column = std::min(m_column, m_left.empty() ? 0 : m_left.size() - 1);
}

TableGrid::Rect TableGrid::box_of(std::size_t column, ImVec2 row_at) const
{
    // The first column stays where it is while the others go under it.
    const float x = column == 0 ? m_seen.min.x : row_at.x + m_left[column];
    return {{x, row_at.y}, {x + m_width[column], row_at.y + m_row_height}};
}

void TableGrid::draw_title(Canvas& canvas, editor::TableView& view, std::size_t index, Rect box)
{
    const editor::TableColumn& column = view.columns()[index];
    const Palette& colors = canvas.colors();
    const float grip = canvas.px(8);
    push_id(canvas, column.name);
    ImGui::SetCursorScreenPos(box.min);
    const bool is_pressed =
        ImGui::InvisibleButton("title", {box.max.x - box.min.x - grip, box.max.y - box.min.y});
    const bool is_hot = ImGui::IsItemHovered();
    const bool is_sorted = view.setup().sort == column.name;
    ImFont* font = canvas.theme.small_font();
    const std::string title = title_of(canvas, column);
    const std::string mark =
        is_sorted ? canvas.theme.icon(view.setup().is_descending ? "chevron_down" : "chevron_up")
                  : std::string();
    const float mark_width = is_sorted ? canvas.px(20) : 0;
    const float room = box.max.x - box.min.x - canvas.px(2 * pad) - mark_width;
    const std::string shown = shortened(font, title, room);
    note_control(canvas, box.min, {box.max.x - grip, box.max.y}, {.id = "title", .says = title});
    if (is_hot && shown != title) {
        canvas.hint = title;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(box.min, box.max, is_hot ? colors.hover : colors.raised);
    const float y = box.min.y + (box.max.y - box.min.y - font->FontSize) / 2;
    draw.AddText(font, font->FontSize, {box.min.x + canvas.px(pad), y},
                 is_sorted ? colors.text : colors.text_dim, shown.c_str());
    draw.AddText(canvas.theme.body(), font->FontSize,
                 {box.max.x - canvas.px(pad) - mark_width / 2, y}, colors.accent, mark.c_str());
    ImGui::SetCursorScreenPos({box.max.x - grip, box.min.y});
    ImGui::InvisibleButton("grip", {grip, box.max.y - box.min.y});
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    }
    draw.AddLine({box.max.x - 1, box.min.y + canvas.px(7)},
                 {box.max.x - 1, box.max.y - canvas.px(7)},
                 ImGui::IsItemActive() ? colors.accent : colors.border);
    if (ImGui::IsItemActive()) {
        float& width = m_widths[view.setup().kind + "/" + column.name];
        width = std::clamp(width + ImGui::GetIO().MouseDelta.x / canvas.theme.scale(), narrowest,
                           widest);
    }
    pop_id(canvas);
    if (is_pressed) {
        view.sort_by(column.name);
    }
}

void TableGrid::draw_header(Canvas& canvas, editor::TableView& view)
{
    const float height = canvas.px(header_height);
    ImGui::BeginChild("header", {0, height}, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const ImVec2 at = ImGui::GetWindowPos();
    const float right = at.x + ImGui::GetWindowWidth();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {right, at.y + height}, canvas.colors().raised);
    const auto box = [&](std::size_t column) {
        const float x = at.x + (column == 0 ? 0 : m_left[column] - m_scroll);
        return Rect{{x, at.y}, {x + m_width[column], at.y + height}};
    };
    const float frozen = at.x + (m_width.empty() ? 0 : m_width[0]);
    ImGui::PushClipRect({frozen, at.y}, {right, at.y + height}, true);
    const auto columns = std::vector(view.columns().begin(), view.columns().end());
    for (std::size_t i = 1; i < columns.size(); ++i) {
        if (box(i).max.x > frozen && box(i).min.x < right) {
            draw_title(canvas, view, i, box(i));
        }
    }
    ImGui::PopClipRect();
    if (!columns.empty()) {
        draw_title(canvas, view, 0, box(0));
    }
    ImGui::EndChild();
}

void TableGrid::draw_cell(Canvas& canvas, editor::TableView& view, std::size_t row,
                          std::size_t column, Rect box)
{
    const editor::TableColumn& title = view.columns()[column];
    const std::string text = one_line(view.cell(row, column));
    ImFont* font = canvas.theme.body();
    float left = box.min.x + canvas.px(pad);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (column == 0) {
        draw_symbol(canvas, draw, {left + canvas.px(9), (box.min.y + box.max.y) / 2}, canvas.px(19),
                    scene::symbol_of(canvas.theme.style(), view.entity(row).kind));
        left += canvas.px(26);
    }
    const float room = box.max.x - canvas.px(pad) - left;
    const std::string shown = shortened(font, text, room);
    const float y = box.min.y + (box.max.y - box.min.y - font->FontSize) / 2;
    float x = left;
    if (is_number(title)) {
        const float width = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, shown.c_str()).x;
        x = std::max(left, box.max.x - canvas.px(pad) - width);
    }
    draw.AddText(font, font->FontSize, {x, y},
                 column == 0 && !canvas.is_filtered_out(view.entity(row))
                     ? canvas.colors().text
                     : canvas.colors().text_dim,
                 shown.c_str());
    if (shown != text && ImGui::IsMouseHoveringRect(box.min, box.max) && ImGui::IsItemHovered()) {
        canvas.hint = view.cell(row, column);
    }
}

void TableGrid::publish(Canvas& canvas, const editor::TableView& view, std::size_t shown)
{
    std::vector<std::string> ids;
    for (const model::Entity* entity : view.chosen()) {
        ids.push_back(entity->id);
    }
    if (!ids.empty()) {
        const std::string& wanted = view.entity(shown).id;
        canvas.workspace.select_all(ids, view.is_chosen(wanted) ? wanted : ids.front());
    }
}

void TableGrid::take_click(Canvas& canvas, editor::TableView& view, std::size_t row)
{
    const ImGuiIO& io = ImGui::GetIO();
    m_has_keys = true;
    for (std::size_t i = m_left.size(); i-- > 0;) {
        const Rect box = box_of(i, ImGui::GetItemRectMin());
        if (io.MousePos.x >= box.min.x && io.MousePos.x < box.max.x) {
            m_column = i; // the first column last: it lies over the others
        }
    }
    if (io.KeyShift) {
        view.choose_through(row);
    } else if (io.KeyCtrl) {
        view.toggle(row);
    } else {
        view.choose(row);
    }
    publish(canvas, view, row);
}

void TableGrid::draw_row(Canvas& canvas, editor::TableView& view, std::size_t row)
{
    const Palette& colors = canvas.colors();
    const model::Entity& entity = view.entity(row);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(m_total, m_seen.max.x - m_seen.min.x);
    push_id(canvas, entity.id);
    const bool is_pressed = ImGui::InvisibleButton("row", {width, m_row_height});
    ImGui::SetItemAllowOverlap();
    const bool is_hot = ImGui::IsItemHovered();
    note_control(canvas, {m_seen.min.x, at.y}, {m_seen.max.x, at.y + m_row_height},
                 {.id = "row", .says = view.cell(row, 0), .use = ControlUse::row});
    if (is_pressed) {
        take_click(canvas, view, row);
    }
    const bool is_opened = is_hot && ImGui::IsMouseDoubleClicked(0);
    std::string& hovered = canvas.workspace.view().hovered;
    const bool is_chosen = view.is_chosen(entity.id);
    const ImU32 ground = is_chosen                        ? colors.accent_soft
                         : is_hot || hovered == entity.id ? colors.hover
                         : row % 2 == 1                   ? colors.raised
                                                          : colors.background;
    if (is_hot) {
        hovered = entity.id;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({m_seen.min.x, at.y}, {m_seen.max.x, at.y + m_row_height}, ground);
    const float frozen = m_seen.min.x + m_width[0];
    draw.PushClipRect({frozen, at.y}, {m_seen.max.x, at.y + m_row_height}, true);
    for (std::size_t i = 1; i < m_left.size(); ++i) {
        const Rect box = box_of(i, at);
        if (box.max.x > frozen && box.min.x < m_seen.max.x) {
            draw_cell(canvas, view, row, i, box);
        }
    }
    draw.PopClipRect();
    draw_cell(canvas, view, row, 0, box_of(0, at));
    const Rect here = box_of(m_column, at);
    if (m_has_keys && view.cursor() == row && here.min.x < m_seen.max.x) {
        draw.AddRect({here.min.x + 1, here.min.y + 1}, {here.max.x - 1, here.max.y - 1},
                     colors.accent, canvas.px(3), 0, std::max(1.0F, canvas.px(1.5F)));
    }
    if (is_opened) {
        begin_edit(canvas, view, row);
    }
    if (m_edit && m_edit->id == entity.id) {
        const auto columns = view.columns();
        for (std::size_t i = 0; i < columns.size() && m_edit; ++i) {
            if (columns[i].name == m_edit->column && columns[i].rule != nullptr) {
                draw_edit(canvas, entity, *columns[i].rule, box_of(i, at));
            }
        }
        ImGui::SetCursorScreenPos({at.x, at.y + m_row_height});
    }
    pop_id(canvas);
}

void TableGrid::take_keys(Canvas& canvas, editor::TableView& view)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (was_pressed(ImGuiKey_Escape)) {
        m_has_keys = m_has_keys && m_edit.has_value();
    }
    if (!m_has_keys || m_edit || io.WantTextInput || view.size() == 0 || io.KeyAlt) {
        return;
    }
    if (io.KeyCtrl && was_pressed(ImGuiKey_A)) {
        view.choose_all();
        publish(canvas, view, view.cursor().value_or(0));
        return;
    }
    const auto chosen = view.chosen();
    if (!chosen.empty() && !io.KeyCtrl && !io.KeyShift &&
        ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Delete), false)) {
        (void)canvas.workspace.submit(editor::remove_all(chosen)); // undo brings them back
        return;
    }
    const auto page = static_cast<std::ptrdiff_t>(
        std::max(1.0F, (m_seen.max.y - m_seen.min.y) / m_row_height - 1));
    const auto last = static_cast<std::ptrdiff_t>(view.size()) - 1;
    const auto here = static_cast<std::ptrdiff_t>(view.cursor().value_or(0));
    std::ptrdiff_t row = here;
    row += (was_pressed(ImGuiKey_DownArrow) ? 1 : 0) - (was_pressed(ImGuiKey_UpArrow) ? 1 : 0);
    row += (was_pressed(ImGuiKey_PageDown) ? page : 0) - (was_pressed(ImGuiKey_PageUp) ? page : 0);
    row = was_pressed(ImGuiKey_Home) ? 0 : was_pressed(ImGuiKey_End) ? last : row;
    row = std::clamp<std::ptrdiff_t>(row, 0, last);
    if (was_pressed(ImGuiKey_RightArrow)) {
        m_column = std::min(m_column + 1, m_left.size() - 1);
    } else if (was_pressed(ImGuiKey_LeftArrow)) {
        m_column -= m_column > 0 ? 1U : 0U;
    }
    if (row != here || (!view.cursor() && was_pressed(ImGuiKey_DownArrow))) {
        const auto to = static_cast<std::size_t>(row);
        if (io.KeyShift) {
            view.choose_through(to);
        } else {
            view.choose(to);
        }
        publish(canvas, view, to);
        reveal(to);
    } else if (view.cursor() && !io.KeyCtrl &&
               ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false)) {
        begin_edit(canvas, view, *view.cursor());
    }
}

void TableGrid::draw_rows(Canvas& canvas, editor::TableView& view)
{
    if (std::exchange(m_wants_focus, false)) {
        ImGui::SetNextWindowFocus();
        m_has_keys = true;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows", {0, 0}, false, ImGuiWindowFlags_HorizontalScrollbar);
    m_scroll = ImGui::GetScrollX();
    const ImRect inner = ImGui::GetCurrentWindow()->InnerRect;
    m_seen = {inner.Min, inner.Max};
    m_has_keys = m_has_keys && ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    take_keys(canvas, view);
    if (m_reveal) {
        const float top = static_cast<float>(*m_reveal) * m_row_height;
        const float height = inner.GetHeight();
        if (top < ImGui::GetScrollY() || top + m_row_height > ImGui::GetScrollY() + height) {
            ImGui::SetScrollY(std::max(0.0F, top - (height - m_row_height) / 2));
        }
        m_reveal.reset();
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(view.size()), m_row_height);
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            draw_row(canvas, view, static_cast<std::size_t>(row));
        }
    }
    draw_words(canvas);
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
}

void TableGrid::draw(Canvas& canvas, editor::TableView& view)
{
    measure(canvas, view);
    if (m_left.empty()) {
        return;
    }
    draw_header(canvas, view);
    draw_rows(canvas, view);
}

} // namespace dostyk::ui
