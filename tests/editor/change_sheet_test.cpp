#include "editor/change_sheet.hpp"

#include "editor/released_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using test::hours;
using test::session;

namespace {

struct Told {
    editor::Programme programme;
    editor::ReleaseDiff diff;

    explicit Told(model::Project project)
    {
        programme.follow(std::make_shared<const model::Project>(std::move(project)));
        diff.follow(programme);
    }
    [[nodiscard]] editor::DiffWords words(Language language = Language::en) const
    {
        return words_of(diff, *programme.meeting(), language, {});
    }
};

} // namespace

TEST_SUITE("editor/change_sheet") {

TEST_CASE("a change is a sentence with a sign, and every sheet names its changes")
{
    auto now = test::moved_talks();
    now[0] = session("opening", "", "");
    now.push_back(session("dinner", hours(12, 19, 20), "hall", {"hosts"}));
    now[1] = session("signing", hours(12, 15, 17), "ala-archa", {"hosts"});
    const Told told(test::released(test::calm_sessions(), now));
    for (const Language language : all_languages) {
        const auto words = told.words(language);
        REQUIRE(words.changes.size() == 4);
        CHECK(words.changes[0].icon == "plus");  // dinner
        CHECK(words.changes[1].icon == "minus"); // opening
        CHECK(words.changes[2].icon == "edit");  // signing is longer
        CHECK(words.changes[3].icon == "tool_move");
        for (const editor::ChangeRow& row : words.changes) {
            CHECK(row.text.find('{') == std::string::npos);
            CHECK(row.text.find("Name of " + row.session) != std::string::npos);
        }
    }
}

TEST_CASE("sheets stand by kind and by the alphabet")
{
    auto now = test::calm_sessions();
    now[1] = session("signing", hours(12, 17, 18), "hall", {"guests", "hosts"});
    const auto words = Told(test::released(test::calm_sessions(), now)).words();
    std::vector<std::string> ids;
    for (const editor::SheetRow& row : words.sheets) {
        ids.push_back(row.id);
    }
    CHECK(ids == std::vector<std::string>{"guests", "hosts", "ala-archa", "hall"});
    CHECK(words.sheets[0].name == "Name of guests");
}

TEST_CASE("versions are the plan now and the releases, the newest first, with their notes")
{
    model::Project project = test::released(test::calm_sessions(), test::moved_talks());
    project.entities.push_back(
        test::with(test::release_of(project), "description", test::text4("After the call")));
    project.entities.sort();
    const auto words = Told(project).words();
    REQUIRE(words.versions.size() == 3);
    CHECK(words.versions[0].number == editor::ReleaseDiff::now);
    CHECK(words.versions[0].detail == "no changes");
    CHECK(words.versions[1].name == "Release 2");
    CHECK(words.versions[1].detail.find("After the call") != std::string::npos);
    CHECK(words.versions[2].detail.find("3 sessions") != std::string::npos);
    CHECK(words.versions[2].detail.find("May 2026") != std::string::npos);
}

TEST_CASE("a sheet says whose it is, what is compared, and what concerns them and nothing else")
{
    auto now = test::moved_talks();
    now[1] = session("signing", hours(12, 17, 18), "ala-archa", {"hosts"});
    const Told told(test::released(test::calm_sessions(), now));
    const auto words = told.words();
    const auto guests = std::find_if(words.sheets.begin(), words.sheets.end(),
                                     [](const auto& row) { return row.id == "guests"; });
    REQUIRE(guests != words.sheets.end());
    const std::string text = sheet_text(words, *guests, told.diff, Language::en);
    CHECK(text.starts_with("Name of guests\n"));
    CHECK(text.find("Release 1 (1 May 2026") != std::string::npos);
    CHECK(text.find("Name of talks") != std::string::npos);
    CHECK(text.find("Name of signing") == std::string::npos);
    CHECK(text.ends_with("\n"));
}

TEST_CASE("a sheet is saved beside those that are there, and where nothing can be, that is told")
{
    const auto folder = test::scratch_dir("change_sheet");
    const auto first = editor::save_sheet("one\n", folder, "guests");
    const auto second = editor::save_sheet("two\n", folder, "guests");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->filename() == "guests.txt");
    CHECK(*first != *second);
    CHECK(read_file(*first).value() == "one\n");
    CHECK(read_file(*second).value() == "two\n");
    CHECK_FALSE(editor::save_sheet("x", folder / "guests.txt", "guests"));
}

} // TEST_SUITE
