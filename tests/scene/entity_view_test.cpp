#include "scene/entity_view.hpp"

#include "scene/small_map.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using scene::EntityView;
using scene::MapMode;

namespace {

EntityView view_of(const model::Project& project, std::string_view date = "")
{
    return scene::make_entity_view(project, model::Pack::strict, MapMode::projects, date);
}

void set(model::Entity& entity, const char* field, model::Value value)
{
    model::Claim claim;
    claim.value = std::move(value);
    entity.fields[field] = {claim};
}

} // namespace

TEST_SUITE("scene/entity_view") {

TEST_CASE("only what a source locates becomes a symbol")
{
    const auto project = test::small_project();
    const EntityView view = view_of(*project);
    REQUIRE(view.points.size() == 2);
    CHECK_FALSE(view.points[0].is_hollow);
    CHECK(view.points[1].is_hollow);
    REQUIRE(view.areas.size() == 1);
    CHECK(view.areas[0].unit == "KG-1");
    CHECK(view.areas[0].entities.size() == 2);
    CHECK(scene::is_sited(*view.areas[0].entities.front()));
    REQUIRE(view.bands.size() == 1);
    CHECK(view.bands[0].units.empty());
}

TEST_CASE("an unconfirmed position is hollow even when it is exact")
{
    auto project = *test::small_project();
    project.entities.edit(0).fields["place"][0].flags = model::flag::unconfirmed;
    CHECK(view_of(project).points[0].is_hollow);
}

TEST_CASE("what comes later than the date is not shown, what has no date always is")
{
    auto project = *test::small_project();
    project.entities.edit(0).kind = "joint_enterprise";
    set(project.entities.edit(0), "founded", model::DateText{"2024-04"});
    CHECK(view_of(project, "2024-03-31").points.size() == 1);
    CHECK(view_of(project, "2024-04-01").points.size() == 2);
    CHECK(view_of(project).points.size() == 2);
}

TEST_CASE("a session stands where its meeting's venue stands")
{
    model::Project project;
    model::Place at;
    at.type = model::PlaceType::point;
    at.at = {71.4, 51.1};
    model::Entity council{"council", "meeting", model::Pack::strict, {}};
    set(council, "venue", model::Refs{{"hall"}});
    set(council, "date", model::DateText{"2024-04-19"});
    model::Entity talks{"talks", "session", model::Pack::strict, {}};
    set(talks, "meeting", model::Refs{{"council"}});
    project.entities = {council, talks, test::entity("hall", "venue", at)};
    const EntityView view =
        scene::make_entity_view(project, model::Pack::strict, MapMode::events, "2024-12-31");
    CHECK(view.points.size() == 3);
    CHECK(scene::date_of(project, project.entities[1], model::Pack::strict) == "2024-04-19");
    CHECK(scene::make_entity_view(project, model::Pack::strict, MapMode::events, "2023-01-01")
              .points.size() == 1);
}

TEST_CASE("an agenda item stands with its session, an arrival at its point")
{
    model::Project project;
    model::Place at;
    at.type = model::PlaceType::point;
    at.at = {71.4, 51.1};
    for (const auto& [id, kind] : {std::pair{"council", "meeting"},
                                   {"talks", "session"},
                                   {"item", "agenda_item"},
                                   {"landing", "arrival"}}) {
        project.entities.push_back({id, kind, model::Pack::strict, {}});
    }
    project.entities.push_back(test::entity("hall", "venue", at));
    set(project.entities.edit(0), "venue", model::Refs{{"hall"}});
    set(project.entities.edit(1), "meeting", model::Refs{{"council"}});
    set(project.entities.edit(1), "date", model::DateText{"2024-04-19"});
    set(project.entities.edit(2), "session", model::Refs{{"talks"}});
    set(project.entities.edit(3), "point", model::Refs{{"hall"}});
    const auto kinds = [&](MapMode mode) {
        std::string found;
        for (const scene::PointMark& mark :
             scene::make_entity_view(project, model::Pack::strict, mode, "").points) {
            found += mark.entity->kind + ' ';
        }
        return found;
    };
    CHECK(kinds(MapMode::events) == "meeting session agenda_item venue ");
    CHECK(kinds(MapMode::delegations) == "arrival venue ");
    CHECK(scene::date_of(project, project.entities[2], model::Pack::strict) == "2024-04-19");
}

TEST_CASE("an award flows from its origin to its destination and is no area")
{
    model::Project project;
    model::Entity order{"order", "award", model::Pack::strict, {}};
    set(order, "origin", model::Refs{{"KZ"}});
    set(order, "destination", model::Refs{{"KG"}});
    project.entities.push_back(order);
    const EntityView view =
        scene::make_entity_view(project, model::Pack::strict, MapMode::events, "");
    REQUIRE(view.flows.size() == 1);
    CHECK(view.flows[0].sort == scene::FlowSort::award);
    CHECK(view.flows[0].from == "KZ");
    CHECK(view.flows[0].to == "KG");
}

TEST_CASE("the plain map has no entity at all")
{
    const EntityView view =
        scene::make_entity_view(*test::small_project(), model::Pack::enriched, MapMode::plain, "");
    CHECK(view.points.empty());
    CHECK(view.areas.empty());
    CHECK(view.bands.empty());
}

} // TEST_SUITE
