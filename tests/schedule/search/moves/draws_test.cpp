#include "schedule/search/moves/draws.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/search/moves/draws") {

TEST_CASE("a gap is another place, free, and mostly the one that spares its people the way")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0}),
                        test::session_of(problem, "other", {0})};
    problem.finish();
    const Slots slots(problem);
    Plan plan(problem);
    plan.place(0, {test::at(0, 8), 0});
    plan.place(1, {test::at(0, 12), 1});
    const Movable movable(problem, {0, 1});
    MoveRoom room(problem, plan, slots);
    room.weights.warm(10);
    const MoveContext context{problem, plan, slots, movable, room};
    Dice dice(8);
    int spared = 0;
    constexpr int draws = 200;
    for (int i = 0; i < draws; ++i) {
        look_around(context, 0, {});
        const auto gap = any_gap(context, dice);
        REQUIRE(gap.has_value());
        const Placement& to = gap->to;
        CHECK(to != plan[0]);
        REQUIRE(slots.has(0, to));
        CHECK((to.start >= test::at(0, 13) || to.start <= test::at(0, 11)));
        // Neither a way nor a wait: in that house, right before or after, or on another day.
        const bool is_beside = to.start == test::at(0, 11) || to.start == test::at(0, 13) ||
                               problem.calendar.day_of(to.start) == 1;
        spared += to.venue == 1 && is_beside ? 1 : 0;
    }
    CHECK(spared > draws * 9 / 10);
}

} // TEST_SUITE
