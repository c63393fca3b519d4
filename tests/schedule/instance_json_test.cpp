#include "schedule/instance_json.hpp"

#include "schedule/scorer.hpp"
#include "schedule/small_forum.hpp"
#include "schedule/small_programme.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

std::string stated(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_SUITE("schedule/instance_json") {

TEST_CASE("a problem and a plan have the same score when they are read again")
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Problem problem = test::random_forum(random);
        const Plan plan = test::random_plan(problem, random);

        const std::string text = instance_text(problem, plan);
        const auto read = read_instance(text, "i.json");

        REQUIRE_MESSAGE(read, text_of(read.error(), Language::en));
        CHECK(read->placements == plan.placements());
        CHECK(compute_score(read->problem, read->plan()) == compute_score(problem, plan));
        CHECK(instance_text(read->problem, read->plan()) == text);
    }
}

TEST_CASE("so do a compiled project and its plan, with rules that somebody changed")
{
    auto entities = test::small_programme();
    entities[0] = test::stated(
        entities[0], "planning",
        std::vector<std::string>{"H05 soft 3", "S11 off", "grain_min 5", "rest_min 500"});
    const auto compiled = compile(test::project(entities)).value();
    const auto read = read_instance(instance_text(compiled.problem, compiled.plan()), "i.json");

    REQUIRE_MESSAGE(read, text_of(read.error(), Language::en));
    CHECK(read->problem.book.customs == compiled.problem.book.customs);
    CHECK(read->problem.book[RuleId::h05] == Rule{Tier::soft, 3});
    CHECK(read->problem.book[RuleId::s11].tier == Tier::off);
    CHECK(compute_score(read->problem, read->plan()) ==
          compute_score(compiled.problem, compiled.plan()));
    const auto told = explain(read->problem, read->plan());
    CHECK(told.size() == explain(compiled.problem, compiled.plan()).size());
}

TEST_CASE("no name of a person and no title is in it")
{
    const auto compiled = compile(test::project(test::small_programme())).value();
    CHECK(instance_text(compiled.problem, compiled.plan()).find("Name of") == std::string::npos);
}

TEST_CASE("what cannot be read is named with its place")
{
    const auto compiled = compile(test::project(test::small_programme())).value();
    const std::string text = instance_text(compiled.problem, compiled.plan());
    struct Broken {
        const char* from;
        const char* to;
        const char* where;
        const char* words;
    };
    const Broken cases[] = {
        {"\"dur\": 90", "\"dur\": 0", "/sessions/1/dur", "1–"},
        {"\"dur\": 90", "\"length\": 90", "/sessions/1", "dur"},
        {"\"required\": [\"hosts\"]", "\"required\": [\"nobody\"]", "/sessions/1/required/0",
         "nobody"},
        {"\"id\": \"signing\"", "\"id\": \"talks\"", "/sessions/1", "talks"},
        {"\"H01\": \"hard\"", "\"H01\": \"never\"", "/weights/H01", "never"},
        {"dostyk-instance", "dostyk-project", "", "instance"},
        {"\"timezone\": \"Asia/Bishkek\"", "\"timezone\": \"Asia/None\"", "/venues/1", "Asia/None"},
        {"\"index\": 1", "\"index\": 0", "/delegations/1", "0"},
        {"\"date\": \"2026-05-13\"", "\"date\": \"2026-05-14\"", "/days/0", "days"},
        {"\"version\": 1", "\"version\": 2", "/version", "1–1"},
    };
    for (const Broken& each : cases) {
        CAPTURE(each.to);
        const auto read = read_instance(stated(text, each.from, each.to), "i.json");
        REQUIRE_FALSE(read);
        const std::string told = text_of(read.error(), Language::en);
        CAPTURE(told);
        CHECK(told.find("i.json:") == 0);
        CHECK(told.find(each.where) != std::string::npos);
        CHECK(told.find(each.words) != std::string::npos);
    }
    CHECK_FALSE(read_instance("{", "i.json"));
    CHECK_FALSE(read_instance("[]", "i.json"));
}

} // TEST_SUITE
