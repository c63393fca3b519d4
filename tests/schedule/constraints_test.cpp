// Each rule at the edge of being broken; the laws that all of them keep are in scorer_test.

#include "schedule/constraints/catalogue.hpp"
#include "schedule/interpreter_forum.hpp"
#include "schedule/scorer.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

/// What a plan costs by one rule, in its units.
int amount_of(const Problem& problem, const std::vector<Placement>& placements, RuleId rule)
{
    Plan plan(problem);
    for (std::size_t i = 0; i < placements.size(); ++i) {
        plan.place(static_cast<Index>(i), placements[i]);
    }
    int amount = 0;
    for (const Violation& each : explain(problem, plan)) {
        amount += each.rule == rule ? each.amount : 0;
    }
    return amount;
}

/// Two sessions of an hour for the delegation "a".
Problem two_sessions()
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0}),
                        test::session_of(problem, "other", {0})};
    problem.finish();
    return problem;
}

/// The same two, which need "kk-ky", and one who speaks it.
Problem two_interpreted_sessions()
{
    Problem problem = two_sessions();
    problem.attendees.push_back(test::interpreter("speaker", {0}));
    problem.pairs = {"kk-ky"};
    problem.sessions[0].pairs = {0};
    problem.sessions[1].pairs = {0};
    problem.finish();
    return problem;
}

} // namespace

TEST_SUITE("schedule/constraints") {

TEST_CASE("H02: half-open times may touch, and may not overlap")
{
    const Problem problem = two_sessions();
    const auto at_minute = [&](int minute) {
        return amount_of(problem, {{at(0, 9), 0}, {at(0, 9, minute), 0}}, RuleId::h02);
    };
    CHECK(at_minute(60) == 0);
    CHECK(at_minute(59) == 1);
    CHECK(at_minute(0) == 4);
}

TEST_CASE("H03: a gap as long as the way is enough")
{
    const Problem problem = two_sessions();
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 11), 1}}, RuleId::h03) == 0);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10, 45), 1}}, RuleId::h03) == 1);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10), 0}}, RuleId::h03) == 0);
    // Over midnight, too.
    CHECK(amount_of(problem, {{at(0, 22, 30), 0}, {at(1, 0), 1}}, RuleId::h03) == 2);
}

TEST_CASE("H04: time to set up and to clear away lies between two sessions of a hall")
{
    Problem problem = two_sessions();
    problem.venues[0].setup = 15;
    problem.venues[0].teardown = 15;
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10, 30), 0}}, RuleId::h04) == 0);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10, 15), 0}}, RuleId::h04) == 1);
    problem.venues[0].parallel = 2;
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 9), 0}}, RuleId::h04) == 0);
}

TEST_CASE("H04: a hall that is not cleared away by midnight is not free the next morning")
{
    Problem problem = two_sessions();
    problem.venues[0].teardown = 60;
    problem.venues[0].setup = 8 * 60;
    const std::vector<Placement> plan{{at(0, 23), 0}, {at(1, 8), 0}};
    CHECK(amount_of(problem, plan, RuleId::h04) == 4); // ready at 1:00, wanted at 0:00
    CHECK(amount_of(problem, {plan[0], {at(1, 9), 0}}, RuleId::h04) == 0);
    CHECK(amount_of(problem, {plan[0], {at(1, 8), 1}}, RuleId::h04) == 0);
    const auto told = explain(problem, Plan(problem, plan));
    CHECK(std::any_of(told.begin(), told.end(), [](const Violation& each) {
        return each.rule == RuleId::h04 && each.sessions == std::vector<Index>{0, 1};
    }));
    problem.venues[0].parallel = 2;
    CHECK(amount_of(problem, plan, RuleId::h04) == 0);
}

TEST_CASE("H12, H17: who is kept apart is so over midnight, too")
{
    Problem problem = two_sessions();
    problem.groups = {"one-of"};
    problem.sessions[0].groups = {0};
    problem.sessions[1].groups = {0};
    problem.sessions[1].required = {1};
    problem.relations = {{RelationKind::apart, 0, 1, 0, {}}};
    problem.finish();
    const std::vector<Placement> late{{at(0, 23, 30), 0}, {at(1, 0), 0}};
    const std::vector<Placement> turned{late[1], late[0]};
    for (const auto& plan : {late, turned}) {
        CHECK(amount_of(problem, plan, RuleId::h12) == 2);
        CHECK(amount_of(problem, plan, RuleId::h17) == 2);
    }
    CHECK(amount_of(problem, {late[0], {at(1, 0, 30), 0}}, RuleId::h12) == 0);
    CHECK(amount_of(problem, {late[0], {at(1, 0), 1}}, RuleId::h17) == 0);
}

TEST_CASE("H05: seats that are not known are no conflict")
{
    Problem problem = two_sessions();
    problem.sessions[0].size = 40;
    CHECK(amount_of(problem, {{at(0, 9), 0}, {}}, RuleId::h05) == 0);
    problem.venues[0].capacity = 40;
    CHECK(amount_of(problem, {{at(0, 9), 0}, {}}, RuleId::h05) == 0);
    problem.venues[0].capacity = 37;
    CHECK(amount_of(problem, {{at(0, 9), 0}, {}}, RuleId::h05) == 3);
}

TEST_CASE("H08: the hours of the day are those of the venue's clock")
{
    Problem problem = two_sessions();
    problem.venues[1].clock_shift = {60, 60}; // an hour ahead
    CHECK(amount_of(problem, {{at(0, 8), 0}, {}}, RuleId::h08) == 0);
    CHECK(amount_of(problem, {{at(0, 7), 1}, {}}, RuleId::h08) == 0);
    CHECK(amount_of(problem, {{at(0, 7), 0}, {}}, RuleId::h08) == 4);
    CHECK(amount_of(problem, {{at(0, 19), 1}, {}}, RuleId::h08) == 4);
}

TEST_CASE("H11: a lag is kept from the end of the one to the beginning of the other")
{
    Problem problem = two_sessions();
    problem.relations = {{RelationKind::before, 0, 1, 30, 60}};
    problem.finish();
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10, 30), 0}}, RuleId::h11) == 0);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10, 15), 0}}, RuleId::h11) == 1);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 11, 15), 0}}, RuleId::h11) == 1);
    CHECK(amount_of(problem, {{at(0, 11), 0}, {at(0, 9), 0}}, RuleId::h11) > 4);
}

TEST_CASE("H13: one interpreter is at one session at a time, and who is named is not in the pool")
{
    Problem problem = two_interpreted_sessions();
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10), 0}}, RuleId::h13) == 0);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 9, 30), 1}}, RuleId::h13) == 2);
    problem.sessions[1].required = {0, 2};
    problem.finish();
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 11), 0}}, RuleId::h13) == 0);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 9), 1}}, RuleId::h13) == 4);
}

TEST_CASE("H13: who speaks over midnight is not free for what begins after it")
{
    Problem problem = two_interpreted_sessions();
    const std::vector<Placement> late{{at(0, 23, 30), 0}, {at(1, 0), 1}};

    CHECK(amount_of(problem, late, RuleId::h13) == 2);
    CHECK(amount_of(problem, {late[0], {at(1, 0, 30), 1}}, RuleId::h13) == 0);
    Scorer scorer(problem, Plan(problem, late));
    scorer.apply(std::vector<Shift>{{0, {at(0, 22), 0}}});
    CHECK(scorer.score() == compute_score(problem, scorer.plan()));
    scorer.apply(std::vector<Shift>{{0, late[0]}});
    CHECK(scorer.score() == compute_score(problem, scorer.plan()));
    problem.sessions[0].required.push_back(2); // who is named, and not out of the pool
    problem.finish();
    CHECK(amount_of(problem, late, RuleId::h13) == 2);
    CHECK(amount_of(problem, {late[0], {at(1, 0, 30), 1}}, RuleId::h13) == 0);
}

TEST_CASE("H13: a booth takes several interpreters where the session is too long for one")
{
    Problem problem = two_sessions();
    problem.attendees.push_back(test::interpreter("speaker", {0}));
    problem.attendees.push_back(test::interpreter("speaker-too", {0}));
    problem.pairs = {"kk-ky"};
    problem.sessions[0].pairs = {0};
    problem.finish();
    const std::vector<Placement> once{{at(0, 9), 0}, {at(0, 9), 1}};

    problem.book.customs.booth_size = 2;
    CHECK(amount_of(problem, once, RuleId::h13) == 0);
    problem.sessions[1].pairs = {0};
    problem.finish();
    CHECK(amount_of(problem, once, RuleId::h13) == 8);
    problem.book.customs.solo_min = 60;
    CHECK(amount_of(problem, once, RuleId::h13) == 0);
    problem.book.customs.solo_min = 30;
    problem.sessions[1].required = {0, 2, 3};
    problem.finish();
    CHECK(amount_of(problem, once, RuleId::h13) == 8);
}

TEST_CASE("H15: an hour for a meal, which a reception is itself, and a night's rest")
{
    Problem problem = two_sessions();
    problem.sessions[0].duration = 120;
    const std::vector<Placement> through_noon{{at(0, 11, 30), 0}, {at(0, 13, 45), 0}};
    CHECK(amount_of(problem, through_noon, RuleId::h15) == 3);
    problem.sessions[0].is_meal = true;
    CHECK(amount_of(problem, through_noon, RuleId::h15) == 0);
    problem.sessions[0].is_meal = false;
    CHECK(amount_of(problem, {{at(0, 20), 0}, {at(1, 8), 0}}, RuleId::h15) == 0);
    CHECK(amount_of(problem, {{at(0, 20, 30), 0}, {at(1, 8), 0}}, RuleId::h15) == 2);
}

TEST_CASE("H19: who comes to a crossing that is closed needs more than the way")
{
    Problem problem = two_sessions();
    Journey way = problem.travel.journey(0, 1);
    way.by_departure.assign(static_cast<std::size_t>(at(2, 0) / TravelTable::step), 60);
    way.by_departure[static_cast<std::size_t>(at(0, 10) / TravelTable::step)] = 150;
    problem.travel.set(0, 1, way);
    const std::vector<Placement> plan{{at(0, 9), 0}, {at(0, 11), 1}};
    CHECK(amount_of(problem, plan, RuleId::h03) == 0);
    CHECK(amount_of(problem, plan, RuleId::h19) == 6);
    CHECK(amount_of(problem, {{at(0, 9, 15), 0}, {at(0, 11, 15), 1}}, RuleId::h19) == 0);
}

TEST_CASE("S01, S02: a pause that is customary is no gap, nor is the way")
{
    const Problem problem = two_sessions();
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 10, 30), 0}}, RuleId::s01) == 0);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 11), 0}}, RuleId::s01) == 2);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 11), 0}}, RuleId::s02) == 1);
    CHECK(amount_of(problem, {{at(0, 9), 0}, {at(0, 11, 30), 1}}, RuleId::s02) == 0);
}

TEST_CASE("S16: what is published and what many attend is dearer to move")
{
    Problem problem = two_sessions();
    problem.sessions[0].baseline = Placement{at(0, 9), 0};
    problem.sessions[0].size = 20;
    CHECK(amount_of(problem, {{at(0, 9), 0}, {}}, RuleId::s16) == 0);
    CHECK(amount_of(problem, {{at(0, 9), 1}, {}}, RuleId::s16) == 10);
    CHECK(amount_of(problem, {{at(0, 10), 0}, {}}, RuleId::s16) == 28);
    problem.sessions[0].is_published = true;
    CHECK(amount_of(problem, {{at(0, 10), 0}, {}}, RuleId::s16) == 140);
}

TEST_CASE("a session that is not to be held is missed by nobody")
{
    Problem problem = two_sessions();
    problem.sessions[0].pinned = Placement{at(0, 9), 0};
    Placement dropped;
    dropped.is_dropped = true;
    CHECK(amount_of(problem, {{}, {}}, RuleId::h01) == 2);
    CHECK(amount_of(problem, {{}, {}}, RuleId::h10) == 1);
    CHECK(amount_of(problem, {dropped, {}}, RuleId::h01) == 1);
    CHECK(amount_of(problem, {dropped, {}}, RuleId::h10) == 0);
}

} // TEST_SUITE
