#include "schedule/whereabouts.hpp"

#include "geo/geodesic.hpp"
#include "schedule/small_forum.hpp"
#include "schedule/small_roads.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <vector>

using namespace dostyk;
using namespace dostyk::schedule;
using doctest::Approx;
using test::at;
using test::session_of;

namespace {

/// A problem whose venues are the places of some facts, each a city of its own by them.
Problem problem_of(const model::Transport& transport, const TravelFacts& facts)
{
    Problem problem = test::empty_forum(3);
    for (const TravelPlace& place : facts.places) {
        Venue venue;
        venue.id = place.id;
        venue.city = place.city;
        venue.open = {{0, facts.horizon}};
        venue.zone = "Asia/Almaty";
        venue.clock_shift = problem.calendar.clock_shifts(venue.zone);
        problem.venues.push_back(std::move(venue));
    }
    problem.cities.resize(facts.places.size(), "city");
    problem.travel = make_travel(RoadRouter(transport), facts, problem.book.customs);
    return problem;
}

void add_attendee(Problem& problem, const char* id, int size, Interval available)
{
    Attendee attendee;
    attendee.id = id;
    attendee.size = size;
    attendee.available = {available};
    problem.attendees.push_back(std::move(attendee));
}

/// Two posts: delegation "a" of 12 with one in the west at 9 and one in the east at 13 h, "b" of 5
/// with one in the west alone, and a person of "a" who goes with them.
struct TwoPosts {
    TravelFacts facts = test::two_posts_facts();
    Problem problem;

    TwoPosts() : problem(problem_of(test::two_posts(), facts))
    {
        add_attendee(problem, "a", 12, {at(0, 7), at(0, 20)});
        add_attendee(problem, "b", 5, {at(0, 0), at(3, 0)});
        add_attendee(problem, "head", 1, {at(0, 0), at(3, 0)});
        problem.attendees[2].kind = AttendeeKind::person;
        problem.attendees[2].party = 0;
        problem.sessions = {session_of(problem, "opening", {0, 1, 2}),
                            session_of(problem, "signing", {0, 2})};
        problem.finish();
    }
    [[nodiscard]] RouteFinder finder() const
    {
        return {std::make_shared<const RoadRouter>(test::two_posts()), facts, problem.travel,
                problem.book.customs};
    }
    [[nodiscard]] Plan plan(Minute signing) const
    {
        Plan made(problem);
        made.place(0, {at(0, 9), 0});
        made.place(1, {signing, 1});
        return made;
    }
};

} // namespace

TEST_SUITE("schedule/whereabouts") {

TEST_CASE("a delegation is at its session, under way, in the queue, there, and gone")
{
    const TwoPosts small;
    RouteFinder finder = small.finder();
    const Itineraries all(small.problem, small.plan(at(0, 13)), finder);
    CHECK(all.at(0, at(0, 6)).presence == Presence::away);
    const auto before = all.at(0, at(0, 8));
    CHECK(before.presence == Presence::resting);
    CHECK(before.session == 0);
    CHECK(before.at == geo::LonLat{74, 43});
    const auto held = all.at(0, at(0, 9, 30));
    CHECK(held.presence == Presence::in_session);
    CHECK(held.session == 0);
    CHECK(held.at == geo::LonLat{74, 43});
    const auto driving = all.at(0, at(0, 10, 35));
    CHECK(driving.presence == Presence::under_way);
    CHECK(driving.session == 1);
    CHECK(driving.venue == 1);
    CHECK(driving.at->lon == Approx(74.5).epsilon(1e-4));
    CHECK_FALSE(driving.is_late);
    REQUIRE(all.legs_of(0).size() == 1);
    const Stage& stage = all.legs_of(0)[0].route.stages[all.at(0, at(0, 11, 10)).stage];
    CHECK(stage.kind == StageKind::queue);
    CHECK(stage.at == "near");
    CHECK(all.at(0, at(0, 12, 25)).presence == Presence::resting); // there at 12:20
    CHECK(all.at(0, at(0, 12, 25)).at == geo::LonLat{76, 43});
    CHECK(all.at(0, at(0, 13)).presence == Presence::in_session);
    CHECK(all.at(0, at(0, 15)).presence == Presence::resting);
    CHECK(all.at(0, at(0, 15)).session == none);
    CHECK(all.at(0, at(0, 20)).presence == Presence::away);
    CHECK(all.at(1, at(0, 10, 35)).presence == Presence::resting);
}

TEST_CASE("the queue counts people once, for exactly as long as it lasts")
{
    const TwoPosts small;
    RouteFinder finder = small.finder();
    const Itineraries all(small.problem, small.plan(at(0, 13)), finder);
    // Out at 10:00, there at 11:05, through at 11:45.
    CHECK(all.queues_at(at(0, 11, 5) - 0.01).empty());
    for (const double minute : {at(0, 11, 5) + 0.01, at(0, 11, 45) - 0.01}) {
        const auto queues = all.queues_at(minute);
        REQUIRE(queues.size() == 1);
        CHECK(queues[0].crossing == "near");
        CHECK(queues[0].at == geo::LonLat{75, 43});
        CHECK(queues[0].people == 12); // the person is one of them
        CHECK(queues[0].attendees.size() == 2);
        CHECK(queues[0].is_open);
    }
    CHECK(all.queues_at(at(0, 11, 45) + 0.01).empty());
}

TEST_CASE("who comes late is still under way while the session is held, and there for the rest")
{
    const TwoPosts small;
    RouteFinder finder = small.finder();
    const Itineraries late(small.problem, small.plan(at(0, 12)), finder);
    const auto where = late.at(0, at(0, 12, 5));
    CHECK(where.presence == Presence::under_way);
    CHECK(where.is_late);
    CHECK(late.sessions_at(at(0, 12, 5)) == std::vector<Index>{1});
    CHECK(late.at(0, at(0, 12, 21)).presence == Presence::in_session);
    // Over before they come: they go there all the same.
    const Itineraries missed(small.problem, small.plan(at(0, 11)), finder);
    CHECK(missed.at(0, at(0, 12, 10)).presence == Presence::under_way);
    CHECK(missed.at(0, at(0, 12, 21)).presence == Presence::resting);
}

TEST_CASE("one is free after the session, on arrival, or at once")
{
    const TwoPosts small;
    RouteFinder finder = small.finder();
    const Itineraries all(small.problem, small.plan(at(0, 13)), finder);
    CHECK(all.free_from(0, at(0, 9, 30)) == at(0, 10));
    CHECK(all.free_from(0, at(0, 10, 30)) == Approx(at(0, 12, 20)));
    CHECK(all.free_from(0, at(0, 12, 30)) == at(0, 12, 30));
}

TEST_CASE("what no way leads to is left out, and who is in no session is nowhere")
{
    TwoPosts small;
    small.facts.crossings[0].open.clear();
    small.facts.crossings[1].open.clear();
    add_attendee(small.problem, "idle", 3, {at(0, 0), at(3, 0)});
    small.problem.travel =
        make_travel(RoadRouter(test::two_posts()), small.facts, small.problem.book.customs);
    small.problem.finish();
    RouteFinder finder = small.finder();
    const Itineraries all(small.problem, small.plan(at(0, 13)), finder);
    CHECK(all.legs_of(0).empty());
    CHECK(all.at(0, at(0, 13, 30)).presence == Presence::resting);
    CHECK(all.at(0, at(0, 13, 30)).at == geo::LonLat{74, 43});
    CHECK(all.at(3, at(0, 13, 30)).presence == Presence::away);
}

TEST_CASE("sessions open and close, and each such minute is a change")
{
    const TwoPosts small;
    RouteFinder finder = small.finder();
    const Itineraries all(small.problem, small.plan(at(0, 9)), finder);
    CHECK(all.sessions_at(at(0, 9) - 1).empty());
    CHECK(all.sessions_at(at(0, 9)) == std::vector<Index>{0, 1});
    CHECK(all.sessions_at(at(0, 10)).empty());
    const Itineraries apart(small.problem, small.plan(at(0, 13)), finder);
    std::vector<double> expected{at(0, 9),      at(0, 10), at(0, 11, 5), at(0, 11, 45),
                                 at(0, 12, 20), at(0, 13), at(0, 14)};
    REQUIRE(apart.changes().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(apart.changes()[i] == Approx(expected[i]));
    }
}

TEST_CASE("between two busy times nothing is held and nobody is under way")
{
    const TwoPosts small;
    RouteFinder finder = small.finder();
    const Itineraries all(small.problem, small.plan(at(0, 15)), finder);
    CHECK(all.busy_from(at(0, 3)) == at(0, 9));
    CHECK(all.busy_from(at(0, 9, 30)) == at(0, 9, 30));
    CHECK(all.busy_from(at(0, 12)) == at(0, 12)); // on the road until 12:20
    CHECK(all.busy_from(at(0, 12, 30)) == at(0, 15));
    CHECK(std::isinf(all.busy_from(at(0, 16))));
}

TEST_CASE("in any plan nobody moves faster than the road, and who is in a session is at its venue")
{
    const TravelFacts facts = test::bundled_facts();
    Problem problem = problem_of(test::bundled_roads(), facts);
    for (const char* id : {"a", "b", "c", "d"}) {
        add_attendee(problem, id, 10, {at(0, 6), at(2, 23)});
    }
    for (int i = 0; i < 14; ++i) {
        problem.sessions.push_back(
            session_of(problem, "session-" + std::to_string(i), {i % 4, (i + 1 + i / 4) % 4}));
    }
    problem.finish();
    double fastest_kmh = problem.book.customs.city_speed_kmh;
    for (const model::TransportEdge& edge : test::bundled_roads().edges) {
        fastest_kmh = std::max(fastest_kmh, edge.speed_kmh);
    }
    RouteFinder finder(std::make_shared<const RoadRouter>(test::bundled_roads()), facts,
                       problem.travel, problem.book.customs);
    std::mt19937 random(7);
    int under_way = 0;
    for (int round = 0; round < 4; ++round) {
        CAPTURE(round);
        const Plan plan = test::random_plan(problem, random);
        const Itineraries all(problem, plan, finder);
        for (Index who = 0; who < 4; ++who) {
            CAPTURE(who);
            std::optional<geo::LonLat> last;
            constexpr double step = 6.7; // [min]
            for (double minute = at(0, 5); minute < at(3, 0); minute += step) {
                CAPTURE(minute);
                const Whereabouts where = all.at(who, minute);
                under_way += where.presence == Presence::under_way ? 1 : 0;
                if (where.presence == Presence::in_session) {
                    REQUIRE(plan.venue(where.session) == where.venue);
                    REQUIRE(where.at == facts.places[static_cast<std::size_t>(where.venue)].at);
                    REQUIRE(overlap(plan.interval(where.session),
                                    {static_cast<Minute>(minute),
                                     static_cast<Minute>(minute) + 1}) > 0);
                }
                if (last && where.at) {
                    REQUIRE(geo::distance_m(*last, *where.at) / 1000 <=
                            fastest_kmh * step / 60 * 1.001);
                }
                last = where.at;
            }
            for (const Leg& leg : all.legs_of(who)) {
                double queue = 0;
                for (const Stage& stage : leg.route.stages) {
                    queue += stage.kind == StageKind::queue ? stage.minutes : 0;
                }
                CHECK(queue == Approx(leg.route.crossing().empty() ? 0 : 45));
            }
        }
    }
    CHECK(under_way > 100);
}

} // TEST_SUITE
