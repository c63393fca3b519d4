#include "schedule/search/moves/draws.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/search/moves/draws") {

TEST_CASE("of several costs each is drawn as often as its share of exp(-cost / heat)")
{
    Dice dice(3);
    constexpr double heat = 20;
    const std::array<std::int64_t, 3> costs{-10, 10, 30};
    std::array<int, 3> drawn{};
    constexpr int draws = 30'000;
    for (int i = 0; i < draws; ++i) {
        HeatBath<std::size_t> bath(heat, dice);
        for (std::size_t each = 0; each < costs.size(); ++each) {
            bath.offer(each, costs[each]);
        }
        ++drawn[bath.drawn().value()];
    }
    double sum = 0;
    for (const std::int64_t cost : costs) {
        sum += std::exp(-static_cast<double>(cost) / heat);
    }
    for (std::size_t each = 0; each < costs.size(); ++each) {
        const double expected = draws * std::exp(-static_cast<double>(costs[each]) / heat) / sum;
        CAPTURE(each);
        // Five standard deviations of a count.
        CHECK(std::abs(drawn[each] - expected) < 5 * std::sqrt(expected));
    }
    CHECK_FALSE(HeatBath<int>(heat, dice).drawn().has_value());
}

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
    MoveRoom room(problem);
    const MoveContext context{problem, plan, slots, movable, room, 10};
    Dice dice(8);
    int spared = 0;
    constexpr int draws = 200;
    for (int i = 0; i < draws; ++i) {
        const auto to = any_gap(context, 0, dice, {});
        REQUIRE(to.has_value());
        CHECK(*to != plan[0]);
        REQUIRE(slots.has(0, *to));
        CHECK((to->start >= test::at(0, 13) || to->start <= test::at(0, 11)));
        // Neither a way nor a wait: in that house, right before or after, or on another day.
        const bool is_beside = to->start == test::at(0, 11) || to->start == test::at(0, 13) ||
                               problem.calendar.day_of(to->start) == 1;
        spared += to->venue == 1 && is_beside ? 1 : 0;
    }
    CHECK(spared > draws * 9 / 10);
}

} // TEST_SUITE
