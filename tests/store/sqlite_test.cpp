#include "store/sqlite.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

using namespace dostyk;
using store::Database;
using store::Statement;
using store::Transaction;
namespace fs = std::filesystem;

namespace {

Database open(const fs::path& file)
{
    auto database = Database::open(file, Database::Mode::create);
    REQUIRE(database);
    return *std::move(database);
}

Database with_table(const fs::path& file)
{
    Database database = open(file);
    REQUIRE(database.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, s TEXT, b BLOB)"));
    return database;
}

std::int64_t count(const Database& database)
{
    return database.number_of("SELECT count(*) FROM t")->value_or(-1);
}

/// A text as it comes back from a row.
std::string kept(Database& database, std::string_view text)
{
    auto insert = database.prepare("INSERT OR REPLACE INTO t VALUES (1, ?1, ?2)");
    REQUIRE(insert);
    insert->bind(1, text).bind_blob(2, text);
    REQUIRE(insert->run());
    auto query = database.prepare("SELECT s, b, typeof(s), typeof(b) FROM t WHERE n = 1");
    REQUIRE(query);
    REQUIRE(*query->step());
    CHECK(query->text(2) == "text");
    CHECK(query->text(3) == "blob");
    CHECK(query->text(0) == query->text(1));
    return query->text(0);
}

std::string key_of(const Status& status)
{
    return status ? "done" : status.error().message.key;
}

} // namespace

TEST_SUITE("store/sqlite") {

TEST_CASE("texts with NUL, empty ones and ones that were never set survive")
{
    Database database = with_table(test::scratch_dir("sqlite_text") / "a.db");
    const std::string nul("a\0b\0", 4);
    CHECK(kept(database, nul) == nul);
    CHECK(kept(database, std::string(1, '\0')) == std::string(1, '\0'));
    CHECK(kept(database, "") == "");
    CHECK(kept(database, std::string_view()) == "");
    CHECK(kept(database, "Қ👩‍👩‍👧‍👦\r\n") == "Қ👩‍👩‍👧‍👦\r\n");
    const std::string large(3'000'000, 'x');
    CHECK(kept(database, large) == large);
}

TEST_CASE("null is not the empty text, and numbers keep all their bits")
{
    Database database = with_table(test::scratch_dir("sqlite_null") / "a.db");
    auto insert = database.prepare("INSERT INTO t VALUES (?1, ?2, NULL)");
    REQUIRE(insert);
    for (const std::int64_t number : {INT64_MIN, std::int64_t{0}, INT64_MAX}) {
        insert->bind(1, number).bind_null(2);
        REQUIRE(insert->run());
    }
    auto query = database.prepare("SELECT n, s, b FROM t ORDER BY n");
    REQUIRE(query);
    REQUIRE(*query->step());
    CHECK(query->number(0) == INT64_MIN);
    CHECK_FALSE(query->is_null(0));
    CHECK(query->is_null(1));
    CHECK(query->text(1).empty());
    REQUIRE(*query->step());
    REQUIRE(*query->step());
    CHECK(query->number(0) == INT64_MAX);
    CHECK_FALSE(*query->step());
}

TEST_CASE("a statement that has run is bound anew and keeps nothing of before")
{
    Database database = with_table(test::scratch_dir("sqlite_reset") / "a.db");
    auto insert = database.prepare("INSERT INTO t VALUES (?1, ?2, ?3)");
    REQUIRE(insert);
    insert->bind(1, std::int64_t{1}).bind(2, "first");
    REQUIRE(insert->run());
    insert->bind(1, std::int64_t{1});
    CHECK(key_of(insert->run()) == "error.store_failed"); // the key is taken
    insert->bind(1, std::int64_t{2});
    REQUIRE(insert->run());
    CHECK(*database.number_of("SELECT s IS NULL FROM t WHERE n = 2") == 1);
    CHECK(*database.number_of("SELECT n FROM t WHERE n = 9") == std::nullopt);
}

TEST_CASE("a transaction without commit has not happened, with one it has")
{
    Database database = with_table(test::scratch_dir("sqlite_rollback") / "a.db");
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.execute("INSERT INTO t (n) VALUES (1)"));
        CHECK(count(database) == 1);
    }
    CHECK(count(database) == 0);
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.execute("INSERT INTO t (n) VALUES (1)"));
        Transaction moved = *std::move(transaction);
        REQUIRE(moved.commit());
        CHECK(count(database) == 1);
    }
    CHECK(count(database) == 1);
    REQUIRE(Transaction::begin(database)); // The lock was given back each time.
}

TEST_CASE("a commit that fails has not happened")
{
    Database database = with_table(test::scratch_dir("sqlite_commit") / "a.db");
    REQUIRE(database.execute("PRAGMA foreign_keys = ON; CREATE TABLE u (n INTEGER REFERENCES t(n) "
                             "DEFERRABLE INITIALLY DEFERRED)"));
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.execute("INSERT INTO t (n) VALUES (1); INSERT INTO u VALUES (7)"));
        CHECK(key_of(transaction->commit()) == "error.store_failed");
    }
    CHECK(count(database) == 0);
    CHECK(Transaction::begin(database));
}

TEST_CASE("another connection's transaction is told as busy, and passes")
{
    const fs::path file = test::scratch_dir("sqlite_busy") / "a.db";
    Database first = with_table(file);
    Database second = open(file);
    REQUIRE(second.execute("PRAGMA busy_timeout = 0"));
    {
        const auto held = Transaction::begin(first);
        REQUIRE(held);
        const auto refused = Transaction::begin(second);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.key == "error.store_busy");
        CHECK(refused.error().code == ErrorCode::write_failed);
        CHECK(text_of(refused.error(), Language::en) ==
              "Another program is writing to " + file.string() +
                  "; nothing was changed, try again in a moment.");
    }
    CHECK(Transaction::begin(second));
}

TEST_CASE("what cannot be opened or read is told, and what is none is not made")
{
    const fs::path folder = test::scratch_dir("sqlite_open");
    const auto none = Database::open(folder / "none.db", Database::Mode::read_write);
    REQUIRE_FALSE(none);
    CHECK(none.error().message.key == "error.store_not_opened");
    CHECK(none.error().code == ErrorCode::unreadable);
    CHECK_FALSE(fs::exists(folder / "none.db"));
    CHECK_FALSE(Database::open(folder, Database::Mode::create));
    CHECK_FALSE(Database::open(folder / "a.db", Database::Mode::create, "no such layer"));

    REQUIRE(write_file_atomically(folder / "text.db", std::string(5000, 'x')));
    const auto text = open(folder / "text.db").number_of("SELECT count(*) FROM sqlite_master");
    REQUIRE_FALSE(text);
    CHECK(text.error().message.key == "error.store_damaged");
    CHECK(text.error().code == ErrorCode::parse);
}

TEST_CASE("a file that was cut is damaged, not empty")
{
    const fs::path file = test::scratch_dir("sqlite_cut") / "a.db";
    {
        Database database = with_table(file);
        REQUIRE(database.execute("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c "
                                 "WHERE i < 500) INSERT INTO t SELECT i, hex(randomblob(99)), "
                                 "NULL FROM c"));
    }
    fs::resize_file(file, 8192);
    const auto sum = open(file).number_of("SELECT sum(length(s)) FROM t");
    REQUIRE_FALSE(sum);
    CHECK(sum.error().message.key == "error.store_damaged");
}

TEST_CASE("a file that may not be written is told so and stays as it is")
{
    const fs::path file = test::scratch_dir("sqlite_read_only") / "a.db";
    with_table(file);
    {
        Database database = open(file);
        REQUIRE(database.execute("PRAGMA query_only = ON"));
        CHECK(key_of(database.execute("INSERT INTO t (n) VALUES (1)")) == "error.store_read_only");
        CHECK(count(database) == 0);
    }
    if (::geteuid() != 0) { // nothing is read-only for root
        fs::permissions(file, fs::perms::owner_read);
        auto database = Database::open(file, Database::Mode::read_write);
        REQUIRE(database);
        CHECK(key_of(database->execute("INSERT INTO t (n) VALUES (1)")) == "error.store_read_only");
    }
}

TEST_CASE("a full file is told as a full disk and keeps what it had")
{
    Database database = with_table(test::scratch_dir("sqlite_full") / "a.db");
    REQUIRE(database.execute("PRAGMA max_page_count = 8"));
    CHECK(key_of(database.execute("INSERT INTO t VALUES (1, NULL, zeroblob(100000))")) ==
          "error.store_full");
    CHECK(count(database) == 0);
}

TEST_CASE("SQL that is none is an error, not a statement")
{
    Database database = with_table(test::scratch_dir("sqlite_sql") / "a.db");
    CHECK_FALSE(database.prepare("SELEC 1"));
    CHECK_FALSE(database.prepare("SELECT x FROM t"));
    CHECK_FALSE(database.number_of("SELECT n FROM none"));
    CHECK(key_of(database.execute("INSERT INTO none VALUES (1)")) == "error.store_failed");
}

} // TEST_SUITE
