#include "schedule/fact_text.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

Problem forum()
{
    Problem problem = test::small_forum(1);
    problem.groups = {"one-of"};
    for (int i = 0; i < 2; ++i) {
        problem.sessions.push_back(
            test::session_of(problem, "session-" + std::to_string(i), {0, 1}));
        problem.sessions.back().pinned = Placement{at(0, 10), 0};
        problem.sessions.back().size = 70;
        problem.sessions.back().groups = {0};
        problem.sessions.back().pairs = {0};
    }
    problem.pairs = {"kk-ky"};
    problem.venues[0].capacity = 50;
    problem.attendees[0].available = {{at(0, 14), at(2, 0)}};
    problem.relations = {{RelationKind::before, 0, 1, 30, 90}, {RelationKind::apart, 0, 1, 0, {}}};
    problem.finish();
    return problem;
}

/// One fact of a kind about the forum.
Fact fact_of(FactKind kind)
{
    switch (kind) {
    case FactKind::way:
        return {kind, 0, 1};
    case FactKind::interpreted:
    case FactKind::named:
        return {kind, 0, 0};
    case FactKind::apart:
        return {kind, 1};
    case FactKind::hours:
    case FactKind::interpreters:
        return {kind};
    default:
        return {kind, 0};
    }
}

} // namespace

TEST_SUITE("schedule/fact_text") {

TEST_CASE("every fact is a whole sentence in every language")
{
    const Problem problem = forum();
    const Plan plan(problem);
    const Contradiction among{{{FactKind::held, 0}, {FactKind::held, 1}}, true};
    for (const Language language : all_languages) {
        const Telling telling{problem, plan, language,
                              [](std::string_view id) { return std::string(id); }};
        for (int kind = 0; kind <= static_cast<int>(FactKind::named); ++kind) {
            CAPTURE(kind);
            const Fact fact = fact_of(static_cast<FactKind>(kind));

            const std::string said =
                text_of(fact, among, telling, [](Index city) { return std::to_string(city); });

            CAPTURE(said);
            CHECK(said.find('{') == std::string::npos);
            CHECK(said.find("why.") == std::string::npos);
            CHECK(said.back() == '.');
        }
    }
}

TEST_CASE("a fact names what it is about")
{
    Problem problem = forum();
    const Plan plan(problem);
    const Contradiction among{{{FactKind::held, 0}, {FactKind::held, 1}}, true};
    const Telling telling{problem, plan, Language::en,
                          [](std::string_view id) { return std::string(id); }};
    const auto said = [&](Fact fact) {
        return text_of(fact, among, telling, [](Index city) { return "C" + std::to_string(city); });
    };

    CHECK(said({FactKind::held, 0}) == "“session-0” lasts 1 h and has to be held.");
    CHECK(said({FactKind::seats, 0}) ==
          "“session-0” expects 70 people; venues with so many seats: palace.");
    CHECK(said({FactKind::way, 0, 1}) == "The way between C0 and C1 takes 1 h at least.");
    CHECK(said({FactKind::one_place, 1}) ==
          "b is needed at “session-0”, “session-1”, at one of them at a time.");
    CHECK(said({FactKind::available, 0}).find("14:00") != std::string::npos);
    problem.attendees[0].available.clear();
    problem.venues[0].open.clear();
    problem.sessions[0].windows.clear();
    CHECK(said({FactKind::available, 0}) == "a is not there at any time of the meeting.");
    CHECK(said({FactKind::open, 0}) == "hall is not open at any time of the meeting.");
    CHECK(said({FactKind::windows, 0}) ==
          "“session-0” may not be held at any time of the meeting.");
    CHECK(said({FactKind::order, 0}) ==
          "“session-1” has to begin at least 30 min and at most 1 h 30 min after “session-0”.");
}

} // TEST_SUITE
