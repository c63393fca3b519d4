#include "editor/tools/tool.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace dostyk;

TEST_SUITE("editor/tools/tool") {

TEST_CASE("every tool can be made and has a name and a hint of its own")
{
    std::set<std::string_view> names;
    for (const editor::ToolId id : editor::all_tools) {
        CHECK(editor::make_tool(id) != nullptr);
        names.insert(editor::name_of(id));
        CHECK(has_message("tool.hint." + std::string(editor::name_of(id))));
    }
    CHECK(names.size() == editor::all_tools.size());
}

TEST_CASE("lengths have as many decimals as they are worth")
{
    CHECK(editor::km_text(1.2345, Language::en) == "1.23 km");
    CHECK(editor::km_text(12.345, Language::en) == "12.3 km");
    CHECK(editor::km_text(1234.5, Language::en) == "1,234 km");
    CHECK(editor::km_text(81.5, Language::ru) == "81,5 км");
}

TEST_CASE("a typed place is exact, a settlement's its own, any other approximate")
{
    editor::ToolPoint point;
    CHECK(point.precision() == model::Precision::approximate);
    point.snap = editor::SnapTarget{editor::SnapKind::settlement, {}, {}, {}};
    CHECK(point.precision() == model::Precision::settlement);
    point.snap->kind = editor::SnapKind::vertex;
    CHECK(point.precision() == model::Precision::approximate);
    point.snap->kind = editor::SnapKind::crossing;
    CHECK(point.precision() == model::Precision::exact);
    point.snap.reset();
    point.by = editor::AimedBy::text;
    CHECK(point.precision() == model::Precision::exact);
}

} // TEST_SUITE
