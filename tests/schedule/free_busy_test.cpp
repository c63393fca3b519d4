#include "schedule/free_busy.hpp"

#include "schedule/scorer.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

/// What the catalogue says of one more session, by rules that speak of people's and venues' time.
bool holds(const Problem& problem, const Plan& plan, const std::vector<Index>& attendees,
           Placement there, Minute duration, const std::set<RuleId>& rules)
{
    Problem with = problem;
    Session more = test::session_of(problem, "more", attendees);
    more.duration = duration;
    with.sessions.push_back(more);
    with.finish();
    Plan tried(with);
    const auto last = static_cast<Index>(problem.sessions.size());
    for (Index session = 0; session < last; ++session) {
        tried.place(session, plan[session]);
    }
    tried.place(last, there);
    const auto violations = explain(with, tried);
    return std::none_of(violations.begin(), violations.end(), [&](const Violation& each) {
        return rules.contains(each.rule) &&
               std::find(each.sessions.begin(), each.sessions.end(), last) != each.sessions.end();
    });
}

const std::set<RuleId> of_people{RuleId::h02, RuleId::h03, RuleId::h07, RuleId::h19};
const std::set<RuleId> of_venues{RuleId::h04, RuleId::h06};

int pick(std::mt19937& random, int least, int most)
{
    return std::uniform_int_distribution<int>(least, most)(random);
}

} // namespace

TEST_SUITE("schedule/free_busy") {

TEST_CASE("somebody is free exactly where the catalogue has nothing against one more session")
{
    int free = 0;
    int all = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Problem problem = test::random_forum(random);
        const Plan plan = test::random_plan(problem, random);
        for (int i = 0; i < 40; ++i) {
            const Placement there{
                at(pick(random, 0, 1), pick(random, 6, 21), pick(random, 0, 3) * 15),
                pick(random, 0, 3)};
            const Minute duration = pick(random, 1, 8) * 15;
            const Index attendee = pick(random, 0, 5);
            CAPTURE(there.start);
            CAPTURE(there.venue);
            CAPTURE(attendee);
            const bool is_so = is_free(problem, plan, attendee, there, duration);
            CHECK(is_so == holds(problem, plan, {attendee}, there, duration, of_people));
            CHECK(has_room(problem, plan, there, duration) ==
                  holds(problem, plan, {}, there, duration, of_venues));
            free += is_so ? 1 : 0;
            ++all;
        }
    }
    CHECK(free > all / 10);
    CHECK(free < all * 9 / 10);
}

TEST_CASE("a slot is offered exactly when all are free in some venue, the earliest first")
{
    int offered = 0;
    for (unsigned seed = 1; seed <= 15; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Problem problem = test::random_forum(random);
        const Plan plan = test::random_plan(problem, random);
        const Encounter encounter{{pick(random, 0, 2), pick(random, 3, 5)}, 45, {}};
        std::vector<Minute> wanted;
        for (const Interval& hours : problem.hours) {
            for (Minute start = hours.begin; start + encounter.duration <= hours.end; start += 15) {
                bool is_possible = false;
                for (Index venue = 0; venue < 4; ++venue) {
                    std::set<RuleId> rules = of_people;
                    rules.insert(of_venues.begin(), of_venues.end());
                    is_possible |= holds(problem, plan, encounter.attendees, {start, venue},
                                         encounter.duration, rules);
                }
                if (is_possible) {
                    wanted.push_back(start);
                }
            }
        }
        const auto slots = find_common_slots(problem, plan, encounter, 1000);
        std::vector<Minute> starts;
        for (const Placement& slot : slots) {
            starts.push_back(slot.start);
            CHECK(has_room(problem, plan, slot, encounter.duration));
            for (const Index each : encounter.attendees) {
                CHECK(is_free(problem, plan, each, slot, encounter.duration));
            }
        }
        CHECK(starts == wanted);
        offered += static_cast<int>(slots.size());
        const auto first = find_common_slots(problem, plan, encounter, 2);
        CHECK(first.size() == std::min<std::size_t>(2, slots.size()));
        CHECK(std::equal(first.begin(), first.end(), slots.begin()));
    }
    CHECK(offered > 0);
}

TEST_CASE("the way to the next venue is not free, and people meet where they are")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "talks", {0}),
                        test::session_of(problem, "signing", {0})};
    problem.attendees[1].available = {{at(0, 9), at(0, 20)}};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 10), 0});
    plan.place(1, {at(0, 13), 1});

    const FreeBusy free_busy = make_free_busy(problem, plan, 30);
    REQUIRE(free_busy.columns.size() == 24); // 08:00 to 20:00
    std::string said;
    for (std::size_t column = 0; column < 14; ++column) {
        const Occupation each = free_busy.at(0, column);
        said += each == Occupation::free      ? '.'
                : each == Occupation::session ? 'S'
                : each == Occupation::way     ? 'w'
                                              : 'x';
    }
    CHECK(said == "....SS..wwSS..");
    CHECK(free_busy.at(1, 0) == Occupation::away);
    CHECK(free_busy.at(1, 2) == Occupation::free);

    // From 11 to 13 there is an hour for the way, so an hour is left in either venue.
    const auto slots = find_common_slots(problem, plan, {{0, 1}, 60, {}}, 100);
    REQUIRE(slots.size() > 2);
    CHECK(slots[0] == Placement{at(0, 9), 0});
    CHECK(slots[1] == Placement{at(0, 11), 0});
    CHECK(slots[2] == Placement{at(0, 12), 1});
    CHECK(find_common_slots(problem, plan, {{0, 1}, 60, {1}}, 1).front() ==
          Placement{at(0, 12), 1});
}

} // TEST_SUITE
