#include "intake/import_claim.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using intake::claim_of;

namespace {

model::Claim said_by(const char* source, double value)
{
    return claim_of(value, source);
}

} // namespace

TEST_SUITE("intake/import_claim") {

TEST_CASE("given languages go over those that are there, other values replace them")
{
    Text4 given, present;
    given[Language::ky] = "Жаңы";
    present[Language::ky] = "Эски";
    present[Language::ru] = "Старый";
    const model::Value before = present;
    const auto made = std::get<Text4>(intake::merged(given, &before));
    CHECK(made[Language::ky] == "Жаңы");
    CHECK(made[Language::ru] == "Старый");
    CHECK(intake::merged(model::Value(2.0), &before) == model::Value(2.0));
    CHECK(intake::merged(model::Value(given), nullptr) == model::Value(given));
}

TEST_CASE("another import's claim is replaced, any other source's stays beside and is not chosen")
{
    auto paper = said_by("paper", 1);
    paper.chosen = true;
    const auto first = intake::with_claim({paper}, said_by("import-a", 2));
    REQUIRE(first.size() == 2);
    CHECK_FALSE(first[0].chosen);
    CHECK(first[1].chosen);

    const auto second = intake::with_claim(first, said_by("import-b", 3));
    REQUIRE(second.size() == 2);
    CHECK(second[1].value == model::Value(3.0));
    CHECK(second[1].chosen);
    CHECK_FALSE(intake::with_claim({}, said_by("import-a", 2)).front().chosen); // alone it counts
}

} // TEST_SUITE
