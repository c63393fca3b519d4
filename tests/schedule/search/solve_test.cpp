#include "schedule/search/solve.hpp"

#include "schedule/plan_check.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

std::vector<Placement> nowhere(const Problem& problem)
{
    return std::vector<Placement>(problem.sessions.size());
}

/// Ten sessions of one or both of two people, in two days.
Problem forum_with_room()
{
    Problem problem = test::small_forum(2);
    for (int i = 0; i < 10; ++i) {
        problem.sessions.push_back(
            test::session_of(problem, "s" + std::to_string(i), {i % 2, (i / 2) % 2 == 0 ? 0 : 1}));
        auto& required = problem.sessions.back().required;
        std::sort(required.begin(), required.end());
        required.erase(std::unique(required.begin(), required.end()), required.end());
    }
    problem.finish();
    return problem;
}

} // namespace

TEST_SUITE("schedule/search/solve") {

TEST_CASE("the same seed and number of moves give the same plan, whichever thread is faster")
{
    std::mt19937 random(17);
    const Problem problem = test::random_forum(random, 20, 3);
    for (const int threads : {1, 2, 3, 4}) {
        const SolveRequest request{.seed = 3, .moves = 4000, .threads = threads};
        const Solved one = solve(problem, nowhere(problem), request);
        const Solved other = solve(problem, nowhere(problem), request);
        CHECK(one.placements == other.placements);
        CHECK(one.score == other.score);
        // Each walk goes on until the round in which it has tried as many.
        const int walks = (threads + 1) / 2;
        CHECK(one.moves >= walks * 4000);
        CHECK(one.moves < walks * 4200);
    }
    // Where there is room, another seed goes another way.
    const Problem roomy = forum_with_room();
    const Solved first = solve(roomy, nowhere(roomy), {.seed = 3, .moves = 64});
    const Solved another = solve(roomy, nowhere(roomy), {.seed = 4, .moves = 64});
    CHECK(first.placements != another.placements);
}

TEST_CASE("a forum that can be held is planned so, and the checker has nothing to say")
{
    const Problem problem = forum_with_room();
    const Solved solved = solve(problem, nowhere(problem), {.seed = 1, .moves = 20000});
    CHECK(solved.score.hard == 0);
    CHECK(solved.first_feasible >= 0);
    CHECK(check_plan(problem, solved.placements).empty());
}

TEST_CASE("progress never gets worse, and cancelling gives the best plan so far")
{
    std::mt19937 random(23);
    const Problem problem = test::random_forum(random, 30, 3);
    std::stop_source stop;
    std::vector<Score> seen;
    std::jthread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        stop.request_stop();
    });
    const Solved solved =
        solve(problem, nowhere(problem), {.seconds = 600, .threads = 2}, stop.get_token(),
              [&](const SolveProgress& progress) { seen.push_back(progress.best); });
    CHECK(solved.is_cancelled);
    CHECK(solved.seconds < 60);
    REQUIRE_FALSE(seen.empty());
    for (std::size_t i = 1; i < seen.size(); ++i) {
        CHECK(seen[i] < seen[i - 1]);
    }
    CHECK_FALSE(seen.back() < solved.score);
}

} // TEST_SUITE
