#include "ui/panels/planned_meeting.hpp"

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <string>

namespace dostyk::ui {

namespace {

std::string name_of(const Canvas& canvas, const std::string& id)
{
    const model::Entity* meeting = canvas.workspace.project().find(id);
    return meeting != nullptr ? model::name_of(*meeting, canvas.pack(), canvas.language) : id;
}

void draw_choice(Canvas& canvas, editor::Programme& programme)
{
    const float width = std::min(ImGui::GetContentRegionAvail().x, canvas.px(420));
    if (button(canvas, "meeting",
               {.icon = "meeting",
                .label = name_of(canvas, programme.chosen()),
                .hint = canvas.say("programme.choose"),
                .look = ButtonLook::filled,
                .width = width})) {
        ImGui::OpenPopup("meetings");
    }
    ImGui::SetNextWindowSize({width, 0});
    if (!ImGui::BeginPopup("meetings", ImGuiWindowFlags_NoMove)) {
        return;
    }
    for (const std::string& id : programme.meetings()) {
        if (list_row(canvas, id.c_str(),
                     {.text = name_of(canvas, id),
                      .kind = "meeting",
                      .is_on = id == programme.chosen()})) {
            programme.choose(id);
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndPopup();
}

} // namespace

const model::Entity* draw_planned_meeting(Canvas& canvas)
{
    editor::Programme& programme = canvas.workspace.programme();
    if (programme.chosen().empty()) {
        empty_state(canvas, "meeting", canvas.say("programme.none"));
        return nullptr;
    }
    ImGui::Dummy({0, canvas.px(2)});
    if (programme.meetings().size() > 1) {
        draw_choice(canvas, programme);
    }
    if (const auto& error = programme.error()) {
        paragraph(canvas, text_of(*error, canvas.language));
    }
    return canvas.workspace.project().find(programme.chosen());
}

} // namespace dostyk::ui
