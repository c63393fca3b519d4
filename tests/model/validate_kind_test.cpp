#include "model/validate_kind.hpp"

#include "model/entities.hpp"
#include "model/validate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace dostyk;
using test::claim;
using test::dated;
using test::enriched;

namespace {

using Codes = std::vector<std::string>;

/// Codes of what is found about an entity, with the whole of a project's rules, sorted.
Codes codes_of(const model::Entity& entity)
{
    Diagnostics diagnostics;
    model::validate(test::project({entity, test::entity("person", "aibek"),
                                   test::entity("person", "dana"), test::entity("venue", "hall")}),
                    {}, diagnostics);
    Codes codes;
    for (const Finding& finding : diagnostics.findings) {
        codes.push_back(finding.code);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

Finding finding_of(const model::Entity& entity)
{
    Diagnostics diagnostics;
    model::check_kind(entity, diagnostics);
    REQUIRE(diagnostics.findings.size() == 1);
    CHECK(has_message(diagnostics.findings.front().hint.key));
    return diagnostics.findings.front();
}

model::Entity with_head(const char* id)
{
    model::Entity made = test::entity("delegation", "guests");
    made.fields["head"] = {claim(test::refs({id}))};
    return made;
}

model::Entity crossing()
{
    return test::entity("crossing", "post");
}

model::Entity document(std::vector<model::Claim> steps)
{
    model::Entity made = test::entity("document", "treaty");
    made.fields["status"] = std::move(steps);
    return made;
}

} // namespace

TEST_SUITE("model/validate_kind") {

TEST_CASE("a delegation has one head, who is a person of the project")
{
    CHECK(codes_of(with_head("aibek")).empty());
    CHECK(codes_of(test::entity("delegation", "guests")) == Codes{"model.no_head"});
    CHECK(codes_of(with_head("nobody")) == Codes{"model.dangling_reference"});
    CHECK(codes_of(with_head("hall")) == Codes{"model.wrong_kind"});

    model::Entity unknown = with_head("aibek");
    unknown.fields["head"] = {claim(std::monostate{})};
    CHECK(codes_of(unknown) == Codes{"model.no_head"});
    CHECK(finding_of(unknown).severity == Severity::warning);
}

TEST_CASE("of two heads one is chosen, and not both")
{
    model::Entity two = with_head("aibek");
    two.fields["head"].push_back(claim(test::refs({"dana"})));
    CHECK(codes_of(two) == Codes{"model.two_heads"});

    two.fields["head"][1].chosen = true;
    CHECK(codes_of(two).empty());
    two.fields["head"][0].chosen = true;
    CHECK(codes_of(two) == Codes{"model.two_chosen"});
}

TEST_CASE("a head of another time is no second head")
{
    model::Entity later = with_head("aibek");
    later.fields["head"].push_back(dated(test::refs({"dana"}), "2026"));
    CHECK(codes_of(later).empty());
}

TEST_CASE("credentials are not complete while an item of the checklist is pending")
{
    model::Entity guests = with_head("aibek");
    guests.fields["credentials"] = {claim(model::Word{"complete"})};
    guests.fields["note_verbale"] = {claim(model::Word{"done"})};
    guests.fields["badges"] = {claim(model::Word{"not_needed"})};
    CHECK(codes_of(guests).empty());

    guests.fields["portraits"] = {claim(model::Word{"pending"})};
    const Finding open = finding_of(guests);
    CHECK(open.code == "model.credentials_open");
    CHECK(open.pointer == "/fields/portraits");

    guests.fields["credentials"] = {claim(model::Word{"pending"})};
    CHECK(codes_of(guests).empty());
}

TEST_CASE("a closure says when, with a clock or with a day")
{
    model::Entity post = crossing();
    post.fields["closure"] = {
        dated(model::Word{"all"}, "2026-11-24T14:00+06:00/2026-11-24T18:00+06:00"),
        dated(model::Word{"cargo"}, "2026-12-01/2026-12-05")};
    CHECK(codes_of(post).empty());

    post.fields["closure"].push_back(claim(model::Word{"all"}));
    const Finding finding = finding_of(post);
    CHECK(finding.code == "model.closure_without_period");
    CHECK(finding.severity == Severity::error);
    CHECK(finding.pointer == "/fields/closure/2");
}

TEST_CASE("a queue is an assumption without a source, and its tail is not below its middle")
{
    model::Entity post = crossing();
    for (const auto& [field, minutes] : {std::pair{"queue_p50", 30.0}, {"queue_p90", 90.0}}) {
        post.fields[field] = {claim(minutes)};
        post.fields[field][0].sources.clear();
    }
    CHECK(codes_of(post) == Codes{"model.no_source", "model.no_source"});
    post.fields["queue_p50"][0].flags = model::flag::assumed;
    post.fields["queue_p90"][0].flags = model::flag::assumed;
    CHECK(codes_of(post).empty());

    post.fields["queue_p90"][0].value = 30.0;
    CHECK(codes_of(post).empty());
    post.fields["queue_p90"][0].value = 29.0;
    const Finding swapped = finding_of(post);
    CHECK(swapped.code == "model.queue_order");
    CHECK(text_of(swapped, Language::en).find("(29 min)") != std::string::npos);
}

TEST_CASE("legal steps go forward with their dates; the ratifications come in either order")
{
    using model::Word;
    CHECK(codes_of(document({claim(Word{"signed"}), dated(Word{"ratified_kg"}, "2024-12"),
                             dated(Word{"ratified_kz"}, "2025-07-21"),
                             dated(Word{"in_force"}, "2025-09")}))
              .empty());
    CHECK(
        codes_of(document({dated(Word{"ratified_kz"}, "2024"), dated(Word{"ratified_kg"}, "2025")}))
            .empty());
    const Finding back =
        finding_of(document({dated(Word{"in_force"}, "2024"), dated(Word{"signed"}, "2025-01")}));
    CHECK(back.code == "model.steps_backwards");
    CHECK(back.pointer == "/fields/status/1/at");
}

TEST_CASE("a step that turned out wrong does not count")
{
    model::Entity treaty =
        document({dated(model::Word{"in_force"}, "2024"), dated(model::Word{"signed"}, "2025")});
    treaty.fields["status"][1].flags = model::flag::former;
    CHECK(codes_of(treaty).empty());
}

TEST_CASE("a pair of languages is two different codes")
{
    for (const char* good : {"kk-ru", "ky-en", "zh-kk"}) {
        CAPTURE(good);
        CHECK(model::is_language_pair(good));
    }
    for (const char* bad : {"", "kk", "kk-kk", "KK-RU", "kk–ru", "kk-rus", "kaz-r", "k1-ru"}) {
        CAPTURE(bad);
        CHECK_FALSE(model::is_language_pair(bad));
    }
    model::Entity aida = test::entity("interpreter", "aida");
    aida.fields["language_pairs"] = {
        claim(std::vector<std::string>{"kk-ru", "Kazakh to Russian", "ru-en"})};
    const Finding finding = finding_of(aida);
    CHECK(finding.code == "model.bad_language_pair");
    CHECK(finding.pointer == "/fields/language_pairs/0/value/1");
}

TEST_CASE("who asks for a meeting is not asked, and what was declined is not held")
{
    model::Entity request = test::entity("b2b_request", "wish");
    request.fields["asker"] = {claim(test::refs({"aibek"}))};
    request.fields["asked"] = {claim(test::refs({"dana"}))};
    CHECK(codes_of(request) == Codes{});

    request.fields["asked"] = {claim(test::refs({"dana", "aibek"}))};
    CHECK(codes_of(request) == Codes{"model.meets_itself"});
    CHECK(finding_of(request).severity == Severity::error);

    request.fields["asked"] = {claim(test::refs({"dana"}))};
    request.fields["session"] = {claim(test::refs({"talks"}))};
    CHECK(codes_of(request) == Codes{"model.dangling_reference"});
    request.fields["status"] = {claim(model::Word{"declined"})};
    CHECK(finding_of(request).code == "model.declined_held");
    request.fields["status"] = {claim(model::Word{"accepted"})};
    request.fields["asked"].clear();
    CHECK(codes_of(request) == Codes{"model.dangling_reference", "model.missing_field"});
}

} // TEST_SUITE
