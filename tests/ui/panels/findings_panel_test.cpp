#include "core/message.hpp"

#include "../../editor/kept_project.hpp"
#include "../fixture.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

/// A field that both the session and the folder have changed.
void make_conflict(ShellFixture& ui, const std::filesystem::path& folder)
{
    ui.edit(folder);
    REQUIRE(ui.workspace->submit(
        editor::SetField{"goal", test::goal_id, "/fields/name/0/value/en", "\"Mine\""}));
    const auto file = folder / "goal" / (std::string(test::goal_id) + ".json");
    std::string text = *read_file(file);
    const std::string old = "Mutual trade of 2 billion US dollars";
    REQUIRE(text.find(old) != std::string::npos);
    REQUIRE(write_file_atomically(file, text.replace(text.find(old), old.size(), "Theirs")));
    REQUIRE(ui.workspace->edits().take_outside_changes());
    ui.workspace->overlays().has_findings = true;
    ui.frames(3);
}

std::string shown_name(const ShellFixture& ui)
{
    return model::name_of(*ui.workspace->project().find(test::goal_id), model::Pack::enriched,
                          Language::en);
}

} // namespace

TEST_SUITE("ui/panels/findings_panel") {

TEST_CASE("a conflict waits until one side is chosen")
{
    ShellFixture ui;
    make_conflict(ui, test::few_files("findings_panel"));
    CHECK(shown_name(ui) == "Mine");
    SUBCASE("the folder's")
    {
        REQUIRE(ui.click(say("findings.take_folder")));
        ui.frames(2);
        CHECK(shown_name(ui) == "Theirs");
    }
    SUBCASE("mine")
    {
        REQUIRE(ui.click(say("findings.keep_mine")));
        ui.frames(2);
        CHECK(shown_name(ui) == "Mine");
    }
    CHECK(ui.workspace->edits().findings().findings.empty());
    CHECK(ui.find(say("findings.keep_mine")) == nullptr);
}

} // TEST_SUITE
