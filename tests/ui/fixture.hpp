#pragma once

#include "core/paths.hpp"
#include "editor/workspace.hpp"
#include "ui/shell.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace dostyk::test {

/// The shell on the bundled project, without a window and without a GPU: frames are built and
/// thrown away.
class ShellFixture {
public:
    explicit ShellFixture(int width = 1920, int height = 1080, float scale = 1,
                          Language language = Language::en);
    ~ShellFixture();

    /// Show the project of a folder instead, to be edited.
    void edit(const std::filesystem::path& folder);

    /// Build so many frames. [0.1 s each]
    void frames(int count);

    void move(float x, float y);
    void press(bool is_down);
    /// Press and release the control of this name; false when there is none.
    bool click(std::string_view name);
    [[nodiscard]] const ui::Control* find(std::string_view name) const;
    void key(int imgui_key);
    void type(std::string_view ascii);
    /// Every text of the last frame has its room, or ends in dots.
    void check_texts_fit() const;

    std::unique_ptr<editor::Workspace> workspace;
    std::unique_ptr<ui::Shell> shell;
    scene::Style style;
    editor::Effect effect = editor::Effect::none; ///< of the last frame that asked for one
    std::optional<scene::Hit> hover;
    geo::ScreenPoint pointer;
    std::vector<ui::Attribution> attributions;
    std::vector<ui::PhaseTime> phases;

private:
    std::unique_ptr<text::FontSet> m_fonts;
    model::UnitNames m_unit_names;
};

/// Loaded once for all cases.
[[nodiscard]] std::shared_ptr<const model::Project> bundled_project();

} // namespace dostyk::test
