#include "model/entity.hpp"

#include "model/entities.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using model::Pack;
using test::claim;
using test::dated;
using test::enriched;

namespace {

model::Entity with(std::vector<model::Claim> claims)
{
    model::Entity entity = test::entity("indicator", "x");
    entity.fields["value"] = std::move(claims);
    return entity;
}

/// The shown number; -1 for none.
double shown(const model::Entity& entity, Pack pack)
{
    const double* number = model::find_value<double>(entity, "value", pack);
    return number != nullptr ? *number : -1;
}

} // namespace

TEST_SUITE("model/entity") {

TEST_CASE("the strict pack sees strict claims of strict entities only")
{
    model::Entity entity = with({claim(1.0), enriched(2.0)});
    CHECK(model::claims_of(entity, "value", Pack::strict).size() == 1);
    CHECK(model::claims_of(entity, "value", Pack::enriched).size() == 2);

    entity.pack = Pack::enriched;
    CHECK(model::claims_of(entity, "value", Pack::strict).empty());
}

TEST_CASE("the first claim is shown until one is chosen")
{
    CHECK(shown(with({claim(1.0), enriched(2.0)}), Pack::enriched) == 1.0);
    CHECK(shown(with({claim(1.0), enriched(2.0, true)}), Pack::enriched) == 2.0);
    CHECK(shown(with({claim(1.0), enriched(2.0, true)}), Pack::strict) == 1.0);
    CHECK(shown(with({}), Pack::strict) == -1);
}

TEST_CASE("a claim chosen in the enriched pack wins over one chosen in the strict pack")
{
    model::Claim chosen = claim(1.0);
    chosen.chosen = true;
    CHECK(shown(with({chosen, enriched(2.0, true)}), Pack::enriched) == 2.0);
    CHECK(shown(with({enriched(2.0, true), chosen}), Pack::enriched) == 2.0);
    CHECK(shown(with({enriched(2.0, true), chosen}), Pack::strict) == 1.0);
}

TEST_CASE("the latest period is shown, whatever the order of the file")
{
    CHECK(shown(with({dated(3.0, "2024"), dated(1.0, "2019"), dated(2.0, "2023")}), Pack::strict) ==
          3.0);
    CHECK(shown(with({claim(9.0), dated(1.0, "2019")}), Pack::strict) == 1.0);
    CHECK(shown(with({dated(1.0, "2019/2025"), dated(2.0, "2024-05")}), Pack::strict) == 1.0);
}

TEST_CASE("a former value is shown only where there is nothing else")
{
    model::Claim former = dated(1.0, "2026");
    former.flags = model::flag::former;
    CHECK(shown(with({former, claim(2.0)}), Pack::strict) == 2.0);
    CHECK(shown(with({former}), Pack::strict) == 1.0);
}

TEST_CASE("different values about the same time disagree")
{
    CHECK(model::is_disagreeing(with({claim(1.0), claim(2.0)}), "value", Pack::strict));
    CHECK_FALSE(model::is_disagreeing(with({claim(1.0), claim(1.0)}), "value", Pack::strict));
    CHECK_FALSE(model::is_disagreeing(with({dated(1.0, "2023"), dated(2.0, "2024")}), "value",
                                      Pack::strict));
    CHECK(model::is_disagreeing(with({claim(1.0), enriched(2.0)}), Pack::enriched));
    CHECK_FALSE(model::is_disagreeing(with({claim(1.0), enriched(2.0)}), Pack::strict));
}

TEST_CASE("former and computed values, assumptions and ignorance do not disagree")
{
    for (const auto flag : {model::flag::former, model::flag::computed, model::flag::assumed}) {
        model::Claim other = claim(2.0);
        other.flags = flag;
        CHECK_FALSE(model::is_disagreeing(with({claim(1.0), other}), "value", Pack::strict));
    }
    CHECK_FALSE(
        model::is_disagreeing(with({claim(1.0), claim(std::monostate{})}), "value", Pack::strict));
}

TEST_CASE("what has no name says so in its language")
{
    model::Entity document = test::entity("document", "unnamed-document-1");
    document.fields["name"] = {claim(std::monostate{})};

    CHECK(model::name_of(document, Pack::strict, Language::en) ==
          "Document, not named in the source");
    CHECK(model::name_of(document, Pack::strict, Language::ru) ==
          "Документ: в источнике не назван");
    CHECK(model::name_of(test::source("paper"), Pack::strict, Language::kk) == "A paper");
}

TEST_CASE("packs are known by name")
{
    CHECK(model::parse_pack("strict") == Pack::strict);
    CHECK(model::parse_pack("enriched") == Pack::enriched);
    CHECK_FALSE(model::parse_pack("Strict"));
}

} // TEST_SUITE
