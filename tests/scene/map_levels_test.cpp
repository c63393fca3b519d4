#include "scene/map_levels.hpp"

#include "geo/polygon_query.hpp"
#include "scene/small_map.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using doctest::Approx;
using scene::ArcClass;
using scene::Division;

namespace {

double area_of(const scene::FillMesh& mesh)
{
    double area = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto& a = mesh.vertices[mesh.indices[i]];
        const auto& b = mesh.vertices[mesh.indices[i + 1]];
        const auto& c = mesh.vertices[mesh.indices[i + 2]];
        area += std::abs((static_cast<double>(b.x) - static_cast<double>(a.x)) *
                             (static_cast<double>(c.y) - static_cast<double>(a.y)) -
                         (static_cast<double>(c.x) - static_cast<double>(a.x)) *
                             (static_cast<double>(b.y) - static_cast<double>(a.y))) /
                2;
    }
    return area;
}

std::size_t count_arcs(Division& division, ArcClass wanted)
{
    std::size_t count = 0;
    for (const scene::MeshRange& range : division.borders(0)->ranges) {
        count += division.class_of(range.feature) == wanted ? 1U : 0U;
    }
    return count;
}

} // namespace

TEST_SUITE("scene/map_levels") {

TEST_CASE("a level for each zoom, sharp there, and never one that is not there")
{
    CHECK(scene::level_of(-3) == 0);
    CHECK(scene::level_of(3.99) == 0);
    CHECK(scene::level_of(4) == 1);
    CHECK(scene::level_of(4.5) == 2);
    CHECK(scene::level_of(8.5) == 7);
    CHECK(scene::level_of(9) == 8);
    CHECK(scene::level_of(99) == 8);
    for (double zoom = 0; zoom < 10; zoom += 0.25) {
        CHECK(scene::sharp_zoom_of_level(scene::level_of(zoom)) > zoom);
    }
    for (int level = 1; level < scene::level_count; ++level) {
        CHECK(scene::min_area_of_level(level) < scene::min_area_of_level(level - 1));
    }
}

TEST_CASE("a row is valid from its first day to the day before its last")
{
    CHECK(scene::is_valid_at("2022-06-08", "", ""));
    CHECK_FALSE(scene::is_valid_at("", "2022-06-08", ""));
    CHECK(scene::is_valid_at("2022-06-08", "", "2022-06-08"));
    CHECK_FALSE(scene::is_valid_at("2022-06-08", "", "2022-06-07"));
    CHECK(scene::is_valid_at("", "2022-06-08", "2022-06-07"));
    CHECK_FALSE(scene::is_valid_at("", "2022-06-08", "2022-06-08"));
}

TEST_CASE("the units of a date are those in force, and borders between them are told apart")
{
    const auto map = test::small_map();
    Division now(map->find_layer("regions"), nullptr, "");
    Division before(map->find_layer("regions"), nullptr, "2020-01-01");
    REQUIRE(now.features().size() == 4);
    CHECK(now.features()[1].iso == "KZ-2");
    CHECK(before.features().back().iso == "KZ-9");
    CHECK(count_arcs(now, ArcClass::common) > 0);
    CHECK(count_arcs(now, ArcClass::region) > 0);
    CHECK(count_arcs(now, ArcClass::state) == 0);
}

TEST_CASE("a border with a third country is the state's, a stretch is between its two units")
{
    const auto map = test::small_map();
    Division countries(nullptr, map->find_layer("countries"), "");
    CHECK(count_arcs(countries, ArcClass::state) > 0);
    Division units(map->find_layer("regions"), nullptr, "");
    int stretches = 0;
    for (const scene::MeshRange& range : units.borders(0)->ranges) {
        stretches += units.is_between(range.feature, "KZ-1", "KG-1") ? 1 : 0;
        CHECK_FALSE(units.is_between(range.feature, "KZ-1", "KG-2"));
    }
    CHECK(stretches > 0);
}

TEST_CASE("on every level the real countries keep their area and stay closed")
{
    const auto map = test::base_map();
    Division countries(nullptr, map->find_layer("countries"), "");
    const double exact = area_of(*countries.fill(scene::level_count - 1));
    for (int level = 0; level < scene::level_count; ++level) {
        CAPTURE(level);
        CHECK(area_of(*countries.fill(level)) == Approx(exact).epsilon(0.004));
    }
}

TEST_CASE("coarser levels have fewer vertices")
{
    const auto map = test::base_map();
    Division units(map->find_layer("regions"), nullptr, "");
    CHECK(units.features().size() == 29);
    CHECK(units.borders(0)->vertices.size() * 2 <
          units.borders(scene::level_count - 1)->vertices.size());
    // A second question gives the same mesh: it was cooked once.
    CHECK(units.borders(0).get() == units.borders(0).get());
}

} // TEST_SUITE
