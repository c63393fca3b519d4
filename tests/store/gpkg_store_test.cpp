#include "store/gpkg_store.hpp"

#include "core/files.hpp"
#include "store/conformance.hpp"
#include "store/tamper.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <thread>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<store::Store> open(const fs::path& file)
{
    auto opened = store::open_store(file, {.may_create = true, .who = "test", .vfs = {}});
    REQUIRE_MESSAGE(opened, (opened ? "" : text_of(opened.error(), Language::en)));
    return *std::move(opened);
}

} // namespace

TEST_SUITE("store/gpkg_store") {

TEST_CASE("a GeoPackage keeps to what every store keeps to")
{
    const fs::path file = test::scratch_dir("gpkg_store") / "p.gpkg";
    test::check_conformance([&] { return open(file); });
}

TEST_CASE("any order of edits, undos and redos: undo all gives the first hash, redo all the last")
{
    const fs::path folder = test::scratch_dir("gpkg_store_law");
    int run = 0;
    CHECK(rc::check("undo is the inverse", [&] {
        const auto store = open(folder / (std::to_string(++run) + ".gpkg"));
        const std::string first = *store->hash();
        const auto moves = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10));
        for (const int move : moves) {
            if (move == 8) {
                (void)store->undo();
            } else if (move == 9) {
                (void)store->redo();
            } else {
                test::put(*store, std::string(1, static_cast<char>('a' + move % 3)),
                          move < 2 ? "" : std::to_string(move));
            }
        }
        while (store->redo()) {
        }
        const std::string last = *store->hash();
        int undone = 0;
        while (store->undo()) {
            ++undone;
        }
        RC_ASSERT(*store->hash() == first);
        while (undone-- > 0) {
            RC_ASSERT(static_cast<bool>(store->redo()));
        }
        RC_ASSERT(*store->hash() == last);
        RC_ASSERT(store->verify()->fault.key.empty());
    }));
}

TEST_CASE("depth: 600 steps are taken back after the store was closed")
{
    const fs::path file = test::scratch_dir("gpkg_store_depth") / "p.gpkg";
    for (int i = 1; i <= 600; ++i) {
        test::put(*open(file), "a", std::to_string(i));
    }
    const auto store = open(file);
    int undone = 0;
    while (store->undo()) {
        ++undone;
    }
    CHECK(undone == 600);
    CHECK(store->read_all()->empty());
}

TEST_CASE("audit names what was changed behind the store's back")
{
    const fs::path file = test::scratch_dir("gpkg_store_audit") / "p.gpkg";
    {
        const auto store = open(file);
        test::put(*store, "a", "1");
        test::put(*store, "b", "2");
        test::put(*store, "a", "3");
    }
    const auto fault_after = [&](const char* sql) {
        const fs::path copy = file.parent_path() / "copy.gpkg";
        fs::remove(copy);
        REQUIRE(fs::copy_file(file, copy));
        test::tamper(copy, sql);
        return open(copy)->verify()->fault;
    };
    CHECK(fault_after("UPDATE entity SET doc = '9' WHERE id = 'b'").key == "audit.row");
    CHECK(fault_after("DELETE FROM entity WHERE id = 'b'").key == "audit.row_gone");
    CHECK(fault_after("UPDATE change_log SET before = '9' WHERE seq = 3").key == "audit.entry");
    CHECK(fault_after("UPDATE step SET who = 'another' WHERE rev = 2").key == "audit.entry");
    CHECK(fault_after("UPDATE step SET undo_top = 1 WHERE rev = 3").key == "audit.step");
    CHECK(fault_after("DELETE FROM change_log WHERE seq = 2").key == "audit.entry");
    CHECK(fault_after("DELETE FROM step WHERE rev = 2").key == "audit.step");
}

TEST_CASE("a file that is no store is refused and left as it is")
{
    const fs::path folder = test::scratch_dir("gpkg_store_foreign");
    const fs::path map = folder / "map.gpkg";
    fs::copy_file(test::source_root() / "maps/base.gpkg", map);
    REQUIRE(write_file_atomically(folder / "text.gpkg", "not a database at all, but long enough "
                                                        "that SQLite looks into it in earnest"));
    for (const char* name : {"map.gpkg", "text.gpkg"}) {
        const auto before = read_file(folder / name);
        const auto opened =
            store::open_store(folder / name, {.may_create = true, .who = {}, .vfs = {}});
        CAPTURE(name);
        CHECK_FALSE(opened);
        CHECK(*read_file(folder / name) == *before);
    }
    CHECK_FALSE(store::open_store(folder / "none.gpkg", {}));
    CHECK_FALSE(fs::exists(folder / "none.gpkg"));
}

TEST_CASE("a store whose making was cut short is made whole")
{
    const fs::path file = test::scratch_dir("gpkg_store_blank") / "p.gpkg";
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    sqlite3_close(database);
    // What the disk has between the setting of the log and the tables.
    test::tamper(file, "PRAGMA journal_mode = WAL");
    REQUIRE(fs::file_size(file) > 0);

    CHECK_FALSE(store::open_store(file, {}));
    const auto store = open(file);
    CHECK(test::put(*store, "a", "1") == 1);
    CHECK(store->verify()->fault.key.empty());
}

TEST_CASE("a store of a later version is not touched")
{
    const fs::path file = test::scratch_dir("gpkg_store_newer") / "p.gpkg";
    open(file);
    test::tamper(file, "UPDATE dostyk_store SET schema = 2");
    const auto opened = store::open_store(file, {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().message.key == "error.store_newer");
}

TEST_CASE("two connections that edit at once lose nothing")
{
    const fs::path file = test::scratch_dir("gpkg_store_two") / "p.gpkg";
    test::put(*open(file), "a", "0");
    constexpr int edits = 200;
    const auto count_up = [&] {
        const auto store = open(file);
        for (int i = 0; i < edits; ++i) {
            const auto rev = store->write([](store::Rows& rows) -> Result<store::Edit> {
                const int now = std::stoi(rows.find("goal", "a")->doc);
                return store::Edit{"set_field", {{"goal", "a", std::to_string(now + 1), 0}}};
            });
            if (!rev) {
                return;
            }
        }
    };
    std::thread other(count_up);
    count_up();
    other.join();
    const auto store = open(file);
    CHECK(test::doc_of(*store, "a") == std::to_string(2 * edits));
    CHECK(*store->revision() == 2 * edits + 1);
    CHECK(store->verify()->fault.key.empty());
}

TEST_CASE("a site is a point of a layer that any GIS opens")
{
    const fs::path file = test::scratch_dir("gpkg_store_site") / "p.gpkg";
    const auto store = open(file);
    test::put(
        *store, "a",
        R"({"fields": {"place": [{"value": {"lat": 42.5, "lon": 74.25, "type": "point"}}]}})");
    test::put(*store, "b", R"({"fields": {"place": [{"value": {"type": "area"}}]}})");
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    sqlite3_stmt* query = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, "SELECT id, hex(geom) FROM sites", -1, &query, nullptr) ==
            SQLITE_OK);
    REQUIRE(sqlite3_step(query) == SQLITE_ROW);
    // "GP", version 0, little-endian; SRS 4326; WKB point of 74.25 and 42.5 as doubles.
    CHECK(std::string(reinterpret_cast<const char*>(sqlite3_column_text(query, 1))) ==
          "47500001E610000001010000000000000000905240"
          "0000000000404540");
    CHECK(sqlite3_step(query) == SQLITE_DONE);
    sqlite3_finalize(query);
    sqlite3_close(database);
}

TEST_CASE("two that make one store at once both have it")
{
    const fs::path folder = test::scratch_dir("gpkg_store_race");
    for (int turn = 0; turn < 20; ++turn) {
        const fs::path file = folder / (std::to_string(turn) + ".gpkg");
        const auto make = [&](std::string& told) {
            const auto opened =
                store::open_store(file, {.may_create = true, .who = "test", .vfs = {}});
            told = opened ? "made" : text_of(opened.error(), Language::en);
        };
        std::string here;
        std::string there;
        std::thread other(make, std::ref(there));
        make(here);
        other.join();
        CHECK(here == "made");
        CHECK(there == "made");
    }
}

} // TEST_SUITE
