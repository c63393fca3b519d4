#include "planned_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::PanelId;
using test::PlannedForum;

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const PlannedForum& forum)
{
    const auto* lines =
        model::find_value<Lines>(forum.entity("forum"), "planning", model::Pack::enriched);
    return lines != nullptr ? *lines : Lines{};
}

} // namespace

TEST_SUITE("ui/panels/planning_panel") {

TEST_CASE("a choice that is picked is a line of the meeting, and its arrow takes it back")
{
    PlannedForum forum("planning_tier", PanelId::planning, test::hurried_sessions());
    REQUIRE(forum.write("planning/filter", "H05"));
    CHECK(forum.find("planning/H02/tier") == nullptr);
    CHECK(forum.find("planning/H05/weight") == nullptr);
    REQUIRE(forum.press("planning/H05/tier"));
    REQUIRE(forum.press("planning/H05/soft"));
    CHECK(lines_of(forum) == Lines{"H05 soft 50"});
    REQUIRE(forum.write("planning/H05/weight", "1"));
    CHECK(lines_of(forum) == Lines{"H05 soft 501"});
    REQUIRE(forum.press("planning/H05/reset"));
    CHECK(lines_of(forum).empty());
    CHECK_FALSE(forum.entity("forum").fields.contains("planning"));
}

TEST_CASE("a choice that a rule does not have is not offered")
{
    PlannedForum forum("planning_offer", PanelId::planning, test::hurried_sessions());
    REQUIRE(forum.write("planning/filter", "H02"));
    REQUIRE(forum.press("planning/H02/tier"));
    CHECK(forum.find("planning/H02/hard") != nullptr);
    CHECK(forum.find("planning/H02/off") != nullptr);
    CHECK(forum.find("planning/H02/soft") == nullptr);
}

TEST_CASE("a number out of its limits stays in its field and out of the meeting")
{
    PlannedForum forum("planning_number", PanelId::planning, test::hurried_sessions());
    REQUIRE(forum.write("planning/filter", "time grid"));
    REQUIRE(forum.write("planning/grain_min/value", "9")); // 159
    CHECK(lines_of(forum).empty());
    CHECK(forum.steps() == 0);
    REQUIRE(forum.press("planning/changed"));
    CHECK(forum.find("planning/grain_min/value") == nullptr);
}

TEST_CASE("a rule that is off is looked for no longer")
{
    PlannedForum forum("planning_off", PanelId::planning, test::hurried_sessions());
    REQUIRE(forum.ui.workspace->programme().meeting()->hard_count() == 1);
    REQUIRE(forum.write("planning/filter", "H03"));
    REQUIRE(forum.press("planning/H03/tier"));
    REQUIRE(forum.press("planning/H03/off"));
    CHECK(forum.ui.workspace->programme().meeting()->hard_count() == 0);
}

TEST_CASE("every row has its words and its room, in each language and slot")
{
    for (const Language language : all_languages) {
        PlannedForum forum("planning_words", PanelId::planning, test::hurried_sessions(), language,
                           1280, 720);
        CAPTURE(code_of(language));
        CHECK(forum.find("planning/H01/tier") != nullptr);
        forum.ui.check_texts_fit();
        forum.ui.workspace->move_panel(PanelId::planning, editor::Slot::dock);
        forum.ui.frames(3);
        forum.ui.check_texts_fit();
    }
}

} // TEST_SUITE
