#include "intake/name_index.hpp"

#include "io/entity_json.hpp"
#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>

using namespace dostyk;
using Ids = std::vector<std::string>;

TEST_SUITE("intake/name_index") {

TEST_CASE("things are found by id and by any spelling of a name, of the kinds that may be")
{
    const model::Project project = test::small_project();
    const intake::NameIndex names(project, test::unit_names());
    constexpr std::array<std::string_view, 1> persons{"person"};

    CHECK(names.find("ivan", persons) == Ids{"ivan"});
    CHECK(names.find("ИВАН  ПЕТРОВ", persons) == Ids{"ivan"});
    CHECK(names.find("Ivan Petrov", {}) == Ids{"ivan"});
    CHECK(names.find("Анна Ким", persons) == Ids{"anna-1", "anna-2"});
    CHECK(names.find("hall", persons).empty());
    CHECK(names.find("nobody", {}).empty());
    CHECK(names.is_taken("hall"));
    CHECK(names.entity("hall") != nullptr);
}

TEST_CASE("countries and regions are found by code and by name")
{
    const model::Project project;
    const intake::NameIndex names(project, test::unit_names());
    for (const char* text : {"KZ", "kz", "Казахстан", "Қазақстан", "Kazakhstan"}) {
        CAPTURE(text);
        CHECK(names.find_party(text) == Ids{"KZ"});
    }
    CHECK(names.find_party("Жамбылская область") == Ids{"KZ-31"});
    CHECK(names.find_party("Атлантида").empty());
}

TEST_CASE("slugs are ids, whatever they are made of")
{
    CHECK(intake::slug_of("Great Hall (2nd floor)") == "great-hall-2nd-floor");
    CHECK(intake::slug_of("———").empty());
    CHECK(rc::check("a slug is an id or empty", [](const std::string& text) {
        const std::string slug = intake::slug_of(text);
        RC_ASSERT(slug.empty() || io::is_id(slug));
    }));
    CHECK(io::is_id(intake::slug_of(std::string(5000, 'x') + " y")));
}

} // TEST_SUITE
