#include "scene/cluster.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace dostyk;
using scene::ClusterPoint;

TEST_SUITE("scene/cluster") {

TEST_CASE("the highest rank leads and counts all that it covers")
{
    const std::vector<ClusterPoint> points{{{0, 0}, 5}, {{4, 0}, 1}, {{500, 0}, 3}};
    const auto clusters = scene::cluster(points, 20);
    REQUIRE(clusters.size() == 2);
    CHECK(clusters[0].leader == 1);
    CHECK(clusters[0].members == std::vector<std::size_t>{1, 0});
    CHECK(clusters[1].members == std::vector<std::size_t>{2});
}

TEST_CASE("every point is in exactly one cluster, and leaders keep apart")
{
    CHECK(rc::check([] {
        const auto count = *rc::gen::inRange(0, 60);
        std::vector<ClusterPoint> points;
        for (int i = 0; i < count; ++i) {
            points.push_back({{static_cast<float>(*rc::gen::inRange(0, 300)),
                               static_cast<float>(*rc::gen::inRange(0, 300))},
                              static_cast<double>(*rc::gen::inRange(0, 5))});
        }
        const auto clusters = scene::cluster(points, 24);
        std::vector<int> seen(points.size());
        for (const auto& group : clusters) {
            for (const std::size_t member : group.members) {
                ++seen[member];
                RC_ASSERT(points[group.leader].rank <= points[member].rank);
            }
            for (const auto& other : clusters) {
                const float dx = points[group.leader].at.x - points[other.leader].at.x;
                const float dy = points[group.leader].at.y - points[other.leader].at.y;
                RC_ASSERT(group.leader == other.leader || dx * dx + dy * dy >= 24.0F * 24.0F);
            }
        }
        RC_ASSERT(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
    }));
}

} // TEST_SUITE
