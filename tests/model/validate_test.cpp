#include "model/validate.hpp"

#include "model/entities.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using model::Pack;
using test::claim;
using test::enriched;

namespace {

std::vector<Finding> findings_of(const model::Project& project)
{
    Diagnostics diagnostics;
    model::validate(project, {}, diagnostics);
    return diagnostics.findings;
}

/// The one finding about a project of one entity.
Finding finding_of(model::Entity entity)
{
    const auto findings = findings_of(test::project({std::move(entity)}));
    REQUIRE(findings.size() == 1);
    return findings.front();
}

} // namespace

TEST_SUITE("model/validate") {

TEST_CASE("a sound project has no findings")
{
    CHECK(findings_of(test::project({test::entity("goal", "g")})).empty());
}

TEST_CASE("a claim without a source is an error, unless it is our own work or a source's own")
{
    model::Entity entity = test::entity("goal", "g");
    entity.fields["name"][0].sources.clear();
    const Finding finding = finding_of(entity);
    CHECK(finding.code == "model.no_source");
    CHECK(finding.severity == Severity::error);
    CHECK(finding.file == "goal/g.json");
    CHECK(finding.pointer == "/fields/name/0");
    CHECK(finding.subject == "g");

    for (const auto flag : {model::flag::computed, model::flag::assumed, model::flag::drawn}) {
        entity.fields["name"][0].flags = flag;
        CHECK(findings_of(test::project({entity})).empty());
    }
}

TEST_CASE("a source must exist, be a source, and be in the claim's pack")
{
    model::Entity entity = test::entity("goal", "g");
    entity.fields["name"][0].sources = {"paper", "nowhere"};
    const Finding dangling = finding_of(entity);
    CHECK(dangling.code == "model.dangling_reference");
    CHECK(dangling.pointer == "/fields/name/0/sources/1");

    entity.fields["name"][0].sources = {"g"};
    CHECK(finding_of(entity).code == "model.wrong_kind");

    model::Entity late = test::source("late");
    late.pack = Pack::enriched;
    for (auto& [field, claims] : late.fields) {
        claims[0].pack = Pack::enriched;
    }
    entity.fields["name"][0].sources = {"late"};
    const auto findings = findings_of(test::project({entity, late}));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "model.outside_pack");
}

TEST_CASE("two claims may be chosen for two packs or two periods, not for one")
{
    model::Entity entity = test::entity("goal", "g");
    entity.fields["description"] = {enriched(test::text4("a"), true), claim(test::text4("b"))};
    entity.fields["description"][1].chosen = true;
    CHECK(findings_of(test::project({entity})).empty());

    entity.fields["description"].push_back(enriched(test::text4("c"), true));
    const Finding finding = finding_of(entity);
    CHECK(finding.code == "model.two_chosen");
    CHECK(finding.pointer == "/fields/description/2/chosen");

    entity.fields["description"].back().at = "2024";
    CHECK(findings_of(test::project({entity})).empty());
}

TEST_CASE("the time of a claim is a date")
{
    model::Entity entity = test::entity("goal", "g");
    entity.fields["description"] = {test::dated(test::text4("a"), "spring")};
    const Finding finding = finding_of(entity);
    CHECK(finding.code == "model.bad_date");
    CHECK(finding.pointer == "/fields/description/0/at");
}

TEST_CASE("a required field is missed, and so is one whose value is not known")
{
    model::Entity entity = test::entity("goal", "g");
    entity.fields.erase("name");
    CHECK(finding_of(entity).code == "model.missing_field");

    entity.fields["name"] = {claim(std::monostate{})};
    CHECK(finding_of(entity).code == "model.missing_field");

    // An enriched name does not name a strict entity in the strict pack.
    entity.fields["name"] = {enriched(test::text4("a"))};
    CHECK(finding_of(entity).code == "model.missing_field");
}

TEST_CASE("a document without a name is told, not refused")
{
    model::Entity document = test::entity("document", "d");
    document.fields["name"] = {claim(std::monostate{})};
    const Finding finding = finding_of(document);
    CHECK(finding.code == "model.unnamed");
    CHECK(finding.severity == Severity::info);
}

TEST_CASE("an enriched entity has no strict claims")
{
    model::Entity entity = test::entity("goal", "g");
    entity.pack = Pack::enriched;
    CHECK(finding_of(entity).code == "model.strict_claim_of_enriched");
}

TEST_CASE("an id belongs to one entity, whatever the kind")
{
    const auto findings =
        findings_of(test::project({test::entity("goal", "g"), test::entity("meeting", "g")}));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "model.duplicate_id");
    CHECK(findings[0].file == "meeting/g.json");
    CHECK(text_of(findings[0], Language::en).find("goal/g.json") != std::string::npos);
}

TEST_CASE("every code has a sentence and a hint, and their places are filled")
{
    for (const char* code :
         {"dangling_reference", "wrong_kind", "outside_pack", "no_source", "two_chosen", "bad_date",
          "strict_claim_of_enriched", "missing_field", "unnamed", "duplicate_id", "unknown_unit",
          "nul_in_text", "missing_translation", "outside_map", "unknown_corridor",
          "place_without_units"}) {
        CAPTURE(code);
        const std::string key = std::string("model.") + code;
        REQUIRE(has_message(key));
        CHECK(has_message(key + ".hint"));
        for (const Language language : all_languages) {
            const std::string text =
                tr(language, Message{key, {{"entity", "e"}, {"field", "f"}, {"value", "v"}}});
            CHECK(text.find('{') == std::string::npos);
        }
    }
}

} // TEST_SUITE
