/// \file
/// What is in the file of a layer of the project's own, ready to draw and to be asked.

#pragma once

#include "geo/layer.hpp"
#include "geo/spatial_index.hpp"
#include "scene/layer_classes.hpp"
#include "scene/mesh.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace dostyk::scene {

/// Rows with places, or a picture. Made in a job, then shared: immutable but for the levels of
/// detail, which are cooked one by one on any thread.
class LayerContent {
public:
    explicit LayerContent(geo::Layer rows);
    explicit LayerContent(geo::Raster picture);

    /// Meshes at a level of detail; ranges by feature.
    struct Level {
        FillMesh areas;
        LineMesh outlines;
        LineMesh lines;
    };
    struct Point {
        geo::WorldPoint at;
        std::uint32_t feature = 0;
    };

    /// Coarser for what is large: its levels show less of it, and stay smooth.
    static constexpr int coarsest_level = 3, finest_level = 14;
    /// The level that a zoom wants.
    [[nodiscard]] static int level_of(double zoom) noexcept;

    /// Make a level, if nobody has; blocks while another thread does. Not for a frame.
    void cook(int level, std::stop_token stop = {});
    [[nodiscard]] bool is_cooked(int level) const noexcept;
    /// The level, or the nearest one that is cooked; null while there is none.
    [[nodiscard]] std::shared_ptr<const Level> level(int level) const noexcept;

    [[nodiscard]] const geo::Layer& rows() const noexcept { return m_rows; }
    [[nodiscard]] const std::vector<Point>& points() const noexcept { return m_points; }
    [[nodiscard]] const std::shared_ptr<const Image>& picture() const noexcept { return m_picture; }
    [[nodiscard]] const geo::WorldBounds& bounds() const noexcept { return m_bounds; }
    [[nodiscard]] const geo::WorldBounds& bounds_of(std::size_t feature) const
    {
        return m_feature_bounds[feature];
    }
    [[nodiscard]] std::size_t vertex_count() const noexcept { return m_vertex_count; }
    [[nodiscard]] bool has_areas() const noexcept { return m_has_areas; }
    [[nodiscard]] bool has_lines() const noexcept { return m_has_lines; }

    /// The features in classes; made once, then kept until others are asked for. Main thread only.
    [[nodiscard]] const Classification& classified(const model::LayerClasses& classes,
                                                   bool is_dark) const;

    /// Where a feature's name stands. Main thread only: it is found once, then kept.
    [[nodiscard]] std::optional<geo::WorldPoint> anchor_of(std::size_t feature) const;

    /// The feature at a place: the nearest point or line within reach, else the smallest area
    /// there.
    ///
    /// \param reach  [world units]
    [[nodiscard]] std::optional<std::uint32_t> find(geo::WorldPoint at, double reach) const;

private:
    [[nodiscard]] std::shared_ptr<const Level> make_level(int level, const std::stop_token& stop);

    /// A line or a ring with what each vertex is worth.
    struct Path {
        geo::LineString points;
        std::vector<double> importance;
    };
    struct Shape {
        std::uint32_t feature = 0;
        std::vector<std::vector<Path>> polygons; ///< Outer ring first.
        std::vector<Path> lines;
    };

    geo::Layer m_rows;
    std::vector<Point> m_points;
    std::vector<Shape> m_shapes;
    std::vector<geo::WorldBounds> m_feature_bounds; ///< (features)
    std::shared_ptr<const Image> m_picture;
    geo::WorldBounds m_bounds;
    std::size_t m_vertex_count = 0;
    bool m_has_areas = false;
    bool m_has_lines = false;
    double m_calm = 1; ///< Times the area that a level leaves out.
    std::optional<geo::SpatialIndex> m_index;

    static constexpr std::size_t level_total = finest_level - coarsest_level + 1;
    std::mutex m_cooking;
    std::array<std::shared_ptr<const Level>, level_total> m_levels;
    std::array<std::atomic<bool>, level_total> m_is_cooked{}; ///< Then its level stays as it is.
    mutable std::vector<std::optional<geo::WorldPoint>> m_anchors;
    struct Classified {
        model::LayerClasses classes;
        bool is_dark = false;
        Classification made;
    };
    mutable Classified m_classified;
};

} // namespace dostyk::scene
