#include "render/outline_cache.hpp"

#include "scene/mesh_fill.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <utility>

using namespace dostyk;

namespace {

/// A grid of squares, each of two triangles: the first `columns * rows` of a mesh's ranges.
scene::FillMesh grid(std::uint32_t columns, std::uint32_t rows)
{
    scene::FillMesh mesh;
    mesh.id = scene::next_mesh_id();
    for (std::uint32_t y = 0; y <= rows; ++y) {
        for (std::uint32_t x = 0; x <= columns; ++x) {
            mesh.vertices.push_back({static_cast<float>(x), static_cast<float>(y)});
        }
    }
    for (std::uint32_t y = 0; y < rows; ++y) {
        for (std::uint32_t x = 0; x < columns; ++x) {
            const std::uint32_t corner = y * (columns + 1) + x;
            const std::uint32_t below = corner + columns + 1;
            for (const std::uint32_t index :
                 {corner, corner + 1, below, corner + 1, below + 1, below}) {
                mesh.indices.push_back(index);
            }
        }
    }
    scene::MeshRange all;
    all.count = static_cast<std::uint32_t>(mesh.indices.size());
    mesh.ranges.push_back(all);
    return mesh;
}

} // namespace

TEST_SUITE("render/outline_cache") {

TEST_CASE("what triangles share is no outline: a grid has its rim alone")
{
    CHECK(rc::check("rim of a grid", [] {
        const auto columns = *rc::gen::inRange<std::uint32_t>(1, 12);
        const auto rows = *rc::gen::inRange<std::uint32_t>(1, 12);
        const scene::FillMesh mesh = grid(columns, rows);
        render::OutlineCache cache;
        const auto& outline = cache.outline_of(mesh, 0);
        RC_ASSERT(outline.size() == 2 * (columns + rows));
        // Every vertex of an outline is entered as often as it is left.
        std::multiset<std::uint32_t> ends;
        for (const auto& edge : outline) {
            ends.insert({edge.from, edge.to});
        }
        for (const std::uint32_t vertex : ends) {
            RC_ASSERT(ends.count(vertex) % 2 == 0);
        }
    }));
}

TEST_CASE("ranges keep their own outlines, and a mesh of another id is asked anew")
{
    scene::FillMesh two = grid(2, 1);
    two.ranges = {two.ranges[0], two.ranges[0]};
    two.ranges[0].count = 6;
    two.ranges[1].first = 6;
    two.ranges[1].count = 6;
    render::OutlineCache cache;
    CHECK(cache.outline_of(two, 0).size() == 4);
    CHECK(cache.outline_of(two, 1).size() == 4);
    CHECK(cache.outline_of(grid(3, 1), 0).size() == 8);
}

TEST_CASE("what is not drawn for long is forgotten; what is drawn stays where it is")
{
    const scene::FillMesh mesh = grid(1, 1);
    render::OutlineCache cache;
    const auto* first = &cache.outline_of(mesh, 0);
    for (int frame = 0; frame < 200; ++frame) {
        CHECK(&cache.outline_of(mesh, 0) == first);
        cache.end_frame();
    }
    for (int frame = 0; frame < 200; ++frame) {
        cache.end_frame();
    }
    CHECK(cache.outline_of(mesh, 0).size() == 4);
}

} // TEST_SUITE
