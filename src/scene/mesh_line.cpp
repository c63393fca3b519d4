#include "scene/mesh_line.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace dostyk::scene {

namespace {

/// Segments of one run: short enough to cull well, long enough to keep the list of runs small.
constexpr std::size_t run_segments = 40;
/// cos of the angle at which a mitre becomes twice as long as the half width.
constexpr double sharpest_mitre_dot = -0.5;

std::vector<geo::WorldPoint> without_repeats(std::span<const geo::WorldPoint> points)
{
    std::vector<geo::WorldPoint> kept;
    kept.reserve(points.size());
    for (const geo::WorldPoint& point : points) {
        if (kept.empty() || !(kept.back() == point)) {
            kept.push_back(point);
        }
    }
    return kept;
}

} // namespace

LineMeshBuilder::LineMeshBuilder(geo::WorldPoint origin)
{
    m_mesh.origin = origin;
}

void LineMeshBuilder::add_pair(geo::WorldPoint point, Normal normal, double along)
{
    LineVertex vertex;
    vertex.x = static_cast<float>(point.x - m_mesh.origin.x);
    vertex.y = static_cast<float>(point.y - m_mesh.origin.y);
    vertex.normal_x = static_cast<float>(normal.x);
    vertex.normal_y = static_cast<float>(normal.y);
    vertex.along = static_cast<float>(along);
    vertex.side = -1;
    m_mesh.vertices.push_back(vertex);
    vertex.side = 1;
    m_mesh.vertices.push_back(vertex);
}

void LineMeshBuilder::add_quad()
{
    const auto end = static_cast<std::uint32_t>(m_mesh.vertices.size());
    const std::uint32_t a = end - 4;
    for (const std::uint32_t index : {a, a + 1, a + 2, a + 1, a + 3, a + 2}) {
        m_mesh.indices.push_back(index);
    }
}

void LineMeshBuilder::close_range(std::uint32_t first, std::span<const geo::WorldPoint> points,
                                  std::int32_t feature)
{
    MeshRange range;
    for (const geo::WorldPoint& point : points) {
        range.bounds.add(point);
    }
    range.first = first;
    range.count = static_cast<std::uint32_t>(m_mesh.indices.size()) - first;
    range.feature = feature;
    m_mesh.ranges.push_back(range);
}

void LineMeshBuilder::add(std::span<const geo::WorldPoint> line, std::int32_t feature)
{
    const std::vector<geo::WorldPoint> points = without_repeats(line);
    if (points.size() < 2) {
        return;
    }
    const std::size_t segments = points.size() - 1;
    std::vector<Normal> normals(segments);
    std::vector<double> lengths(segments);
    for (std::size_t i = 0; i < segments; ++i) {
        const double dx = points[i + 1].x - points[i].x;
        const double dy = points[i + 1].y - points[i].y;
        lengths[i] = std::hypot(dx, dy);
        normals[i] = {-dy / lengths[i], dx / lengths[i]};
    }
    const bool is_ring = points.front() == points.back() && segments > 2;
    const auto joint = [&](std::size_t before, std::size_t after) {
        const Normal& a = normals[before];
        const Normal& b = normals[after];
        const double scale = 1 / (1 + std::max(a.x * b.x + a.y * b.y, sharpest_mitre_dot));
        return Normal{(a.x + b.x) * scale, (a.y + b.y) * scale};
    };
    const auto is_sharp = [&](std::size_t before, std::size_t after) {
        return normals[before].x * normals[after].x + normals[before].y * normals[after].y <
               sharpest_mitre_dot;
    };
    const bool is_closed = is_ring && !is_sharp(segments - 1, 0);

    double along = 0;
    std::size_t run_start = 0;
    auto first_index = static_cast<std::uint32_t>(m_mesh.indices.size());
    add_pair(points[0], is_closed ? joint(segments - 1, 0) : normals[0], along);
    for (std::size_t i = 0; i < segments; ++i) {
        along += lengths[i];
        const bool is_last = i + 1 == segments;
        const bool breaks = !is_last && is_sharp(i, i + 1);
        Normal normal = normals[i];
        if (is_last && is_closed) {
            normal = joint(segments - 1, 0);
        } else if (!is_last && !breaks) {
            normal = joint(i, i + 1);
        }
        add_pair(points[i + 1], normal, along);
        add_quad();
        const bool is_run_full = i + 1 - run_start >= run_segments;
        if (is_last || is_run_full) {
            close_range(first_index, std::span(points).subspan(run_start, i + 2 - run_start),
                        feature);
            first_index = static_cast<std::uint32_t>(m_mesh.indices.size());
            run_start = i + 1;
        }
        if (breaks) {
            add_pair(points[i + 1], normals[i + 1], along);
        }
    }
}

LineMesh LineMeshBuilder::finish()
{
    LineMesh mesh = std::exchange(m_mesh, {});
    m_mesh.origin = mesh.origin;
    mesh.id = next_mesh_id();
    return mesh;
}

} // namespace dostyk::scene
