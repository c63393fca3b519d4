#include "app/bench_store.hpp"

#include "store/gpkg_store.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace dostyk;

TEST_SUITE("app/bench_store") {

TEST_CASE("the made-up store knows its sites, and is gone with its owner")
{
    std::filesystem::path folder;
    {
        const app::BenchStore store;
        folder = store.folder();
        REQUIRE(store.fill());
        auto opened =
            store::open_store(store.file(), {.may_create = false, .who = "test", .vfs = {}});
        REQUIRE(opened);
        const auto has = [&](int number) {
            const auto row = (*opened)->rows().find("project", app::BenchStore::site(number));
            return row && !row->doc.empty();
        };
        CHECK(has(1));
        CHECK(has(app::BenchStore::sites));
        CHECK_FALSE(has(app::BenchStore::sites + 1));
    }
    CHECK_FALSE(std::filesystem::exists(folder));
}

} // TEST_SUITE
