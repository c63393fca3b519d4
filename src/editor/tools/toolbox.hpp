/// \file
/// The tool that is in hand, and what pointer, keys and text are for it.

#pragma once

#include "editor/actions.hpp"
#include "editor/tools/tool.hpp"

#include <memory>
#include <optional>
#include <string>

namespace dostyk::editor {

/// The pointer over the map. [px]
struct ToolPointer {
    geo::ScreenPoint at;
    bool shift = false; ///< Constrains to steps of the angle
    bool ctrl = false;  ///< Does not snap
};

/// What a key did, beside the tool's result.
struct ToolKey {
    bool is_used = false; ///< Else it is somebody else's
    ToolResult result;
    float pan_x = 0; ///< The cross-hair left the picture: the map goes after it [px]
    float pan_y = 0;
};

/// Holds one tool; turns pixels into places (snapped, constrained, rounded) before it asks it.
///
/// The keys are enough: arrows move a cross-hair (with Ctrl by a pixel), Enter places, Ctrl+Enter
/// ends, Backspace takes back, digits begin a text: coordinates, or a radius.
class Toolbox {
public:
    Toolbox();

    /// Take a tool up; the one before leaves what it had begun.
    ToolResult choose(ToolId id, const ToolView& view);
    [[nodiscard]] ToolId active() const noexcept { return m_id; }
    [[nodiscard]] bool is_selecting() const noexcept { return m_id == ToolId::select; }
    /// Is the pointer about things, and not about places? Only then they light up under it.
    [[nodiscard]] bool is_pointing() const noexcept
    {
        return is_selecting() || (m_id == ToolId::move && !m_is_dragging);
    }

    void move(const ToolPointer& pointer, const ToolView& view);
    /// True when the drag that begins here is the tool's; else it pans, and a click comes later.
    bool press(const ToolPointer& pointer, const ToolView& view);
    [[nodiscard]] bool is_dragging() const noexcept { return m_is_dragging; }
    ToolResult release(const ToolPointer& pointer, const ToolView& view);
    ToolResult click(const ToolPointer& pointer, const ToolView& view);

    ToolKey key(Chord chord, const ToolView& view);
    /// A letter of a text; true when it is the toolbox's.
    bool type(char32_t letter);
    /// Coordinates or a number as a whole, as from a field of a panel.
    ToolResult enter_text(std::string_view text, const ToolView& view);
    [[nodiscard]] const std::string& typed() const noexcept { return m_typed; }

    /// Escape: the text, what the tool had begun, the cross-hair, the tool, in this order. False
    /// when there was nothing to leave.
    bool cancel(const ToolView& view);
    /// Something else is selected.
    ToolResult selection_changed(const ToolView& view);

    /// As Tool::measured_km() has it.
    [[nodiscard]] std::optional<double> measured_km() const { return m_tool->measured_km(); }

    [[nodiscard]] scene::ToolOverlay overlay(const ToolView& view) const;

private:
    [[nodiscard]] ToolPoint aim(const ToolPointer& pointer, const ToolView& view, AimedBy by) const;
    void move_cross(Chord chord, const ToolView& view, ToolKey& key);
    [[nodiscard]] ToolResult enter(const ToolView& view);

    ToolId m_id = ToolId::select;
    std::unique_ptr<Tool> m_tool;
    bool m_is_dragging = false;
    bool m_has_moved = false;
    geo::ScreenPoint m_pressed_at;
    std::optional<ToolPointer> m_cross; ///< Shown while the keys aim
    std::string m_typed;
};

} // namespace dostyk::editor
