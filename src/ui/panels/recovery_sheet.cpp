// A store that is damaged: what there is in its place.

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <string>

namespace dostyk::ui {

namespace {

/// When a backup was made, on both clocks.
std::string made_at(const Canvas& canvas, Instant made)
{
    const ZonedTime astana = time_in("Asia/Almaty", made);
    const ZonedTime bishkek = time_in("Asia/Bishkek", made);
    return canvas.say(
        Message{"recovery.made",
                {{"date", astana.date}, {"astana", astana.time}, {"bishkek", bishkek.time}}});
}

void draw_choices(Canvas& canvas, const store::Rescue& rescue)
{
    const auto choose = [&](const char* id, const char* icon, const std::string& label,
                            bool from_backup, ButtonLook look) {
        if (button(canvas, id, {.icon = icon, .label = label, .look = look})) {
            canvas.workspace.rescue(from_backup);
        }
        ImGui::Dummy({0, canvas.px(4)});
    };
    if (rescue.backup) {
        paragraph(canvas, made_at(canvas, rescue.backup->made));
        choose("restore", "history", canvas.say("recovery.restore"), true, ButtonLook::accent);
    } else {
        paragraph(canvas, canvas.say("recovery.no_backup"));
    }
    if (canvas.workspace.edits().is_folder()) {
        paragraph(canvas, canvas.say("recovery.files_text"), true);
        choose("files", "folder", canvas.say("recovery.files"), false, ButtonLook::filled);
    }
    if (button(canvas, "look",
               {.icon = "eye", .label = canvas.say("recovery.look"), .look = ButtonLook::filled})) {
        canvas.workspace.close_sheet();
    }
}

} // namespace

void draw_recovery_sheet(Canvas& canvas)
{
    const auto& rescue = canvas.workspace.edits().rescue();
    if (canvas.workspace.overlays().sheet != editor::Sheet::recovery || !rescue) {
        return;
    }
    begin_sheet(canvas, "recovery", 640, 420);
    if (overlay_title(canvas, "history", canvas.say("recovery.title"))) {
        canvas.workspace.close_sheet();
    }
    begin_scroll(canvas, "recovery content");
    paragraph(canvas, canvas.say(Message{"recovery.text", {{"file", rescue->damaged.string()}}}));
    ImGui::Dummy({0, canvas.px(8)});
    draw_choices(canvas, *rescue);
    ImGui::EndChild();
    end_sheet();
}

} // namespace dostyk::ui
