#include "schedule/forum_maker.hpp"

#include "io/project_folder.hpp"
#include "io/transport_json.hpp"
#include "schedule/compile.hpp"
#include "schedule/plan_check.hpp"
#include "schedule/scorer.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

const model::Transport& roads()
{
    static const model::Transport transport = [] {
        model::Transport read;
        Diagnostics diagnostics;
        io::read_transport_folder(std::filesystem::path(DOSTYK_SOURCE_ROOT) / "data" / "transport",
                                  read, diagnostics);
        return read;
    }();
    return transport;
}

std::string text_of(const model::Project& project)
{
    std::string text;
    for (const model::Entity& entity : project.entities) {
        text += io::to_text(entity);
    }
    return text;
}

constexpr ForumSize small{60, 20, 8, 5, 3};

} // namespace

TEST_SUITE("schedule/forum_maker") {

TEST_CASE("the plan that a forum is made around can be held")
{
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        const auto forum = make_forum(small, seed, roads(), true);
        REQUIRE(forum);
        const auto compiled = compile(*forum);
        REQUIRE(compiled);
        CHECK(compiled->problem.sessions.size() == 60);
        CHECK(compiled->problem.venues.size() == 8);
        CHECK(compiled->problem.cities.size() == 5);
        CHECK(compiled->problem.day_count() == 3);
        CHECK(compiled->findings.findings.empty());
        CHECK(check_plan(compiled->problem, compiled->placements).empty());
        const Score score = compute_score(compiled->problem, compiled->plan());
        CHECK(score.hard == 0);
        CHECK(score.soft > 0);
    }
}

TEST_CASE("without its plan a forum has the same facts, and only pins have a place")
{
    const auto planned = compile(*make_forum(small, 5, roads(), true)).value();
    const auto open = compile(*make_forum(small, 5, roads(), false)).value();
    REQUIRE(planned.problem.sessions.size() == open.problem.sessions.size());
    std::size_t pins = 0;
    for (std::size_t i = 0; i < open.placements.size(); ++i) {
        CHECK(planned.problem.sessions[i].required == open.problem.sessions[i].required);
        CHECK(planned.problem.sessions[i].windows == open.problem.sessions[i].windows);
        CHECK(open.placements[i].is_placed() == open.problem.sessions[i].pinned.has_value());
        pins += open.placements[i].is_placed() ? 1U : 0U;
    }
    CHECK(pins < open.placements.size() / 5);
}

TEST_CASE("a seed gives one forum, another seed another one")
{
    CHECK(text_of(*make_forum(small, 7, roads(), true)) ==
          text_of(*make_forum(small, 7, roads(), true)));
    CHECK(text_of(*make_forum(small, 7, roads(), true)) !=
          text_of(*make_forum(small, 8, roads(), true)));
}

TEST_CASE("sizes that are none, and more sessions than fit, are refused")
{
    CHECK(make_forum({0, 20, 8, 5, 3}, 1, roads(), true).error().message.key ==
          "error.schedule.forum_size");
    CHECK(make_forum({60, 20, 8, 13, 3}, 1, roads(), true).error().message.key ==
          "error.schedule.forum_size");
    CHECK(make_forum({500, 2, 8, 5, 1}, 1, roads(), true).error().message.key ==
          "error.schedule.forum_is_full");
    CHECK(make_forum(small, 1, model::Transport{}, true).error().message.key ==
          "error.schedule.no_such_town");
}

} // TEST_SUITE
