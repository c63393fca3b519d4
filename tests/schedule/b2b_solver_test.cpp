#include "schedule/b2b_solver.hpp"

#include "core/files.hpp"
#include "schedule/small_b2b.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace dostyk;
using schedule::sat::SearchEnd;

TEST_SUITE("schedule/b2b_solver") {

TEST_CASE("the fewest breaks are those of trying all plans, and impossible is proved")
{
    CHECK(rc::check([] {
        const auto forum = test::any_forum();
        const int fairness = *rc::gen::inRange(0, 3);
        const auto fewest = test::fewest_by_trial(forum, fairness);

        const auto solution = schedule::solve_b2b(forum, fairness, {}, [](const auto&) {});

        RC_ASSERT(solution.search.end == (fewest ? SearchEnd::proved : SearchEnd::impossible));
        RC_ASSERT(solution.search.upper.has_value() == fewest.has_value());
        RC_ASSERT((!fewest || *solution.search.upper == *fewest));
        RC_ASSERT(solution.slots.size() == (fewest ? forum.meetings.size() : 0));
    }));
}

TEST_CASE("what may be left out, limits and three at a table: no plan of all costs less")
{
    CHECK(rc::check([] {
        const auto desk = test::any_desk();
        const int fairness = *rc::gen::inRange(0, 3);

        const auto solution = schedule::solve_b2b(desk, fairness, {}, [](const auto&) {});

        const auto least = test::fewest_by_trial(desk, fairness);
        RC_ASSERT(solution.search.upper.has_value() == least.has_value());
        if (least) {
            RC_ASSERT(solution.search.end == SearchEnd::proved);
            RC_ASSERT(*solution.search.upper == *least);
        }
    }));
}

TEST_CASE("more meetings than the slots and tables can hold are impossible")
{
    auto forum = test::make_forum(6, 2, {{0, 1}, {2, 3}, {4, 5}});
    forum.tables = 1;

    const auto solution = schedule::solve_b2b(forum, 2, {}, [](const auto&) {});

    CHECK(solution.search.end == SearchEnd::impossible);
}

TEST_CASE("a circle of precedences is impossible")
{
    auto forum = test::make_forum(2, 5, {{0, 1}, {0, 1}, {0, 1}});
    forum.earlier = {{1}, {2}, {0}};

    const auto solution = schedule::solve_b2b(forum, 2, {}, [](const auto&) {});

    CHECK(solution.search.end == SearchEnd::impossible);
}

TEST_CASE("plans are told as they get better, each sound")
{
    const auto forum = test::make_forum(
        6, 8, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 4}, {2, 5}, {3, 4}, {3, 5}, {4, 5}});
    std::vector<schedule::sat::Cost> told;

    const auto solution =
        schedule::solve_b2b(forum, 2, {}, [&](const schedule::B2bSolution& better) {
            const auto check = schedule::check_b2b(forum, better.slots, 2);
            CHECK(check.fault == schedule::B2bFault::sound);
            CHECK(check.breaks == better.search.upper);
            told.push_back(check.breaks);
        });

    REQUIRE_FALSE(told.empty());
    CHECK(std::is_sorted(told.rbegin(), told.rend()));
    CHECK(solution.search.upper == told.back());
}

TEST_CASE("published instances have their published answers")
{
    const auto folder = test::source_root().parent_path() / "shared/scheduling/b2b";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: ", folder.string(), " is not there");
        return;
    }
    // The quickest ones: `dostyk solve` measures all of them.
    const std::pair<const char*, int> answers[] = {{"tic-12.original", 0},
                                                   {"tic-12crafc.original", 0},
                                                   {"tic-12.fixed020-Forb", 1},
                                                   {"forumt-14.original", 5},
                                                   {"tic-12.forb0003", -1}};
    for (const auto& [name, breaks] : answers) {
        CAPTURE(name);
        const auto text = read_file(folder / (std::string(name) + ".dzn"));
        REQUIRE(text);
        const auto instance = schedule::read_b2b(*text, name);
        REQUIRE(instance);

        const auto solution = schedule::solve_b2b(*instance, 2, {}, [](const auto&) {});

        CHECK(solution.search.upper.value_or(-1) == breaks);
        CHECK((solution.search.end == SearchEnd::impossible) == (breaks < 0));
    }
}

} // TEST_SUITE
