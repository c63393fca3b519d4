/// \file
/// The tools of the open program: what they do to the workspace, and what it tells them.

#pragma once

#include "editor/tools/toolbox.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dostyk::editor {

class Workspace;

/// One toolbox at work on a workspace, which owns it and is handed in with each event.
class MapTools {
public:
    /// Id of the entity that the map shows at a point, and the feature of a layer of the project's
    /// own; the scene knows. [px]
    using Picker = std::function<std::string(geo::ScreenPoint)>;
    using FeaturePicker = std::function<std::optional<scene::FeatureRef>(geo::ScreenPoint)>;
    void set_picker(Picker picker, FeaturePicker feature = nullptr)
    {
        m_pick = std::move(picker);
        m_pick_feature = std::move(feature);
    }

    void choose(ToolId id, Workspace& workspace);
    /// Take the point tool for the one entity that is selected: placed, the tool is put away.
    void place_new(Workspace& workspace);
    [[nodiscard]] const Toolbox& toolbox() const noexcept { return m_toolbox; }

    void move(const ToolPointer& pointer, Workspace& workspace);
    /// True when the drag that begins here is the tool's.
    bool press(const ToolPointer& pointer, Workspace& workspace);
    void release(const ToolPointer& pointer, Workspace& workspace);
    void click(const ToolPointer& pointer, Workspace& workspace);
    /// True when the key was the tool's.
    bool key(Chord chord, Workspace& workspace);
    bool type(char32_t letter) { return m_toolbox.type(letter); }
    void enter_text(std::string_view text, Workspace& workspace);
    /// Escape; false when there was nothing to leave.
    bool cancel(Workspace& workspace);

    /// What the last buffer found; radius 0 = nothing was asked.
    [[nodiscard]] const BufferAnswer& answer() const noexcept { return m_answer; }

    /// Once a frame: hear what is selected by now, and lay the tool's overlay on the view.
    void update(Workspace& workspace);

private:
    [[nodiscard]] ToolView view_of(Workspace& workspace);
    void apply(ToolResult result, Workspace& workspace);

    Toolbox m_toolbox;
    std::optional<MapLookup> m_lookup;
    Picker m_pick;
    FeaturePicker m_pick_feature;
    BufferAnswer m_answer;
    bool m_is_for_one = false;
    std::string m_seen_selection; ///< That the tool has heard of
};

} // namespace dostyk::editor
