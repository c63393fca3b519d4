#include "editor/interpreter_ledger.hpp"

#include "editor/interpreted_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <variant>

using namespace dostyk;
using namespace dostyk::editor;
using schedule::Index;

namespace {

Programme programme_of(std::vector<model::Entity> entities)
{
    Programme programme;
    programme.follow(std::make_shared<const model::Project>(test::forum(std::move(entities))));
    REQUIRE(programme.meeting() != nullptr);
    return programme;
}

Index attendee(const InterpreterLedger& ledger, const char* id)
{
    const auto& all = ledger.meeting()->problem().attendees;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    REQUIRE(found != all.end());
    return static_cast<Index>(found - all.begin());
}

std::vector<std::string> lost_by(const InterpreterLedger& ledger)
{
    std::vector<std::string> ids;
    for (const std::size_t place : ledger.lost()) {
        ids.push_back(ledger.meeting()->problem().session(ledger.cover().needs[place].session).id);
    }
    return ids;
}

} // namespace

TEST_SUITE("editor/interpreter_ledger") {

TEST_CASE("without an interpreter the sessions are lost that have nobody else")
{
    const Programme programme = programme_of(test::interpreted_sessions());
    InterpreterLedger ledger;
    ledger.follow(programme);

    CHECK(lost_by(ledger).empty());
    ledger.look_without(attendee(ledger, "aida"));
    CHECK(lost_by(ledger) == std::vector<std::string>{"talks"});
    ledger.look_without(attendee(ledger, "erlan"));
    CHECK(lost_by(ledger).empty());
    ledger.look_without(schedule::none);
    CHECK(lost_by(ledger).empty());
}

TEST_CASE("who is left out stays so when the meeting changes, and what was found does not")
{
    InterpreterLedger ledger;
    Programme programme = programme_of(test::interpreted_sessions());
    ledger.follow(programme);
    ledger.look_without(attendee(ledger, "aida"));
    ledger.assign({});
    REQUIRE(ledger.found() != nullptr);

    auto others = test::interpreted_sessions();
    others.push_back(test::speaker("aibek", {"kk-ky"})); // every index is another one
    programme.follow(std::make_shared<const model::Project>(test::forum(std::move(others))));
    ledger.follow(programme);

    CHECK(ledger.without() == attendee(ledger, "aida"));
    CHECK(lost_by(ledger) == std::vector<std::string>{"talks"});
    CHECK(ledger.found() == nullptr);
    CHECK(ledger.stage() == InterpreterLedger::Stage::idle);
}

TEST_CASE("an assignment covers what can be, and its step names whoever it found")
{
    const Programme programme = programme_of(test::interpreted_sessions());
    InterpreterLedger ledger;
    ledger.follow(programme);

    ledger.assign({});

    CHECK(ledger.stage() == InterpreterLedger::Stage::done);
    REQUIRE(ledger.found() != nullptr);
    CHECK(ledger.found()->assignment.uncovered.empty());
    CHECK(ledger.found()->assignment.changes.size() == 1);
    const Command command = ledger.command();
    CHECK(name_of(command) == "interpreters");
    CHECK(std::get<Group>(command).parts.size() == 1);
}

TEST_CASE("without who is needed the shortage is told, and nothing that breaks a rule is offered")
{
    const Programme programme = programme_of(test::interpreted_sessions());
    InterpreterLedger ledger;
    ledger.follow(programme);
    ledger.look_without(attendee(ledger, "aida"));

    ledger.assign({});

    REQUIRE(ledger.found() != nullptr);
    CHECK(ledger.found()->assignment.uncovered.size() == 1);
    CHECK(ledger.found()->assignment.is_proved);
    CHECK(ledger.found()->assignment.shortages.size() == 1);
    ledger.drop();
    CHECK(ledger.found() == nullptr);
}

TEST_CASE("a search that has not ended is dropped with its question")
{
    JobPool pool(0);
    MainQueue queue;
    const Programme programme = programme_of(test::interpreted_sessions());
    InterpreterLedger ledger;
    ledger.follow(programme);

    ledger.assign({pool, queue});
    CHECK(ledger.stage() == InterpreterLedger::Stage::looking);
    ledger.drop();

    CHECK(ledger.stage() == InterpreterLedger::Stage::idle);
    CHECK(ledger.found() == nullptr);
}

} // TEST_SUITE
