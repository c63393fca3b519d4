/// \file
/// What every panel draws with: theme, language and the things that one frame collects.

#pragma once

#include "core/message.hpp"
#include "editor/workspace.hpp"
#include "ui/shell.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::ui {

/// A name under the mouse that leads to an entity.
struct HoveredName {
    std::string entity;
    ImVec2 min;
    ImVec2 max;
    int level = 0; ///< 0 = a panel or the map, n = the n-th tooltip
};

/// One frame of the panels.
struct Canvas {
    const Theme& theme;
    editor::Workspace& workspace;
    const ShellInput& input;
    Language language;
    editor::Effect effect = editor::Effect::none; ///< What a button asked of the window.
    int tooltip_level = 0;                        ///< Of what is being drawn.
    HoveredName hovered_name;
    std::string hint; ///< Explanation of the control under the mouse.
    std::vector<TextFit> fits;
    std::vector<Control> controls;
    std::string part;                      ///< Panel that is being drawn: where names begin
    std::vector<std::string> id_path;      ///< Of push_id()
    std::map<std::string, int> key_counts; ///< How often a name was given in this frame
    bool is_mark_new = false;              ///< Tab has just gone on: its control comes into sight
    float longer_by = 0;                   ///< Share of letters that texts get on top, in tests
    scene::EntityFilters filters;          ///< Of the lists and tables that are drawn
    bool has_card = false;                 ///< The card of the selected entity is on the screen.
    float free_top = 0;                    ///< Between the bars, where tooltips may stand. [px]
    float free_bottom = 0;                 ///< [px]
    float wake_after_s = -1;               ///< Another frame is wanted after so long; < 0 = not.

    [[nodiscard]] const Palette& colors() const noexcept { return theme.colors(); }
    [[nodiscard]] float px(float at_scale_1) const noexcept { return theme.px(at_scale_1); }
    /// Constant text of a key in the language.
    [[nodiscard]] std::string say(std::string_view key) const
    {
        return lengthened(std::string(tr(language, key)));
    }
    [[nodiscard]] std::string say(const Message& message) const
    {
        return lengthened(tr(language, message));
    }
    /// The text as it is, but in a test of longer ones.
    [[nodiscard]] std::string lengthened(std::string text) const;
    /// Do what a shortcut of the same name does.
    void run(editor::ActionId id) { ask(workspace.run(id)); }
    /// Pass on what the workspace asks of the window.
    void ask(editor::Effect asked) { effect = asked != editor::Effect::none ? asked : effect; }
    /// "Search (Ctrl+K)": for the hints of buttons.
    [[nodiscard]] std::string hint_of(editor::ActionId id) const;
    /// Select an entity and go there.
    void visit(const std::string& entity)
    {
        workspace.select(entity);
        run(editor::ActionId::fly_to_selection);
    }
    /// Something else was asked for by words, in a list or a table: it stands back.
    [[nodiscard]] bool is_filtered_out(std::string_view kind, const std::string& id) const
    {
        return !scene::passes(workspace.view().filters, kind, id);
    }
    [[nodiscard]] bool is_filtered_out(const model::Entity& entity) const
    {
        return is_filtered_out(entity.kind, entity.id);
    }
    [[nodiscard]] model::Pack pack() const { return workspace.view().pack; }
    void wake(float seconds) noexcept
    {
        wake_after_s = wake_after_s < 0 ? seconds : std::min(wake_after_s, seconds);
    }
};

} // namespace dostyk::ui
