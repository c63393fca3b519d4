/// \file
/// What lies within a distance of an entity or of a place?

#pragma once

#include "editor/tools/tool.hpp"

namespace dostyk::editor {

/// The selected entity is the middle, else what is clicked; the pointer or a number gives the
/// radius; a click or Enter asks. The answer stays until Esc.
class BufferTool final : public Tool {
public:
    ToolResult begin(const ToolView& view) override;
    void hover(const ToolView& view, const ToolPoint& at) override;
    ToolResult place(const ToolView& view, const ToolPoint& at) override;
    std::optional<ToolResult> number(const ToolView& view, double km) override;
    ToolResult finish(const ToolView& view) override;
    ToolResult step_back(const ToolView& view) override;
    bool cancel() override;
    [[nodiscard]] scene::ToolOverlay overlay(const ToolView& view) const override;

private:
    enum class Step : std::uint8_t { middle, radius, answered };

    void set_middle(const ToolView& view, const std::string& entity, geo::LonLat at);
    [[nodiscard]] ToolResult ask(const ToolView& view);
    void outline();

    Step m_step = Step::middle;
    std::string m_entity; ///< Of the middle; empty = a place
    std::vector<geo::Figure> m_about;
    double m_radius_km = 100;
    geo::MultiPolygon m_outline; ///< Of the radius, for drawing
    std::optional<ToolPoint> m_now;
    BufferAnswer m_answer;
    std::vector<geo::LonLat> m_rings;
};

/// Radii that a person can ask for. [km]
inline constexpr double min_radius_km = 0.1;
inline constexpr double max_radius_km = 3000;

} // namespace dostyk::editor
