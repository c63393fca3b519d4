#include "geo/spatial_index.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <utility>
#include <vector>

using namespace dostyk;

TEST_SUITE("geo/spatial_index") {

TEST_CASE("it finds exactly the boxes that touch an area")
{
    CHECK(rc::check([] {
        const auto any_box = [] {
            const double x = *rc::gen::inRange(0, 100) / 100.0;
            const double y = *rc::gen::inRange(0, 100) / 100.0;
            return geo::WorldBounds{
                {x, y},
                {x + *rc::gen::inRange(0, 30) / 100.0, y + *rc::gen::inRange(0, 30) / 100.0}};
        };
        std::vector<geo::WorldBounds> boxes;
        const int count = *rc::gen::inRange(0, 60);
        for (int i = 0; i < count; ++i) {
            boxes.push_back(any_box());
        }
        const geo::WorldBounds area = any_box();
        std::vector<std::uint32_t> expected;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (boxes[i].intersects(area)) {
                expected.push_back(static_cast<std::uint32_t>(i));
            }
        }

        RC_ASSERT(geo::SpatialIndex(boxes).find(area) == expected);
    }));
}

TEST_CASE("empty boxes and empty areas find nothing")
{
    const std::vector<geo::WorldBounds> boxes{{}, {{0.1, 0.1}, {0.2, 0.2}}};
    const geo::SpatialIndex index(boxes);

    CHECK(index.find(geo::WorldBounds{{0, 0}, {1, 1}}) == std::vector<std::uint32_t>{1});
    CHECK(index.find(geo::WorldBounds{}).empty());
    CHECK(index.find(geo::WorldPoint{0.15, 0.15}) == std::vector<std::uint32_t>{1});
    CHECK(index.find(geo::WorldPoint{0.3, 0.15}).empty());
    CHECK(geo::SpatialIndex(std::vector<geo::WorldBounds>{}).find(geo::WorldPoint{}).empty());
}

TEST_CASE("the nearest boxes come nearest first")
{
    const std::vector<geo::WorldBounds> boxes{
        {{0.8, 0.8}, {0.9, 0.9}}, {{0.1, 0.1}, {0.2, 0.2}}, {{0.4, 0.4}, {0.5, 0.5}}};
    const geo::SpatialIndex index(boxes);

    CHECK(index.nearest({0.15, 0.15}, 3) == std::vector<std::uint32_t>{1, 2, 0});
    CHECK(index.nearest({0.95, 0.95}, 1) == std::vector<std::uint32_t>{0});
    CHECK(index.nearest({0.5, 0.5}, 0).empty());
    CHECK(index.nearest({0.5, 0.5}, 9).size() == 3);
}

TEST_CASE("a moved index still finds")
{
    geo::SpatialIndex first(std::vector<geo::WorldBounds>{{{0, 0}, {1, 1}}});
    const geo::SpatialIndex second = std::move(first);

    CHECK(second.find(geo::WorldPoint{0.5, 0.5}).size() == 1);
}

} // TEST_SUITE
