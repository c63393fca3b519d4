#include "schedule/search/heat_bath.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace dostyk::schedule;

TEST_SUITE("schedule/search/heat_bath") {

TEST_CASE("of several costs each is drawn as often as its share of exp(-cost / heat)")
{
    Dice dice(3);
    constexpr double heat = 20;
    HeatWeights weights;
    weights.warm(heat);
    // Neither the least first nor the most last: what was drawn before is weighed anew.
    const std::array<std::int64_t, 4> costs{10, -10, 30, 5};
    std::array<int, 4> drawn{};
    constexpr int draws = 30'000;
    for (int i = 0; i < draws; ++i) {
        HeatBath<std::size_t> bath(weights, dice);
        for (std::size_t each = 0; each < costs.size(); ++each) {
            bath.offer(each, costs[each]);
        }
        ++drawn[bath.drawn().value()];
    }
    double sum = 0;
    for (const std::int64_t cost : costs) {
        sum += std::exp(-static_cast<double>(cost) / heat);
    }
    for (std::size_t each = 0; each < costs.size(); ++each) {
        const double expected = draws * std::exp(-static_cast<double>(costs[each]) / heat) / sum;
        CAPTURE(each);
        // Five standard deviations of a count.
        CHECK(std::abs(drawn[each] - expected) < 5 * std::sqrt(expected));
    }
    CHECK_FALSE(HeatBath<int>(weights, dice).drawn().has_value());
}

TEST_CASE("what costs far more than another thing is not drawn, in either order")
{
    Dice dice(4);
    HeatWeights weights;
    weights.warm(2);
    CHECK(weights(0) == 1);
    CHECK(weights(2) == doctest::Approx(std::exp(-1)));
    CHECK(weights(1'000'000'000'000) == 0);
    for (int i = 0; i < 1000; ++i) {
        HeatBath<int> bath(weights, dice);
        bath.offer(1, 500);
        bath.offer(2, -500);
        bath.offer(3, 500);
        REQUIRE(bath.drawn() == 2);
    }
}

} // TEST_SUITE
