#include "render/path_mesh.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace dostyk;

namespace {

float area_of(const std::vector<render::PathVertex>& triangles)
{
    float area = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const auto& a = triangles[i];
        const auto& b = triangles[i + 1];
        const auto& c = triangles[i + 2];
        area += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return area;
}

scene::DrawPath path_of(std::vector<geo::ScreenPoint> points, float width)
{
    scene::DrawPath path;
    path.points = std::move(points);
    path.width_px = width;
    path.color = {255, 255, 255};
    return path;
}

} // namespace

TEST_SUITE("render/path_mesh") {

TEST_CASE("a straight path is a rectangle with a soft edge of one pixel")
{
    std::vector<render::PathVertex> triangles;
    render::append_path(path_of({{10, 10}, {110, 10}}, 4), triangles);

    CHECK(triangles.size() == 6);
    CHECK(area_of(triangles) == doctest::Approx((100 + 2) * (4 + 2)));
    CHECK(triangles.front().length == doctest::Approx(100));
}

TEST_CASE("one point, or the same point twice, draws nothing")
{
    std::vector<render::PathVertex> triangles;
    render::append_path(path_of({}, 4), triangles);
    render::append_path(path_of({{5, 5}}, 4), triangles);
    render::append_path(path_of({{5, 5}, {5, 5}, {5, 5}}, 4), triangles);

    CHECK(triangles.empty());
}

TEST_CASE("an arrow ends at the path's end and is as long as the line that it replaces")
{
    scene::DrawPath path = path_of({{10, 10}, {110, 10}}, 4);
    path.has_arrow = true;
    std::vector<render::PathVertex> triangles;
    render::append_path(path, triangles);

    float right = 0;
    for (const render::PathVertex& vertex : triangles) {
        right = std::max(right, vertex.x);
    }
    CHECK(right == doctest::Approx(111));
    CHECK(triangles.size() == 12);
    CHECK(triangles.front().length == doctest::Approx(100 - 16.8 + 0.5));
}

TEST_CASE("any path gives finite corners within reach of its points")
{
    CHECK(rc::check([] {
        const auto raw = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, 200), rc::gen::inRange(0, 200)));
        std::vector<geo::ScreenPoint> points;
        for (const auto& [x, y] : raw) {
            points.push_back({static_cast<float>(x), static_cast<float>(y)});
        }
        scene::DrawPath path = path_of(points, 6);
        path.has_arrow = *rc::gen::arbitrary<bool>();
        std::vector<render::PathVertex> triangles;
        render::append_path(path, triangles);
        RC_ASSERT(triangles.size() % 3 == 0);
        for (const render::PathVertex& vertex : triangles) {
            RC_ASSERT(std::isfinite(vertex.x) && std::isfinite(vertex.y));
            RC_ASSERT(vertex.x > -60 && vertex.x < 260);
            RC_ASSERT(vertex.y > -60 && vertex.y < 260);
        }
    }));
}

} // TEST_SUITE
