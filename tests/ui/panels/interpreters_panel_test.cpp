#include "../../editor/interpreted_forum.hpp"
#include "planned_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::PanelId;
using test::PlannedForum;

namespace {

using Ids = std::vector<std::string>;

Ids named_for(const PlannedForum& forum, const char* session)
{
    const auto* refs = model::find_value<model::Refs>(forum.entity(session), "interpreters",
                                                      model::Pack::enriched);
    return refs != nullptr ? refs->ids : Ids{};
}

} // namespace

TEST_SUITE("ui/panels/interpreters_panel") {

TEST_CASE("what would be lost without an interpreter is listed, and nothing else")
{
    PlannedForum forum("interpreters_without", PanelId::interpreters, test::interpreted_sessions());
    CHECK(forum.find("interpreters/aida/lost/talks kk-ky/row") == nullptr);
    REQUIRE(forum.press("interpreters/aida/without"));
    CHECK(forum.find("interpreters/aida/lost/talks kk-ky/row") != nullptr);
    CHECK(forum.find("interpreters/aida/lost/signing kk-ky/row") == nullptr);
    REQUIRE(forum.press("interpreters/dana/without"));
    CHECK(forum.find("interpreters/aida/lost/talks kk-ky/row") == nullptr);
    CHECK(forum.find("interpreters/dana/lost/signing kk-ky/row") == nullptr);
    CHECK(forum.steps() == 0);
}

TEST_CASE("an assignment is looked at before it is applied, as one step")
{
    PlannedForum forum("interpreters_assign", PanelId::interpreters, test::interpreted_sessions());
    CHECK(forum.find("interpreters/apply") == nullptr);
    REQUIRE(forum.press("interpreters/assign"));
    CHECK(forum.find("interpreters/change/lecture") != nullptr);
    CHECK(forum.steps() == 0);
    REQUIRE(forum.press("interpreters/apply"));
    CHECK(forum.steps() == 1);
    CHECK(named_for(forum, "lecture") == Ids{"dana"});
    CHECK(named_for(forum, "talks") == Ids{"aida"});
    CHECK(forum.find("interpreters/apply") == nullptr);
}

TEST_CASE("what is not applied changes nothing")
{
    PlannedForum forum("interpreters_drop", PanelId::interpreters, test::interpreted_sessions());
    REQUIRE(forum.press("interpreters/assign"));
    REQUIRE(forum.press("interpreters/drop"));
    CHECK(forum.find("interpreters/change/lecture") == nullptr);
    CHECK(forum.steps() == 0);
}

TEST_CASE("by hand somebody is picked for a session and taken off it again")
{
    PlannedForum forum("interpreters_hand", PanelId::interpreters, test::interpreted_sessions());
    REQUIRE(forum.press("interpreters/lecture kk-ky/name/open"));
    CHECK(forum.find("interpreters/lecture kk-ky/name/erlan") == nullptr); // has another pair
    REQUIRE(forum.press("interpreters/lecture kk-ky/name/dana"));
    CHECK(named_for(forum, "lecture") == Ids{"dana"});
    REQUIRE(forum.press("interpreters/lecture kk-ky/row"));
    REQUIRE(forum.press("interpreters/lecture kk-ky/dana/remove"));
    CHECK(named_for(forum, "lecture").empty());
    CHECK(forum.steps() == 2);
}

TEST_CASE("a meeting without languages and interpreters says so")
{
    PlannedForum forum("interpreters_none", PanelId::interpreters, test::hurried_sessions());
    CHECK(forum.find("interpreters/assign") == nullptr);
}

TEST_CASE("names, reasons and a shortage have their room, in each language")
{
    for (const Language language : all_languages) {
        for (const int width : {1280, 1920}) {
            PlannedForum forum("interpreters_words", PanelId::interpreters,
                               test::interpreted_sessions(), language, width, 720);
            CAPTURE(code_of(language));
            CAPTURE(width);
            REQUIRE(forum.press("interpreters/aida/without"));
            REQUIRE(forum.press("interpreters/assign"));
            CHECK(forum.find("interpreters/apply") != nullptr);
            forum.ui.check_texts_fit();
        }
    }
}

} // TEST_SUITE
