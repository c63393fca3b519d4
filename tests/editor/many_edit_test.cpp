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

} // TEST_SUITE
