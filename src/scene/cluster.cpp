#include "scene/cluster.hpp"

#include <algorithm>
#include <numeric>

namespace dostyk::scene {

std::vector<Cluster> cluster(std::span<const ClusterPoint> points, float radius_px)
{
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return points[a].rank < points[b].rank; });
    std::vector<Cluster> clusters;
    for (const std::size_t index : order) {
        const auto home = std::find_if(clusters.begin(), clusters.end(), [&](const Cluster& other) {
            const float dx = points[other.leader].at.x - points[index].at.x;
            const float dy = points[other.leader].at.y - points[index].at.y;
            return dx * dx + dy * dy < radius_px * radius_px;
        });
        if (home != clusters.end()) {
            home->members.push_back(index);
        } else {
            clusters.push_back({index, {index}});
        }
    }
    return clusters;
}

} // namespace dostyk::scene
