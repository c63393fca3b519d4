#include "schedule/travel_text.hpp"

#include "schedule/small_forum.hpp"
#include "schedule/small_roads.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

/// Delegation "a" with one session in the west at 9 and one in the east at 13 h.
struct Small {
    TravelFacts facts = test::two_posts_facts();
    Problem problem = test::empty_forum(2);
    std::shared_ptr<const RoadRouter> roads = std::make_shared<const RoadRouter>(test::two_posts());

    Small()
    {
        for (const TravelPlace& place : facts.places) {
            Venue venue;
            venue.id = place.id;
            venue.city = place.city;
            venue.zone = place.city == 0 ? "Asia/Almaty" : "Asia/Bishkek";
            venue.clock_shift = problem.calendar.clock_shifts(venue.zone);
            problem.venues.push_back(std::move(venue));
        }
        Attendee attendee;
        attendee.id = "a";
        attendee.available = {{at(0, 7), at(0, 20)}};
        problem.attendees.push_back(attendee);
        problem.sessions = {test::session_of(problem, "opening", {0}),
                            test::session_of(problem, "signing", {0})};
        problem.travel = make_travel(*roads, facts, problem.book.customs);
        problem.finish();
    }

    [[nodiscard]] std::string say(Minute minute, Minute signing = at(0, 13),
                                  Language language = Language::en) const
    {
        Plan plan(problem);
        plan.place(0, {at(0, 9), 0});
        plan.place(1, {signing, 1});
        RouteFinder finder(roads, facts, problem.travel, problem.book.customs);
        const Itineraries all(problem, plan, finder);
        const Telling telling{problem, plan, language,
                              [](std::string_view id) { return std::string(id); }};
        return text_of(all.at(0, minute), 0, all, facts, telling);
    }
};

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("schedule/travel_text") {

TEST_CASE("each state of somebody is a sentence of its own, with its time")
{
    const Small small;
    CHECK(small.say(at(0, 3)) == "Not there at this time.");
    CHECK(has(small.say(at(0, 8)), "At hall; next “opening”"));
    CHECK(has(small.say(at(0, 8)), "09:00"));
    CHECK(has(small.say(at(0, 9, 30)), "In “opening” until"));
    CHECK(has(small.say(at(0, 9, 30)), "10:00"));
    CHECK(has(small.say(at(0, 10, 30)), "Under way to “signing”"));
    // There at 12:20 in Almaty, which is 13:20 on the clock of the venue.
    CHECK(has(small.say(at(0, 10, 30)), "13:20"));
    CHECK(has(small.say(at(0, 11, 10)), "near (queue p50 40 min, p90 1 h 40 min)"));
    CHECK(has(small.say(at(0, 12, 10), at(0, 12)), "which has begun"));
    CHECK(has(small.say(at(0, 18)), "no session follows"));
}

TEST_CASE("every sentence is there in every language, with the same times")
{
    const Small small;
    for (const Language language : all_languages) {
        for (const Minute minute :
             {at(0, 8), at(0, 9, 30), at(0, 10, 30), at(0, 11, 10), at(0, 18)}) {
            CAPTURE(minute);
            const std::string text = small.say(minute, at(0, 13), language);
            CHECK_FALSE(text.empty());
            CHECK_FALSE(has(text, "{"));
            CHECK_FALSE(has(text, "programme."));
        }
    }
}

TEST_CASE("a way says its minutes, its crossing and what is assumed of its queue")
{
    const Small small;
    const Telling telling{small.problem, Plan(small.problem), Language::en,
                          [](std::string_view id) { return std::string(id); }};
    RouteFinder finder(small.roads, small.facts, small.problem.travel, {});
    CHECK(text_of(*finder.find(0, 1, 0), small.facts, telling) ==
          "2 h 20 min by near (queue p50 40 min, p90 1 h 40 min)");
    CHECK(text_of(*finder.find(1, 2, 0), small.facts, telling) == "10 min through the city");
    TravelFacts shut = small.facts;
    shut.crossings[0].open.clear();
    RouteFinder round(small.roads, shut, make_travel(*small.roads, shut, {}), {});
    CHECK(text_of(*round.find(0, 1, 0), shut, telling) ==
          "3 h 15 min by far (queue p50 5 min, p90 10 min, assumed)");
    shut.crossings[1].open.clear();
    shut.ways = {{0, 1, 20, true}};
    RouteFinder flown(small.roads, shut, make_travel(*small.roads, shut, {}), {});
    CHECK(text_of(*flown.find(0, 1, 0), shut, telling) == "1 h 50 min by air");
}

} // TEST_SUITE
