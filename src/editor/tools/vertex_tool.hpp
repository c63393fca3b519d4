/// \file
/// Edit the vertices of the selected entity's place.

#pragma once

#include "editor/tools/tool.hpp"

namespace dostyk::editor {

/// Drag a vertex, or the middle of a side to put one in; Backspace takes the last one touched out.
/// With the keys, Enter takes the vertex under the cross-hair up and puts it down again.
class VertexTool final : public Tool {
public:
    ToolResult begin(const ToolView& view) override;
    void hover(const ToolView& view, const ToolPoint& at) override;
    bool grab(const ToolView& view, const ToolPoint& at) override;
    void drag(const ToolView& view, const ToolPoint& at) override;
    ToolResult release(const ToolView& view, const ToolPoint& at) override;
    ToolResult place(const ToolView& view, const ToolPoint& at) override;
    ToolResult step_back(const ToolView& view) override;
    bool cancel() override;
    [[nodiscard]] std::optional<geo::LonLat> anchor() const override;
    [[nodiscard]] std::vector<geo::LonLat> own_vertices() const override;
    [[nodiscard]] std::string_view edited() const override { return m_entity; }
    [[nodiscard]] scene::ToolOverlay overlay(const ToolView& view) const override;

private:
    /// The place as it is shown now; null when it has no vertices.
    [[nodiscard]] const model::Place* shown(const ToolView& view) const;
    bool take(const ToolView& view, geo::LonLat at);
    void move_held(const ToolPoint& at);
    [[nodiscard]] ToolResult put_down(const ToolView& view, const ToolPoint& at);

    std::string m_entity;
    std::optional<model::Place> m_held;   ///< With the change so far, while a vertex is held
    std::optional<model::Place> m_before; ///< As it was then
    std::size_t m_index = 0;              ///< Of the held vertex, else of the last one touched
    bool m_has_touched = false;
    geo::LonLat m_taken_at;
    std::vector<geo::LonLat> m_own; ///< Vertices and middles, for the pointer to be drawn to
};

} // namespace dostyk::editor
