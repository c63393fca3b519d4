#include "store/change_log.hpp"

#include "store/conformance.hpp"
#include "store/gpkg_schema.hpp"
#include "store/gpkg_store.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;
using store::Database;
using store::LoggedStep;
using store::StepLinks;
using store::StepTops;
namespace fs = std::filesystem;

namespace {

StepLinks of_edit(const StepTops& tops)
{
    return store::after_edit(tops, "set_field");
}

/// What is changed behind the store's back.
void tamper(const fs::path& file, const char* sql)
{
    auto database = Database::open(file, Database::Mode::read_write);
    REQUIRE(database);
    REQUIRE(database->execute(sql));
}

std::unique_ptr<store::Store> open_store(const fs::path& file)
{
    auto opened = store::open_store(file, {.may_create = true, .who = "test", .vfs = {}});
    REQUIRE(opened);
    return *std::move(opened);
}

Database log_in(const fs::path& file)
{
    auto database = Database::open(file, Database::Mode::create);
    REQUIRE(database);
    REQUIRE(store::create_tables(*database));
    return *std::move(database);
}

} // namespace

TEST_SUITE("store/change_log") {

TEST_CASE("edits, undos and redos are linked into two stacks")
{
    // Each row is one step of one history, with the links that it must get.
    enum class Move { edit, undo, redo };
    struct Row {
        Move move;
        StepLinks links; ///< target, below, undo_top, redo_top
    };
    constexpr std::array rows{
        Row{Move::edit, {0, 0, 1, 0}},   //  1: first edit
        Row{Move::edit, {0, 1, 2, 0}},   //  2: on top of it
        Row{Move::edit, {0, 2, 3, 0}},   //  3
        Row{Move::undo, {3, 0, 2, 4}},   //  4: takes 3 back
        Row{Move::undo, {2, 4, 1, 5}},   //  5: takes 2 back, over the undo 4
        Row{Move::redo, {2, 0, 2, 4}},   //  6: does 2 again; 4 can be done again still
        Row{Move::redo, {3, 0, 3, 0}},   //  7: does 3 again
        Row{Move::undo, {3, 0, 2, 8}},   //  8: the same 3
        Row{Move::edit, {0, 2, 9, 0}},   //  9: ends what could be done again
        Row{Move::undo, {9, 0, 2, 10}},  // 10
        Row{Move::undo, {2, 10, 1, 11}}, // 11: below the edit
        Row{Move::undo, {1, 11, 0, 12}}, // 12: the very first
        Row{Move::redo, {1, 0, 1, 11}},  // 13
        Row{Move::edit, {0, 1, 14, 0}},  // 14
        Row{Move::undo, {14, 0, 1, 15}}, // 15
        Row{Move::undo, {1, 15, 0, 16}}, // 16: 1 is taken back a second time
    };
    StepTops tops;
    std::vector<LoggedStep> steps;
    for (const Row& row : rows) {
        CAPTURE(tops.rev + 1);
        const auto step = [&](store::Revision rev) {
            return steps.at(static_cast<std::size_t>(rev - 1));
        };
        const StepLinks links = row.move == Move::edit   ? of_edit(tops)
                                : row.move == Move::undo ? store::after_undo(tops, step(tops.undo))
                                                         : store::after_redo(step(tops.redo));
        CHECK(links.target == row.links.target);
        CHECK(links.below == row.links.below);
        CHECK(links.undo_top == row.links.undo_top);
        CHECK(links.redo_top == row.links.redo_top);
        tops = {tops.rev + 1, links.undo_top, links.redo_top};
        steps.push_back({tops.rev, {}, {}, {}, links});
    }
    CHECK(tops.undo == 0);
    CHECK(tops.redo == 16);
}

TEST_CASE("a step is found as it was logged, and the tops are those of the last one")
{
    Database database = log_in(test::scratch_dir("change_log_find") / "a.gpkg");
    CHECK(store::find_tops(database)->rev == 0);
    const std::array changes{store::Change{"goal", "a", "", "1"},
                             store::Change{"goal", "b", "x", ""}};
    const LoggedStep first{1, "group", "who \"O'Neil\"", "2026-11-24T12:00:00Z", {0, 0, 1, 0}};
    REQUIRE(store::log_step(database, first, changes));
    const LoggedStep second{2, "undo", "w", "t", {1, 0, 0, 2}};
    REQUIRE(store::log_step(database, second, {}));

    const auto found = store::find_step(database, 1);
    REQUIRE(found);
    CHECK(found->command == "group");
    CHECK(found->who == first.who);
    CHECK(found->at == first.at);
    CHECK(found->links == first.links);
    const auto tops = store::find_tops(database);
    CHECK(tops->rev == 2);
    CHECK(tops->undo == 0);
    CHECK(tops->redo == 2);
    CHECK(store::find_step(database, 3).error().message.key == "audit.step");
}

TEST_CASE("history is the newest first, no more than asked for, with what each step changed")
{
    Database database = log_in(test::scratch_dir("change_log_history") / "a.gpkg");
    const std::array both{store::Change{"goal", "a", "", "1"}, store::Change{"goal", "b", "", "2"}};
    const std::array one{store::Change{"goal", "b", "2", ""}};
    REQUIRE(store::log_step(database, {1, "group", "w", "t1", {0, 0, 1, 0}}, both));
    REQUIRE(store::log_step(database, {2, "remove", "w", "t2", {0, 1, 2, 0}}, one));
    REQUIRE(store::log_step(database, {3, "undo", "w", "t3", {2, 0, 1, 3}}, one));
    CHECK(store::read_history(database, 0)->empty());
    const auto steps = store::read_history(database, 2);
    REQUIRE(steps->size() == 2);
    CHECK((*steps)[0].rev == 3);
    CHECK((*steps)[0].target == 2);
    CHECK((*steps)[1].at == "t2");
    CHECK((*steps)[1].rows.size() == 1);
    CHECK(store::read_history(database, 9)->at(2).rows.size() == 2);
}

TEST_CASE("the same step is not logged twice")
{
    Database database = log_in(test::scratch_dir("change_log_twice") / "a.gpkg");
    REQUIRE(store::log_step(database, {1, "insert", "w", "t", {0, 0, 1, 0}}, {}));
    CHECK_FALSE(store::log_step(database, {1, "insert", "w", "t", {0, 0, 1, 0}}, {}));
}

TEST_CASE("audit sees every column that a reader goes by")
{
    const fs::path file = test::scratch_dir("change_log_audit") / "p.gpkg";
    {
        const auto store = open_store(file);
        test::put(*store, "a", "1");
        test::put(*store, "b", "2");
        test::put(*store, "c", "3");
        test::put(*store, "c", "", "remove");
        REQUIRE(store->undo());
        REQUIRE(store->redo());
        CHECK(store->verify()->fault.key.empty());
        CHECK(store->verify()->entries == 6);
    }
    const auto fault_after = [&](const char* sql) {
        const fs::path copy = file.parent_path() / "copy.gpkg";
        fs::remove(copy);
        REQUIRE(fs::copy_file(file, copy));
        tamper(copy, sql);
        return open_store(copy)->verify()->fault;
    };
    // Hidden, brought back, and hidden from who asks what has changed.
    CHECK(fault_after("UPDATE entity SET deleted = 1 WHERE id = 'a'").key == "audit.row");
    CHECK(fault_after("UPDATE entity SET deleted = 0 WHERE id = 'c'").key == "audit.row");
    CHECK(fault_after("UPDATE entity SET rev = 0 WHERE id = 'b'").key == "audit.row");
    CHECK(fault_after("UPDATE entity SET doc = '3', deleted = 0 WHERE id = 'c'").key ==
          "audit.row");
    CHECK(fault_after("UPDATE entity SET id = 'd' WHERE id = 'b'").key == "audit.row");
    CHECK(fault_after("INSERT INTO entity VALUES (99, 'goal', 'z', 1, '', '', 0, NULL, '5')").key ==
          "audit.row");
    // Columns of the log.
    for (const char* sql : {"UPDATE step SET command = 'remove' WHERE rev = 1",
                            "UPDATE step SET at = '2020-01-01T00:00:00Z' WHERE rev = 1",
                            "UPDATE change_log SET id = 'b' WHERE seq = 1",
                            "UPDATE change_log SET kind = 'source' WHERE seq = 1",
                            "UPDATE change_log SET after_hash = before_hash WHERE seq = 2",
                            "UPDATE change_log SET rev = 3 WHERE seq = 2",
                            "UPDATE change_log SET prev_hash = '' WHERE seq = 2"}) {
        CAPTURE(sql);
        CHECK(fault_after(sql).key == "audit.entry");
    }
    CHECK(fault_after("UPDATE step SET target = 1 WHERE rev = 5").key == "audit.step");
    CHECK(fault_after("UPDATE step SET below = 1 WHERE rev = 4").key == "audit.step");
}

} // TEST_SUITE
