#include "store/durability.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("store/durability") {

TEST_CASE("on a disk of this machine a store has WAL and syncs at every commit")
{
    const auto file = test::scratch_dir("durability") / "p.db";
    CHECK_FALSE(store::is_on_network(file));
    auto database = store::Database::open(file, store::Database::Mode::create);
    REQUIRE(database);

    REQUIRE(store::set_durability(*database, file));

    auto journal = database->prepare("PRAGMA journal_mode");
    REQUIRE(*journal->step());
    CHECK(journal->text(0) == "wal");
    CHECK(*database->number_of("PRAGMA synchronous") == 3); // EXTRA: FULL and more
}

TEST_CASE("a file that is not there yet is judged by its folder")
{
    CHECK_FALSE(store::is_on_network(test::scratch_dir("durability_new") / "none.gpkg"));
    CHECK_FALSE(store::is_on_network("/no/such/folder/none.gpkg"));
}

} // TEST_SUITE
