// The plan of the B2B desk as slots and tables.

#include "ui/panels/b2b_panel.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

using schedule::B2bDesk;
using schedule::B2bPlan;
using schedule::B2bWish;

constexpr float table_width = 190, time_width = 118, line_height = 21, header_height = 30, pad = 9;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

void B2bPanel::draw_meeting(Canvas& canvas, int wish, ImVec2 from, ImVec2 size) const
{
    const B2bWish& asked = m_session.desk()->wishes[at(wish)];
    const Palette& colors = canvas.colors();
    const ImVec2 end{from.x + size.x, from.y + size.y};
    const bool is_own =
        std::find(asked.people.begin(), asked.people.end(), m_person) != asked.people.end();
    ImGui::SetCursorScreenPos(from);
    const bool is_pressed = ImGui::InvisibleButton(asked.requests.front().c_str(), size);
    const std::string names = names_of(wish);
    note_control(canvas, from, end, {.id = asked.requests.front(), .says = names});
    if (is_pressed) {
        canvas.workspace.select(entity_of(wish));
    }
    if (!ImGui::IsItemVisible()) {
        return;
    }
    const bool is_hot = ImGui::IsItemHovered();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float corner = canvas.px(Theme::corner);
    draw.AddRectFilled(from, end,
                       is_own   ? colors.accent_soft
                       : is_hot ? colors.hover
                                : colors.raised,
                       corner);
    if (asked.is_mutual) {
        draw.AddRectFilled(from, {from.x + canvas.px(4), end.y}, colors.accent, corner,
                           ImDrawFlags_RoundCornersLeft);
    }
    ImFont* font = canvas.theme.small_font();
    float y = from.y + canvas.px(4);
    for (const int person : asked.people) {
        const std::string shown = shortened(font, name_of(person), size.x - canvas.px(2 * pad + 2));
        draw.AddText(font, font->FontSize, {from.x + canvas.px(pad + 2), y},
                     person == m_person || !is_own ? colors.text : colors.text_dim, shown.c_str());
        y += canvas.px(line_height);
    }
    if (is_hot) {
        canvas.hint = names;
        canvas.hint += asked.is_mutual ? "\n" + canvas.say("field.mutual") : std::string();
    }
}

void B2bPanel::draw_grid(Canvas& canvas)
{
    const B2bDesk& desk = *m_session.desk();
    const B2bPlan* plan = m_session.plan();
    if (plan == nullptr) {
        empty_state(canvas, "b2b_request", canvas.say("b2b.no_plan"));
        return;
    }
    std::vector<int> at_table(desk.slots.size() * at(desk.instance.tables), -1);
    std::vector<std::size_t> lines(desk.slots.size(), 2);
    for (std::size_t i = 0; i < desk.wishes.size(); ++i) {
        if (plan->slots[i] >= 0) {
            at_table[at(plan->slots[i] * desk.instance.tables + plan->tables[i])] =
                static_cast<int>(i);
            std::size_t& most = lines[at(plan->slots[i])];
            most = std::max(most, desk.wishes[i].people.size());
        }
    }
    const auto flags = ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_ScrollX |
                       ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit |
                       ImGuiTableFlags_NoPadOuterX;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {canvas.px(3), canvas.px(3)});
    if (ImGui::BeginTable("seats", desk.instance.tables + 1, flags)) {
        ImGui::TableSetupScrollFreeze(1, 1);
        ImGui::TableSetupColumn("", 0, canvas.px(time_width));
        for (int table = 0; table < desk.instance.tables; ++table) {
            ImGui::TableSetupColumn("", 0, canvas.px(table_width));
        }
        draw_titles(canvas);
        for (int slot = 0; slot < desk.instance.slots; ++slot) {
            const float height =
                canvas.px(static_cast<float>(lines[at(slot)]) * line_height + 2 * 4);
            ImGui::TableNextRow(0, height);
            ImGui::TableNextColumn();
            small_print(canvas, time_of(canvas, slot));
            for (int table = 0; table < desk.instance.tables; ++table) {
                ImGui::TableNextColumn();
                const int wish = at_table[at(slot * desk.instance.tables + table)];
                if (wish >= 0) {
                    draw_meeting(canvas, wish, ImGui::GetCursorScreenPos(),
                                 {canvas.px(table_width), height});
                }
            }
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

void B2bPanel::draw_titles(Canvas& canvas) const
{
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, canvas.px(header_height));
    ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, canvas.colors().background);
    ImGui::TableNextColumn();
    for (int table = 0; table < m_session.desk()->instance.tables; ++table) {
        ImGui::TableNextColumn();
        small_print(canvas,
                    canvas.say(Message{"b2b.table", {{"number", std::to_string(table + 1)}}}));
    }
}

} // namespace dostyk::ui
