#include "planned_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::PanelId;
using test::PlannedForum;

namespace {

std::vector<model::Entity> sessions()
{
    return {test::session("talks", test::hours(12, 8, 10), "hall", {"guests"}),
            test::session("visit", test::hours(12, 9, 11), "ala-archa", {"hosts"})};
}

} // namespace

TEST_SUITE("ui/panels/free_busy_panel") {

TEST_CASE("three presses book the first common slot")
{
    PlannedForum forum("free_busy_book", PanelId::free_busy, sessions());
    const std::size_t broken = forum.ui.workspace->programme().meeting()->hard_count();
    REQUIRE(forum.press("free_busy/guests/head"));
    REQUIRE(forum.press("free_busy/hosts/head"));
    REQUIRE(forum.press("free_busy/slot 1/book"));
    CHECK(forum.steps() == 1);
    const model::Entity* made = forum.ui.workspace->selected();
    REQUIRE(made != nullptr);
    CHECK(made->kind == "session");
    CHECK(model::find_value<model::Refs>(*made, "participants", model::Pack::enriched)->ids ==
          std::vector<std::string>{"guests", "hosts"});
    CHECK(forum.ui.workspace->programme().meeting()->hard_count() == broken);
}

TEST_CASE("nothing is offered until somebody is chosen, and a longer one later")
{
    PlannedForum forum("free_busy_length", PanelId::free_busy, sessions());
    CHECK(forum.find("free_busy/slot 1/book") == nullptr);
    REQUIRE(forum.press("free_busy/hosts/head"));
    REQUIRE(forum.find("free_busy/slot 1/book") != nullptr);
    const std::string hour = forum.find("free_busy/slot 1/book")->name;
    REQUIRE(forum.press("free_busy/120"));
    CHECK(forum.find("free_busy/slot 1/book")->name != hour);
    REQUIRE(forum.press("free_busy/hosts/head"));
    CHECK(forum.find("free_busy/slot 1/book") == nullptr);
}

TEST_CASE("names, hours and slots have their room, in each language")
{
    for (const Language language : all_languages) {
        PlannedForum forum("free_busy_words", PanelId::free_busy, sessions(), language, 1280, 720);
        CAPTURE(code_of(language));
        REQUIRE(forum.press("free_busy/guests/head"));
        CHECK(forum.find("free_busy/slot 1/book") != nullptr);
        forum.ui.check_texts_fit();
    }
}

} // TEST_SUITE
