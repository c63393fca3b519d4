#include "schedule/interpreter_cover.hpp"

#include "schedule/interpreter_forum.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

/// Two sessions of an hour that need "kk-ky", and two interpreters who speak it.
Problem two_talks()
{
    Problem problem = test::small_forum();
    problem.attendees = {test::interpreter("aida", {0}), test::interpreter("dana", {0})};
    problem.pairs = {"kk-ky"};
    problem.sessions = {test::session_of(problem, "first"), test::session_of(problem, "second")};
    for (Session& session : problem.sessions) {
        session.pairs = {0};
    }
    problem.finish();
    return problem;
}

Plan held(const Problem& problem, const std::vector<Placement>& placements)
{
    Plan plan(problem);
    for (std::size_t i = 0; i < placements.size(); ++i) {
        plan.place(static_cast<Index>(i), placements[i]);
    }
    return plan;
}

void name(Problem& problem, std::size_t session, std::vector<Index> who)
{
    problem.sessions[session].required = std::move(who);
    problem.finish();
}

std::set<std::pair<Index, Index>> covered_by(const InterpreterCover& cover)
{
    std::set<std::pair<Index, Index>> all;
    for (const SpeechNeed& need : cover.needs) {
        if (need.is_covered()) {
            all.emplace(need.session, need.pair);
        }
    }
    return all;
}

} // namespace

TEST_SUITE("schedule/interpreter_cover") {

TEST_CASE("a pair is covered by who is named for it, and by nobody else who is free")
{
    Problem problem = two_talks();
    name(problem, 0, {0});

    const InterpreterCover cover =
        find_cover(problem, held(problem, {{at(0, 9), 0}, {at(0, 12), 0}}));

    REQUIRE(cover.needs.size() == 2);
    CHECK(cover.needs[0].is_covered());
    CHECK(cover.needs[0].there == std::vector<Index>{0});
    CHECK_FALSE(cover.needs[1].is_covered());
}

TEST_CASE("a booth of two is not covered by one")
{
    Problem problem = two_talks();
    problem.book.customs.booth_size = 2;
    name(problem, 0, {0});
    name(problem, 1, {0, 1});

    const InterpreterCover cover =
        find_cover(problem, held(problem, {{at(0, 9), 0}, {at(0, 12), 0}}));

    CHECK_FALSE(cover.needs[0].is_covered());
    CHECK(cover.needs[1].is_covered());
}

TEST_CASE("who is named and cannot be there is told with the reason")
{
    Problem problem = two_talks();
    problem.attendees[1].available = {{at(0, 14), at(2, 0)}};
    name(problem, 0, {0, 1});
    name(problem, 1, {0});
    const auto absentees = [&](Placement second) {
        return find_cover(problem, held(problem, {{at(0, 9), 0}, second})).needs[1].absentees;
    };

    CHECK(find_cover(problem, held(problem, {{at(0, 9), 0}})).needs[0].absentees ==
          std::vector<Absentee>{{1, Absence::away, none}});
    CHECK(absentees({at(0, 9, 30), 0}) == std::vector<Absentee>{{0, Absence::elsewhere, 0}});
    CHECK(absentees({at(0, 10, 30), 1}) == std::vector<Absentee>{{0, Absence::on_the_way, 0}});
    CHECK(absentees({at(0, 11), 1}).empty());
}

TEST_CASE("a session that waits to be scheduled needs nobody yet")
{
    const Problem problem = two_talks();

    CHECK(find_cover(problem, held(problem, {{at(0, 9), 0}})).needs.size() == 1);
}

TEST_CASE("hours used are those of the sessions that one can be at, of the hours that one has")
{
    Problem problem = two_talks();
    problem.attendees[0].day_load = 240;
    problem.attendees[0].available = {{at(0, 10), at(1, 10)}};
    name(problem, 0, {0});
    name(problem, 1, {0});

    const InterpreterLoad load =
        find_cover(problem, held(problem, {{at(0, 10), 0}, {at(0, 11), 0}})).loads[0];

    CHECK(load.sessions == 2);
    CHECK(load.spoken == 120);
    CHECK(load.longest_turn == 120);
    CHECK(load.able == 240 + 120); // the second day is from 8 to 10
    CHECK_FALSE(load.is_too_much);
    problem.book.customs.turn_min = 90;
    CHECK(
        find_cover(problem, held(problem, {{at(0, 10), 0}, {at(0, 11), 0}})).loads[0].is_too_much);
}

TEST_CASE("who can come is who is free with the ways to what they are named for")
{
    Problem problem = two_talks();
    name(problem, 0, {0});
    const auto free_at = [&](Placement second) {
        const Plan plan = held(problem, {{at(0, 9), 0}, second});
        return who_can(problem, plan, find_cover(problem, plan).needs.back());
    };

    CHECK(free_at({at(0, 11), 1}) == std::vector<Index>{0, 1});
    CHECK(free_at({at(0, 10, 30), 1}) == std::vector<Index>{1});
}

TEST_CASE("without one interpreter exactly those pairs are lost that are covered with them alone")
{
    std::mt19937 random(20261130);
    int lost_in_all = 0;
    for (int i = 0; i < 400; ++i) {
        const Problem problem = test::interpreted_forum(random, 5);
        const Plan plan = test::interpreted_plan(problem, random);
        const InterpreterCover cover = find_cover(problem, plan);
        for (Index who = 0; who < 3; ++who) {
            const Problem rest = without_interpreters(problem, std::vector<Index>{who});
            const auto before = covered_by(cover);
            const auto after = covered_by(find_cover(rest, held(rest, plan.placements())));
            std::set<std::pair<Index, Index>> lost;
            for (const std::size_t place : lost_without(cover, who)) {
                lost.emplace(cover.needs[place].session, cover.needs[place].pair);
            }
            std::set<std::pair<Index, Index>> expected;
            for (const auto& each : before) {
                if (!after.contains(each)) {
                    expected.insert(each);
                }
            }
            REQUIRE(lost == expected);
            lost_in_all += static_cast<int>(lost.size());
        }
    }
    CHECK(lost_in_all > 100);
}

} // TEST_SUITE
