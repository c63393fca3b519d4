#include "schedule/search/start_set.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace dostyk::schedule;

namespace {

std::vector<std::size_t> all_of(const StartSet& starts)
{
    std::vector<std::size_t> all;
    for (int i = 0; i < starts.count(); ++i) {
        all.push_back(starts.nth(i));
    }
    return all;
}

} // namespace

TEST_SUITE("schedule/search/start_set") {

TEST_CASE("a grid tells the first time after a minute, and not before it")
{
    const DayGrid grid{-300, 15};
    CHECK(grid.at(2) == -270);
    CHECK(grid.from(-400) == 0);
    CHECK(grid.from(-300) == 0);
    CHECK(grid.after(-300) == 1);
    CHECK(grid.from(-299) == 1);
    CHECK(grid.from(-285) == 1);
    CHECK(grid.after(-271) == 2);
}

TEST_CASE("a grid counts as a division does, however far off")
{
    std::mt19937 random(10);
    std::uniform_int_distribution<Minute> minutes(-5'000, 2'800'000);
    for (const Minute grain : {1, 5, 7, 15, 45, 60, 1440}) {
        const DayGrid grid{-300, grain};
        for (int i = 0; i < 20'000; ++i) {
            // Near the steps as well: the last of one and the first of the next.
            const Minute minute =
                i % 3 == 0 ? minutes(random) / grain * grain - 300 - i % 2 : minutes(random);
            const Minute since = minute + 300;
            const auto expected = static_cast<std::size_t>(since < 0 ? 0 : since / grain + 1);
            REQUIRE(grid.after(minute) == expected);
        }
    }
}

TEST_CASE("a set of starts is one of whole numbers: adding, removing, counting, edges")
{
    constexpr std::size_t size = 3 * starts_a_word;
    std::mt19937 random(9);
    std::uniform_int_distribution<std::size_t> any(0, size - 1);
    for (int round = 0; round < 200; ++round) {
        StartSet starts(std::size_t{3});
        std::set<std::size_t> expected;
        for (int i = 0; i < 120; ++i) {
            // Many next to each other, so that there are edges and what lies between them.
            const std::size_t index = round % 2 == 0 ? any(random) : any(random) % 90 + 40;
            starts.add(index);
            expected.insert(index);
        }
        const std::size_t begin = any(random);
        const std::size_t end = any(random) + static_cast<std::size_t>(round % 70);
        for (std::size_t word = 0; word < starts.words().size(); ++word) {
            starts.words()[word] &= ~StartSet::bits_of_range(word, begin, end);
        }
        std::erase_if(expected, [&](std::size_t each) { return begin <= each && each < end; });
        REQUIRE(all_of(starts) == std::vector(expected.begin(), expected.end()));
        for (std::size_t i = 0; i < size + 5; ++i) {
            REQUIRE(starts.has(i) == expected.contains(i));
        }
        starts.keep_edges();
        const auto is_inner = [&](std::size_t each) {
            return each > 0 && expected.contains(each - 1) && expected.contains(each + 1);
        };
        std::vector<std::size_t> edges;
        for (const std::size_t each : expected) {
            if (!is_inner(each)) {
                edges.push_back(each);
            }
        }
        REQUIRE(all_of(starts) == edges);
    }
}

} // TEST_SUITE
