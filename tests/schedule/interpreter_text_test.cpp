#include "schedule/interpreter_text.hpp"

#include "schedule/interpreter_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

/// Two sessions at one time that need "kk-ky", and one who speaks it.
Problem two_talks()
{
    Problem problem = test::small_forum();
    problem.pairs = {"kk-ky"};
    problem.attendees = {test::interpreter("Aida", {0}), test::interpreter("Dana", {0})};
    problem.attendees[1].available = {{at(1, 0), at(2, 0)}};
    for (const char* id : {"Talks", "Signing"}) {
        problem.sessions.push_back(test::session_of(problem, id, {0}));
        problem.sessions.back().pairs = {0};
    }
    problem.finish();
    return problem;
}

Plan held(const Problem& problem)
{
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(0, 9, 30), 0});
    return plan;
}

std::string name_of(std::string_view id)
{
    return std::string(id);
}

} // namespace

TEST_SUITE("schedule/interpreter_text") {

TEST_CASE("why a pair is not covered names who is elsewhere and who is free")
{
    Problem problem = two_talks();
    const Plan plan = held(problem);
    const Telling telling{problem, plan, Language::en, name_of};

    CHECK(text_of(find_cover(problem, plan).needs[1], telling) ==
          "Aida is still at “Talks”. Nobody else who has the pair is free then.");
    problem.attendees[1].available = {{0, at(2, 0)}};
    CHECK(text_of(find_cover(problem, plan).needs[1], telling) ==
          "Aida is still at “Talks”. Free then: Dana.");
    problem.attendees[0].pairs.clear();
    problem.attendees[1].pairs.clear();
    CHECK(text_of(find_cover(problem, plan).needs[1], telling) ==
          "Nobody is named. Nobody at the meeting interprets this pair.");
}

TEST_CASE("a shortage counts its sessions and names who has the pair")
{
    const Problem problem = two_talks();
    const Plan plan = held(problem);
    const auto made = assign_interpreters(problem, plan, {}, {});
    REQUIRE(made);
    REQUIRE(made->shortages.size() == 1);

    CHECK(summary_of(made->shortages[0], {problem, plan, Language::en, name_of}) ==
          "Sessions that need kk–ky, 12 May 2026, 09:00–10:30 UTC+5: 2; interpreters who have it: "
          "2 (Aida, Dana).");
}

TEST_CASE("a change names who comes and who goes")
{
    const Problem problem = two_talks();
    const Plan plan = held(problem);
    const Telling telling{problem, plan, Language::en, name_of};

    CHECK(text_of(InterpreterChange{0, {0, 1}, {}}, telling) == "+ Aida, Dana");
    CHECK(text_of(InterpreterChange{0, {1}, {0}}, telling) == "+ Dana, − Aida");
}

TEST_CASE("whatever is said is a whole sentence in every language")
{
    Problem problem = two_talks();
    problem.book.customs.booth_size = 2;
    const Plan plan = held(problem);
    const auto made = assign_interpreters(problem, plan, {}, {});
    REQUIRE(made);
    for (const Language language : all_languages) {
        const Telling telling{problem, plan, language, name_of};
        std::vector<std::string> texts{summary_of(made->shortages[0], telling)};
        for (const Absence why : {Absence::away, Absence::elsewhere, Absence::on_the_way}) {
            texts.push_back(text_of(SpeechNeed{1, 0, 2, {1}, {{0, why, 0}}}, telling));
        }
        for (const std::string& text : texts) {
            CAPTURE(text);
            CHECK(text.find_first_of("{}") == std::string::npos);
            CHECK(text.find("interpreters.") == std::string::npos);
            CHECK(text.back() == '.');
        }
    }
}

} // TEST_SUITE
