#include "editor/tools/map_lookup.hpp"

#include "gis/map_file.hpp"
#include "tool_bench.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;

TEST_SUITE("editor/tools/map_lookup") {

TEST_CASE("stretches are where a unit of each country meet, and nowhere else")
{
    test::ToolBench bench;
    const auto& stretches = bench.lookup->stretches();
    REQUIRE(stretches.size() == 2);
    CHECK(stretches[0].kz_unit == "KZ-1");
    CHECK(stretches[0].kg_unit == "KG-1");
    CHECK(stretches[1].kz_unit == "KZ-2");
    CHECK(editor::nearest_stretch(stretches, {75.9, 41.5}) == &stretches[1]);
    CHECK(editor::nearest_stretch({}, {75.9, 41.5}) == nullptr);
}

TEST_CASE("the real border has a stretch for each pair of neighbours")
{
    const auto map = gis::read_map_file(test::source_root() / "maps/base.gpkg");
    REQUIRE(map);
    const auto stretches = editor::compute_border_stretches(*map);
    std::set<std::string> pairs;
    for (const auto& stretch : stretches) {
        pairs.insert(stretch.kz_unit + stretch.kg_unit);
        CHECK(stretch.kz_unit.starts_with("KZ-"));
        CHECK(stretch.kg_unit.starts_with("KG-"));
    }
    CHECK(pairs.size() == stretches.size());
    CHECK(pairs.contains("KZ-31KG-C")); // Zhambyl and Chuy
    CHECK(pairs.contains("KZ-19KG-Y")); // Almaty Region and Issyk-Kul
    const auto* nearest = editor::nearest_stretch(stretches, {74.55, 42.95});
    REQUIRE(nearest != nullptr);
    CHECK(nearest->kz_unit == "KZ-31");
}

TEST_CASE("another project is looked up anew")
{
    test::ToolBench bench;
    const auto find = [&] {
        return bench.lookup->snapper().find(bench.camera, {1000, 800}, bench.px(74, 44), 5, {});
    };
    CHECK(find());
    bench.lookup->set_project(std::make_shared<model::Project>(), bench.pack);
    CHECK_FALSE(find());
}

} // TEST_SUITE
