#include "core/fold.hpp"
#include "core/message.hpp"

#include "../fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

std::vector<const ui::Control*> all_of(const ShellFixture& ui, std::string_view name)
{
    std::vector<const ui::Control*> found;
    for (const ui::Control& control : ui.shell->controls()) {
        if (control.name == name) {
            found.push_back(&control);
        }
    }
    return found;
}

} // namespace

TEST_SUITE("ui/panels/outliner_panel") {

TEST_CASE("a star pins its item to a group that stands first, and a second press lets it go")
{
    ShellFixture ui;
    CHECK(ui.find(say("outliner.pinned")) == nullptr);
    REQUIRE(ui.click(say("kind.document.plural")));
    const std::size_t rows = all_of(ui, say("outliner.pin")).size();
    REQUIRE(rows > 0);

    REQUIRE(ui.click(say("outliner.pin")));
    ui.frames(2);

    const auto& pinned = ui.workspace->settings().pinned;
    REQUIRE(pinned.size() == 1);
    const model::Entity* entity = ui.workspace->project().find(pinned.front());
    REQUIRE(entity != nullptr);
    CHECK(entity->kind == "document");
    const std::string name = model::name_of(*entity, ui.workspace->view().pack, Language::en);
    const ui::Control* title = ui.find(say("outliner.pinned"));
    REQUIRE(title != nullptr);
    CHECK(title->min.y < ui.find(name)->min.y);
    CHECK(all_of(ui, name).size() == 2); // there, and where its kind stands
    CHECK(ui.find(name)->min.y < ui.find(say("kind.document.plural"))->min.y);
    CHECK(ui.workspace->selected() == nullptr); // the star is not the row

    REQUIRE(ui.click(say("outliner.unpin")));
    ui.frames(2);
    CHECK(ui.workspace->settings().pinned.empty());
    CHECK(ui.find(say("outliner.pinned")) == nullptr);
}

TEST_CASE("a pinned item is selected from its group like any other")
{
    ShellFixture ui;
    ui.workspace->toggle_pin("ferroalloy-plant");
    ui.frames(2);
    const model::Entity* plant = ui.workspace->project().find("ferroalloy-plant");
    REQUIRE(plant != nullptr);

    REQUIRE(ui.click(model::name_of(*plant, ui.workspace->view().pack, Language::en)));

    REQUIRE(ui.workspace->selected() == plant);
    // The card has the star, too.
    CHECK(all_of(ui, say("outliner.unpin")).size() == 2);
}

TEST_CASE("what is selected elsewhere is scrolled to in its open group")
{
    ShellFixture ui;
    REQUIRE(ui.click(say("kind.source.plural")));
    ui.frames(2);
    const model::Pack pack = ui.workspace->view().pack;
    std::size_t count = 0;
    std::vector<const model::Entity*> unseen;
    for (const model::Entity& each : ui.workspace->project().entities) {
        if (each.kind == "source" && is_in(each, pack)) {
            ++count;
            if (all_of(ui, model::name_of(each, pack, Language::en)).empty()) {
                unseen.push_back(&each); // rows that are more than a page away are not built
            }
        }
    }
    REQUIRE(!unseen.empty());
    CHECK(unseen.size() < count);

    ui.workspace->select(unseen.back()->id);
    ui.frames(3);

    const auto rows = all_of(ui, model::name_of(*unseen.back(), pack, Language::en));
    constexpr float list_right = 400; // the card shows the name as well
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const ui::Control* each) {
        return each->max.x < list_right;
    });
    REQUIRE(row != rows.end());
    CHECK((*row)->min.y > 100);
    CHECK((*row)->max.y < 1080);
}

TEST_CASE("what the project does not know any more is not shown and not forgotten")
{
    ShellFixture ui;
    ui.workspace->toggle_pin("of-another-project");
    ui.frames(2);

    CHECK(ui.find(say("outliner.pinned")) == nullptr);
    CHECK(ui.workspace->settings_to_keep().pinned.size() == 1);
}

TEST_CASE("what the list is searched for is what the map and the other views show")
{
    ShellFixture ui;
    const auto& view = ui.workspace->view();
    CHECK(view.filters.empty());
    REQUIRE(ui.click(say("outliner.filter")));
    ui.type("korday");
    ui.frames(3);

    REQUIRE(view.filters.size() == 1);
    const model::Entity* found = ui.workspace->project().find("korday-ak-zhol");
    REQUIRE(found != nullptr);
    CHECK(passes(view.filters, *found));
    CHECK(view.filters.front()->ids.size() < 20);
    for (const std::string& id : view.filters.front()->ids) {
        const std::string name =
            model::name_of(*ui.workspace->project().find(id), view.pack, Language::en);
        CHECK_MESSAGE(fold(name).find(fold("korday")) != std::string::npos, name);
    }
    const auto before = view.filters;
    ui.frames(3);
    CHECK(view.filters == before); // nothing is made anew

    ui.workspace->run(editor::ActionId::toggle_outliner);
    ui.frames(3);
    CHECK(view.filters.empty()); // words that nobody sees hide nothing
}

} // TEST_SUITE
