#include "editor/palette.hpp"

#include "editor/kept_project.hpp"
#include "editor/workspace.hpp"
#include "io/project_folder.hpp"
#include "model/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using editor::ActionId;

TEST_SUITE("editor/palette") {

namespace {

std::unique_ptr<editor::Workspace> open(const std::filesystem::path& folder,
                                        bool is_editable = true)
{
    Diagnostics findings;
    auto project = std::make_shared<const model::Project>(
        *io::read_project(folder, test::source_root() / "data/transport", findings));
    auto edits = is_editable ? std::make_unique<editor::EditSession>(std::move(project), folder)
                             : std::make_unique<editor::EditSession>(std::move(project));
    return std::make_unique<editor::Workspace>(
        std::move(edits), std::make_shared<const geo::MapData>(), editor::Settings{});
}

const editor::PaletteItem* item_of(const std::vector<editor::PaletteItem>& items, ActionId id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) {
        const auto* action = std::get_if<ActionId>(&item.target);
        return action != nullptr && *action == id;
    });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("every action is reachable after >, once, with its keys")
{
    const auto workspace = open(test::few_files("palette_all"));
    for (const Language language : all_languages) {
        const auto items = editor::find_in_palette(*workspace, ">", language, 9);
        for (const editor::Action& action : editor::actions()) {
            CAPTURE(action.name);
            const auto count = std::count_if(items.begin(), items.end(), [&](const auto& item) {
                const auto* id = std::get_if<ActionId>(&item.target);
                return id != nullptr && *id == action.id;
            });
            CHECK(count == 1);
        }
        CHECK(item_of(items, ActionId::undo)->chord == "Ctrl+Z");
    }
}

TEST_CASE("words of a command come in any order and any script of the keyboard's language")
{
    const auto workspace = open(test::few_files("palette_words"));
    const auto first = [&](const char* typed, Language language) {
        const auto items = editor::find_in_palette(*workspace, typed, language, 9);
        REQUIRE_FALSE(items.empty());
        return std::get<ActionId>(items.front().target);
    };
    CHECK(first(">undo", Language::en) == ActionId::undo);
    CHECK(first("> отмен", Language::ru) == ActionId::undo);
    CHECK(first(">picture save", Language::en) == ActionId::save_picture);
    CHECK(editor::find_in_palette(*workspace, ">no such command", Language::en, 9).empty());
}

TEST_CASE("what cannot be done says why, and stops saying it when it can")
{
    const auto workspace = open(test::few_files("palette_why"));
    const auto why = [&](ActionId id) {
        const auto items = editor::find_in_palette(*workspace, ">", Language::en, 9);
        const auto& reason = item_of(items, id)->why_not;
        return reason ? reason->key : std::string();
    };
    CHECK(why(ActionId::undo) == "error.nothing_to_undo");
    CHECK(why(ActionId::fly_to_selection) == "why_not.no_selection");
    CHECK(why(ActionId::quit).empty());
    REQUIRE(workspace->submit(editor::Remove{"crossing", "korday-ak-zhol"}));
    (void)workspace->take_edits();
    workspace->select(test::goal_id);
    CHECK(why(ActionId::undo).empty());
    CHECK(why(ActionId::redo) == "error.nothing_to_redo");
    CHECK(why(ActionId::fly_to_selection).empty());
}

TEST_CASE("a new entity is added, selected and edited; a shown project refuses")
{
    const auto folder = test::few_files("palette_new");
    const auto workspace = open(folder);
    const auto items = editor::find_in_palette(*workspace, ">new venue", Language::en, 9);
    REQUIRE_FALSE(items.empty());
    CHECK(std::get<editor::NewEntity>(items.front().target).kind == "venue");
    REQUIRE(workspace->add_entity("meeting"));
    REQUIRE(workspace->add_entity("joint_enterprise"));
    REQUIRE(workspace->selected() != nullptr);
    CHECK(workspace->selected()->kind == "joint_enterprise");
    CHECK(workspace->is_editing);
    REQUIRE(workspace->add_entity("person")); // has no place that one points at first
    CHECK(workspace->translations().takes_keys({"person", workspace->selected()->id, "name", 0},
                                               "value/kk"));
    for (const model::KindRule& kind : model::kinds()) {
        CAPTURE(kind.name);
        CHECK(workspace->add_entity(std::string(kind.name)));
    }
    const auto shown = open(folder, false);
    const auto refused = editor::find_in_palette(*shown, ">new venue", Language::en, 9);
    CHECK(refused.front().why_not->key == "error.edit.no_store");
}

TEST_CASE("a command is found by its word in any language, first by that of the language shown")
{
    const auto workspace = open(test::few_files("palette_languages"));
    for (const Language language : all_languages) {
        const auto items = editor::find_in_palette(*workspace, ">new venue", language, 9);
        REQUIRE_FALSE(items.empty());
        CHECK(std::get<editor::NewEntity>(items.front().target).kind == "venue");
        const std::string undo(tr(language, "action.undo"));
        const auto own = editor::find_in_palette(*workspace, ">" + undo, language, 9);
        REQUIRE_FALSE(own.empty());
        CHECK(own.front().text == undo);
    }
}

TEST_CASE("a colon shows a date, @ places alone, and nothing before the first letter")
{
    const auto workspace = open(test::few_files("palette_scopes"));
    const auto dates = editor::find_in_palette(*workspace, ":2022-06", Language::en, 9);
    REQUIRE(dates.size() == 1);
    CHECK(std::get<editor::ShownDate>(dates.front().target).iso == "2022-06");
    CHECK(editor::find_in_palette(*workspace, ":2022-13", Language::en, 9).empty());
    CHECK_FALSE(editor::find_in_palette(*workspace, "Korday", Language::en, 9).empty());
    CHECK(editor::find_in_palette(*workspace, "@Korday", Language::en, 9).empty()); // an entity
    CHECK(editor::find_in_palette(*workspace, "", Language::en, 9).empty());
    CHECK(editor::find_in_palette(*workspace, "#", Language::en, 9).empty());
}

} // TEST_SUITE
