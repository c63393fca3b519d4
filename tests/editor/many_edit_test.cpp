#include "editor/many_edit.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;
using namespace dostyk::editor;

namespace {

model::Entity venue(const char* id, double capacity)
{
    model::Entity entity;
    entity.id = id;
    entity.kind = "venue";
    entity.pack = model::Pack::enriched;
    model::Claim claim;
    claim.value = capacity;
    entity.fields["capacity"] = {claim};
    return entity;
}

const model::FieldRule& rule_of(std::string_view field)
{
    return *model::find_field(*model::find_kind("venue"), field);
}

} // namespace

TEST_SUITE("editor/many_edit") {

TEST_CASE("what all say is shared, what they say differently is mixed")
{
    const model::Entity a = venue("a", 200), b = venue("b", 200), c = venue("c", 90);
    const std::array same{&a, &b};
    const std::array mixed{&a, &b, &c};

    CHECK(shared_text(same, rule_of("capacity"), {}).text == "200");
    CHECK_FALSE(shared_text(same, rule_of("capacity"), {}).is_mixed);
    CHECK(shared_text(mixed, rule_of("capacity"), {}).is_mixed);
    CHECK(shared_text(mixed, rule_of("city"), {}).text.empty());
    CHECK_FALSE(shared_text(mixed, rule_of("city"), {}).is_mixed);
}

TEST_CASE("one edit for those that differ, and none where one of them refuses")
{
    const model::Entity a = venue("a", 200), b = venue("b", 90);
    const std::array both{&a, &b};

    const auto edit = edit_all(both, rule_of("capacity"), "200", {});
    REQUIRE(edit);
    CHECK(edit->parts.size() == 1);

    CHECK_FALSE(edit_all(both, rule_of("capacity"), "many", {}));
}

TEST_CASE("what nobody states of a session is assumed for planning, of a venue it is not")
{
    model::Entity session = venue("talks", 1);
    session.kind = "session";
    session.fields.clear();
    const model::FieldRule& size = *model::find_field(*model::find_kind("session"), "size");
    const std::array planned{&session};
    const auto edit = edit_all(planned, size, "40", {});
    REQUIRE(edit);
    REQUIRE(edit->parts.size() == 1);
    CHECK(std::get<SetField>(edit->parts[0]).value.find("assumed") != std::string::npos);

    const model::Entity hall = venue("hall", 200);
    const std::array built{&hall};
    const auto floors = edit_all(built, rule_of("setup"), "10", {});
    REQUIRE(floors);
    CHECK(std::get<SetField>(floors->parts[0]).value.find("assumed") == std::string::npos);
}

TEST_CASE("several are removed as one step, one by itself")
{
    const model::Entity a = venue("a", 200), b = venue("b", 90);
    const std::array both{&a, &b};
    const Command command = remove_all(both);
    const auto* group = std::get_if<Group>(&command);
    REQUIRE(group != nullptr);
    REQUIRE(group->parts.size() == 2);
    CHECK(std::get<Remove>(group->parts[1]).id == "b");
    const Command one = remove_all(std::span(both).first(1));
    REQUIRE(std::holds_alternative<Remove>(one));
    CHECK(std::get<Remove>(one).id == "a");
}

} // TEST_SUITE
