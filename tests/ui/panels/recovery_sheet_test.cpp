#include "core/files.hpp"
#include "editor/kept_project.hpp"
#include "store/backup.hpp"
#include "store/working_store.hpp"
#include "ui/fixture.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::test;
namespace fs = std::filesystem;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

void damage(const fs::path& file)
{
    std::string content = read_file(file).value();
    for (std::size_t i = 0; i < content.size(); i += 5) {
        content[i] = 'x';
    }
    REQUIRE(write_file_atomically(file, content));
}

/// A project whose store has a backup with an edit in it, and was damaged after.
fs::path damaged_project(const char* name)
{
    const fs::path folder = few_files(name);
    const fs::path file = store::working_store_of(folder);
    {
        editor::EditSession edits(std::make_shared<model::Project>(), folder);
        REQUIRE(edits.open());
        REQUIRE(edits.submit(editor::Insert{"goal", "kept", R"({"fields": {}})"}));
        auto opened = store::open_to_edit(folder, *std::make_unique<Diagnostics>());
        REQUIRE(opened);
        REQUIRE(store::back_up_if_due(*opened->store, file, now()));
    }
    for (const char* suffix : {"-wal", "-shm"}) {
        fs::remove(file.string() + suffix);
    }
    damage(file);
    return folder;
}

bool has_kept_store(const fs::path& folder)
{
    const fs::path file = store::working_store_of(folder);
    for (const auto& entry : fs::directory_iterator(file.parent_path())) {
        if (entry.path().filename().string().starts_with(file.filename().string() + ".before-")) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_SUITE("ui/panels/recovery_sheet") {

TEST_CASE("a damaged store is told of, and its newest good backup takes its place")
{
    ShellFixture ui;
    const fs::path folder = damaged_project("recovery-restore");
    ui.edit(folder);
    REQUIRE_FALSE(ui.workspace->edits().is_open());
    REQUIRE(ui.workspace->edits().rescue());
    ui.workspace->open_sheet(editor::Sheet::recovery);
    ui.frames(2);

    REQUIRE(ui.click(say("recovery.restore")));
    ui.frames(2);

    CHECK_FALSE(ui.workspace->has_sheet());
    CHECK(ui.workspace->edits().is_open());
    (void)ui.workspace->take_edits();
    CHECK(ui.workspace->project().find("kept") != nullptr);
    CHECK(has_kept_store(folder));
}

TEST_CASE("without a good backup the folder's files are what one may begin with")
{
    ShellFixture ui;
    const fs::path folder = damaged_project("recovery-files");
    for (const fs::path& backup :
         store::find_backups(store::backups_of(store::working_store_of(folder)))) {
        damage(backup);
    }
    ui.edit(folder);
    REQUIRE(ui.workspace->edits().rescue());
    ui.workspace->open_sheet(editor::Sheet::recovery);
    ui.frames(2);
    CHECK(ui.find(say("recovery.restore")) == nullptr);

    REQUIRE(ui.click(say("recovery.files")));
    ui.frames(2);

    CHECK(ui.workspace->edits().is_open());
    (void)ui.workspace->take_edits();
    CHECK(ui.workspace->project().find(goal_id) != nullptr);
    CHECK(ui.workspace->project().find("kept") == nullptr);
    CHECK(has_kept_store(folder));
}

} // TEST_SUITE
