#include "ui/panels/panels.hpp"

#include "core/message.hpp"

#include "../fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::size_t badges(const ShellFixture& ui, std::string_view text)
{
    const auto fits = ui.shell->text_fits();
    return static_cast<std::size_t>(std::count_if(
        fits.begin(), fits.end(), [&](const ui::TextFit& fit) { return fit.text == text; }));
}

} // namespace

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

TEST_CASE("sources that disagree are told on the card's head and at the field, on no other card")
{
    ShellFixture ui(1920, 2160);
    ui.workspace->set_pack(model::Pack::enriched);
    int disagreeing = 0;
    for (const model::Entity& entity : ui.workspace->project().entities) {
        ui.workspace->select(entity.id);
        ui.frames(1);
        const bool is_expected = model::is_disagreeing(entity, model::Pack::enriched);
        CAPTURE(entity.id);
        CHECK((badges(ui, tr(Language::en, "card.disagree")) >= 2) == is_expected);
        disagreeing += is_expected ? 1 : 0;
    }
    CHECK(disagreeing > 0);
}

TEST_CASE("a press on a relation goes to what it names, and back")
{
    ShellFixture ui(1920, 2160);
    const model::Entity* from = nullptr;
    const model::Entity* to = nullptr;
    for (const model::Entity& entity : ui.workspace->project().entities) {
        for (const model::Link& link :
             model::links_of(ui.workspace->project(), entity, model::Pack::strict)) {
            if (link.relation != nullptr && link.is_outgoing && link.other != nullptr) {
                from = &entity;
                to = link.other;
            }
        }
    }
    REQUIRE(from != nullptr);
    ui.workspace->select(from->id);
    ui.frames(2);

    REQUIRE(ui.click(model::name_of(*to, model::Pack::strict, Language::en)));

    CHECK(ui.workspace->view().selected == to->id);
    ui.workspace->run(editor::ActionId::select_back);
    CHECK(ui.workspace->view().selected == from->id);
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
