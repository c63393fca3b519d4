// The grid of an import: every row with what becomes of it, every cell mended where it stands.

#include "ui/panels/import_grid.hpp"
#include "ui/panels/import_panel.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dostyk::ui {

namespace {

using intake::Verdict;
using namespace import_grid;

bool was_pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

constexpr std::array<Verdict, 5> all_verdicts{Verdict::insert, Verdict::change, Verdict::same,
                                              Verdict::refused, Verdict::left_out};

} // namespace

float ImportPanel::left_of(const Canvas& canvas, std::size_t column) const
{
    return canvas.px(number_width + verdict_width) + static_cast<float>(column) * m_cell_width;
}

void ImportPanel::show_rows(const Session& session)
{
    const auto& plan = session.plan();
    const bool is_other_filter = m_filter != m_shown_filter;
    if (plan.get() == m_shown_plan && !is_other_filter && !m_shown.empty()) {
        return;
    }
    m_shown_plan = plan.get();
    m_shown_filter = m_filter;
    m_shown.clear();
    const std::size_t rows = session.table().layer.features.size();
    for (std::size_t i = 0; i < rows; ++i) {
        const bool is_known = plan != nullptr && i < plan->rows.size();
        // The row that is being mended stays in sight, whatever becomes of it.
        const bool is_kept = i == m_at.row && !is_other_filter;
        if (!m_filter || is_kept || (is_known && plan->rows[i].verdict == *m_filter)) {
            m_shown.push_back(i);
        }
    }
    if (is_other_filter && !m_shown.empty() &&
        !std::binary_search(m_shown.begin(), m_shown.end(), m_at.row)) {
        m_at.row = m_shown.front();
        m_has_moved = true;
    }
    if (plan != nullptr && std::exchange(m_is_fresh, false)) {
        const auto faults = session.faults();
        go_to(faults.empty() ? Cell{} : faults.front());
    }
}

void ImportPanel::go_to(Cell cell)
{
    m_at = cell;
    m_has_moved = true;
    m_wants_grid = true;
    if (!std::binary_search(m_shown.begin(), m_shown.end(), cell.row)) {
        m_filter.reset();
    }
}

void ImportPanel::go_to_next_fault(const Session& session)
{
    const auto faults = session.faults();
    if (faults.empty()) {
        return;
    }
    const auto next = std::upper_bound(faults.begin(), faults.end(), m_at);
    go_to(next != faults.end() ? *next : faults.front());
}

void ImportPanel::draw_filters(Canvas& canvas, Session& session)
{
    const auto& plan = session.plan();
    const auto chip = [&](const char* id, std::string_view icon, const std::string& label,
                          std::optional<Verdict> filter) {
        const float needed = button_width(canvas, {.icon = icon, .label = label});
        if (ImGui::GetContentRegionAvail().x < needed) {
            ImGui::NewLine();
        }
        if (button(canvas, id, {.icon = icon, .label = label, .is_on = m_filter == filter})) {
            m_filter = filter;
        }
        ImGui::SameLine(0, canvas.px(4));
    };
    const std::size_t all = session.table().layer.features.size();
    chip("all", "list", canvas.say("import.filter.all") + " " + std::to_string(all), std::nullopt);
    for (const Verdict verdict : all_verdicts) {
        const std::size_t count = plan != nullptr ? plan->count(verdict) : 0;
        if (count > 0 || m_filter == verdict) {
            const std::string name(name_of(verdict));
            chip(name.c_str(), import_grid::look_of(canvas, verdict).icon,
                 canvas.say("import.filter." + name) + " " + std::to_string(count), verdict);
        }
    }
    if (plan != nullptr && plan->count(Verdict::refused) > 0) {
        const std::string label = canvas.say("import.next_fault");
        const float needed = button_width(canvas, {.icon = "chevron_right", .label = label});
        if (ImGui::GetContentRegionAvail().x < needed) {
            ImGui::NewLine();
        } else {
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                                 needed);
        }
        if (button(canvas, "next fault",
                   {.icon = "chevron_right", .label = label, .look = ButtonLook::filled})) {
            go_to_next_fault(session);
        }
    } else {
        ImGui::NewLine();
    }
}

void ImportPanel::draw_titles(Canvas& canvas, const Session& session)
{
    const float height = canvas.px(title_height);
    ImGui::BeginChild("titles", {0, height}, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NoNavFocus);
    const ImVec2 at = ImGui::GetWindowPos();
    const float right = at.x + ImGui::GetWindowWidth();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {right, at.y + height}, canvas.colors().raised, canvas.px(Theme::corner),
                       ImDrawFlags_RoundCornersTop);
    ImFont* font = canvas.theme.small_font();
    const float y = at.y + (height - font->FontSize) / 2;
    const auto title = [&](float x, float width, const std::string& text, bool is_dim) {
        const std::string shown = shortened(font, text, width - canvas.px(2 * pad));
        draw.AddText(font, font->FontSize, {x + canvas.px(pad), y},
                     is_dim ? canvas.colors().text_dim : canvas.colors().text, shown.c_str());
        if (shown != text && ImGui::IsMouseHoveringRect({x, at.y}, {x + width, at.y + height})) {
            canvas.hint = text;
        }
    };
    const float frozen = at.x + left_of(canvas, 0);
    draw.PushClipRect({frozen, at.y}, {right, at.y + height}, true);
    const auto& fields = session.table().layer.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const float x = at.x + left_of(canvas, i) - m_scroll;
        if (x < right && x + m_cell_width > frozen) {
            const bool is_left_out =
                i >= session.mapping().targets.size() || session.mapping().targets[i].field.empty();
            title(x, m_cell_width, fields[i], is_left_out);
        }
    }
    draw.PopClipRect();
    title(at.x, canvas.px(number_width), "№", true);
    title(at.x + canvas.px(number_width), canvas.px(verdict_width),
          canvas.say("import.what_becomes"), true);
    ImGui::EndChild();
}

void ImportPanel::take_click(const Session& session, std::size_t row, float first_cell, float width)
{
    m_has_keys = true;
    const float x = ImGui::GetIO().MousePos.x - first_cell;
    const auto columns = session.table().layer.fields.size();
    const auto column = x >= 0 ? static_cast<std::size_t>(x / width) : m_at.column;
    m_at = {row, std::min(column, columns > 0 ? columns - 1 : 0)};
}

void ImportPanel::draw_row(Canvas& canvas, Session& session, std::size_t row)
{
    const auto& plan = session.plan();
    const intake::PlannedRow* planned =
        plan != nullptr && row < plan->rows.size() ? &plan->rows[row] : nullptr;
    const auto columns = session.table().layer.fields.size();
    const ImRect seen = ImGui::GetCurrentWindow()->InnerRect;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(row_height);
    ImGui::PushID(static_cast<int>(row));
    const float width = std::max(left_of(canvas, columns), seen.GetWidth());
    const bool is_pressed = ImGui::InvisibleButton("row", {width, height});
    ImGui::SetItemAllowOverlap();
    const bool is_hot = ImGui::IsItemHovered();
    const std::string number = std::to_string(session.table().row_numbers[row]);
    note_control(canvas, {seen.Min.x, at.y}, {seen.Max.x, at.y + height},
                 {.id = "row " + number, .says = canvas.say("import.row") + " " + number});
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const bool is_here = row == m_at.row;
    if (is_here || is_hot) {
        draw.AddRectFilled({seen.Min.x, at.y}, {seen.Max.x, at.y + height},
                           is_here ? canvas.colors().accent_soft : canvas.colors().hover);
    }
    const auto looks = planned != nullptr ? looks_of(canvas, session, *planned)
                                          : std::map<std::size_t, CellLook>{};
    const float frozen = seen.Min.x + left_of(canvas, 0);
    draw.PushClipRect({frozen, at.y}, {seen.Max.x, at.y + height}, true);
    for (std::size_t i = 0; i < columns; ++i) {
        const float x = at.x + left_of(canvas, i);
        if (x < seen.Max.x && x + m_cell_width > frozen) {
            const auto look = looks.find(i);
            draw_cell(canvas, session, {row, i}, look != looks.end() ? look->second : CellLook{},
                      {x, at.y});
        }
    }
    draw.PopClipRect();
    ImFont* small = canvas.theme.small_font();
    draw.AddText(small, small->FontSize,
                 {seen.Min.x + canvas.px(pad), at.y + (height - small->FontSize) / 2},
                 canvas.colors().text_dim, number.c_str());
    draw_verdict(canvas, planned, {seen.Min.x + canvas.px(number_width), at.y});
    if (is_pressed) {
        take_click(session, row, at.x + left_of(canvas, 0), m_cell_width);
    }
    if (is_hot && ImGui::IsMouseDoubleClicked(0) && ImGui::GetIO().MousePos.x > frozen) {
        begin_edit(session, session.cell(m_at));
    }
    if (m_edit && m_edit->at.row == row) {
        draw_edit(canvas, session, {at.x + left_of(canvas, m_edit->at.column), at.y});
        ImGui::SetCursorScreenPos({at.x, at.y + height});
    }
    ImGui::PopID();
}

void ImportPanel::take_keys(Canvas& canvas, Session& session)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (!m_has_keys || m_edit || io.WantTextInput || io.KeyAlt || io.KeyCtrl || m_shown.empty() ||
        canvas.workspace.overlays().has_search) {
        return;
    }
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), m_at.row);
    auto here = static_cast<std::ptrdiff_t>(found - m_shown.begin());
    const std::ptrdiff_t last = static_cast<std::ptrdiff_t>(m_shown.size()) - 1;
    const auto page = static_cast<std::ptrdiff_t>(m_page_rows);
    const Cell before = m_at;
    here += (was_pressed(ImGuiKey_DownArrow) ? 1 : 0) - (was_pressed(ImGuiKey_UpArrow) ? 1 : 0);
    here += (was_pressed(ImGuiKey_PageDown) ? page : 0) - (was_pressed(ImGuiKey_PageUp) ? page : 0);
    here = was_pressed(ImGuiKey_Home) ? 0 : was_pressed(ImGuiKey_End) ? last : here;
    m_at.row = m_shown[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here, 0, last))];
    const std::size_t columns = session.table().layer.fields.size();
    if (was_pressed(ImGuiKey_RightArrow)) {
        m_at.column = std::min(m_at.column + 1, columns > 0 ? columns - 1 : 0);
    } else if (was_pressed(ImGuiKey_LeftArrow)) {
        m_at.column -= m_at.column > 0 ? 1U : 0U;
    }
    m_has_moved = m_has_moved || before != m_at;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false)) {
        begin_edit(session, session.cell(m_at));
    } else if (was_pressed(ImGuiKey_Delete)) {
        session.set_cell(m_at, {});
    } else if (!io.InputQueueCharacters.empty() && io.InputQueueCharacters[0] != ' ') {
        // Typing writes over the cell, as in a spreadsheet.
        begin_edit(session, {});
        m_edit->is_typed = true;
    }
}

void ImportPanel::draw_rows(Canvas& canvas, Session& session, float height)
{
    show_rows(session);
    const float top = ImGui::GetCursorPosY();
    draw_filters(canvas, session);
    const auto columns =
        static_cast<float>(std::max<std::size_t>(1, session.table().layer.fields.size()));
    const float free = ImGui::GetContentRegionAvail().x - left_of(canvas, 0) - canvas.px(14);
    m_cell_width =
        std::clamp(std::floor(free / columns), canvas.px(narrowest_cell), canvas.px(widest_cell));
    draw_titles(canvas, session);
    if (std::exchange(m_wants_grid, false)) {
        ImGui::SetNextWindowFocus();
        m_has_keys = true;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    const float room = height - (ImGui::GetCursorPosY() - top);
    ImGui::BeginChild("rows", {0, std::max(canvas.px(90), room)}, false,
                      ImGuiWindowFlags_HorizontalScrollbar);
    const ImRect seen = ImGui::GetCurrentWindow()->InnerRect;
    m_page_rows = std::max(1.0F, seen.GetHeight() / canvas.px(row_height) - 1);
    m_has_keys = m_has_keys && ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    take_keys(canvas, session);
    show_rows(session);
    if (std::exchange(m_has_moved, false)) {
        const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), m_at.row);
        const float y = static_cast<float>(found - m_shown.begin()) * canvas.px(row_height);
        if (y < ImGui::GetScrollY() ||
            y + canvas.px(row_height) > ImGui::GetScrollY() + seen.GetHeight()) {
            ImGui::SetScrollY(std::max(0.0F, y - seen.GetHeight() / 2));
        }
        const float x = static_cast<float>(m_at.column) * m_cell_width;
        const float wide = seen.GetWidth() - left_of(canvas, 0);
        if (x < ImGui::GetScrollX() || x + m_cell_width > ImGui::GetScrollX() + wide) {
            ImGui::SetScrollX(std::max(0.0F, x + m_cell_width - wide));
        }
    }
    m_scroll = ImGui::GetScrollX();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(m_shown.size()), canvas.px(row_height));
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            draw_row(canvas, session, m_shown[static_cast<std::size_t>(row)]);
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
    ImGui::Dummy({0, canvas.px(4)});
}

} // namespace dostyk::ui
