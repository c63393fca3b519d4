#include "io/export_scope.hpp"

#include "model/entities.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;
using test::claim;
using test::entity;

namespace {

std::string undecided(model::Entity each, const io::ExportScope& scope = {})
{
    Diagnostics diagnostics;
    io::check_decided(test::project({std::move(each)}), scope, diagnostics);
    std::string told;
    for (const Finding& finding : diagnostics.findings) {
        told += finding.file + " " + finding.pointer + "\n";
    }
    return told;
}

model::Entity with_due(std::vector<model::Claim> claims)
{
    model::Entity goal = entity("goal", "g");
    goal.fields["due"] = std::move(claims);
    return goal;
}

const model::DateText early{"2027"}, late{"2030"};

} // namespace

TEST_SUITE("io/export_scope") {

TEST_CASE("a scope takes kinds and ids that are in its pack")
{
    model::Entity later = entity("goal", "later");
    later.pack = model::Pack::enriched;
    const auto project = test::project({entity("goal", "g"), later, entity("venue", "v")});
    const auto count = [&](io::ExportScope scope) { return entities_in(project, scope).size(); };

    CHECK(count({}) == 4);
    CHECK(count({.kinds = {"goal"}}) == 2);
    CHECK(count({.pack = model::Pack::strict, .kinds = {"goal"}}) == 1);
    CHECK(count({.only = {"v", "later"}}) == 2);
    CHECK(count({.only = {"v"}, .kinds = {"goal"}}) == 0);
}

TEST_CASE("an id or a kind that is not there is an error")
{
    const auto project = test::project({entity("goal", "g")});
    CHECK(io::check_scope(project, {.only = {"g"}, .kinds = {"venue"}}));
    CHECK(io::check_scope(project, {.only = {"h"}}).error().message.key == "error.export_only");
    CHECK(io::check_scope(project, {.kinds = {"x"}}).error().code == ErrorCode::usage);
}

TEST_CASE("values that differ and of which none is chosen may not be exported")
{
    const model::Claim a = claim(early), b = claim(late);
    CHECK(undecided(with_due({a, b})) == "goal/g.json /fields/due\n");
    CHECK(undecided(with_due({a, a})).empty());
    model::Claim chosen = b;
    chosen.chosen = true;
    CHECK(undecided(with_due({a, chosen})).empty());
    CHECK(undecided(with_due({a, b}), {.kinds = {"venue"}}).empty());
}

TEST_CASE("another time, a former value and one that is not known do not disagree")
{
    CHECK(undecided(with_due({test::dated(early, "2023"), test::dated(late, "2024")})).empty());
    model::Claim former = claim(late);
    former.flags = model::flag::former;
    CHECK(undecided(with_due({claim(early), former})).empty());
    CHECK(undecided(with_due({claim(early), claim(std::monostate{})})).empty());
}

TEST_CASE("the pack decides: what it does not see does not disagree")
{
    const auto goal = with_due({claim(early), test::enriched(late)});
    CHECK(undecided(goal, {.pack = model::Pack::strict}).empty());
    CHECK_FALSE(undecided(goal).empty());
}

} // TEST_SUITE
