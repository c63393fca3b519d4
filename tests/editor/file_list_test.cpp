#include "editor/file_list.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

using namespace dostyk;
using editor::FileKind;
using editor::FileList;
using editor::FileWish;

namespace {

namespace fs = std::filesystem;

void write(const fs::path& file)
{
    REQUIRE(write_file_atomically(file, "x"));
}

std::vector<std::string> names_in(const editor::Listing& listing)
{
    std::vector<std::string> names;
    for (const editor::FileEntry& entry : listing.entries) {
        names.push_back(entry.name);
    }
    return names;
}

fs::path sample_folder(const char* name)
{
    const fs::path folder = test::scratch_dir(name);
    for (const char* file :
         {"Ұлытау.csv", "Яссы.xlsx", "Ақмола.csv", "Ән.ods", "plan.ics", "sites.GeoJSON",
          "letter.docx", ".secret.csv", "forum/project.json", "Бумаги/x.csv"}) {
        write(folder / file);
    }
    return folder;
}

} // namespace

TEST_SUITE("editor/file_list") {

TEST_CASE("folders come first, then files by the alphabet of the language, and only what opens")
{
    const auto listing =
        editor::list_folder(sample_folder("list"), {FileWish::open, Language::kk, false});
    // Ә stands after А, and Ұ before Я.
    CHECK(names_in(listing) == std::vector<std::string>{"Бумаги", "forum", "Ақмола.csv", "Ән.ods",
                                                        "Ұлытау.csv", "Яссы.xlsx", "plan.ics",
                                                        "sites.GeoJSON"});
    CHECK(listing.left_out == 1); // the letter
    CHECK_FALSE(listing.fault);
}

TEST_CASE("hidden files are seen when they are asked for, files not where a folder is")
{
    const fs::path folder = sample_folder("hidden");
    const auto all = editor::list_folder(folder, {FileWish::open, Language::en, true});
    CHECK(names_in(all).at(2) == ".secret.csv");
    const auto folders = editor::list_folder(folder, {FileWish::folder, Language::en, false});
    CHECK(names_in(folders).size() == 2);
}

TEST_CASE("what a path is, is told by looking at it")
{
    const fs::path folder = sample_folder("kinds");
    CHECK(editor::kind_of(folder / "forum") == FileKind::project);
    CHECK(editor::kind_of(folder / "Бумаги") == FileKind::folder);
    CHECK(editor::kind_of(folder / "plan.ics") == FileKind::calendar);
    CHECK(editor::kind_of(folder / "sites.GeoJSON") == FileKind::vector);
    CHECK(editor::kind_of(folder / "letter.docx") == FileKind::other);
    CHECK(editor::kind_of(folder / "gone") == FileKind::missing);
    CHECK(editor::kind_of("/dev/null") == FileKind::other);
}

TEST_CASE("a folder that cannot be listed is a sentence")
{
    const auto gone = editor::list_folder("/nowhere/at/all", {});
    REQUIRE(gone.fault);
    CHECK(gone.fault->message.key == "file.folder_missing");
    if (::geteuid() != 0) { // root reads every folder
        const fs::path closed = test::scratch_dir("closed");
        fs::permissions(closed, fs::perms::none);
        const auto listing = editor::list_folder(closed, {});
        fs::permissions(closed, fs::perms::owner_all);
        REQUIRE(listing.fault);
        CHECK(listing.fault->message.key == "file.folder_closed");
    }
}

TEST_CASE("a path is typed in many ways")
{
    ::setenv("HOME", "/home/aigul", 1);
    CHECK(editor::typed_path("~", "/x") == "/home/aigul");
    CHECK(editor::typed_path(" ~/a b.csv\n", "/x") == "/home/aigul/a b.csv");
    CHECK(editor::typed_path("b/c.csv", "/x") == "/x/b/c.csv");
    CHECK(editor::typed_path("../c.csv", "/x/y") == "/x/c.csv");
    CHECK(editor::typed_path("\"/a b\"", "/x") == "/a b");
    CHECK(editor::typed_path("file:///%D2%9A%D0%B0%D0%BB%D0%B0%20100%25.csv", "/x") ==
          "/Қала 100%.csv");
    CHECK(editor::typed_path("file://host/a%2", "/x") == "/a%2");
    CHECK(editor::typed_path("  ", "/x").empty());
}

TEST_CASE("Backspace goes up and stands on the folder that was left; letters jump")
{
    const fs::path folder = sample_folder("moves");
    FileList list;
    list.begin({FileWish::open, Language::kk, false}, folder / "Бумаги");
    CHECK(list.folder() == folder / "Бумаги");
    list.go_up();
    REQUIRE(list.current() != nullptr);
    CHECK(list.current()->name == "Бумаги");

    CHECK(list.jump("ulyt")); // in Latin letters as well
    CHECK(list.current()->name == "Ұлытау.csv");
    CHECK_FALSE(list.jump("zz"));
    CHECK(list.current()->name == "Ұлытау.csv");
    list.move_by(-100);
    CHECK(list.cursor() == 0);
    list.move_by(100);
    CHECK(list.cursor() == list.listing().entries.size() - 1);
}

TEST_CASE("Enter goes into a folder, and chooses a project or a file")
{
    const fs::path folder = sample_folder("enter");
    FileList list;
    list.begin({FileWish::open, Language::kk, false}, folder);
    CHECK_FALSE(list.accept());
    CHECK(list.folder() == folder / "Бумаги");
    list.open(folder);
    REQUIRE(list.jump("forum"));
    CHECK(list.accept() == folder / "forum");

    const auto typed = list.accept_typed("plan.ics");
    REQUIRE(typed);
    CHECK(*typed == folder / "plan.ics");
    const auto other = list.accept_typed("letter.docx");
    REQUIRE_FALSE(other);
    CHECK(other.error().message.key == "import.unknown_ending");
    CHECK(list.accept_typed("gone").error().code == ErrorCode::not_found);
}

TEST_CASE("a list begins where a file lies, and above what is gone")
{
    const fs::path folder = sample_folder("begin");
    FileList list;
    list.begin({}, folder / "plan.ics");
    CHECK(list.folder() == folder);
    list.begin({}, folder / "gone" / "deeper");
    CHECK(list.folder() == folder);
    list.begin({}, "/");
    list.go_up();
    CHECK(list.folder() == "/");
}

TEST_CASE("a name to save under gets the ending of its format once")
{
    CHECK(editor::save_path("/x", "план", "csv") == "/x/план.csv");
    CHECK(editor::save_path("/x", "план.csv", "csv") == "/x/план.csv");
    CHECK(editor::save_path("/x", "v1.2", "csv") == "/x/v1.2.csv");
    CHECK(editor::save_path("/x", "folder", "") == "/x/folder");
    CHECK(editor::save_path("/x", " ", "csv").empty());
}

} // TEST_SUITE
