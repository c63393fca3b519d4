#include "schedule/interval.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <vector>

using namespace dostyk::schedule;

namespace {

bool covers(const Intervals& intervals, Minute minute)
{
    return outside({minute, minute + 1}, intervals) == 0;
}

Intervals any_intervals()
{
    const auto ends = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 60), rc::gen::inRange(0, 60)));
    Intervals all;
    for (const auto& [begin, end] : ends) {
        all.push_back({begin, end});
    }
    return united(all);
}

} // namespace

TEST_SUITE("schedule/interval") {

TEST_CASE("two intervals overlap by what they share, however they lie to each other")
{
    struct Case {
        const char* relation;
        Interval other;
        Minute shared;
    };
    const Interval one{10, 20};
    for (const Case& each : std::vector<Case>{{"before", {0, 5}, -5},
                                              {"meets", {0, 10}, 0},
                                              {"overlaps", {5, 15}, 5},
                                              {"starts", {10, 15}, 5},
                                              {"during", {12, 18}, 6},
                                              {"finishes", {15, 20}, 5},
                                              {"equals", {10, 20}, 10},
                                              {"finished by", {5, 20}, 10},
                                              {"contains", {5, 25}, 10},
                                              {"started by", {10, 25}, 10},
                                              {"overlapped by", {15, 25}, 5},
                                              {"met by", {20, 30}, 0},
                                              {"after", {25, 30}, -5}}) {
        CAPTURE(each.relation);
        CHECK(overlap(one, each.other) == each.shared);
        CHECK(overlap(each.other, one) == each.shared);
    }
}

TEST_CASE("what touches is joined, and what is empty is left out")
{
    CHECK(united({{5, 8}, {0, 5}, {9, 9}, {12, 11}, {20, 30}, {22, 25}}) ==
          Intervals{{0, 8}, {20, 30}});
}

TEST_CASE("sets of times are united, shared and taken away minute by minute")
{
    CHECK(rc::check([] {
        const Intervals a = any_intervals();
        const Intervals b = any_intervals();
        for (Minute minute = 0; minute < 60; ++minute) {
            RC_ASSERT(covers(shared(a, b), minute) == (covers(a, minute) && covers(b, minute)));
            RC_ASSERT(covers(without(a, b), minute) == (covers(a, minute) && !covers(b, minute)));
        }
    }));
}

TEST_CASE("what lies outside is counted in minutes")
{
    CHECK(outside({0, 60}, {}) == 60);
    CHECK(outside({0, 60}, {{10, 20}, {50, 90}}) == 40);
    CHECK(outside({10, 20}, {{0, 30}}) == 0);
}

} // TEST_SUITE
