#include "scene/mesh.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("scene/mesh") {

TEST_CASE("no two meshes have the same id, and none is zero")
{
    const auto first = scene::next_mesh_id();
    CHECK(first != 0);
    CHECK(scene::next_mesh_id() > first);
}

} // TEST_SUITE
