#include "store/rescue.hpp"

#include "core/files.hpp"
#include "store/backup.hpp"
#include "store/conformance.hpp"
#include "store/gpkg_store.hpp"
#include "store/working_store.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

/// A store with two backups, one row in the older and two in the newer.
fs::path kept_store(const char* name)
{
    const fs::path scratch = test::scratch_dir(name);
    ::setenv("XDG_STATE_HOME", (scratch / "state").c_str(), 1);
    const fs::path file = scratch / "p.gpkg";
    auto opened = store::open_store(file, {.may_create = true, .who = {}, .vfs = {}});
    REQUIRE(opened);
    const Instant morning = *parse_iso("2026-11-24T09:00:00Z");
    test::put(**opened, "trade", "1");
    REQUIRE(store::back_up_if_due(**opened, file, morning));
    test::put(**opened, "water", "1");
    REQUIRE(store::back_up_if_due(**opened, file, morning + std::chrono::hours(1)));
    return file;
}

void damage(const fs::path& file)
{
    std::string content = read_file(file).value();
    for (std::size_t i = 0; i < content.size(); i += 7) {
        content[i] = 'x';
    }
    REQUIRE(write_file_atomically(file, content));
}

} // namespace

TEST_SUITE("store/rescue") {

TEST_CASE("the newest backup is good, and the one before it where that is damaged, too")
{
    const fs::path file = kept_store("rescue-find");
    const auto newest = store::find_good_backup(file);
    REQUIRE(newest);
    CHECK(to_iso(newest->made) == "2026-11-24T10:00:00Z");

    damage(newest->file);

    const auto older = store::find_good_backup(file);
    REQUIRE(older);
    CHECK(to_iso(older->made) == "2026-11-24T09:00:00Z");
    damage(older->file);
    CHECK_FALSE(store::find_good_backup(file));
}

TEST_CASE("a restored store has what the backup has, and the damaged one is kept as it was")
{
    const fs::path file = kept_store("rescue-restore");
    damage(file);
    const std::string damaged = read_file(file).value();
    auto opened = store::open_store(file, {});
    REQUIRE((!opened || !(*opened)->read_all()));
    const auto backup = store::find_good_backup(file);
    REQUIRE(backup);

    const auto kept = store::restore(file, backup->file);

    REQUIRE(kept);
    CHECK(read_file(*kept).value() == damaged);
    auto restored = store::open_store(file, {});
    REQUIRE(restored);
    const auto rows = (*restored)->read_all();
    REQUIRE(rows);
    CHECK(rows->size() == 2);
    CHECK(fs::exists(backup->file));
}

TEST_CASE("a backup that cannot be read leaves the store where it is")
{
    const fs::path file = kept_store("rescue-none");
    const std::string before = read_file(file).value();

    CHECK_FALSE(store::restore(file, file.parent_path() / "none.gpkg"));

    CHECK(read_file(file).value() == before);
}

} // TEST_SUITE
