#pragma once

#include "../../editor/forum.hpp"
#include "../fixture.hpp"

#include "core/message.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

/// The shell on a forum that is planned, with one panel of it in front.
class PlannedForum {
public:
    PlannedForum(const char* name, editor::PanelId panel, std::vector<model::Entity> sessions,
                 Language language = Language::en, int width = 1920, int height = 1080)
    : ui(width, height, 1, language)
    {
        ui.edit(folder_of(forum(std::move(sessions)), name));
        ui.workspace->settings().panels.dock_height = 640;
        ui.workspace->show_panel(panel);
        ui.frames(3);
    }

    [[nodiscard]] const ui::Control* find(std::string_view key) const
    {
        const auto controls = ui.shell->controls();
        const auto found = std::find_if(controls.begin(), controls.end(),
                                        [&](const ui::Control& each) { return each.key == key; });
        return found != controls.end() ? &*found : nullptr;
    }

    /// Press the control of this key; false when it cannot be seen.
    bool press(std::string_view key)
    {
        const ui::Control* control = find(key);
        if (control == nullptr || !control->is_seen()) {
            return false;
        }
        ui.move((control->seen_min.x + control->seen_max.x) / 2,
                (control->seen_min.y + control->seen_max.y) / 2);
        ui.press(true);
        ui.press(false);
        ui.frames(2);
        return true;
    }

    /// Write into a field, after what stands in it.
    bool write(std::string_view key, std::string_view ascii)
    {
        const bool is_there = press(key);
        ui.type(ascii);
        ui.frames(6); // what was typed becomes a value when the keys rest
        return is_there;
    }

    [[nodiscard]] const model::Entity& entity(const char* id) const
    {
        return *ui.workspace->project().find(id);
    }
    [[nodiscard]] std::size_t steps() { return ui.workspace->edits().stacks().undo.size(); }

    ShellFixture ui;
};

/// Talks in Almaty, and an hour later a signing in Bishkek: nobody gets there in time.
inline std::vector<model::Entity> hurried_sessions()
{
    return {session("signing", hours(12, 12, 13), "ala-archa"),
            session("talks", hours(12, 10, 11), "hall")};
}

} // namespace dostyk::test
