#include "schedule/soft_bound.hpp"

#include "schedule/scorer.hpp"
#include "schedule/small_forum.hpp"
#include "schedule/tiny_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

int pick(std::mt19937& random, int least, int most)
{
    return std::uniform_int_distribution<int>(least, most)(random);
}

/// Wishes as to hours, venues and seats, and places from before.
void add_wishes(Problem& problem, std::mt19937& random)
{
    problem.book.customs.preferred_from_min = 60 * pick(random, 9, 11);
    problem.book.customs.preferred_to_min = 60 * pick(random, 11, 13);
    if (pick(random, 0, 3) == 0) {
        problem.book[RuleId::h05] = {Tier::soft, 50};
    }
    if (pick(random, 0, 3) == 0) {
        problem.book[RuleId::h01] = {Tier::soft, pick(random, 1, 40)};
    }
    for (Session& session : problem.sessions) {
        if (pick(random, 0, 2) == 0) {
            const int day = pick(random, 0, 1);
            session.preferred = {{at(day, 9), at(day, 12)}};
        }
        if (pick(random, 0, 2) == 0) {
            session.lacking = {pick(random, 0, 2), pick(random, 0, 2), pick(random, 0, 2)};
        }
        if (pick(random, 0, 2) == 0) {
            session.baseline = Placement{at(pick(random, 0, 1), 10, 30), pick(random, 0, 2)};
        }
        if (pick(random, 0, 4) == 0) {
            session.match_score = pick(random, 1, 3);
        }
    }
}

/// Sessions of the start stand anywhere, on the grid or beside it, wait, or are dropped.
Plan random_start(const Problem& problem, std::mt19937& random)
{
    Plan plan(problem);
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        Placement placement;
        const int how = pick(random, 0, 5);
        placement.is_dropped = how == 0;
        if (how > 3) {
            placement.start = at(pick(random, 0, 1), pick(random, 9, 12), how == 4 ? 0 : 30);
            placement.venue = pick(random, 0, 2);
        }
        plan.place(static_cast<Index>(i), placement);
    }
    return plan;
}

/// The least soft cost of all plans from one session on that break no hard rule.
void find_least(const Problem& problem, const Plan& start, Plan& plan, std::size_t from,
                std::optional<std::int64_t>& least)
{
    if (from == problem.sessions.size()) {
        const Score score = compute_score(problem, plan);
        if (score.hard == 0 && (!least || score.soft < *least)) {
            least = score.soft;
        }
        return;
    }
    const auto session = static_cast<Index>(from);
    if (start[session].is_dropped) {
        find_least(problem, start, plan, from + 1, least);
        return;
    }
    auto all = test::placements_of(problem, start, session);
    all.push_back({});
    for (const Placement& each : all) {
        plan.place(session, each);
        find_least(problem, start, plan, from + 1, least);
    }
}

} // namespace

TEST_SUITE("schedule/soft_bound") {

TEST_CASE("no plan of a small forum that breaks no hard rule costs less")
{
    std::mt19937 random(46);
    int plans = 0;
    int bounds = 0;
    int reached = 0;
    for (int round = 0; round < 120; ++round) {
        CAPTURE(round);
        Problem problem = test::tiny_forum(random, 2);
        add_wishes(problem, random);
        problem.finish();
        const Plan start = random_start(problem, random);
        Plan plan = start;
        std::optional<std::int64_t> least;
        find_least(problem, start, plan, 0, least);

        const auto bound = soft_bound(problem, start);

        if (!bound) {
            CHECK_FALSE(least);
        } else if (least) {
            ++plans;
            bounds += *bound > 0 ? 1 : 0;
            reached += *bound > 0 && *bound == *least ? 1 : 0;
            CHECK(*bound <= *least);
        }
    }
    CHECK(plans > 40);
    CHECK(bounds > 20);
    CHECK(reached > 5);
}

TEST_CASE("one session costs what the best of its places does")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "talks", {0})};
    problem.sessions[0].windows = {{at(0, 17), at(0, 20)}};
    problem.sessions[0].lacking = {2, 0};
    problem.sessions[0].preferred = {{at(0, 9), at(0, 12)}};
    problem.finish();
    const Plan nothing(problem);

    CHECK(soft_bound(problem, nothing) == problem.book[RuleId::s07].weight);

    problem.sessions[0].preferred = {};
    CHECK(soft_bound(problem, nothing) == 0);
    problem.book[RuleId::h09].tier = Tier::off;
    problem.sessions[0].lacking = {2, 1};
    CHECK(soft_bound(problem, nothing) == 0);
}

TEST_CASE(
    "a session that no venue and no hour fits leaves no bound, and a dropped one costs nothing")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "talks", {0})};
    problem.attendees[0].available = {{at(0, 3), at(0, 4)}};
    problem.finish();
    Plan plan(problem);

    CHECK_FALSE(soft_bound(problem, plan));

    Placement dropped;
    dropped.is_dropped = true;
    plan.place(0, dropped);
    CHECK(soft_bound(problem, plan) == 0);
}

} // TEST_SUITE
