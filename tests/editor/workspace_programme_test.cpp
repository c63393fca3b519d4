#include "editor/released_forum.hpp"
#include "editor/workspace.hpp"
#include "geo/mercator.hpp"
#include "scene/camera.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::editor;
using test::hours;
using test::session;

namespace {

constexpr double at(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

/// Guests are in Almaty from 9 to 10 and in Bishkek from 15 to 16.
Workspace make_workspace()
{
    auto project = std::make_shared<const model::Project>(
        test::forum({session("opening", hours(12, 9, 10), "hall"),
                     session("signing", hours(12, 15, 16), "ala-archa")}));
    return {std::move(project), std::make_shared<geo::MapData>(), Settings{}};
}

LegRef leg_in(Workspace& workspace)
{
    const auto& meeting = *workspace.programme().meeting();
    const auto& attendees = meeting.problem().attendees;
    const auto guests = std::find_if(attendees.begin(), attendees.end(),
                                     [](const auto& each) { return each.id == "guests"; });
    REQUIRE(guests != attendees.end());
    return {static_cast<schedule::Index>(guests - attendees.begin()),
            meeting.find_session("opening"), meeting.find_session("signing")};
}

} // namespace

TEST_SUITE("editor/workspace_programme") {

TEST_CASE("the programme's minutes take the place of years, from its first session on")
{
    Workspace workspace = make_workspace();
    workspace.update_programme();
    CHECK(workspace.view().programme == scene::ProgrammeLayer{});

    workspace.run(ActionId::toggle_programme_time);
    workspace.update_programme();

    CHECK(workspace.is_programme_shown());
    CHECK(workspace.programme_clock().minute() == at(9));
    CHECK_FALSE(workspace.view().programme.movers.empty());
    workspace.run(ActionId::toggle_programme_time);
    workspace.update_programme();
    CHECK(workspace.view().programme == scene::ProgrammeLayer{});
}

TEST_CASE("where the sessions are held comes into sight, and stays as it is where it is")
{
    Workspace workspace = make_workspace();
    workspace.set_viewport({1000, 800});
    workspace.jump_to(geo::to_world({50, 50}));
    workspace.run(ActionId::toggle_programme_time);
    workspace.advance(60);
    const geo::ScreenPoint hall =
        scene::to_screen(workspace.view().camera, {1000, 800}, geo::to_world({76.94, 43.24}));
    CHECK(hall.x > 0);
    CHECK(hall.x < 1000);
    const scene::Camera camera = workspace.view().camera;
    workspace.run(ActionId::toggle_programme_time);
    workspace.run(ActionId::toggle_programme_time);
    workspace.advance(60);
    CHECK(workspace.view().camera == camera);
}

TEST_CASE("where sessions may be held comes into sight, though nothing is held there yet")
{
    Workspace workspace = make_workspace();
    workspace.set_viewport({1000, 800});
    const auto& places = workspace.programme().meeting()->compiled().travel_facts.places;
    const auto count_in_sight = [&] {
        return std::count_if(places.begin(), places.end(), [&](const auto& place) {
            const geo::ScreenPoint at =
                scene::to_screen(workspace.view().camera, {1000, 800}, geo::to_world(*place.at));
            return at.x > 0 && at.x < 1000 && at.y > 0 && at.y < 800;
        });
    };
    workspace.jump_to(geo::to_world({50, 50}));
    workspace.fly_to_venues(true);
    workspace.advance(60);
    REQUIRE(places.size() > 1);
    CHECK(count_in_sight() == static_cast<std::ptrdiff_t>(places.size()));
    const double close = workspace.view().camera.zoom;

    // From far away all are in sight, in one heap.
    workspace.zoom_at({500, 400}, -8);
    workspace.advance(60);
    REQUIRE(count_in_sight() == static_cast<std::ptrdiff_t>(places.size()));
    workspace.fly_to_venues(true);
    workspace.advance(60);
    CHECK(workspace.view().camera.zoom == doctest::Approx(close));
}

TEST_CASE("the map stays where it is when nobody has said where any venue is")
{
    auto project = test::forum({session("opening", hours(12, 9, 10), "hall")});
    for (std::size_t i = 0; i < project.entities.size(); ++i) {
        if (project.entities[i].kind == "venue") {
            project.entities.edit(i).fields.erase("place");
        }
    }
    Workspace workspace(std::make_shared<const model::Project>(std::move(project)),
                        std::make_shared<geo::MapData>(), Settings{});
    REQUIRE(workspace.programme().meeting() != nullptr);
    for (const auto& place : workspace.programme().meeting()->compiled().travel_facts.places) {
        REQUIRE_FALSE(place.at.has_value());
    }
    workspace.set_viewport({1000, 800});
    const scene::Camera camera = workspace.view().camera;
    workspace.fly_to_venues(true);
    workspace.advance(60);
    CHECK(workspace.view().camera == camera);
}

TEST_CASE("without sessions it says why no minutes are shown")
{
    Workspace workspace(std::make_shared<const model::Project>(test::forum({})),
                        std::make_shared<geo::MapData>(), Settings{});
    workspace.run(ActionId::toggle_programme_time);
    CHECK_FALSE(workspace.is_programme_shown());
    REQUIRE(workspace.notice());
    CHECK(workspace.notice()->said.message.key == "programme.none");
    workspace.show_minute(at(9));
    workspace.run(ActionId::show_reach);
    CHECK_FALSE(workspace.is_programme_shown());
    CHECK_FALSE(workspace.is_reach_shown());
}

TEST_CASE("the keys of time step from change to change and play minutes while those are shown")
{
    Workspace workspace = make_workspace();
    workspace.run(ActionId::toggle_programme_time);
    workspace.advance(60); // until the map is where the sessions are held
    workspace.run(ActionId::time_forward);
    CHECK(workspace.programme_clock().minute() == at(10));
    workspace.run(ActionId::time_back);
    CHECK(workspace.programme_clock().minute() == at(9));
    workspace.run(ActionId::time_last);
    CHECK(workspace.programme_clock().minute() == at(16));
    workspace.run(ActionId::time_first);
    CHECK(workspace.view().date.empty()); // no year was stepped to

    CHECK_FALSE(workspace.is_animating());
    workspace.run(ActionId::time_play);
    CHECK(workspace.is_animating());
    workspace.advance(1);
    CHECK(workspace.programme_clock().minute() == at(9) + workspace.programme_clock().speed());
    const int before = workspace.programme_clock().speed();
    workspace.run(ActionId::programme_speed);
    CHECK(workspace.programme_clock().speed() != before);
    workspace.run(ActionId::close);
    CHECK_FALSE(workspace.is_animating());
}

TEST_CASE("a minute that is asked for is shown, and what plays stops")
{
    Workspace workspace = make_workspace();
    workspace.show_minute(at(9, 30));
    CHECK(workspace.is_programme_shown());
    workspace.update_programme();
    CHECK(workspace.view().programme.rings.size() == 1);
    workspace.run(ActionId::time_play);
    workspace.show_minute(at(11));
    CHECK_FALSE(workspace.is_playing());
    workspace.update_programme();
    CHECK(workspace.view().programme.rings.empty());
    CHECK(workspace.programme_clock().minute() == at(11));
}

TEST_CASE("what stands still asks for no other picture")
{
    Workspace workspace = make_workspace();
    workspace.select("guests");
    workspace.run(ActionId::show_reach);
    workspace.advance(60); // until the map is where the sessions are held
    workspace.update_programme();
    workspace.update_programme();
    const scene::ViewState before = workspace.view();
    REQUIRE(before.programme.reach.area != nullptr);
    workspace.advance(1);
    workspace.update_programme();
    CHECK(workspace.view() == before);
}

TEST_CASE("reach is asked for in hours, and goes with the programme's minutes")
{
    Workspace workspace = make_workspace();
    workspace.select("guests");
    workspace.run(ActionId::show_reach);
    CHECK(workspace.is_programme_shown());
    const int hours_before = workspace.programme_map().reach_hours();
    workspace.run(ActionId::reach_longer);
    CHECK(workspace.programme_map().reach_hours() == hours_before + 1);
    workspace.run(ActionId::reach_shorter);
    workspace.run(ActionId::reach_shorter);
    CHECK(workspace.programme_map().reach_hours() == hours_before - 1);
    workspace.update_programme();
    CHECK(workspace.view().programme.reach.area != nullptr);
    workspace.run(ActionId::show_reach);
    workspace.update_programme();
    CHECK(workspace.view().programme.reach.area == nullptr);
}

TEST_CASE("a leg is shown beside years, until something else is selected")
{
    Workspace workspace = make_workspace();
    workspace.select("signing");
    workspace.show_leg(leg_in(workspace));
    workspace.update_programme();
    CHECK_FALSE(workspace.is_programme_shown());
    REQUIRE(workspace.view().programme.routes.size() == 1);
    CHECK(workspace.view().programme.routes[0].look == scene::RouteLook::chosen);
    CHECK(workspace.view().programme.movers.empty());

    workspace.select("hosts");
    workspace.update_programme();
    CHECK(workspace.view().programme == scene::ProgrammeLayer{});
    workspace.select("signing");
    workspace.update_programme();
    CHECK(workspace.view().programme == scene::ProgrammeLayer{});
}

TEST_CASE(
    "arrows stand on the map while changes are shown, beside years and minutes, and no longer")
{
    Workspace workspace(std::make_shared<const model::Project>(
                            test::released(test::calm_sessions(), test::moved_talks())),
                        std::make_shared<geo::MapData>(), Settings{});
    workspace.update_programme();
    CHECK(workspace.shown_diff() == nullptr);
    CHECK(workspace.view().programme == scene::ProgrammeLayer{});

    workspace.run(ActionId::show_changes);
    workspace.update_programme();
    REQUIRE(workspace.view().programme.moves.size() == 1);
    CHECK(workspace.view().programme.moves[0].entity == "talks");
    workspace.run(ActionId::toggle_programme_time);
    workspace.update_programme();
    CHECK(workspace.view().programme.moves.size() == 1);
    workspace.run(ActionId::show_changes);
    workspace.update_programme();
    CHECK(workspace.view().programme.moves.empty());
    CHECK_FALSE(workspace.view().programme.movers.empty());
}

TEST_CASE("changes that cannot be shown say why, those that may come later are waited for")
{
    Workspace none(std::make_shared<const model::Project>(test::forum(test::calm_sessions())),
                   std::make_shared<geo::MapData>(), Settings{});
    none.run(ActionId::show_changes);
    CHECK_FALSE(none.are_changes_shown());
    REQUIRE(none.notice());
    CHECK(none.notice()->said.message.key == "releases.none");

    Workspace same(std::make_shared<const model::Project>(
                       test::released(test::calm_sessions(), test::calm_sessions())),
                   std::make_shared<geo::MapData>(), Settings{});
    same.run(ActionId::show_changes);
    CHECK(same.are_changes_shown());
    REQUIRE(same.notice());
    CHECK(same.notice()->said.message.key == "diff.none");
}

TEST_CASE("the best plan so far stands on the map until it is dropped, with minutes or without")
{
    Workspace workspace(
        std::make_shared<const model::Project>(test::forum(
            {session("opening", hours(12, 9, 10), "hall"), session("signing", "", "")})),
        std::make_shared<geo::MapData>(), Settings{});
    workspace.update_programme();
    CHECK(workspace.view().programme.tallies.empty());
    const auto planned = workspace.programme().meeting();
    workspace.plan_search().start(planned, {.seed = 1, .moves = 5000}, Background{});
    REQUIRE(workspace.tried_meeting() != nullptr);

    workspace.update_programme();
    float shares = 0;
    for (const scene::ProgrammeTally& tally : workspace.view().programme.tallies) {
        shares += tally.share;
    }
    CHECK(shares == doctest::Approx(1));
    workspace.run(ActionId::toggle_programme_time);
    workspace.update_programme();
    CHECK(workspace.programme_map().meeting() == workspace.tried_meeting());
    CHECK(workspace.view().programme.tallies.empty()); // people and rings say where

    workspace.plan_search().clear();
    workspace.update_programme();
    CHECK(workspace.programme_map().meeting() == planned);
}

TEST_CASE("a plan that is tried has no release to differ from, and goes with its meeting")
{
    Workspace workspace(std::make_shared<const model::Project>(
                            test::released(test::calm_sessions(), test::moved_talks())),
                        std::make_shared<geo::MapData>(), Settings{});
    workspace.show_changes(true);
    CHECK(workspace.shown_diff() != nullptr);
    workspace.plan_search().start(workspace.programme().meeting(), {.seed = 1, .moves = 100},
                                  Background{});
    CHECK(workspace.shown_diff() == nullptr);
    workspace.update_programme();
    CHECK(workspace.view().programme.moves.empty());

    // Another meeting than the one that is planned: what was found is of no use.
    workspace.plan_search().start(test::plan_of(test::forum(test::calm_sessions())),
                                  {.seed = 1, .moves = 100}, Background{});
    CHECK(workspace.plan_search().meeting() == nullptr);
    CHECK(workspace.tried_meeting() == nullptr);
}

} // TEST_SUITE
