/// \file
/// Give the selected entity a stretch of the common border as its place.

#pragma once

#include "editor/tools/tool.hpp"

namespace dostyk::editor {

/// The stretch nearest to the pointer is offered, with Shift the whole border.
class BorderTool final : public Tool {
public:
    ToolResult begin(const ToolView& view) override;
    void hover(const ToolView& view, const ToolPoint& at) override;
    ToolResult place(const ToolView& view, const ToolPoint& at) override;
    [[nodiscard]] bool snaps() const override { return false; }
    [[nodiscard]] scene::ToolOverlay overlay(const ToolView& view) const override;

private:
    void aim(const ToolView& view, const ToolPoint& at);

    std::optional<ToolPoint> m_now;
    model::Place m_offered;
    std::vector<scene::OverlayLine> m_lines;
    std::string m_text;
};

} // namespace dostyk::editor
