#include "editor/kept_project.hpp"
#include "editor/workspace.hpp"
#include "io/project_folder.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("editor/workspace_edits") {

namespace {

const std::string goal_id = test::goal_id;

std::unique_ptr<editor::Workspace> open(const std::filesystem::path& folder)
{
    Diagnostics findings;
    auto project = std::make_shared<const model::Project>(
        *io::read_project(folder, test::source_root() / "data/transport", findings));
    return std::make_unique<editor::Workspace>(
        std::make_unique<editor::EditSession>(std::move(project), folder),
        std::make_shared<const geo::MapData>(), editor::Settings{});
}

} // namespace

TEST_CASE("what is shown stays as it was until the edits are taken")
{
    const auto workspace = open(test::few_files("workspace_edits"));
    workspace->select(goal_id);
    const model::Entity* shown = workspace->selected();
    const auto version = workspace->project_version();
    REQUIRE(workspace->submit(
        editor::SetField{"goal", goal_id, "/fields/name/0/value/en", "\"Other\""}));
    CHECK(workspace->selected() == shown); // a panel may be drawing it
    REQUIRE(workspace->take_edits());
    CHECK(workspace->project_version() != version);
    CHECK(model::name_of(*workspace->selected(), model::Pack::enriched, Language::en) == "Other");
    CHECK_FALSE(workspace->take_edits());
    CHECK_FALSE(workspace->search_index().find("Other", Language::en, 5).empty());
}

TEST_CASE("the selection goes with the entity, and comes back with undo")
{
    const auto workspace = open(test::few_files("workspace_edits_remove"));
    workspace->select(goal_id);
    REQUIRE(workspace->submit(editor::Remove{"goal", goal_id}));
    (void)workspace->take_edits();
    CHECK(workspace->view().selected.empty());
    workspace->run(editor::ActionId::undo);
    (void)workspace->take_edits();
    CHECK(workspace->project().find(goal_id) != nullptr);
}

TEST_CASE("an edit that is refused says why and changes nothing; the next one clears the notice")
{
    const auto workspace = open(test::few_files("workspace_edits_refused"));
    CHECK_FALSE(workspace->submit(editor::Remove{"goal", "no-such-goal"}));
    REQUIRE(workspace->notice());
    CHECK(workspace->notice()->is_failure);
    CHECK_FALSE(workspace->take_edits());
    REQUIRE(workspace->submit(editor::Remove{"goal", goal_id}));
    CHECK_FALSE(workspace->notice());
}

} // TEST_SUITE
