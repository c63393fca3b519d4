#include "ui/panels/open_panel.hpp"

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <utility>

namespace dostyk::ui {

void OpenPanel::draw(Canvas& canvas)
{
    const bool is_open = canvas.workspace.overlays().sheet == editor::Sheet::open_file;
    const bool is_new = is_open && !std::exchange(m_was_open, is_open);
    m_was_open = is_open;
    if (!is_open) {
        return;
    }
    if (is_new) {
        m_browser.begin(canvas, {editor::FileWish::open, canvas.workspace.take_browsed(), {}, {}});
    }
    begin_sheet(canvas, "open file", 1020, 700);
    if (overlay_title(canvas, "folder_open", canvas.say("open.title"))) {
        canvas.workspace.close_sheet();
    }
    const FileBrowser::Answer answer =
        m_browser.draw(canvas, canvas.say("open.open"), ImGui::GetContentRegionAvail().y);
    end_sheet();
    if (answer.is_cancelled) {
        canvas.workspace.close_sheet();
    } else if (answer.path) {
        canvas.ask(canvas.workspace.open_path(*answer.path));
    }
}

} // namespace dostyk::ui
