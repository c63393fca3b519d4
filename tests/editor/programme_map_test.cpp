#include "editor/programme_map.hpp"

#include "core/job_pool.hpp"
#include "core/main_queue.hpp"
#include "editor/forum.hpp"

#include "geo/polygon_query.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using editor::ProgrammeMap;
using editor::ProgrammeView;
using scene::RouteLook;
using test::hours;
using test::session;

namespace {

/// Guests are in Almaty from 9 to 10 and in Bishkek from 15 to 16; hosts are in Bishkek alone.
struct Forum {
    editor::Programme programme;
    ProgrammeMap map;

    Forum()
    {
        programme.follow(std::make_shared<const model::Project>(test::forum(
            {session("opening", hours(12, 9, 10), "hall"),
             session("signing", hours(12, 15, 16), "ala-archa", {"guests", "hosts"})})));
        REQUIRE(programme.meeting() != nullptr);
        map.follow(programme.meeting(), Background{});
        REQUIRE(map.itineraries() != nullptr);
    }
    [[nodiscard]] static double at(int hour, int minute = 0) { return hour * 60 + minute; }
    [[nodiscard]] std::string say(const char* entity, double minute) const
    {
        const model::UnitNames no_units;
        return map.text_of(entity, minute, programme.meeting()->telling(Language::en, no_units));
    }
};

std::size_t count(const scene::ProgrammeLayer& layer, RouteLook look)
{
    return static_cast<std::size_t>(
        std::count_if(layer.routes.begin(), layer.routes.end(),
                      [&](const scene::ProgrammeRoute& route) { return route.look == look; }));
}

const scene::ProgrammeMover& mover(const scene::ProgrammeLayer& layer, const char* entity)
{
    const auto found = std::find_if(layer.movers.begin(), layer.movers.end(),
                                    [&](const auto& each) { return each.entity == entity; });
    REQUIRE(found != layer.movers.end());
    return *found;
}

} // namespace

TEST_SUITE("editor/programme_map") {

TEST_CASE("a session that is held is a ring, and its people stand at it")
{
    const Forum forum;
    const auto layer = forum.map.layer({Forum::at(9, 30)});
    REQUIRE(layer.rings.size() == 1);
    CHECK(layer.rings[0].entity == "opening");
    CHECK(layer.rings[0].open == 1);
    CHECK(layer.rings[0].share == doctest::Approx(0.5));
    CHECK(mover(layer, "guests").is_standing);
    CHECK(mover(layer, "guests").at == layer.rings[0].at);
    CHECK(mover(layer, "guests").kind == "delegation");
    CHECK(layer.routes.empty());
    CHECK(forum.map.layer({Forum::at(9, 1)}).rings[0].open < 0.5F);
    CHECK(forum.map.layer({Forum::at(8)}).rings.empty());
}

TEST_CASE("who is under way is on a road, between what is behind and what is ahead")
{
    const Forum forum;
    const auto layer = forum.map.layer({Forum::at(11)});
    REQUIRE(layer.routes.size() == 2);
    CHECK(count(layer, RouteLook::ahead) == 1);
    CHECK(count(layer, RouteLook::driven) == 1);
    CHECK_FALSE(mover(layer, "guests").is_standing);
    CHECK(layer.routes[1].points.back() == mover(layer, "guests").at);
    CHECK(layer.queues.empty());
}

TEST_CASE("who stands at the border is counted there, in every language")
{
    const Forum forum;
    const auto& stages =
        forum.map.itineraries()
            ->legs_of(forum.programme.meeting()->problem().attendees[0].id == "guests" ? 0 : 1)[0]
            .route.stages;
    double minute = Forum::at(10) + 1;
    for (const schedule::Stage& stage : stages) {
        if (stage.kind == schedule::StageKind::queue) {
            break;
        }
        minute += stage.minutes;
    }
    for (const Language language : all_languages) {
        const auto layer = forum.map.layer({minute, {}, {}, language});
        REQUIRE(layer.queues.size() == 1);
        CHECK(layer.queues[0].entity == "korday-ak-zhol");
        CHECK_FALSE(layer.queues[0].text.empty());
    }
    CHECK(forum.say("guests", minute).find("queue") != std::string::npos);
}

TEST_CASE("what is selected, or asked for, shows its way")
{
    const Forum forum;
    CHECK(count(forum.map.layer({Forum::at(8), "guests"}), RouteLook::chosen) == 1);
    CHECK(count(forum.map.layer({Forum::at(8), "signing"}), RouteLook::chosen) == 1);
    CHECK(count(forum.map.layer({Forum::at(8), "hosts"}), RouteLook::chosen) == 0);
    const auto* meeting = forum.programme.meeting().get();
    editor::LegRef leg{0, meeting->find_session("opening"), meeting->find_session("signing")};
    leg.attendee = meeting->problem().attendees[0].id == "guests" ? 0 : 1;
    ProgrammeView view{Forum::at(8), {}, leg};
    view.has_minute = false;
    const auto layer = forum.map.layer(view);
    CHECK(count(layer, RouteLook::chosen) == 1);
    CHECK(layer.movers.empty());
    const model::UnitNames no_units;
    CHECK(forum.map.text_of(leg, meeting->telling(Language::en, no_units)).find("assumed") !=
          std::string::npos);
    std::swap(leg.from, leg.to);
    CHECK(forum.map.text_of(leg, meeting->telling(Language::en, no_units)).empty());
}

TEST_CASE("the reach of somebody begins when they are free, and grows with the hours")
{
    Forum forum;
    ProgrammeView view{Forum::at(9, 30), "guests"};
    forum.map.set_reach_hours(1);
    forum.map.seek_reach(view, Background{});
    REQUIRE(forum.map.reach());
    CHECK(forum.map.reach()->leaving == Forum::at(10));
    CHECK(forum.map.reach()->until == Forum::at(11));
    const auto near = forum.map.layer(view).reach;
    REQUIRE(near.area != nullptr);
    CHECK_FALSE(near.text.empty());
    forum.map.set_reach_hours(6);
    forum.map.seek_reach(view, Background{});
    CHECK(geo::mercator_area(*forum.map.layer(view).reach.area) > geo::mercator_area(*near.area));
    forum.map.drop_reach();
    CHECK(forum.map.layer(view).reach.area == nullptr);
    forum.map.seek_reach({Forum::at(9, 30), "nobody"}, Background{});
    CHECK(forum.map.layer(view).reach.area == nullptr);
    forum.map.set_reach_hours(99);
    CHECK(forum.map.reach_hours() == ProgrammeMap::most_hours);
}

TEST_CASE("without a meeting nothing is shown, and a job of an earlier one is not heard")
{
    JobPool pool(0);
    MainQueue finished;
    const Forum forum;
    ProgrammeMap map;
    map.follow(forum.programme.meeting(), Background(pool, finished));
    map.follow(nullptr, Background(pool, finished));
    while (pool.step()) {
    }
    (void)finished.run(std::chrono::seconds(1));
    CHECK(map.itineraries() == nullptr);
    CHECK(map.layer({Forum::at(9, 30)}).movers.empty());
}

TEST_CASE("what is shown stays until the next plan is worked out; plans in between are left out")
{
    JobPool pool(0);
    MainQueue finished;
    const Background background(pool, finished);
    const auto finish = [&] {
        while (pool.step()) {
        }
        (void)finished.run(std::chrono::seconds(1));
    };
    const auto first = test::plan_of(test::forum({session("opening", hours(12, 9, 10), "hall")}));
    const auto second = test::plan_of(test::forum({session("opening", hours(12, 10, 11), "hall")}));
    const auto third = test::plan_of(test::forum({session("opening", hours(12, 11, 12), "hall")}));
    ProgrammeMap map;
    map.follow(first, background);
    CHECK(map.meeting() == nullptr);
    finish();
    map.follow(first, background);
    CHECK(map.meeting() == first);

    map.follow(second, background);
    CHECK(map.meeting() == first);
    CHECK_FALSE(map.layer({Forum::at(9, 30)}).rings.empty());
    map.follow(third, background); // while the second one is worked out
    finish();
    map.follow(third, background);
    CHECK(map.meeting() == second);
    finish();
    map.follow(third, background);
    CHECK(map.meeting() == third);
    CHECK(map.layer({Forum::at(9, 30)}).rings.empty());
}

} // TEST_SUITE
