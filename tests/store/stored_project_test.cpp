#include "store/stored_project.hpp"

#include "store/generate.hpp"
#include "store/gpkg_store.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

/// A store of a project with a source and so many sites.
std::unique_ptr<store::Store> filled(const char* name, std::int64_t sites)
{
    auto opened = store::open_store(test::scratch_dir(name) / "p.gpkg",
                                    {.may_create = true, .who = "test", .vfs = {}});
    REQUIRE(opened);
    REQUIRE(store::fill_for_measuring(**opened, sites, 1));
    return *std::move(opened);
}

void put(store::Store& store, const char* id, const char* doc)
{
    REQUIRE(store.write([&](store::Rows&) -> Result<store::Edit> {
        return store::Edit{"insert", {{"project", id, doc}}};
    }));
}

} // namespace

TEST_SUITE("store/stored_project") {

TEST_CASE("the project of a store is that of its documents, with the revision that it has")
{
    const auto store = filled("stored_project", 5);
    Diagnostics diagnostics;
    const auto stored = store::read_project(*store, diagnostics);
    REQUIRE(stored);
    CHECK(diagnostics.findings.empty());
    CHECK(stored->rev == *store->revision());
    CHECK(stored->project.entities.size() == 6);
    CHECK(stored->project.find("site-0000003") != nullptr);
    CHECK(stored->project.name.has(Language::ky));

    put(*store, "site-0000003", "");
    const auto later = store::read_project(*store, diagnostics);
    REQUIRE(later);
    CHECK(later->rev == stored->rev + 1);
    CHECK(later->project.entities.size() == 5);
    CHECK(later->project.find("site-0000003") == nullptr);
}

TEST_CASE("a document that is not sound is told and left out")
{
    const auto store = filled("stored_unsound", 5);
    put(*store, "site-0000003", "{}");
    Diagnostics diagnostics;
    const auto stored = store::read_project(*store, diagnostics);
    REQUIRE(stored);
    REQUIRE(diagnostics.has_errors());
    CHECK(diagnostics.findings.front().file == "project/site-0000003.json");
    CHECK(stored->project.entities.size() == 5);
}

} // TEST_SUITE
