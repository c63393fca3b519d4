/// \file
/// Lakes, rivers, roads and railways by level of detail.

#pragma once

#include "geo/layer.hpp"
#include "scene/map_levels.hpp"
#include "scene/mesh.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::scene {

/// Lakes of one layer: fills and shores.
class LakeLevels {
public:
    explicit LakeLevels(const geo::Layer* layer);

    struct Level {
        std::shared_ptr<const FillMesh> fill; ///< Ranges by lake.
        std::shared_ptr<const LineMesh> shore;
    };
    /// Cooked on first use, then kept; on any thread.
    [[nodiscard]] const Level& level(int level);

private:
    struct Ring {
        geo::LineString points;
        std::vector<double> importance;
    };
    struct Lake {
        std::vector<std::vector<Ring>> polygons; ///< Outer ring first.
        double area = 0;                         ///< [world units²]
    };
    static Ring make_ring(const geo::Ring& ring);

    std::vector<Lake> m_lakes;
    [[nodiscard]] Level cook(int level) const;

    std::array<Cooked<Level>, level_count> m_levels;
};

/// What a line of the map is drawn as.
struct LineFeature {
    std::string id;    ///< Of a road or railway: its edge in the transport graph.
    std::string style; ///< "river", "road.main", "railway" ...
    int rank = 0;      ///< Rivers: 0 the largest.
    std::vector<std::string> corridors;
};

/// Lines of one layer.
class LineLevels {
public:
    LineLevels(const geo::Layer* layer, std::string_view style);

    /// (features of the layer)
    [[nodiscard]] const std::vector<LineFeature>& features() const noexcept { return m_features; }
    /// Ranges by feature. Cooked on first use, then kept; on any thread.
    [[nodiscard]] const std::shared_ptr<const LineMesh>& level(int level);

private:
    struct Line {
        geo::LineString points;
        std::vector<double> importance;
        std::int32_t feature = 0;
    };
    std::vector<LineFeature> m_features;
    std::vector<Line> m_lines;
    double m_calm; ///< Times the area that a level leaves out.
    std::array<Cooked<std::shared_ptr<const LineMesh>>, level_count> m_levels;
};

} // namespace dostyk::scene
