#include "store/generate.hpp"

#include "io/documents.hpp"
#include "model/validate.hpp"
#include "store/gpkg_store.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

std::unique_ptr<store::Store> filled(const char* name, std::int64_t entities, std::uint32_t seed)
{
    auto opened = store::open_store(test::scratch_dir("generate") / name,
                                    {.may_create = true, .who = "test", .vfs = {}});
    REQUIRE(opened);
    REQUIRE(store::fill_for_measuring(**opened, entities, seed));
    return *std::move(opened);
}

} // namespace

TEST_SUITE("store/generate") {

TEST_CASE("the same seed gives the same store, another one another")
{
    const auto one = filled("one.gpkg", 50, 1);
    CHECK(*one->hash() == *filled("again.gpkg", 50, 1)->hash());
    CHECK(*one->hash() != *filled("other.gpkg", 50, 2)->hash());
}

TEST_CASE("a generated store is a sound project of canonical documents of about 500 bytes")
{
    const auto store = filled("sound.gpkg", 10050, 3);
    const auto rows = *store->read_all();
    REQUIRE(rows.size() == 10052);
    std::size_t bytes = 0;
    std::vector<io::DocumentText> documents;
    for (const store::Row& row : rows) {
        documents.push_back({row.kind, row.id, row.doc});
        bytes += row.doc.size();
    }
    CHECK(bytes / rows.size() > 400);
    CHECK(bytes / rows.size() < 800);
    Diagnostics findings;
    CHECK(*io::canonical_document(documents.front(), findings) == documents.front().text);
    const model::Project project = io::project_of(documents, findings);
    model::validate(project, {}, findings);
    CHECK_FALSE(findings.has_errors());
    CHECK(project.entities.size() == 10051);
    CHECK(store->verify()->fault.key.empty());
}

} // TEST_SUITE
