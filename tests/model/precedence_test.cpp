#include "model/precedence.hpp"

#include "model/entities.hpp"
#include "model/validate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace dostyk;
using model::Pack;
using test::claim;
using test::refs;

namespace {

model::Entity post(const char* id, double number)
{
    model::Entity made = test::entity("post", id);
    made.fields["country"] = {claim(refs({"KZ"}))};
    made.fields["precedence"] = {claim(number)};
    return made;
}

model::Entity person(std::vector<std::string> posts)
{
    model::Entity made = test::entity("person", "dana");
    made.fields["posts"] = {claim(refs(std::move(posts)))};
    return made;
}

model::Entity delegation()
{
    model::Entity made = test::entity("delegation", "guests");
    made.fields["head"] = {claim(refs({"dana"}))};
    return made;
}

std::optional<model::Following> rank_in(const model::Project& project, Pack pack = Pack::enriched)
{
    return model::find_following(project, *project.find("guests"), "rank", pack);
}

std::size_t differing(const model::Project& project)
{
    Diagnostics diagnostics;
    model::validate(project, {}, diagnostics);
    return static_cast<std::size_t>(
        std::count_if(diagnostics.findings.begin(), diagnostics.findings.end(),
                      [](const Finding& each) { return each.code == "model.rank_differs"; }));
}

} // namespace

TEST_SUITE("model/precedence") {

TEST_CASE("a delegation has the rank of the first post of its head, with that number's sources")
{
    const auto project = test::project(
        {delegation(), person({"akim", "minister"}), post("minister", 7), post("akim", 12)});
    const auto rank = rank_in(project);
    REQUIRE(rank);
    CHECK(std::get<double>(rank->claim.value) == 7);
    CHECK(rank->from == "minister");
    CHECK(rank->claim.sources == std::vector<std::string>{"paper"});
    CHECK(rank->claim.flags == model::flag::computed);
}

TEST_CASE("of several posts the one that counts at the meeting may be named")
{
    model::Entity guests = delegation();
    guests.fields["head_post"] = {claim(refs({"akim"}))};
    const auto project = test::project(
        {guests, person({"akim", "minister"}), post("minister", 7), post("akim", 12)});
    CHECK(std::get<double>(rank_in(project)->claim.value) == 12);
}

TEST_CASE("a head without a post in the order counts by a number of their own")
{
    model::Entity dana = test::entity("person", "dana");
    CHECK(!rank_in(test::project({delegation(), dana})));
    dana.fields["precedence"] = {claim(3.0)};
    const auto rank = rank_in(test::project({delegation(), dana}));
    REQUIRE(rank);
    CHECK(std::get<double>(rank->claim.value) == 3);
    CHECK(rank->from == "dana");
}

TEST_CASE("what a pack does not see gives no rank, nor does a post without a number")
{
    model::Entity minister = post("minister", 7);
    minister.pack = Pack::enriched;
    const auto project = test::project({delegation(), person({"minister"}), minister});
    CHECK(rank_in(project));
    CHECK(!rank_in(project, Pack::strict));
    minister.fields.erase("precedence");
    CHECK(!rank_in(test::project({delegation(), person({"minister"}), minister})));
    CHECK(!rank_in(test::project({delegation(), person({"nobody"})})));
}

TEST_CASE("only ranks follow: of delegations, and of people")
{
    const auto project = test::project({delegation(), person({"minister"}), post("minister", 7)});
    CHECK(model::find_following(project, *project.find("dana"), "precedence", Pack::enriched));
    CHECK(!model::find_following(project, *project.find("dana"), "rank", Pack::enriched));
    CHECK(!model::find_following(project, *project.find("guests"), "head", Pack::enriched));
}

TEST_CASE("a number that is stated otherwise than the order has it is told, the same one is not")
{
    model::Entity guests = delegation();
    const auto with = [&](double stated) {
        guests.fields["rank"] = {claim(stated)};
        return test::project({guests, person({"minister"}), post("minister", 7)});
    };
    CHECK(differing(with(7)) == 0);
    CHECK(differing(with(6)) == 1);
}

} // TEST_SUITE
