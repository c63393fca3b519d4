#include "scene/mesh_fill.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using doctest::Approx;

TEST_SUITE("scene/mesh_fill") {

TEST_CASE("features keep their ranges and their places about the origin")
{
    const geo::MultiPolygon box{{{{60, 40}, {70, 40}, {70, 50}, {60, 50}, {60, 40}}, {}}};
    const geo::Triangles triangles = geo::triangulate(box);
    scene::FillMeshBuilder builder({0.5, 0.5});
    builder.add(triangles, 3);
    builder.add({}, 4);
    builder.add(triangles, 5);
    const scene::FillMesh mesh = builder.finish();
    REQUIRE(mesh.ranges.size() == 2);
    CHECK(mesh.ranges[0].feature == 3);
    CHECK(mesh.ranges[1].feature == 5);
    CHECK(mesh.ranges[1].first == mesh.ranges[0].count);
    const scene::FillVertex& vertex = mesh.vertices[mesh.indices[mesh.ranges[1].first]];
    const geo::WorldPoint& expected = triangles.points[triangles.indices[0]];
    CHECK(static_cast<double>(vertex.x) + 0.5 == Approx(expected.x));
    CHECK(static_cast<double>(vertex.y) + 0.5 == Approx(expected.y));
}

} // TEST_SUITE
