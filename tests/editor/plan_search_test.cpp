#include "editor/plan_search.hpp"

#include "editor/forum.hpp"
#include "schedule/plan_check.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace dostyk;
using namespace dostyk::editor;

namespace {

Programme::MeetingPtr meeting_of(Programme& programme, std::vector<model::Entity> sessions)
{
    programme.follow(std::make_shared<const model::Project>(test::forum(std::move(sessions))));
    return programme.meeting();
}

std::vector<model::Entity> three_open_sessions()
{
    return {test::session("talks", "", ""), test::session("signing", "", ""),
            test::session("dinner", "", "")};
}

} // namespace

TEST_SUITE("editor/plan_search") {

TEST_CASE("a search finds a plan that can be held, and one command holds the sessions so")
{
    Programme programme;
    PlanSearch search;
    CHECK(search.best() == nullptr);
    CHECK_FALSE(search.is_running());
    search.start(meeting_of(programme, three_open_sessions()), {.seed = 1, .moves = 20000},
                 Background{});
    CHECK_FALSE(search.is_running());
    const FoundPlan* best = search.best();
    REQUIRE(best != nullptr);
    CHECK(best->score.hard == 0);
    CHECK_FALSE(best->error);
    CHECK(schedule::check_plan(search.meeting()->problem(), best->placements).empty());
    CHECK(search.shifts().size() == 3);
    CHECK(best->meeting->plan().placements() == best->placements);
    CHECK(best->meeting->hard_count() == 0);
    CHECK(search.meeting()->hard_count() == 3);
    const Command command = search.command();
    const auto* group = std::get_if<Group>(&command);
    REQUIRE(group != nullptr);
    CHECK(group->parts.size() >= 6); // a date and a venue each
    search.clear();
    CHECK(search.best() == nullptr);
    CHECK(search.shifts().empty());
}

TEST_CASE("the best plan so far is there while a search runs, and stays when it is cancelled")
{
    JobPool pool(1);
    MainQueue finished;
    Programme programme;
    PlanSearch search;
    search.start(meeting_of(programme, three_open_sessions()), {.seconds = 600},
                 Background(pool, finished));
    CHECK(search.is_running());
    const auto begin = std::chrono::steady_clock::now();
    const auto has_waited = [&] {
        return std::chrono::steady_clock::now() - begin > std::chrono::seconds(60);
    };
    while (search.best() == nullptr && !has_waited()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    CHECK(search.best() != nullptr);
    CHECK(search.is_running());
    search.cancel();
    while (search.is_running() && !has_waited()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    CHECK_FALSE(search.is_running());
    REQUIRE(search.best() != nullptr);
    CHECK(search.best()->score.hard == 0);
}

TEST_CASE("a plan on which search and check disagree is named with the rules")
{
    Programme programme;
    const auto meeting = meeting_of(programme, three_open_sessions());
    const std::vector<schedule::Placement> nowhere(3);
    CHECK_FALSE(disagreement(meeting->problem(), nowhere, {3, 0}));
    const auto error = disagreement(meeting->problem(), nowhere, {0, 0});
    REQUIRE(error);
    CHECK(error->message.values.front().second == "H01");
}

} // TEST_SUITE
