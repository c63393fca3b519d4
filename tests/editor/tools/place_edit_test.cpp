#include "editor/tools/place_edit.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

model::Place point(double lon, double lat)
{
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = {lon, lat};
    place.precision = model::Precision::approximate;
    return place;
}

void draw(test::ToolBench& bench, const char* id, const model::Place& place)
{
    editor::ToolResult result;
    result.command = editor::place_command(*bench.project->find(id), place);
    bench.apply(std::move(result));
}

} // namespace

TEST_SUITE("editor/tools/place_edit") {

TEST_CASE("what is drawn is a claim of its own without sources; the sources' claim stays as it is")
{
    test::ToolBench bench;
    draw(bench, "site", point(75, 43.5));
    const auto& claims = bench.project->find("site")->fields.at("place");
    REQUIRE(claims.size() == 2);
    CHECK(claims[0].sources == std::vector<std::string>{"paper"});
    CHECK(std::get<model::Place>(claims[0].value).at == geo::LonLat{74, 44});
    CHECK(claims[1].sources.empty());
    CHECK(claims[1].flags == model::flag::drawn);
    CHECK(claims[1].chosen);
    CHECK(claims[1].pack == model::Pack::enriched);
    CHECK(bench.place("site").at == geo::LonLat{75, 43.5});
    CHECK(model::is_disagreeing(*bench.project->find("site"), "place", model::Pack::enriched));
}

TEST_CASE("drawing again replaces what was drawn")
{
    test::ToolBench bench;
    draw(bench, "site", point(75, 43.5));
    draw(bench, "site", point(75.25, 43.75));
    CHECK(bench.project->find("site")->fields.at("place").size() == 2);
    CHECK(bench.place("site").at == geo::LonLat{75.25, 43.75});
}

TEST_CASE("another chosen claim of the pack is no longer chosen, so that one alone is")
{
    test::ToolBench bench;
    editor::ToolResult choose;
    choose.command = editor::SetField{"project", "site", "/fields/place/0/chosen", "true"};
    bench.apply(std::move(choose));
    draw(bench, "site", point(75, 43.5));
    const auto& claims = bench.project->find("site")->fields.at("place");
    CHECK_FALSE(claims[0].chosen);
    CHECK(claims[1].chosen);
    // And the other way about: the drawn one is shown again when it is drawn again.
    editor::ToolResult back;
    back.command =
        editor::Group{{editor::SetField{"project", "site", "/fields/place/0/chosen", "true"},
                       editor::RemoveField{"project", "site", "/fields/place/1/chosen"}}};
    bench.apply(std::move(back));
    draw(bench, "site", point(75.5, 43.5));
    CHECK(bench.place("site").at == geo::LonLat{75.5, 43.5});
    CHECK_FALSE(bench.project->find("site")->fields.at("place")[0].chosen);
}

TEST_CASE("an entity without the field gets it, and a claim about a period is still outdone")
{
    test::ToolBench bench;
    editor::ToolResult bare;
    bare.command = editor::RemoveField{"project", "site", "/fields/place"};
    bench.apply(std::move(bare));
    draw(bench, "site", point(75, 43.5));
    CHECK(bench.place("site").at == geo::LonLat{75, 43.5});

    editor::ToolResult dated;
    dated.command = editor::SetField{"crossing", "gate", "/fields/place/0/at", "\"2024\""};
    bench.apply(std::move(dated));
    draw(bench, "gate", point(74.6, 43.1));
    CHECK(bench.place("gate").at == geo::LonLat{74.6, 43.1});
}

TEST_CASE("nothing is drawn for nothing, nor in the strict pack")
{
    const model::Entity entity;
    CHECK(editor::check_drawing(&entity, model::Pack::enriched));
    CHECK(editor::check_drawing(nullptr, model::Pack::enriched).error().message.key ==
          "tool.refused.nothing_selected");
    CHECK(editor::check_drawing(&entity, model::Pack::strict).error().message.key ==
          "tool.refused.strict_pack");
}

} // TEST_SUITE
