/// \file
/// Tools about one place: select, move, draw a point.

#pragma once

#include "editor/tools/tool.hpp"

namespace dostyk::editor {

/// A click selects what is there.
class SelectTool final : public Tool {
public:
    ToolResult place(const ToolView& view, const ToolPoint& at) override;
    [[nodiscard]] bool snaps() const override { return false; }
    [[nodiscard]] scene::ToolOverlay overlay(const ToolView&) const override { return {}; }
};

/// Drags the site of what is under the pointer; Enter brings the selected one to the cross-hair.
class MoveTool final : public Tool {
public:
    bool grab(const ToolView& view, const ToolPoint& at) override;
    void drag(const ToolView& view, const ToolPoint& at) override;
    ToolResult release(const ToolView& view, const ToolPoint& at) override;
    ToolResult place(const ToolView& view, const ToolPoint& at) override;
    bool cancel() override;
    [[nodiscard]] std::optional<geo::LonLat> anchor() const override;
    [[nodiscard]] std::string_view edited() const override { return m_entity; }
    [[nodiscard]] scene::ToolOverlay overlay(const ToolView& view) const override;

private:
    std::string m_entity;     ///< Empty = nothing is held
    model::Place m_before;    ///< As it was when it was taken
    geo::LonLat m_grabbed_at; ///< Where it was taken
    std::optional<ToolPoint> m_now;
};

/// A place as it is after all of it was moved from one position to another.
[[nodiscard]] model::Place moved(const model::Place& place, geo::LonLat from, const ToolPoint& to);

/// A click, Enter or coordinates give the selected entity a point.
class PointTool final : public Tool {
public:
    ToolResult begin(const ToolView& view) override;
    void hover(const ToolView& view, const ToolPoint& at) override;
    ToolResult place(const ToolView& view, const ToolPoint& at) override;
    [[nodiscard]] std::string_view edited() const override { return m_entity; }
    [[nodiscard]] scene::ToolOverlay overlay(const ToolView& view) const override;

private:
    std::string m_entity;
    std::optional<ToolPoint> m_now;
};

} // namespace dostyk::editor
