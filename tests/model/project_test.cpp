#include "model/project.hpp"

#include "model/entities.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using model::Pack;
using test::claim;
using test::enriched;

namespace {

model::Entity relation(std::string id, const std::string& type, std::string from, std::string to)
{
    model::Entity made = test::entity("relation", std::move(id));
    made.fields.erase("name");
    made.fields["type"] = {claim(model::Word{type})};
    made.fields["from"] = {claim(test::refs({std::move(from)}))};
    made.fields["to"] = {claim(test::refs({std::move(to)}))};
    return made;
}

const model::Link* find_link(const std::vector<model::Link>& links, std::string_view type,
                             std::string_view other)
{
    const auto found = std::find_if(links.begin(), links.end(), [&](const model::Link& link) {
        return link.type == type && link.other->id == other;
    });
    return found != links.end() ? &*found : nullptr;
}

} // namespace

TEST_SUITE("model/project") {

TEST_CASE("an entity is found by its id alone")
{
    const model::Project project = test::project({test::entity("meeting", "council")});

    REQUIRE(project.find("council") != nullptr);
    CHECK(project.find("council")->kind == "meeting");
    CHECK(project.find("none") == nullptr);
}

TEST_CASE("a relation links both ways")
{
    const model::Project project =
        test::project({test::entity("document", "treaty"), test::entity("meeting", "council"),
                       relation("r", "signed_at", "treaty", "council")});

    const auto of_treaty = links_of(project, *project.find("treaty"), Pack::strict);
    const auto of_council = links_of(project, *project.find("council"), Pack::strict);

    const model::Link* out = find_link(of_treaty, "signed_at", "council");
    REQUIRE(out != nullptr);
    CHECK(out->is_outgoing);
    CHECK(out->relation == project.find("r"));
    const model::Link* in = find_link(of_council, "signed_at", "treaty");
    REQUIRE(in != nullptr);
    CHECK_FALSE(in->is_outgoing);
}

TEST_CASE("a ref field links both ways, countries and units do not")
{
    model::Entity session = test::entity("session", "signing");
    session.fields["meeting"] = {claim(test::refs({"council"}))};
    model::Entity person = test::entity("person", "guest");
    person.fields["country"] = {claim(test::refs({"KZ"}))};
    const model::Project project =
        test::project({test::entity("meeting", "council"), session, person});

    CHECK(links_of(project, *project.find("guest"), Pack::strict).empty());
    const auto links = links_of(project, *project.find("council"), Pack::strict);
    REQUIRE(links.size() == 1);
    CHECK(links.front().type == "meeting");
    CHECK(links.front().other->id == "signing");
    CHECK(links.front().relation == nullptr);
}

TEST_CASE("links of the enriched pack are not in the strict pack")
{
    model::Entity session = test::entity("session", "signing");
    session.fields["meeting"] = {enriched(test::refs({"council"}))};
    const model::Project project = test::project({test::entity("meeting", "council"), session});

    CHECK(links_of(project, *project.find("council"), Pack::strict).empty());
    CHECK(links_of(project, *project.find("council"), Pack::enriched).size() == 1);
}

} // TEST_SUITE
