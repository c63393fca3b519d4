#include "model/audience.hpp"

#include "core/message.hpp"
#include "model/entities.hpp"
#include "model/schema.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;
using model::Audience;
using test::claim;
using test::entity;

namespace {

model::Claim restricted(model::Value value)
{
    model::Claim made = claim(std::move(value));
    made.restricted = true;
    return made;
}

std::string ids_of(const model::Project& project)
{
    std::string ids;
    for (const model::Entity& each : project.entities) {
        ids += each.id + " ";
    }
    return ids;
}

} // namespace

TEST_SUITE("model/audience") {

TEST_CASE("audiences have their words, and names in every language")
{
    for (const Audience audience : {Audience::everyone, Audience::partner, Audience::protocol}) {
        CHECK(model::parse_audience(model::name_of(audience)) == audience);
        CHECK(has_message("audience." + std::string(model::name_of(audience))));
    }
    CHECK(model::name_of(Audience::everyone) == "public");
    CHECK_FALSE(model::parse_audience("everyone"));
}

TEST_CASE("a restricted claim is for our own protocol alone, the other claims stay")
{
    model::Entity goal = entity("goal", "g");
    goal.fields["due"] = {restricted(model::DateText{"2027"}), claim(model::DateText{"2030"})};
    const model::Project project = test::project({goal});

    for (const Audience audience : {Audience::everyone, Audience::partner}) {
        const model::Project seen = model::for_audience(project, audience);
        REQUIRE(seen.entities[0].fields.at("due").size() == 1);
        CHECK(seen.entities[0].fields.at("due")[0] == claim(model::DateText{"2030"}));
    }
    CHECK(model::for_audience(project, Audience::protocol).entities == project.entities);
}

TEST_CASE("fields have their audience: credentials for partners, personal ones for protocol")
{
    model::Entity delegation = entity("delegation", "d");
    delegation.fields["credentials"] = {claim(model::Word{"pending"})};
    model::Entity person = entity("person", "p");
    for (const char* field : {"phone", "plate", "room"}) {
        person.fields[field] = {claim(std::string("secret"))};
        CHECK(model::find_field(*model::find_kind("person"), field)->is_personal);
    }
    const model::Project project = test::project({delegation, person});

    const auto everyone = model::for_audience(project, Audience::everyone);
    const auto partner = model::for_audience(project, Audience::partner);

    CHECK_FALSE(everyone.entities[0].fields.contains("credentials"));
    CHECK(partner.entities[0].fields.contains("credentials"));
    CHECK(partner.entities[1].fields.size() == 1);
    CHECK(everyone.entities[1].fields.size() == 1);
}

TEST_CASE("who comes, stays, rides and interprets is not for the public, nor rooms for partners")
{
    std::vector<model::Entity> entities;
    for (const char* kind : {"agenda_item", "interpreter", "accommodation", "arrival", "vehicle"}) {
        entities.push_back(entity(kind, kind));
    }
    entities[2].fields["room"] = {claim(std::string("secret"))};
    entities[4].fields["plate"] = {claim(std::string("secret"))};
    entities[4].fields["capacity"] = {claim(4.0)};
    const model::Project project = test::project(entities);

    CHECK(ids_of(model::for_audience(project, Audience::everyone)) == "agenda_item paper ");
    const auto partner = model::for_audience(project, Audience::partner);
    CHECK(ids_of(partner) == "agenda_item interpreter accommodation arrival vehicle paper ");
    CHECK_FALSE(partner.entities[2].fields.contains("room"));
    CHECK_FALSE(partner.entities[4].fields.contains("plate"));
    CHECK(partner.entities[4].fields.contains("capacity"));
    CHECK(model::find_field(*model::find_kind("accommodation"), "room")->is_personal);
    CHECK(model::find_field(*model::find_kind("vehicle"), "plate")->is_personal);
}

TEST_CASE("an entity whose name is hidden goes, with every reference to it and every relation")
{
    model::Entity hidden = entity("meeting", "hidden");
    hidden.fields["name"] = {restricted(test::text4("Quiet talks"))};
    model::Entity session = entity("session", "session");
    session.fields["meeting"] = {claim(test::refs({"hidden"}))};
    session.fields["participants"] = {claim(test::refs({"hidden", "venue"}))};
    model::Entity relation;
    relation.kind = "relation";
    relation.id = "relation";
    relation.fields["type"] = {claim(model::Word{"hosts"})};
    relation.fields["from"] = {claim(test::refs({"venue"}))};
    relation.fields["to"] = {claim(test::refs({"hidden"}))};
    const auto project = test::project({hidden, session, entity("venue", "venue"), relation});

    const model::Project seen = model::for_audience(project, Audience::everyone);

    CHECK(ids_of(seen) == "session venue paper ");
    CHECK_FALSE(seen.entities[0].fields.contains("meeting"));
    CHECK(std::get<model::Refs>(seen.entities[0].fields.at("participants")[0].value) ==
          test::refs({"venue"}));
}

TEST_CASE("a hidden source is named by no claim, and the name alone of two may be hidden")
{
    model::Entity secret = test::source("secret");
    secret.fields["title"][0].restricted = true;
    model::Entity goal = entity("goal", "g");
    goal.fields["name"].push_back(restricted(test::text4("Working title")));
    goal.fields["name"][0].sources = {"paper", "secret"};

    const auto seen = model::for_audience(test::project({goal, secret}), Audience::partner);

    CHECK(ids_of(seen) == "g paper ");
    REQUIRE(seen.entities[0].fields.at("name").size() == 1);
    CHECK(seen.entities[0].fields.at("name")[0].sources == std::vector<std::string>{"paper"});
}

TEST_CASE("layers of the project's own go to nobody else: no field says for whom a file is")
{
    model::Project project = test::project({entity("goal", "g")});
    project.layers.resize(1);
    CHECK(model::for_audience(project, Audience::partner).layers.empty());
    CHECK(model::for_audience(project, Audience::everyone).layers.empty());
    CHECK(model::for_audience(project, Audience::protocol).layers.size() == 1);
}

TEST_CASE("no field is for the number or a scan of a passport")
{
    for (const model::KindRule& kind : model::kinds()) {
        for (const model::FieldRule& rule : kind.fields) {
            for (const char* word : {"passport", "scan", "birth", "photo"}) {
                CHECK(rule.name.find(word) == std::string_view::npos);
            }
        }
    }
}

} // TEST_SUITE
