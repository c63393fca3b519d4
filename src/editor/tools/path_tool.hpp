/// \file
/// Tools that place vertex after vertex: draw a line or a polygon, measure a way.

#pragma once

#include "editor/tools/tool.hpp"

namespace dostyk::editor {

enum class PathUse : std::uint8_t {
    line,         ///< The place of the selected entity
    polygon,      ///< Its place, too
    measure,      ///< The length of geodesics
    measure_road, ///< The length along roads
};

/// Each click adds a vertex. Placing once more on the last vertex (Enter twice, a double click) is
/// the end of it, and so is the first vertex for a polygon.
class PathTool final : public Tool {
public:
    explicit PathTool(PathUse use) : m_use(use) {}

    ToolResult begin(const ToolView& view) override;
    void hover(const ToolView& view, const ToolPoint& at) override;
    ToolResult place(const ToolView& view, const ToolPoint& at) override;
    ToolResult finish(const ToolView& view) override;
    ToolResult step_back(const ToolView& view) override;
    bool cancel() override;
    [[nodiscard]] std::optional<geo::LonLat> anchor() const override;
    [[nodiscard]] std::vector<geo::LonLat> own_vertices() const override;
    [[nodiscard]] std::string_view edited() const override { return m_entity; }
    [[nodiscard]] std::optional<double> measured_km() const override;
    [[nodiscard]] scene::ToolOverlay overlay(const ToolView& view) const override;

private:
    [[nodiscard]] bool draws() const noexcept
    {
        return m_use == PathUse::line || m_use == PathUse::polygon;
    }
    [[nodiscard]] std::size_t fewest() const noexcept { return m_use == PathUse::polygon ? 3 : 2; }
    [[nodiscard]] model::Place drawn() const;
    [[nodiscard]] scene::ToolOverlay road_overlay(const ToolView& view) const;
    [[nodiscard]] std::vector<std::string> texts(const ToolView& view) const;

    PathUse m_use;
    std::vector<ToolPoint> m_vertices;
    std::optional<ToolPoint> m_now;
    std::string m_entity;
    bool m_is_done = false; ///< A measure that stays to be read
    /// Routes between the vertices so far; nothing where no road joins two.
    std::vector<std::optional<schedule::Route>> m_routes;
    std::optional<schedule::Route> m_next_route; ///< To where the pointer is
};

} // namespace dostyk::editor
