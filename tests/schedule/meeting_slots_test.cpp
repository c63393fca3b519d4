#include "schedule/meeting_slots.hpp"

#include "core/files.hpp"
#include "schedule/meeting_slots_check.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

using namespace dostyk;
using schedule::MeetingInstance;
using schedule::MeetingSolution;
using schedule::sat::SearchEnd;

namespace {

MeetingInstance any_instance()
{
    const int meetings = *rc::gen::inRange(1, 6);
    MeetingInstance instance;
    instance.slots = *rc::gen::inRange(1, 10);
    const auto size = static_cast<std::size_t>(meetings);
    instance.distance.assign(size, std::vector<int>(size, 0));
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            instance.distance[i][j] = instance.distance[j][i] = *rc::gen::inRange(0, 3);
        }
    }
    for (int agent = *rc::gen::inRange(1, 4); agent > 0; --agent) {
        instance.meetings_of.emplace_back();
        for (int meeting = 0; meeting < meetings; ++meeting) {
            if (*rc::gen::arbitrary<bool>()) {
                instance.meetings_of.back().push_back(meeting);
            }
        }
    }
    return instance;
}

/// Whether a plan within so many slots exists, by trying all of them.
bool fits_by_trial(const MeetingInstance& instance, int slots)
{
    std::vector<int> plan(instance.distance.size(), 0);
    while (true) {
        if (check_meeting_slots(instance, plan).is_sound) {
            return true;
        }
        std::size_t at = 0;
        while (at < plan.size() && ++plan[at] == slots) {
            plan[at++] = 0;
        }
        if (at == plan.size()) {
            return false;
        }
    }
}

MeetingSolution solve(const MeetingInstance& instance, const schedule::sat::Limits& limits = {})
{
    return schedule::solve_meeting_slots(instance, limits, [](const MeetingSolution&) {});
}

} // namespace

TEST_SUITE("schedule/meeting_slots") {

TEST_CASE("the least number of slots is that of trying all plans")
{
    CHECK(rc::check([] {
        const MeetingInstance instance = any_instance();

        const MeetingSolution solution = solve(instance);

        const int least = static_cast<int>(*solution.search.upper);
        RC_ASSERT(solution.search.end == SearchEnd::proved);
        RC_ASSERT(solution.search.lower == least);
        RC_ASSERT(check_meeting_slots(instance, solution.slots).slots == least);
        RC_ASSERT((least == 1 || !fits_by_trial(instance, least - 1)));
        RC_ASSERT(solution.fits_given_slots == (least <= instance.slots));
    }));
}

TEST_CASE("an agent of many meetings needs a slot for each")
{
    MeetingInstance instance;
    instance.slots = 14;
    instance.distance.assign(15, std::vector<int>(15, 0));
    instance.meetings_of.emplace_back();
    for (int meeting = 0; meeting < 15; ++meeting) {
        instance.meetings_of[0].push_back(meeting);
    }

    const MeetingSolution solution = solve(instance);

    CHECK(solution.search.upper == 15);
    CHECK(solution.search.end == SearchEnd::proved);
    CHECK(solution.fits_given_slots == false);
}

TEST_CASE("without time there is the plan of the first pass, with a bound below it")
{
    // A circle of five: no agent needs more than two slots, all together need three.
    MeetingInstance instance;
    instance.slots = 3;
    instance.distance.assign(5, std::vector<int>(5, 0));
    instance.meetings_of = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}};
    schedule::sat::Limits limits;
    limits.deadline = std::chrono::steady_clock::now();

    const MeetingSolution stopped = solve(instance, limits);
    CHECK(stopped.search.end == SearchEnd::stopped);
    CHECK(stopped.search.lower == 2);
    CHECK(stopped.fits_given_slots == true);
    CHECK(check_meeting_slots(instance, stopped.slots).is_sound);

    CHECK(solve(instance).search.lower == 3);
}

TEST_CASE("the library's instances have their known least numbers")
{
    const auto file =
        test::source_root().parent_path() / "shared/scheduling/csplib046/instances.md";
    if (!std::filesystem::exists(file)) {
        MESSAGE("skipped: ", file.string(), " is not there");
        return;
    }
    const auto text = read_file(file);
    REQUIRE(text);
    const auto instances = schedule::read_csplib046(*text, "instances.md");
    REQUIRE(instances);
    const std::pair<int, int> known[] = {{1, 12}, {6, 13}, {18, 15}, {25, 14}};
    for (const auto& [number, least] : known) {
        CAPTURE(number);
        const auto found =
            std::find_if(instances->begin(), instances->end(),
                         [n = number](const MeetingInstance& each) { return each.number == n; });
        REQUIRE(found != instances->end());

        const MeetingSolution solution = solve(*found);

        CHECK(solution.search.upper == least);
        CHECK(solution.search.end == SearchEnd::proved);
        CHECK(solution.fits_given_slots == (least <= 12));
    }
}

} // TEST_SUITE
