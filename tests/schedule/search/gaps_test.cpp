#include "schedule/search/gaps.hpp"

#include "schedule/constraints/overlap_constraint.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

/// True where two sessions cannot both be where they are: by their venue, or by who attends both.
bool collide(const Problem& problem, const Beside& one, const Beside& other)
{
    const Session& a = problem.session(one.session);
    const Session& b = problem.session(other.session);
    const Venue& venue = problem.venue(one.venue);
    const auto taken = [&](Interval time) {
        return Interval{time.begin - venue.setup, time.end + venue.teardown};
    };
    if (one.venue == other.venue && venue.parallel == 1 &&
        overlap(taken(one.time), taken(other.time)) > 0) {
        return true;
    }
    const bool is_shared = std::any_of(a.required.begin(), a.required.end(), [&](Index each) {
        return std::binary_search(b.required.begin(), b.required.end(), each);
    });
    const Minute there = problem.travel.usual(one.venue, other.venue);
    const Minute back = problem.travel.usual(other.venue, one.venue);
    return is_shared && other.time.begin - one.time.end < there &&
           one.time.begin - other.time.end < back;
}

} // namespace

TEST_SUITE("schedule/search/gaps") {

TEST_CASE("starts are those that nobody or one session alone stands in the way of")
{
    std::mt19937 random(31);
    int free = 0;
    int blocked = 0;
    int left_out = 0;
    for (int round = 0; round < 60; ++round) {
        const Problem problem = test::random_forum(random, 10);
        const Slots slots(problem);
        const Plan plan = test::random_plan(problem, random);
        const Index session = round % 10;
        const Index day = round % 2;
        // In half of the rounds one of the others is looked at as if it were elsewhere.
        std::vector<Shift> elsewhere;
        if (round % 2 == 0) {
            elsewhere = {{(session + 1) % 10, {test::at(day, 11), 1}}};
        }
        for (const Slots::AtVenue& at : slots.of(session)) {
            Gaps gaps;
            gaps.look(problem, plan, slots, session, at.venue, day, elsewhere);
            for (const Minute start : at.starts) {
                if (problem.calendar.day_of(start) != day) {
                    continue;
                }
                const Session& self = problem.session(session);
                std::set<Index> in_the_way;
                for (Index other = 0; other < 10; ++other) {
                    const Placement there = !elsewhere.empty() && elsewhere[0].session == other
                                                ? elsewhere[0].to
                                                : plan[other];
                    if (other == session || !there.is_placed() ||
                        problem.calendar.day_of(there.start) != day) {
                        continue;
                    }
                    const Session& facts = problem.session(other);
                    if (collide(
                            problem, {session, {start, start + self.duration}, at.venue},
                            {other, {there.start, there.start + facts.duration}, there.venue})) {
                        in_the_way.insert(other);
                    }
                }
                const std::size_t index = slots.grid(day).from(start);
                REQUIRE(slots.grid(day).at(index) == start);
                REQUIRE(gaps.free().has(index) == in_the_way.empty());
                REQUIRE(gaps.blocked().has(index) == (in_the_way.size() == 1));
                if (in_the_way.size() == 1) {
                    REQUIRE(gaps.blocker(index) == *in_the_way.begin());
                }
                (in_the_way.empty() ? free : in_the_way.size() == 1 ? blocked : left_out) += 1;
            }
        }
    }
    CHECK(free > 100);
    CHECK(blocked > 100);
    CHECK(left_out > 50);
}

TEST_CASE("what may not go stands in the way for good")
{
    std::mt19937 random(32);
    int kept = 0;
    int taken_out = 0;
    for (int round = 0; round < 60; ++round) {
        const Problem problem = test::random_forum(random, 10);
        const Slots slots(problem);
        const Plan plan = test::random_plan(problem, random);
        for (const Slots::AtVenue& at : slots.of(0)) {
            Gaps gaps;
            gaps.look(problem, plan, slots, 0, at.venue, 0);
            const StartSet before = gaps.blocked();
            gaps.keep_blocked([](Index each) { return each % 2 == 0; });
            for (int i = 0; i < before.count(); ++i) {
                const std::size_t start = before.nth(i);
                const bool may_go = gaps.blocker(start) % 2 == 0;
                REQUIRE(gaps.blocked().has(start) == may_go);
                (may_go ? kept : taken_out) += 1;
            }
        }
    }
    CHECK(kept > 50);
    CHECK(taken_out > 50);
}

} // TEST_SUITE
