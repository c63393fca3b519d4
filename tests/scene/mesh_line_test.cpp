#include "scene/mesh_line.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace dostyk;
using doctest::Approx;

namespace {

scene::LineMesh mesh_of(const std::vector<geo::WorldPoint>& points)
{
    scene::LineMeshBuilder builder({0, 0});
    builder.add(points, 7);
    return builder.finish();
}

} // namespace

TEST_SUITE("scene/mesh_line") {

TEST_CASE("a segment is one quad whose normals lie to the right of its direction")
{
    const auto mesh = mesh_of({{0.1, 0.5}, {0.3, 0.5}});
    REQUIRE(mesh.vertices.size() == 4);
    CHECK(mesh.indices.size() == 6);
    for (const scene::LineVertex& vertex : mesh.vertices) {
        CHECK(vertex.normal_x == Approx(0));
        CHECK(vertex.normal_y == Approx(1)); // East is the direction, y grows south.
    }
    CHECK(mesh.vertices[0].side == Approx(-1));
    CHECK(mesh.vertices[1].side == Approx(1));
    CHECK(mesh.vertices[3].along == Approx(0.2));
    REQUIRE(mesh.ranges.size() == 1);
    CHECK(mesh.ranges[0].feature == 7);
}

TEST_CASE("a right angle is mitred, a hairpin is cut open")
{
    const auto corner = mesh_of({{0, 0}, {1, 0}, {1, 1}});
    REQUIRE(corner.vertices.size() == 6);
    CHECK(std::hypot(corner.vertices[2].normal_x, corner.vertices[2].normal_y) ==
          Approx(std::sqrt(2.0F)));
    const auto hairpin = mesh_of({{0, 0}, {1, 0}, {0, 0.01}});
    CHECK(hairpin.vertices.size() == 8);
}

TEST_CASE("no normal is longer than two, whatever the line")
{
    CHECK(rc::check([] {
        std::vector<geo::WorldPoint> points;
        for (int i = 0; i < 60; ++i) {
            points.push_back({*rc::gen::inRange(0, 20) / 20.0, *rc::gen::inRange(0, 20) / 20.0});
        }
        const auto mesh = mesh_of(points);
        for (const scene::LineVertex& vertex : mesh.vertices) {
            const float length = std::hypot(vertex.normal_x, vertex.normal_y);
            RC_ASSERT(length > 0.99F);
            RC_ASSERT(length < 2.01F);
        }
    }));
}

TEST_CASE("a long line is split into runs that together hold every segment, each in its bounds")
{
    std::vector<geo::WorldPoint> points;
    for (int i = 0; i <= 100; ++i) {
        points.push_back({i / 100.0, (i % 2) / 100.0});
    }
    const auto mesh = mesh_of(points);
    CHECK(mesh.ranges.size() > 1);
    std::uint32_t expected = 0;
    for (const scene::MeshRange& range : mesh.ranges) {
        CHECK(range.first == expected);
        expected += range.count;
        for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
            const scene::LineVertex& vertex = mesh.vertices[mesh.indices[i]];
            CHECK(static_cast<double>(vertex.x) >= range.bounds.min.x - 1e-6);
            CHECK(static_cast<double>(vertex.x) <= range.bounds.max.x + 1e-6);
        }
    }
    CHECK(expected == 600);
}

TEST_CASE("a point, a repeated point and nothing draw nothing")
{
    CHECK(mesh_of({}).ranges.empty());
    CHECK(mesh_of({{0.5, 0.5}}).ranges.empty());
    CHECK(mesh_of({{0.5, 0.5}, {0.5, 0.5}}).ranges.empty());
}

} // TEST_SUITE
