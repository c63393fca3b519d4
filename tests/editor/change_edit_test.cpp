#include "editor/change_edit.hpp"

#include "editor/forum.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace dostyk;
using editor::ChangeEdit;
using model::Claim;
using model::Pack;

namespace {

Claim claim(double value, std::uint16_t flags = 0, std::string at = {})
{
    Claim made;
    made.value = value;
    made.pack = Pack::enriched;
    made.flags = flags;
    made.at = std::move(at);
    return made;
}

Claim of_source(Claim made)
{
    made.sources = {"act"};
    return made;
}

/// The hall's capacity after it was set to 90, first with what is shown.
std::vector<Claim> set_to_90(std::vector<Claim> claims)
{
    model::Project project = test::forum({});
    model::Entity hall = *project.find("hall");
    hall.fields["capacity"] = std::move(claims);
    project.entities.put(hall);
    ChangeEdit edit(project);
    edit.set("hall", "capacity", 90.0, model::flag::assumed);
    const model::Project after = edit.project();
    const auto* shown = model::find_value<double>(*after.find("hall"), "capacity", Pack::enriched);
    REQUIRE(shown != nullptr);
    CHECK(*shown == 90.0);
    return after.find("hall")->fields.at("capacity");
}

} // namespace

TEST_SUITE("editor/change_edit") {

TEST_CASE("what a source states stays beside the value that is set")
{
    const auto claims = set_to_90({of_source(claim(50))});
    REQUIRE(claims.size() == 2);
    CHECK(claims[0] == of_source(claim(50)));
    CHECK(claims[1].flags == model::flag::assumed);
    CHECK(claims[1].chosen);
}

TEST_CASE("what we said before is replaced, whatever work of ours it was")
{
    const auto claims = set_to_90({claim(70, model::flag::demo)});
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].flags == model::flag::demo);
}

TEST_CASE("a value is about the day or period of what is shown")
{
    const auto claims = set_to_90({of_source(claim(50, 0, "2026-05"))});
    REQUIRE(claims.size() == 2);
    CHECK(claims[1].at == "2026-05");
}

TEST_CASE("a value that was set before is set again, and is the one that is shown")
{
    Claim sourced = of_source(claim(50));
    sourced.chosen = true;
    const auto claims = set_to_90({sourced, claim(70, model::flag::assumed)});
    REQUIRE(claims.size() == 2);
    CHECK_FALSE(claims[0].chosen);
    CHECK(claims[1].chosen);
}

TEST_CASE("the step names each field that was set, and new entities")
{
    model::Project project = test::forum({});
    ChangeEdit edit(project);
    CHECK(edit.is_empty());
    edit.set("hall", "capacity", 90.0, model::flag::assumed);
    edit.set("hall", "capacity", 80.0, model::flag::assumed);
    edit.insert(test::planned("waiver", "waiver-1"));
    CHECK_FALSE(edit.is_empty());
    const editor::Group group = edit.group("replan");
    CHECK(group.name == "replan");
    REQUIRE(group.parts.size() == 2);
    CHECK(std::get<editor::Insert>(group.parts[0]).id == "waiver-1");
    CHECK(std::get<editor::SetField>(group.parts[1]).pointer == "/fields/capacity");
    CHECK(edit.project().find("waiver-1") != nullptr);
    CHECK(project.find("waiver-1") == nullptr);
}

} // TEST_SUITE
