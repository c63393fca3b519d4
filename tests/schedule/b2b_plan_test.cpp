#include "schedule/b2b_plan.hpp"

#include "core/message.hpp"
#include "core/process_usage.hpp"
#include "schedule/b2b_check.hpp"
#include "schedule/small_desk.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <set>

using namespace dostyk;
using schedule::B2bDesk;
using schedule::B2bPlan;
using schedule::B2bReason;
using test::desk_of;
using test::plan_of;
using test::refs;
using test::request;
using test::small_desk;
using test::stated;

namespace {

B2bReason only_reason(const B2bPlan& plan)
{
    REQUIRE(plan.unmet.size() == 1);
    CHECK(has_message("b2b.reason." + std::string(name_of(plan.unmet[0].reason))));
    return plan.unmet[0].reason;
}

} // namespace

TEST_SUITE("schedule/b2b_plan") {

TEST_CASE("every wish has a slot and a table, and nobody sits at two")
{
    auto entities = small_desk();
    for (const auto& [id, a, b] :
         {std::tuple{"1", "a", "b"}, {"2", "c", "d"}, {"3", "a", "d"}, {"4", "c", "b"}}) {
        entities.push_back(request(id, a, {b}));
    }
    const B2bDesk desk = desk_of(entities);
    const B2bPlan plan = plan_of(desk);
    CHECK(plan.met() == 4);
    CHECK(plan.is_proved);
    CHECK(plan.breaks == 0);
    std::set<std::pair<int, int>> seats;
    for (std::size_t i = 0; i < plan.slots.size(); ++i) {
        CHECK(plan.tables[i] >= 0);
        CHECK(plan.tables[i] < 2);
        CHECK(seats.emplace(plan.slots[i], plan.tables[i]).second);
    }
    CHECK(meetings_of(desk, plan, 0).size() == 2);
}

TEST_CASE("what weighs more is met first, and the rest says that the tables were taken")
{
    auto entities = small_desk(1);
    int number = 0;
    for (const auto& [a, b] : {std::pair{"a", "b"}, {"c", "d"}, {"a", "c"}, {"b", "d"}}) {
        const double points = ++number == 2 ? 1 : 2;
        entities.push_back(stated(request(std::to_string(number), a, {b}), "match_score", points));
    }
    const B2bPlan plan = plan_of(desk_of(entities));
    CHECK(plan.is_proved);
    CHECK(plan.unmet_score == 1);
    CHECK(plan.least_unmet == 1);
    CHECK(only_reason(plan) == B2bReason::tables);
    CHECK(plan.unmet[0].wish == 1);
}

TEST_CASE("each reason is told: nobody is free, another meeting, the limit")
{
    auto entities = small_desk(5);
    for (const char* other : {"b", "c", "d", "e"}) { // four meetings in three slots
        entities.push_back(request(other, "a", {other}));
    }
    const B2bDesk four = desk_of(entities);
    const B2bPlan taken = plan_of(four);
    CHECK(only_reason(taken) == B2bReason::taken);
    CHECK(four.participants[static_cast<std::size_t>(taken.unmet[0].person)] == "a");

    auto limited = entities;
    limited.pop_back();
    limited[0] = stated(limited[0], "b2b_limit", 2.0);
    const B2bPlan over = plan_of(desk_of(limited));
    CHECK(only_reason(over) == B2bReason::limit);

    auto closed = small_desk();
    closed.push_back(
        stated(request("1", "a", {"b"}), "windows", std::vector<std::string>{"16:00-17:00"}));
    CHECK(only_reason(plan_of(desk_of(closed))) == B2bReason::never_free);
}

TEST_CASE("a meeting that would break fairness is left out with that reason")
{
    auto entities = small_desk(5);
    entities[0] = stated(entities[0], "planning", std::vector<std::string>{"breaks_apart 0"});
    entities.push_back(
        stated(request("1", "a", {"b"}), "windows", std::vector<std::string>{"14:00-14:20"}));
    entities.push_back(
        stated(request("2", "a", {"c"}), "windows", std::vector<std::string>{"14:40-15:00"}));
    CHECK(only_reason(plan_of(desk_of(entities))) == B2bReason::fairness);
}

TEST_CASE("pinned meetings that exclude each other are told")
{
    auto entities = small_desk();
    for (const char* other : {"b", "c"}) {
        const std::string session = std::string("at-") + other;
        entities.push_back(stated(request(other, "a", {other}), "session", refs({session})));
        entities.push_back(
            stated(test::busy(session.c_str(), "2026-05-12T14:20+05:00/2026-05-12T14:40+05:00", "a",
                              "hall"),
                   "pinned", true));
    }
    const auto plan = schedule::plan_b2b(desk_of(entities), {}, [](const auto&) {});
    REQUIRE_FALSE(plan);
    CHECK(plan.error().message.key == "error.b2b.pins_exclude");
    CHECK(has_message(plan.error().message.key));
}

TEST_CASE("what the project has planned is read back, with its tables")
{
    auto entities = small_desk();
    entities.push_back(stated(request("1", "a", {"b"}), "session", refs({"held"})));
    entities.push_back(request("2", "c", {"d"}));
    CHECK_FALSE(standing_plan(desk_of(entities)));
    entities.push_back(
        stated(test::busy("held", "2026-05-12T14:20+05:00/2026-05-12T14:40+05:00", "a", "hall"),
               "table", 2.0));
    const auto standing = standing_plan(desk_of(entities));
    REQUIRE(standing);
    CHECK(standing->slots == std::vector{1, -1});
    CHECK(standing->tables == std::vector{1, -1});
    CHECK(only_reason(*standing) == B2bReason::stopped);
}

TEST_CASE("a search that is stopped says how far it is proved")
{
    auto entities = small_desk();
    entities.push_back(request("1", "a", {"b"}));
    schedule::sat::Limits over;
    over.deadline = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    const auto plan = schedule::plan_b2b(desk_of(entities), over, [](const auto&) {});
    REQUIRE_FALSE(plan);
    CHECK(plan.error().message.key == "error.b2b.stopped");
}

TEST_CASE("sixty firms at thirty tables: nine of ten mutual requests and more have their place")
{
    // Each firm wishes to meet seven others, as far as they agree: a busy afternoon of ten slots.
    B2bDesk desk;
    desk.fairness = 2;
    schedule::B2bInstance& instance = desk.instance;
    instance.participants = 60;
    instance.slots = instance.morning_slots = 10;
    instance.tables = 30;
    instance.forbidden.resize(60);
    instance.meetings_of.resize(60);
    instance.most.assign(60, 8);
    desk.score_cost = 1 + 60 * 10 / 2;
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same forum each time
    std::set<std::pair<int, int>> asked;
    while (asked.size() < 240) {
        const int a = static_cast<int>(random() % 60);
        const int b = static_cast<int>(random() % 60);
        if (a == b || !asked.emplace(std::min(a, b), std::max(a, b)).second) {
            continue;
        }
        schedule::B2bWish wish;
        wish.requests = {std::to_string(asked.size())};
        wish.people = {a, b};
        wish.is_mutual = random() % 4 != 0;
        wish.score = wish.is_mutual ? 2 : 1;
        schedule::B2bMeeting meeting{a, b};
        meeting.left_out_cost = desk.score_cost * wish.score;
        const int index = static_cast<int>(desk.wishes.size());
        instance.meetings_of[static_cast<std::size_t>(a)].push_back(index);
        instance.meetings_of[static_cast<std::size_t>(b)].push_back(index);
        instance.meetings.push_back(meeting);
        desk.wishes.push_back(wish);
    }
    instance.fixed.assign(instance.meetings.size(), -1);
    instance.earlier.resize(instance.meetings.size());
    const double before_ms = process_cpu_ms();

    const auto plan = schedule::plan_b2b(desk, {}, [](const B2bPlan&) {});

    REQUIRE(plan);
    CHECK(plan->is_proved);
    CHECK(check_b2b(instance, plan->slots, desk.fairness).fault == schedule::B2bFault::sound);
    int mutual = 0;
    int met = 0;
    for (std::size_t i = 0; i < desk.wishes.size(); ++i) {
        mutual += desk.wishes[i].is_mutual ? 1 : 0;
        met += desk.wishes[i].is_mutual && plan->slots[i] >= 0 ? 1 : 0;
    }
    MESSAGE(met, " of ", mutual, " mutual, ", plan->met(), " of ", desk.wishes.size(),
            ", unmet score ", plan->unmet_score, ", breaks ", plan->breaks, ", ",
            (process_cpu_ms() - before_ms) / 1000, " s CPU");
    CHECK(met * 10 >= mutual * 9);
}

} // TEST_SUITE
