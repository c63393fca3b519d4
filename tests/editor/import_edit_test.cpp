#include "editor/import_edit.hpp"

#include "io/project_folder.hpp"
#include "store/gpkg_store.hpp"
#include "support/foreign_rows.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

std::unique_ptr<store::Store> fresh_store(const char* name)
{
    auto opened = store::open_store(test::scratch_dir(name) / "p.gpkg",
                                    {.may_create = true, .who = {}, .vfs = {}});
    REQUIRE(opened);
    REQUIRE((*opened)->write([](store::Rows&) {
        store::Edit edit{"begin", {}};
        for (const model::Entity& entity : test::small_project().entities) {
            edit.rows.push_back({entity.kind, entity.id, io::to_text(entity), 0});
        }
        return Result(edit);
    }));
    return *std::move(opened);
}

intake::RowPlan plan(const std::vector<std::vector<std::string>>& rows)
{
    intake::PlanOptions options;
    options.source = {"list.csv", std::string(64, 'b'), "2026-11-24"};
    return intake::plan_rows(test::table_of({"id", "name", "capacity"}, rows),
                             {"venue", {{"id", ""}, {"name", "ru"}, {"capacity", ""}}},
                             test::small_project(), test::unit_names(), options);
}

} // namespace

TEST_SUITE("editor/import_edit") {

TEST_CASE("an import is one step that undo takes back whole")
{
    const auto kept = fresh_store("import_edit");
    const auto before = kept->hash();
    const auto made = plan({{"hall", "Большой зал", "300"}, {"", "Зал Б", "20"}, {"", "", "x"}});

    const auto rev =
        kept->write([&](store::Rows& rows) { return editor::import_edit(made, rows); });

    REQUIRE(rev);
    const auto steps = kept->history(1);
    REQUIRE(steps);
    CHECK(steps->front().command == "import");
    CHECK(steps->front().rows.size() == 3); // the source, the new hall, the changed one
    CHECK(kept->read_all()->size() == test::small_project().entities.size() + 2);
    REQUIRE(kept->undo());
    CHECK(*kept->hash() == *before);
    REQUIRE(kept->redo());
    CHECK(*kept->hash() != *before);
}

TEST_CASE("what somebody changed beside the import's fields stays")
{
    const auto kept = fresh_store("import_beside");
    const auto made = plan({{"hall", "Большой зал", "300"}});
    const editor::Command beside = editor::SetField{
        "venue", "hall", "/fields/city",
        R"([{"sources": ["paper"], "value": {"kk": "A", "ky": "A", "ru": "A", "en": "A"}}])"};
    REQUIRE(kept->write([&](store::Rows& rows) { return editor::edit_of(beside, rows); }));

    REQUIRE(kept->write([&](store::Rows& rows) { return editor::import_edit(made, rows); }));

    const auto rev = kept->revision();
    const auto row = kept->find_at("venue", "hall", *rev);
    REQUIRE(row);
    CHECK(row->doc.find("\"city\"") != std::string::npos);
    CHECK(row->doc.find("300") != std::string::npos);
}

TEST_CASE("a plan without effect has no commands, and one that no longer fits changes nothing")
{
    CHECK(editor::group_of(plan({{"", "", "x"}})).parts.empty());
    const auto kept = fresh_store("import_twice");
    const auto made = plan({{"", "Зал Б", "20"}});
    REQUIRE(kept->write([&](store::Rows& rows) { return editor::import_edit(made, rows); }));
    const auto before = kept->hash();
    CHECK_FALSE(kept->write([&](store::Rows& rows) { return editor::import_edit(made, rows); }));
    CHECK(*kept->hash() == *before);
}

} // TEST_SUITE
