#include "scene/name_rooms.hpp"

#include "geo/mercator.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using scene::NameRoom;

namespace {

geo::Ring box(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

} // namespace

TEST_SUITE("scene/name_rooms") {

TEST_CASE("the room in the middle of a box is as wide as the box and comes first")
{
    const auto rooms = scene::compute_name_rooms({{box(70, 40, 80, 44), {}}});

    REQUIRE_FALSE(rooms.empty());
    CHECK(rooms.front().at.x == doctest::Approx(geo::to_world({75, 0}).x));
    CHECK(rooms.front().width == doctest::Approx(10.0 / 360));
}

TEST_CASE("a hole takes its room away")
{
    const auto rooms = scene::compute_name_rooms({{box(70, 40, 80, 44), {box(71, 41, 76, 43)}}});

    REQUIRE_FALSE(rooms.empty());
    CHECK(rooms.front().at.x == doctest::Approx(geo::to_world({78, 0}).x));
    CHECK(rooms.front().width == doctest::Approx(4.0 / 360));
}

TEST_CASE("the arm of an area is no room beside its body")
{
    const geo::MultiPolygon area{{box(70, 42, 80, 44), {}}, {box(70, 40, 71, 42), {}}};

    for (const NameRoom& room : scene::compute_name_rooms(area)) {
        CHECK(room.width > 5.0 / 360);
    }
}

TEST_CASE("nothing has no room")
{
    CHECK(scene::compute_name_rooms({}).empty());
}

} // TEST_SUITE
