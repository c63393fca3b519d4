#include "schedule/repair.hpp"

#include "schedule/large_forum.hpp"
#include "schedule/small_forum.hpp"
#include "schedule/tiny_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

Plan after(Plan plan, const Repair& repair)
{
    for (const Shift& shift : repair.moves) {
        plan.place(shift.session, shift.to);
    }
    return plan;
}

/// Any placement on the grid.
Plan random_plan(const Problem& problem, std::mt19937& random)
{
    Plan plan(problem);
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const auto session = static_cast<Index>(i);
        const auto all = test::placements_of(problem, plan, session);
        plan.place(session,
                   all[std::uniform_int_distribution<std::size_t>(0, all.size() - 1)(random)]);
    }
    return plan;
}

/// Somebody comes late, or a venue closes: nothing else changes.
Problem changed(Problem problem, std::mt19937& random)
{
    const auto which = static_cast<std::size_t>(std::uniform_int_distribution<int>(0, 5)(random));
    const Intervals closed{{at(0, 0), at(1, 10)}};
    Intervals& times =
        which < 3 ? problem.attendees[which].available : problem.venues[which - 3].open;
    times = without(times, closed);
    return problem;
}

/// The same placements, with the lengths of another problem.
Plan plan_on(const Problem& problem, const Plan& plan)
{
    Plan made(problem);
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        made.place(static_cast<Index>(i), plan[static_cast<Index>(i)]);
    }
    return made;
}

/// In turn: a venue closes for half a day, a delegation is away for as long, a session is pinned
/// elsewhere, a session lasts an hour longer.
Problem one_change(Problem problem, const Plan& plan, int round, std::mt19937& random)
{
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    const Minute noon = at(pick(0, problem.day_count() - 1), pick(0, 1) * 6 + 8);
    const Intervals half_day{{noon, noon + 6 * 60}};
    const auto last = static_cast<int>(problem.sessions.size()) - 1;
    if (round % 4 == 0) {
        Venue& venue = problem.venues[static_cast<std::size_t>(
            pick(0, static_cast<int>(problem.venues.size()) - 1))];
        venue.open = without(venue.open, half_day);
    } else if (round % 4 == 1) {
        Attendee& attendee = problem.attendees[static_cast<std::size_t>(
            pick(0, static_cast<int>(problem.attendees.size()) - 1))];
        attendee.available = without(attendee.available, half_day);
    } else {
        Index session = pick(0, last);
        while (!plan[session].is_placed()) {
            session = pick(0, last);
        }
        Session& changed = problem.sessions[static_cast<std::size_t>(session)];
        if (round % 4 == 2) {
            // Where another one of the same length is: that one moves, at least.
            Index other = pick(0, last);
            while (other == session || !plan[other].is_placed() ||
                   problem.session(other).duration != changed.duration ||
                   problem.venue(plan.venue(other)).capacity < changed.size) {
                other = pick(0, last);
            }
            changed.pinned = plan[other];
        } else {
            changed.duration += 60;
        }
    }
    return problem;
}

} // namespace

TEST_SUITE("schedule/repair") {

TEST_CASE("a plan is found exactly where there is one, and none moves fewer sessions")
{
    std::mt19937 random(1207);
    int found = 0;
    int impossible = 0;
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        const Problem problem = test::tiny_forum(random, 3);
        const Plan plan = random_plan(problem, random);

        const Repair repaired = repair(problem, plan, {});

        const int fewest = test::fewest_moves(problem, plan, {});
        REQUIRE((repaired.end == RepairEnd::found) == (fewest >= 0));
        CHECK(repaired.end != RepairEnd::gave_up);
        impossible += fewest < 0 ? 1 : 0;
        if (fewest >= 0) {
            ++found;
            CHECK(static_cast<int>(repaired.moves.size()) == fewest);
            CHECK(repaired.is_least);
            CHECK(repaired.forced <= fewest);
            CHECK(find_breaks(problem, after(plan, repaired)).empty());
        }
    }
    CHECK(found > 20);
    CHECK(impossible > 20);
}

TEST_CASE("what was broken before a change need not be mended, and nothing more is broken")
{
    std::mt19937 random(77);
    int with_debts = 0;
    int more = 0;
    for (int round = 0; round < 120; ++round) {
        CAPTURE(round);
        const Problem before = test::tiny_forum(random, 3);
        const Problem problem = changed(before, random);
        const Plan plan = random_plan(before, random);
        const BreakAmounts allowed = translated(count_breaks(before, plan), before, problem);

        const Repair repaired = repair(problem, plan, {.allowed = allowed, .limits = {}});

        if (allowed.empty() || repaired.end != RepairEnd::found) {
            CHECK((allowed.empty() || repaired.end == RepairEnd::gave_up));
            continue;
        }
        ++with_debts;
        CHECK(find_breaks(problem, after(plan, repaired), allowed).empty());
        CHECK_FALSE((repaired.is_least && !repaired.moves.empty()));
        const int fewest = test::fewest_moves(problem, plan, allowed);
        CHECK(fewest >= 0);
        more += static_cast<int>(repaired.moves.size()) - fewest;
    }
    CHECK(more <= with_debts / 4); // sessions that move keep the rules, which may take one more
    CHECK(with_debts > 20);
}

TEST_CASE("a plan that keeps the rules is left alone")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0}),
                        test::session_of(problem, "two", {0})};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(0, 15), 1});

    const Repair repaired = repair(problem, plan, {});

    CHECK(repaired.end == RepairEnd::found);
    CHECK(repaired.moves.empty());
    CHECK(repaired.looked_at.empty());
}

TEST_CASE("the search without a proof finds plans of the same soundness, and no time ends it")
{
    std::mt19937 random(5);
    int found = 0;
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        const Problem problem = test::tiny_forum(random, 4);
        const Plan plan = random_plan(problem, random);
        const Repair exact = repair(problem, plan, {});
        RepairRequest request;
        request.proof_share = 0;
        request.limits.deadline = std::chrono::steady_clock::now() + std::chrono::minutes(5);

        const Repair repaired = repair(problem, plan, request);

        REQUIRE(repaired.end == exact.end);
        if (repaired.end == RepairEnd::found) {
            ++found;
            CHECK(find_breaks(problem, after(plan, repaired)).empty());
            CHECK(repaired.moves.size() >= exact.moves.size());
        }
    }
    CHECK(found > 5);

    RepairRequest over;
    over.limits.deadline = std::chrono::steady_clock::now();
    const Problem problem = test::tiny_forum(random, 4);
    const Repair stopped = repair(problem, random_plan(problem, random), over);
    CHECK(stopped.end == RepairEnd::gave_up);
    CHECK(stopped.moves.empty());
}

TEST_CASE("who lacks a seat travels later, though nothing of vehicles is encoded")
{
    Problem problem = test::small_forum(1);
    problem.attendees[0].size = problem.attendees[1].size = 6;
    problem.vehicles = {{"bus", 10, {{0, at(1, 0)}}}};
    for (const Index who : {0, 1, 0, 1}) {
        problem.sessions.push_back(
            test::session_of(problem, "session-" + std::to_string(problem.sessions.size()), {who}));
    }
    for (Venue& venue : problem.venues) {
        venue.parallel = 2;
    }
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(0, 9), 0});
    plan.place(2, {at(0, 11), 1});
    plan.place(3, {at(0, 11), 1});
    REQUIRE(compute_score(problem, plan).hard > 0);

    const Repair repaired = repair(problem, plan, {});

    REQUIRE(repaired.end == RepairEnd::found);
    CHECK(repaired.moves.size() == 1);
    CHECK_FALSE(repaired.is_least); // what was forbidden does not follow from the rule
    CHECK(compute_score(problem, after(plan, repaired)).hard == 0);
}

TEST_CASE("breaks of B2B are shared out, though nothing of fairness is encoded")
{
    Problem problem = test::small_forum(1);
    problem.book.customs.breaks_apart = 0;
    for (const Index who : {0, 0, 1, 1}) {
        problem.sessions.push_back(
            test::session_of(problem, "session-" + std::to_string(problem.sessions.size()), {who}));
        problem.sessions.back().is_b2b = true;
    }
    for (Venue& venue : problem.venues) {
        venue.parallel = 2;
    }
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(0, 15), 0});
    plan.place(2, {at(0, 9), 0});
    plan.place(3, {at(0, 10), 0});
    REQUIRE(compute_score(problem, plan).hard > 0);

    const Repair repaired = repair(problem, plan, {});

    REQUIRE(repaired.end == RepairEnd::found);
    CHECK(repaired.moves.size() == 1);
    CHECK(compute_score(problem, after(plan, repaired)).hard == 0);
}

TEST_CASE("one change of a large forum moves hardly more sessions than have to")
{
    const test::LargeForum forum = test::large_forum(3, 250);
    const Plan plan = test::plan_of(forum);
    REQUIRE(compute_score(forum.problem, plan).hard == 0);
    std::mt19937 random(3);
    for (int round = 0; round < 4; ++round) {
        CAPTURE(round);
        const Problem problem = one_change(forum.problem, plan, round, random);
        const Plan changed_plan = plan_on(problem, plan);

        const Repair repaired = repair(problem, changed_plan, {});

        REQUIRE(repaired.end == RepairEnd::found);
        CHECK(compute_score(problem, after(changed_plan, repaired)).hard == 0);
        CHECK(static_cast<int>(repaired.moves.size()) <= repaired.forced + 5);
    }
}

TEST_CASE("bench: single changes of a forum of 400 sessions" * doctest::skip())
{
    std::vector<double> times;
    std::vector<int> more;
    int found = 0;
    std::mt19937 random(17);
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const test::LargeForum forum = test::large_forum(seed);
        const Plan plan = test::plan_of(forum);
        REQUIRE(compute_score(forum.problem, plan).hard == 0);
        for (int round = 0; round < 40; ++round) {
            const Problem problem = one_change(forum.problem, plan, round, random);
            const Plan changed_plan = plan_on(problem, plan);
            RepairRequest request;
            request.limits.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
            const std::clock_t begin = std::clock();
            const Repair repaired = repair(problem, changed_plan, request);
            const double time = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
            times.push_back(time);
            MESSAGE((std::to_string(round % 4) + " end " +
                     std::to_string(static_cast<int>(repaired.end)) + " forced " +
                     std::to_string(repaired.forced) + " moved " +
                     std::to_string(repaired.moves.size()) + " looked at " +
                     std::to_string(repaired.looked_at.size()) +
                     (repaired.is_least ? " least " : " ") + std::to_string(time) + " s"));
            if (repaired.end == RepairEnd::found) {
                ++found;
                more.push_back(static_cast<int>(repaired.moves.size()) - repaired.forced);
                CHECK(compute_score(problem, after(changed_plan, repaired)).hard == 0);
            }
        }
    }
    std::sort(times.begin(), times.end());
    std::sort(more.begin(), more.end());
    MESSAGE((std::to_string(times.size()) + " changes, " + std::to_string(found) +
             " with a plan; CPU median " + std::to_string(times[times.size() / 2]) + " s, p95 " +
             std::to_string(times[times.size() * 95 / 100]) + " s, most " +
             std::to_string(times.back()) + " s; moved beyond the forced: median " +
             std::to_string(more[more.size() / 2]) + ", most " + std::to_string(more.back())));
}

} // TEST_SUITE
