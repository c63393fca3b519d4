#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <optional>

namespace dostyk::ui {

namespace {

/// Two ways out of a conflict. \returns true when it is settled.
bool draw_choice(Canvas& canvas, const Finding& conflict)
{
    bool is_settled = false;
    if (button(canvas, "mine",
               {.label = canvas.say("findings.keep_mine"), .look = ButtonLook::filled})) {
        is_settled = true;
    }
    ImGui::SameLine(0, canvas.px(6));
    if (button(canvas, "folder",
               {.label = canvas.say("findings.take_folder"), .look = ButtonLook::filled})) {
        const auto command = canvas.workspace.edits().folder_value_of(conflict);
        if (command) {
            is_settled = canvas.workspace.submit(*command);
        } else {
            canvas.workspace.tell(command.error());
        }
    }
    return is_settled;
}

/// \returns true when it is done with.
bool draw_finding(Canvas& canvas, const Finding& finding)
{
    const bool is_conflict = finding.code == "store.conflict";
    const Palette& colors = canvas.colors();
    const model::Entity* entity = canvas.workspace.project().find(finding.subject);
    badge(canvas, "warning", is_conflict ? canvas.say("findings.conflict") : finding.file,
          finding.severity == Severity::error ? colors.error : colors.warning);
    if (entity != nullptr) {
        entity_link(canvas, entity->id, model::name_of(*entity, canvas.pack(), canvas.language));
    }
    paragraph(canvas, canvas.lengthened(text_of(finding, canvas.language)));
    bool is_done = false;
    if (is_conflict) {
        is_done = draw_choice(canvas, finding);
    } else {
        is_done = button(canvas, "dismiss",
                         {.label = canvas.say("findings.dismiss"), .look = ButtonLook::filled});
    }
    hairline(canvas);
    return is_done;
}

} // namespace

void draw_findings_panel(Canvas& canvas)
{
    editor::Workspace& workspace = canvas.workspace;
    if (!workspace.overlays().has_findings) {
        return;
    }
    begin_overlay(canvas, "findings", 640);
    if (overlay_title(canvas, "warning", canvas.say("findings.title"))) {
        workspace.overlays().has_findings = false;
    }
    const auto findings = workspace.edits().findings().findings;
    if (findings.empty()) {
        paragraph(canvas, canvas.say("findings.empty"));
    }
    std::optional<std::size_t> done;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        push_id(canvas, static_cast<int>(i));
        if (draw_finding(canvas, findings[i])) {
            done = i;
        }
        pop_id(canvas);
    }
    if (done) {
        workspace.edits().dismiss_finding(*done);
    }
    ImGui::End();
}

} // namespace dostyk::ui
