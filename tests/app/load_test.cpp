#include "app/load.hpp"

#include "cli/open_project.hpp"
#include "editor/kept_project.hpp"
#include "store/backup.hpp"
#include "store/folder_sync.hpp"
#include "store/working_store.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("app/load") {

TEST_CASE("the bundled project loads whole and without a finding of error")
{
    const auto loaded = app::load_all({}, "hall");

    REQUIRE_MESSAGE(loaded, (loaded ? "" : text_of(loaded.error(), Language::en)));
    CHECK_FALSE(loaded->findings.has_errors());
    CHECK(loaded->icons.size() > 20);
    CHECK(loaded->attributions.size() >= 3);
    const auto names = cli::unit_names_of(*loaded->map);
    CHECK(names.at("KG").in(Language::ru) == "Кыргызстан");
    CHECK(names.at("KZ-33").in(Language::en) == "Jetisu Region");
}

TEST_CASE("a project that is not there and a style that is not there are named")
{
    const auto no_project = app::load_all("/no/such/project", "hall");
    REQUIRE_FALSE(no_project);
    CHECK(text_of(no_project.error(), Language::en).find("/no/such/project") != std::string::npos);

    const auto no_style = app::load_all({}, "baroque");
    REQUIRE_FALSE(no_style);
    CHECK(text_of(no_style.error(), Language::en).find("baroque") != std::string::npos);
}

TEST_CASE("a damaged store does not keep the project from opening: what stands in is shown")
{
    const auto folder = test::few_files("load-damaged");
    const auto file = store::working_store_of(folder);
    const auto own = folder.parent_path() / "own.gpkg"; // a project that is a store file
    {
        Diagnostics findings;
        auto opened = store::open_to_edit(folder, findings);
        REQUIRE(opened);
        auto copy = store::open_store(own, {.may_create = true, .who = {}, .vfs = {}});
        REQUIRE(copy);
        REQUIRE(store::import_folder(**copy, folder, findings));
        REQUIRE(store::back_up_if_due(**copy, own, now()));
    }
    for (const auto& each : {file, own}) {
        for (const char* suffix : {"-wal", "-shm"}) {
            std::filesystem::remove(each.string() + suffix);
        }
        std::string content = read_file(each).value();
        for (std::size_t i = 0; i < content.size(); i += 5) {
            content[i] = 'x';
        }
        REQUIRE(write_file_atomically(each, content));
        const auto& project = each == file ? folder : own;

        const auto loaded = app::load_all(project, "hall");

        REQUIRE_MESSAGE(loaded, (loaded ? "" : text_of(loaded.error(), Language::en)));
        CHECK(loaded->project->find(test::goal_id) != nullptr);
        CHECK(loaded->path == project);
    }
}

} // TEST_SUITE
