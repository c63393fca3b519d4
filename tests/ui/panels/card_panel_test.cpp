#include "ui/panels/panels.hpp"

#include "../fixture.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("ui/panels/card_panel") {

TEST_CASE("the goal of two billion is reached by three quarters in the strict pack")
{
    const auto project = test::bundled_project();
    const model::Entity* goal = project->find("mutual-trade-2bn");
    REQUIRE(goal != nullptr);

    const auto progress = ui::progress_of(*project, *goal, model::Pack::strict);

    REQUIRE(progress);
    CHECK(progress->reached / progress->target == doctest::Approx(0.75));
    CHECK(progress->unit == "USD");
    CHECK_FALSE(progress->sources.empty());
}

TEST_CASE("the gauge of the goal tells of which year its figure is")
{
    const auto project = test::bundled_project();
    const model::Entity* goal = project->find("mutual-trade-2bn");
    REQUIRE(goal != nullptr);
    const auto progress = ui::progress_of(*project, *goal, model::Pack::enriched);
    REQUIRE(progress);
    REQUIRE(progress->at.size() >= 4);

    for (const Language language : all_languages) {
        const std::string text = ui::progress_date(*progress, language);
        CAPTURE(text);
        CHECK(text.find(progress->at.substr(0, 4)) != std::string::npos);
    }
    CHECK(ui::progress_date({}, Language::en).empty());
}

TEST_CASE("what is no goal has no progress")
{
    const auto project = test::bundled_project();
    for (const model::Entity& entity : project->entities) {
        if (entity.kind != "goal") {
            CHECK_FALSE(ui::progress_of(*project, entity, model::Pack::enriched));
        }
    }
}

} // TEST_SUITE
