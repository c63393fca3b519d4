#include "schedule/b2b_check.hpp"

#include "schedule/small_b2b.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace dostyk;
using schedule::B2bFault;
using schedule::check_b2b;

namespace {

/// Two buyers (0, 1) and two sellers (2, 3), each pair once.
schedule::B2bInstance forum()
{
    return test::make_forum(4, 4, {{0, 2}, {0, 3}, {1, 2}, {1, 3}});
}

} // namespace

TEST_SUITE("schedule/b2b_check") {

TEST_CASE("a sound plan passes with its breaks counted")
{
    const auto close = check_b2b(forum(), std::vector{0, 1, 1, 0}, 2);
    CHECK(close.fault == B2bFault::sound);
    CHECK(close.breaks == 0);

    const auto apart = check_b2b(forum(), std::vector{0, 2, 2, 0}, 2);
    CHECK(apart.fault == B2bFault::sound);
    CHECK(apart.breaks == 4);
}

TEST_CASE("one break is one wait, however long, and lunch is none")
{
    auto instance = test::make_forum(4, 9, {{0, 1}, {0, 2}, {0, 3}});
    instance.morning_slots = 4;

    CHECK(schedule::compute_breaks(instance, std::vector{8, 0, 1}) == std::vector{1, 0, 0, 0});
    CHECK(schedule::compute_breaks(instance, std::vector{3, 4, 5}) == std::vector{0, 0, 0, 0});
    CHECK(schedule::compute_breaks(instance, std::vector{0, 2, 4}) == std::vector{2, 0, 0, 0});
}

TEST_CASE("a plan of another size, or with a slot that is not there, is broken")
{
    CHECK(check_b2b(forum(), std::vector{0, 1, 1}, 2).fault == B2bFault::size);
    CHECK(check_b2b(forum(), std::vector{0, 1, 1, 4}, 2).fault == B2bFault::slot);
    CHECK(check_b2b(forum(), std::vector{-1, 1, 1, 0}, 2).fault == B2bFault::slot);
}

TEST_CASE("nobody is in two meetings at once, and no slot has more meetings than tables")
{
    const auto twice = check_b2b(forum(), std::vector{0, 0, 1, 2}, 2);
    CHECK(twice.fault == B2bFault::person);
    CHECK(twice.meeting == 1);

    auto narrow = forum();
    narrow.tables = 1;
    CHECK(check_b2b(narrow, std::vector{0, 1, 1, 0}, 2).fault == B2bFault::tables);
    CHECK(check_b2b(narrow, std::vector{0, 1, 2, 3}, 2).fault == B2bFault::sound);
}

TEST_CASE("part of the day, forbidden slots, fixed meetings and precedences are kept to")
{
    const std::vector plan{0, 1, 1, 0};

    auto parts = forum();
    parts.morning_slots = 1;
    parts.meetings[0].part = schedule::PartOfDay::morning;
    parts.meetings[1].part = schedule::PartOfDay::afternoon;
    CHECK(check_b2b(parts, plan, 2).fault == B2bFault::sound);
    parts.meetings[1].part = schedule::PartOfDay::morning;
    CHECK(check_b2b(parts, plan, 2).fault == B2bFault::part);
    parts.meetings[1].part = schedule::PartOfDay::any;
    parts.meetings[0].part = schedule::PartOfDay::afternoon;
    CHECK(check_b2b(parts, plan, 2).fault == B2bFault::part);

    auto forbidden = forum();
    forbidden.forbidden[3] = {2, 0};
    CHECK(check_b2b(forbidden, plan, 2).fault == B2bFault::forbidden);

    auto fixed = forum();
    fixed.fixed = {0, -1, -1, -1};
    CHECK(check_b2b(fixed, plan, 2).fault == B2bFault::sound);
    fixed.fixed[2] = 0;
    CHECK(check_b2b(fixed, plan, 2).fault == B2bFault::fixed);

    auto earlier = forum();
    earlier.earlier[1] = {0};
    CHECK(check_b2b(earlier, plan, 2).fault == B2bFault::sound);
    earlier.earlier[3] = {0}; // At the same time is not before.
    CHECK(check_b2b(earlier, plan, 2).fault == B2bFault::precedence);
}

TEST_CASE("breaks may differ by the fairness and no more")
{
    const auto instance = test::make_forum(4, 5, {{0, 1}, {0, 2}, {0, 3}});
    const std::vector plan{0, 2, 4};

    CHECK(check_b2b(instance, plan, 2).fault == B2bFault::sound);
    CHECK(check_b2b(instance, plan, 1).fault == B2bFault::fairness);
    CHECK(check_b2b(instance, plan, std::nullopt).fault == B2bFault::sound);
}

TEST_CASE("what may be left out is, what is closed or over the limit is a fault")
{
    auto instance = forum();
    const std::vector plan{0, -1, 1, 0};
    CHECK(check_b2b(instance, plan, 2).fault == B2bFault::slot);
    instance.meetings[1].left_out_cost = 10;
    CHECK(check_b2b(instance, plan, 2).fault == B2bFault::sound);
    CHECK(schedule::compute_breaks(instance, plan) == std::vector{0, 0, 0, 0});

    instance.meetings[0].closed = {0};
    CHECK(check_b2b(instance, plan, 2).fault == B2bFault::slot);
    instance.meetings[0].closed = {1};
    instance.most = {2, 1, 2, 2};
    const auto over = check_b2b(instance, plan, 2);
    CHECK(over.fault == B2bFault::limit);
    CHECK(over.meeting == 3);
}

TEST_CASE("three at one table are all of them there")
{
    auto instance = test::make_forum(4, 2, {{0, 1}, {2, 3}});
    instance.tables = 1;
    instance.meetings[0].others = {2};
    instance.meetings_of[2].insert(instance.meetings_of[2].begin(), 0);
    CHECK(instance.meetings[0].people() == std::vector{0, 1, 2});
    CHECK(check_b2b(instance, std::vector{0, 1}, 2).fault == B2bFault::sound);
    instance.tables = 2;
    CHECK(check_b2b(instance, std::vector{0, 0}, 2).fault == B2bFault::person);
    instance.forbidden[2] = {0};
    CHECK(check_b2b(instance, std::vector{0, 1}, 2).fault == B2bFault::forbidden);
}

} // TEST_SUITE
