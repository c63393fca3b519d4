#include "schedule/search/slots.hpp"

#include "schedule/plan_check.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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

} // TEST_SUITE
