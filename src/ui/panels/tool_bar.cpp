#include "ui/panels/tool_bar.hpp"

#include "core/format.hpp"
#include "ui/focus.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <string>

namespace dostyk::ui {

namespace {

using editor::ToolId;

constexpr std::array tool_actions{
    editor::ActionId::tool_select,  editor::ActionId::tool_move,
    editor::ActionId::tool_point,   editor::ActionId::tool_line,
    editor::ActionId::tool_polygon, editor::ActionId::tool_vertices,
    editor::ActionId::tool_border,  editor::ActionId::tool_buffer,
    editor::ActionId::tool_measure, editor::ActionId::tool_measure_road};
static_assert(tool_actions.size() == editor::all_tools.size());

std::string icon_of(ToolId tool)
{
    return "tool_" + std::string(editor::name_of(tool));
}

bool takes_text(ToolId tool)
{
    return tool != ToolId::select && tool != ToolId::border;
}

/// A hit, or something that may be one: a row that leads to it.
void draw_entity(Canvas& canvas, const std::string& id, const std::string& trailing)
{
    const model::Entity* entity = canvas.workspace.project().find(id);
    if (entity == nullptr) {
        return; // taken away since it was found
    }
    const std::string name = model::name_of(*entity, canvas.pack(), canvas.language);
    push_id(canvas, id);
    if (list_row(canvas, "hit",
                 {.text = name,
                  .trailing = trailing,
                  .kind = entity->kind,
                  .is_on = canvas.workspace.view().selected == id})) {
        canvas.workspace.select(id);
    }
    pop_id(canvas);
}

void draw_answer(Canvas& canvas)
{
    const editor::BufferAnswer& answer = canvas.workspace.tools().answer();
    if (answer.radius_km <= 0) {
        return;
    }
    section(canvas,
            canvas.say(Message{"tool.hits_within",
                               {{"count", std::to_string(answer.hits.size())},
                                {"radius", editor::km_text(answer.radius_km, canvas.language)}}}));
    for (const editor::BufferHit& hit : answer.hits) {
        draw_entity(canvas, hit.entity, editor::km_text(hit.distance_km, canvas.language));
    }
    if (answer.hits.empty()) {
        paragraph(canvas, canvas.say("tool.no_hits"), true);
    }
    if (!answer.unpublished.empty()) {
        section(canvas,
                canvas.say(Message{"map.site_not_published",
                                   {{"count", std::to_string(answer.unpublished.size())}}}));
        paragraph(canvas, canvas.say("tool.may_lie_within"), true);
        for (const std::string& id : answer.unpublished) {
            draw_entity(canvas, id, {});
        }
    }
}

} // namespace

void ToolBar::draw(Canvas& canvas, const Box& bar, const Box& room)
{
    m_panel = {};
    if (!bar.is_shown()) {
        return;
    }
    begin_panel(canvas, "tools", bar);
    const float side = bar.width - canvas.px(12);
    const ToolId active = canvas.workspace.tools().toolbox().active();
    for (std::size_t i = 0; i < tool_actions.size(); ++i) {
        ImGui::SetCursorPos(
            {canvas.px(6), canvas.px(6) + static_cast<float>(i) * canvas.px(tool_step)});
        const std::string icon = icon_of(editor::all_tools[i]);
        if (button(canvas, icon.c_str(),
                   {.icon = icon,
                    .hint = canvas.hint_of(tool_actions[i]),
                    .is_on = editor::all_tools[i] == active,
                    .width = side})) {
            canvas.run(tool_actions[i]);
            clear_focus(); // the keys go on at the map
        }
    }
    ImGui::End();
    if (active != ToolId::select && room.is_shown()) {
        draw_panel(canvas, room, active);
    }
}

void ToolBar::draw_panel(Canvas& canvas, const Box& room, ToolId active)
{
    ImGui::SetNextWindowPos({room.x, room.y});
    ImGui::SetNextWindowSizeConstraints({room.width, 0}, {room.width, room.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, canvas.px(Theme::panel_corner));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(canvas.px(14), canvas.px(10)));
    canvas.part = "tool";
    ImGui::Begin(canvas.part.c_str(), nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PopStyleVar(2);
    const std::string name(editor::name_of(active));
    if (overlay_title(canvas, icon_of(active), canvas.say("action.tool_" + name))) {
        canvas.run(editor::ActionId::tool_select);
    }
    paragraph(canvas, canvas.say("tool.hint." + name), true);
    if (takes_text(active)) {
        const bool is_buffer = active == ToolId::buffer;
        (void)text_field(canvas, "##text", m_text, is_buffer ? "tool_buffer" : "pin",
                         canvas.say(is_buffer ? "tool.field.buffer" : "tool.field.coordinates"),
                         ImGui::GetContentRegionAvail().x);
        const bool is_entered = ImGui::IsItemDeactivated() &&
                                ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
        if (is_entered && !m_text.empty()) {
            canvas.workspace.tools().enter_text(std::exchange(m_text, {}), canvas.workspace);
        }
    }
    draw_answer(canvas);
    const ImVec2 size = ImGui::GetWindowSize();
    m_panel = {room.x, room.y, size.x, size.y};
    ImGui::End();
}

} // namespace dostyk::ui
