#include "store/working_store.hpp"

#include "core/files.hpp"
#include "store/conformance.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

/// A project folder of one goal; working stores go beside it.
fs::path project(const char* name)
{
    const fs::path scratch = test::scratch_dir(name);
    ::setenv("XDG_STATE_HOME", (scratch / "state").c_str(), 1);
    const fs::path bundled = test::source_root() / "data/kz-kg";
    fs::create_directories(scratch / "p/goal");
    fs::copy_file(bundled / "project.json", scratch / "p/project.json");
    fs::copy_file(bundled / "goal/mutual-trade-2bn.json", scratch / "p/goal/mutual-trade-2bn.json");
    return scratch / "p";
}

store::OpenProject open(const fs::path& path)
{
    Diagnostics diagnostics;
    auto opened = store::open_to_edit(path, diagnostics);
    REQUIRE_MESSAGE(opened, (opened ? "" : text_of(opened.error(), Language::en)));
    return *std::move(opened);
}

} // namespace

TEST_SUITE("store/working_store") {

TEST_CASE("a folder has one working store, by whatever path it is named")
{
    const fs::path folder = project("working_path");
    const fs::path link = folder.parent_path() / "link";
    fs::create_directory_symlink(folder, link);
    const fs::path file = store::working_store_of(folder);
    CHECK(store::working_store_of(link) == file);
    CHECK(store::working_store_of(folder / "." / "goal" / "..") == file);
    CHECK(store::working_store_of(folder.parent_path()) != file);
    CHECK(open(link).file == file);
}

TEST_CASE("reading opens a working store only where it knows more than the files")
{
    const fs::path folder = project("working_newer");
    Diagnostics diagnostics;
    CHECK_FALSE(*store::open_if_newer(folder, diagnostics));
    CHECK_FALSE(fs::exists(store::working_store_of(folder)));

    const auto opened = open(folder);
    CHECK_FALSE(*store::open_if_newer(folder, diagnostics));
    REQUIRE(opened.store->write([](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"remove", {{"goal", "mutual-trade-2bn", "", 0}}};
    }));
    const auto newer = store::open_if_newer(folder, diagnostics);
    REQUIRE(*newer);
    CHECK((*newer)->store->read_all()->size() == 1);
    CHECK((*newer)->folder == folder);
}

TEST_CASE("a store file is opened as it is; what is neither is an error with its name")
{
    const fs::path folder = project("working_file");
    const fs::path file = open(folder).file;
    CHECK(open(file).folder.empty());
    CHECK(store::is_store(file));
    CHECK_FALSE(store::is_store(folder));
    CHECK_FALSE(store::is_store(test::source_root() / "maps/base.gpkg"));
    Diagnostics diagnostics;
    for (const fs::path& wrong :
         {folder / "none", folder.parent_path(), test::source_root() / "maps/base.gpkg"}) {
        const auto opened = store::open_to_edit(wrong, diagnostics);
        REQUIRE_FALSE(opened);
        CHECK(text_of(opened.error(), Language::en).find(wrong.string()) != std::string::npos);
    }
}

} // TEST_SUITE
