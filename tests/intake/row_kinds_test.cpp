#include "intake/row_kinds.hpp"

#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using intake::Target;

namespace {

intake::ColumnMapping venues(std::vector<Target> targets)
{
    return {"venue", std::move(targets)};
}

} // namespace

TEST_SUITE("intake/row_kinds") {

TEST_CASE("a row that says its kind is read as one of that kind, the others as was accepted")
{
    const auto table = test::table_of({"kind", "id", "name_ru", "date"},
                                      {{"venue", "hall", "Зал", ""},
                                       {"meeting", "summit", "Саммит", "2026-01-01"},
                                       {"", "arena", "Арена", ""},
                                       {"palace", "tower", "Башня", ""}});
    const auto accepted = venues({{}, {"id", ""}, {"description", "ru"}, {}});
    intake::RowKinds kinds(table, accepted);
    CHECK(kinds.mapping_of(0) == accepted);
    CHECK(kinds.mapping_of(1) ==
          intake::ColumnMapping{"meeting", {{}, {"id", ""}, {"name", "ru"}, {"date", ""}}});
    CHECK(kinds.mapping_of(2) == accepted);
    CHECK(kinds.mapping_of(3) == accepted);
}

TEST_CASE("without ids, or where the column fills a field, every row is of one kind")
{
    const auto strange = test::table_of({"kind", "name_ru"}, {{"meeting", "Зал"}});
    const auto by_name = venues({{}, {"name", "ru"}});
    CHECK(intake::RowKinds(strange, by_name).mapping_of(0) == by_name);

    const auto ours = test::table_of({"kind", "id"}, {{"meeting", "hall"}});
    const auto as_tags = venues({{"tags", ""}, {"id", ""}});
    CHECK(intake::RowKinds(ours, as_tags).mapping_of(0) == as_tags);
}

} // TEST_SUITE
