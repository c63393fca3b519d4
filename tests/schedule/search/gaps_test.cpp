#include "schedule/search/gaps.hpp"

#include "schedule/constraints/overlap_constraint.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <functional>
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

std::vector<std::reference_wrapper<const Slots::VenueDay>> venues_on(const Slots& slots,
                                                                     Index session, Index day)
{
    std::vector<std::reference_wrapper<const Slots::VenueDay>> venues;
    for (const Slots::CityDay& each : slots.city_days(session)) {
        if (each.day == day) {
            venues.insert(venues.end(), each.venues.begin(), each.venues.end());
        }
    }
    return venues;
}

/// All but every third.
std::vector<Index> movable_of(const Problem& problem)
{
    std::vector<Index> movable;
    for (Index each = 0; each < static_cast<Index>(problem.sessions.size()); ++each) {
        if (each % 3 != 0) {
            movable.push_back(each);
        }
    }
    return movable;
}

} // namespace

TEST_SUITE("schedule/search/gaps") {

TEST_CASE("starts are those that nobody stands in the way of, or one session alone that may go")
{
    std::mt19937 random(31);
    int free = 0;
    int blocked = 0;
    int kept = 0;
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
        const Movable movable(problem, movable_of(problem));
        Timetables timetables(problem);
        timetables.look(plan, session, elsewhere);
        Gaps gaps(problem, plan, slots);
        for (const Slots::VenueDay& at : venues_on(slots, session, day)) {
            gaps.look(timetables, at);
            const StartSet found_free = gaps.starts();
            gaps.look_blocked(timetables, at, movable);
            for (const Minute start : slots.starts(session, at.venue)) {
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
                REQUIRE(found_free.has(index) == in_the_way.empty());
                // What may not be moved, or has been already, stands in the way for good.
                const bool is_alone = in_the_way.size() == 1;
                const bool may_go = is_alone && movable.has(*in_the_way.begin()) &&
                                    !timetables.is_elsewhere(*in_the_way.begin());
                REQUIRE(gaps.starts().has(index) == may_go);
                if (may_go) {
                    REQUIRE(gaps.blocker(index) == *in_the_way.begin());
                }
                (in_the_way.empty() ? free : may_go ? blocked : is_alone ? kept : left_out) += 1;
            }
        }
    }
    CHECK(free > 100);
    CHECK(blocked > 100);
    CHECK(kept > 50);
    CHECK(left_out > 50);
}

} // TEST_SUITE
