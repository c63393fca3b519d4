#include "schedule/search/slots.hpp"

#include "schedule/plan_check.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

/// What a session alone may break by where it is put.
bool is_fit(const Problem& problem, Index session, const Placement& placement)
{
    std::vector<Placement> placements(problem.sessions.size());
    for (Placement& each : placements) {
        each.is_dropped = true;
    }
    placements[static_cast<std::size_t>(session)] = placement;
    const auto breaches = check_plan(problem, placements);
    return std::none_of(breaches.begin(), breaches.end(), [](const Breach& breach) {
        return breach.rule == RuleId::h05 || breach.rule == RuleId::h06 ||
               breach.rule == RuleId::h07 || breach.rule == RuleId::h08 ||
               breach.rule == RuleId::h09;
    });
}

} // namespace

TEST_SUITE("schedule/search/slots") {

TEST_CASE("the slots of a session are the placements on the grid that it fits by itself")
{
    std::mt19937 random(7);
    std::size_t fitting = 0;
    std::size_t unfit = 0;
    for (int round = 0; round < 20; ++round) {
        Problem problem = test::random_forum(random, 4);
        if (round % 2 == 0) {
            problem.book[RuleId::h05] = {Tier::hard, 1};
        }
        const Slots slots(problem);
        for (Index session = 0; session < 4; ++session) {
            for (Index venue = 0; venue < static_cast<Index>(problem.venues.size()); ++venue) {
                for (Minute start = 0; start < 2 * 24 * 60; start += 15) {
                    const Placement placement{start, venue};
                    const bool is_slot = slots.has(session, placement);
                    REQUIRE(is_slot == is_fit(problem, session, placement));
                    (is_slot ? fitting : unfit) += 1;
                }
            }
            for (const Slots::AtVenue& each : slots.of(session)) {
                CHECK_FALSE(each.starts.empty());
                CHECK(std::ranges::equal(each.starts, slots.starts(session, each.venue)));
            }
        }
    }
    CHECK(fitting > 100);
    CHECK(unfit > 100);
}

TEST_CASE("the bits of a day are its starts, over midnight they are none of them")
{
    int before = 0;
    int after = 0;
    for (const int shift : {-150, 150}) {
        Problem problem = test::small_forum(2);
        problem.book.customs.grain_min = 1;
        for (Interval& hours : problem.hours) { // from midnight to midnight
            hours =
                problem.calendar.days()[static_cast<std::size_t>(&hours - &problem.hours[0])].whole;
        }
        problem.venues[0].open = {{-10'000, 10'000}};
        problem.venues[0].clock_shift.assign(2, shift);
        problem.sessions = {test::session_of(problem, "talks")};
        problem.sessions[0].venues = {0};
        problem.sessions[0].windows = {{-10'000, 10'000}};
        problem.finish();
        const Slots slots(problem);
        std::size_t bits = 0;
        for (const Slots::CityDay& each : slots.city_days(0)) {
            REQUIRE(each.venues.size() == 1);
            const Index day = each.day;
            const StartSet set(slots.bits(each.venues[0]));
            bits += static_cast<std::size_t>(set.count());
            for (int i = 0; i < set.count(); ++i) {
                const Minute start = slots.grid(day).at(set.nth(i));
                REQUIRE(problem.calendar.day_of(start) == day);
                REQUIRE(slots.has(0, {start, 0}));
            }
        }
        std::size_t within = 0;
        for (const Minute start : slots.starts(0, 0)) {
            const bool is_before = start < problem.calendar.days().front().whole.begin;
            const bool is_after = start >= problem.calendar.days().back().whole.end;
            within += is_before || is_after ? 0 : 1;
            before += is_before ? 1 : 0;
            after += is_after ? 1 : 0;
        }
        CHECK(bits == within);
    }
    CHECK(before > 0);
    CHECK(after > 0);
}

TEST_CASE("the days of a session are those of its slots, by day and city, each venue once")
{
    std::mt19937 random(8);
    int days = 0;
    for (int round = 0; round < 20; ++round) {
        const Problem problem = test::random_forum(random, 6, 3);
        const Slots slots(problem);
        for (Index session = 0; session < 6; ++session) {
            std::set<Placement, decltype([](const Placement& a, const Placement& b) {
                         return std::pair(a.start, a.venue) < std::pair(b.start, b.venue);
                     })>
                listed;
            std::pair<Index, Index> last{none, none};
            for (const Slots::CityDay& each : slots.city_days(session)) {
                REQUIRE(last < std::pair(each.day, each.city));
                last = {each.day, each.city};
                REQUIRE_FALSE(each.venues.empty());
                for (const Slots::VenueDay& at : each.venues) {
                    CHECK(problem.venue(at.venue).city == each.city);
                    CHECK(at.day == each.day);
                    CHECK(slots.find(session, at.venue, at.day) == &at);
                    StartSet(slots.bits(at)).for_each([&](std::size_t start) {
                        REQUIRE(listed.insert({slots.grid(at.day).at(start), at.venue}).second);
                    });
                }
                ++days;
            }
            std::size_t count = 0;
            for (const Slots::AtVenue& at : slots.of(session)) {
                for (const Minute start : at.starts) {
                    CHECK(listed.contains({start, at.venue}));
                    ++count;
                }
            }
            CHECK(listed.size() == count);
            CHECK(slots.find(session, none, 0) == nullptr);
            CHECK(slots.find(session, 0, 3) == nullptr);
        }
    }
    CHECK(days > 100);
}

} // TEST_SUITE
