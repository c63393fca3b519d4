#include "schedule/search/proposer.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

constexpr int draws = 4000;

struct Forum {
    explicit Forum(unsigned seed)
    : random(seed),
      problem(test::random_forum(random, 20, 3)),
      slots(problem),
      plan(test::random_plan(problem, random)),
      movable(problem, sessions_with_slots())
    {}

    [[nodiscard]] std::vector<Index> sessions_with_slots() const
    {
        std::vector<Index> found;
        // The first stays where it is.
        for (Index i = 1; i < static_cast<Index>(problem.sessions.size()); ++i) {
            if (!slots.of(i).empty()) {
                found.push_back(i);
            }
        }
        return found;
    }

    std::mt19937 random;
    Problem problem;
    Slots slots;
    Plan plan;
    Movable movable;
};

} // namespace

TEST_SUITE("schedule/search/proposer") {

TEST_CASE("what is proposed are slots of movable sessions, each once")
{
    const Forum forum(3);
    Proposer proposer(forum.problem, forum.plan, forum.slots, forum.movable, 1);
    Proposal proposal;
    int drawn = 0;
    for (int i = 0; i < draws; ++i) {
        if (!proposer.draw({.heat = 1, .is_broken = true, .troubled = {}}, proposal)) {
            continue;
        }
        ++drawn;
        std::set<Index> moved;
        for (const Shift& each : proposal.shifts) {
            CHECK(forum.movable.has(each.session));
            CHECK(forum.slots.has(each.session, each.to));
            CHECK(moved.insert(each.session).second);
        }
    }
    CHECK(drawn > draws / 4);
}

TEST_CASE("while hard rules are broken, sessions in trouble are drawn more often")
{
    const Forum forum(4);
    const Index troubled = forum.movable.all().front();
    const auto share_of = [&](const Outlook& outlook) {
        Proposer proposer(forum.problem, forum.plan, forum.slots, forum.movable, 2);
        Proposal proposal;
        int drawn = 0;
        int of_it = 0;
        for (int i = 0; i < draws; ++i) {
            if (proposer.draw(outlook, proposal)) {
                ++drawn;
                of_it += proposal.shifts.front().session == troubled ? 1 : 0;
            }
        }
        REQUIRE(drawn > 0);
        return static_cast<double>(of_it) / drawn;
    };
    const double usual = share_of({.heat = 1, .is_broken = true, .troubled = {}});
    REQUIRE(usual > 0);
    CHECK(share_of({.heat = 1, .is_broken = true, .troubled = {troubled}}) > 3 * usual);
}

TEST_CASE("what may be lost by a move is as much as the heat, on average")
{
    const Forum forum(5);
    Proposer proposer(forum.problem, forum.plan, forum.slots, forum.movable, 3);
    Proposal proposal;
    for (const double heat : {5.0, 80.0}) {
        proposer.warm(heat);
        double sum = 0;
        for (int i = 0; i < draws; ++i) {
            (void)proposer.draw({.heat = heat, .is_broken = false, .troubled = {}}, proposal);
            CHECK(proposal.allowance >= 0);
            sum += static_cast<double>(proposal.allowance);
        }
        // Half a unit is lost by rounding down; five standard errors of an exponential draw.
        CHECK(sum / draws == doctest::Approx(heat - 0.5).epsilon(5 / std::sqrt(draws)));
    }
}

} // TEST_SUITE
