#include "schedule/search/timetables.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

/// The sessions of a row as the plan has them without timetables, by their beginning.
std::vector<Index> row_of(const Problem& problem, const Plan& plan, Index attendee, Index except)
{
    std::vector<Index> row;
    for (Index day = 0; day < problem.day_count(); ++day) {
        for (const Index each : plan.row(problem.lane(LaneKind::attendee, attendee), day)) {
            if (each != except) {
                row.push_back(each);
            }
        }
    }
    return row;
}

} // namespace

TEST_SUITE("schedule/search/timetables") {

TEST_CASE("timetables are the rows of the plan without the session, with others moved")
{
    std::mt19937 random(23);
    int moved_in = 0;
    int shared = 0;
    for (int round = 0; round < 300; ++round) {
        const Problem problem = test::random_forum(random, 12, 3);
        Plan plan = test::random_plan(problem, random);
        const Index session = round % 12;
        std::vector<Shift> elsewhere;
        for (Index k = 1; k <= round % 3; ++k) {
            const Placement to = test::random_placement(problem, random);
            if (to.is_placed()) {
                elsewhere.push_back({(session + k) % 12, to});
            }
        }
        Timetables timetables(problem);
        // A look leaves nothing of the one before.
        timetables.look(plan, (session + 5) % 12, {});
        timetables.look(plan, session, elsewhere);
        for (const Shift& each : elsewhere) {
            plan.place(each.session, each.to);
        }
        const std::vector<Index>& required = problem.session(session).required;
        REQUIRE(timetables.count() == required.size());
        std::vector<std::multiset<Index>> by_day(3);
        for (std::size_t i = 0; i < required.size(); ++i) {
            const auto row = timetables.row(i);
            const std::vector<Index> expected = row_of(problem, plan, required[i], session);
            REQUIRE(row.size() == expected.size());
            for (std::size_t k = 0; k < row.size(); ++k) {
                const Stop& stop = row[k];
                CHECK(stop.session == expected[k]);
                CHECK(stop.time == plan.interval(stop.session));
                CHECK(stop.venue == plan.venue(stop.session));
                CHECK(stop.city == plan.city(stop.session));
                CHECK(stop.day == problem.calendar.day_of(stop.time.begin));
                by_day[static_cast<std::size_t>(stop.day)].insert(stop.session);
                moved_in += timetables.is_elsewhere(stop.session) ? 1 : 0;
            }
            for (Index day = 0; day < 3; ++day) {
                const auto before = std::count_if(row.begin(), row.end(),
                                                  [&](const Stop& stop) { return stop.day < day; });
                CHECK(timetables.first_of(i, day) == static_cast<std::size_t>(before));
            }
        }
        for (Index day = 0; day < 3; ++day) {
            const auto& all = by_day[static_cast<std::size_t>(day)];
            std::multiset<Index> others;
            for (const Stop& stop : timetables.others(day)) {
                others.insert(stop.session);
                shared += all.count(stop.session) > 1 ? 1 : 0;
            }
            const std::set<Index> once(all.begin(), all.end());
            CHECK(others == std::multiset<Index>(once.begin(), once.end()));
        }
        for (Index each = 0; each < 12; ++each) {
            const bool is_elsewhere =
                std::any_of(elsewhere.begin(), elsewhere.end(),
                            [&](const Shift& shift) { return shift.session == each; });
            const bool is_in_a_row = std::any_of(
                by_day.begin(), by_day.end(), [&](const auto& day) { return day.contains(each); });
            CHECK(timetables.is_elsewhere(each) == is_elsewhere);
            CHECK(timetables.is_in_a_row(each) == is_in_a_row);
            CHECK(timetables.is_known(each) == (is_elsewhere || is_in_a_row || each == session));
        }
    }
    CHECK(moved_in > 50);
    CHECK(shared > 50);
}

} // TEST_SUITE
