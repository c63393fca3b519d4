/// \file
/// All panels of the program, in their slots: what the app calls once a frame.

#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "editor/workspace.hpp"
#include "geo/coordinates.hpp"
#include "model/value_text.hpp"
#include "scene/compose.hpp"
#include "scene/style.hpp"
#include "text/font_set.hpp"
#include "text/icon_set.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dostyk::ui {

/// One phase of the frame loop, as F3 shows it.
struct PhaseTime {
    std::string name;
    double cpu_ms = 0;
    double wall_ms = 0;
};

/// Who made what the map shows (maps/attribution.json).
struct Attribution {
    std::string name;
    std::string licence; ///< As its authors name it, in no language of ours
    Text4 text;
};

/// What panels show beyond the workspace itself; gathered by the app for each frame.
struct ShellInput {
    const scene::Style& style;
    const model::UnitNames& unit_names;
    std::optional<geo::LonLat> pointer; ///< What lies under the pointer, on the map
    geo::ScreenPoint pointer_px;        ///< [px]
    std::optional<scene::Hit> hover;    ///< What the map shows there
    Instant now;
    std::span<const PhaseTime> phases;
    int draw_calls = 0; ///< Of the last map draw
    std::span<const Attribution> attributions;
    double steady_s = 0; ///< Any clock that only goes on [s]
};

/// A control as it was drawn: Tab goes through them, and tests and replays press them by name.
struct Control {
    unsigned id = 0;     ///< ImGui's
    unsigned window = 0; ///< ImGui's
    geo::ScreenPoint min;
    geo::ScreenPoint max;
    std::string name; ///< What it says: its label, else its hint
    /// The same in every language and window: "top/language/ky". Parts are ids of panels, of the
    /// data and of the control itself.
    std::string key = {};
    geo::ScreenPoint seen_min = {}; ///< The part of it that is not scrolled away
    geo::ScreenPoint seen_max = {};
    bool takes_text = false;
    bool takes_place = false;     ///< It matters where in it one presses.
    bool opens_on_double = false; ///< A second press at once is more than two.
    bool is_enabled = true;
    bool is_pressed = false; ///< In this frame

    [[nodiscard]] bool is_seen() const noexcept
    {
        return seen_min.x < seen_max.x && seen_min.y < seen_max.y;
    }
};

/// A text that had to fit into a width: tests look for the ones that do not.
struct TextFit {
    std::string text;
    float needed = 0; ///< [px]
    float given = 0;
    bool is_shortened = false; ///< It ends in "…", and the hint tells all of it.
};

/// The panels. Needs a current ImGui context, on one thread.
class Shell {
public:
    /// Fonts are read from the font set's files; icons are drawn into the same atlas.
    Shell(const text::FontSet& fonts, std::vector<text::Icon> icons);
    ~Shell();
    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;

    /// Set colours, sizes and the font atlas; true when the atlas changed and must be uploaded.
    /// Cheap when nothing changed. Call it before the ImGui frame begins.
    [[nodiscard]] bool prepare(const scene::Style& style, float scale);

    /// Build all panels of a frame and let them act on the workspace; insets are set on it.
    /// \returns What a button asked of the window.
    editor::Effect draw(editor::Workspace& workspace, const ShellInput& input);

    /// True when a text field, the time slider or another widget wants the keys.
    [[nodiscard]] editor::Context key_context() const noexcept;

    /// Seconds until the panels change by themselves (a fading notice, a clock); 0 = at once.
    ///
    /// \param steady_s  Of the clock that draw() was told. [s]
    [[nodiscard]] double seconds_to_next_change(double steady_s) const noexcept;

    /// The control that has the keyboard, as Tab or a click has given it; null when none has.
    [[nodiscard]] const Control* marked() const;
    /// Rows of the table in the dock; nothing while it is not shown or not ready.
    [[nodiscard]] std::optional<std::size_t> table_rows() const;

    /// Make every message longer by this share of its letters, as a translation may be: for tests.
    void lengthen_texts(float share) noexcept;

    /// Of the last frame, in the order in which they were drawn.
    [[nodiscard]] std::span<const Control> controls() const noexcept;
    [[nodiscard]] std::span<const TextFit> text_fits() const noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::ui
