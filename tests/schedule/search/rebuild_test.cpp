#include "schedule/search/rebuild.hpp"

#include "schedule/search/first_plan.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/search/rebuild") {

TEST_CASE("a rebuilt plan costs at most so much, a refused one is as it was")
{
    constexpr std::int64_t weight = 100;
    std::mt19937 random(41);
    int taken = 0;
    int refused = 0;
    for (int round = 0; round < 40; ++round) {
        const Problem problem = test::random_forum(random, 14);
        const Slots slots(problem);
        Dice dice(static_cast<std::uint64_t>(round));
        Scorer scorer(problem, Plan(problem));
        place_all(scorer, problem, slots, dice);
        std::vector<Index> indices;
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            if (!slots.of(static_cast<Index>(i)).empty()) {
                indices.push_back(static_cast<Index>(i));
            }
        }
        if (indices.empty()) {
            continue;
        }
        const Movable movable(problem, indices);
        MoveRoom room(problem, scorer.plan(), slots);
        const MoveContext context{problem, scorer.plan(), slots, movable, room};
        for (int i = 0; i < 20; ++i) {
            const std::vector<Placement> before = scorer.plan().placements();
            const std::int64_t cost = scorer.score().hard * weight + scorer.score().soft;
            if (rebuild(scorer, context, dice.pick(indices), dice, weight, cost)) {
                ++taken;
                CHECK(scorer.score().hard * weight + scorer.score().soft <= cost);
                for (const Index each : indices) {
                    CHECK(scorer.plan()[each].is_placed());
                }
            } else {
                ++refused;
                CHECK(scorer.plan().placements() == before);
            }
            REQUIRE(scorer.score() == compute_score(problem, scorer.plan()));
        }
    }
    CHECK(taken > 20);
    CHECK(refused > 20);
}

} // TEST_SUITE
