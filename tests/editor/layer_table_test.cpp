#include "editor/layer_table.hpp"

#include "scene/layer_content.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace dostyk;
using editor::LayerTable;

namespace {

using Texts = std::vector<std::string>;

/// Posts with a name, a number of lanes and a length; the last one states no lanes.
std::shared_ptr<const scene::LayerContent> posts(double length = 1.5)
{
    geo::Layer layer;
    layer.name = "posts";
    layer.fields = {"name", "lanes", "length"};
    const auto add = [&](double lon, const char* name, geo::Value lanes, geo::Value real) {
        layer.features.push_back({geo::LonLat{lon, 43}, {std::string(name), lanes, real}});
    };
    add(74, "Әлия", std::int64_t{12}, length);
    add(75, "Яблоновка", std::int64_t{2}, 0.000125);
    add(76, "Ақжол", {}, {});
    return std::make_shared<const scene::LayerContent>(std::move(layer));
}

LayerTable table_of(Language language = Language::kk)
{
    LayerTable table;
    table.show("posts", posts());
    REQUIRE(table.update(language, 100));
    return table;
}

Texts column(const LayerTable& table, std::size_t field)
{
    Texts cells;
    for (std::size_t row = 0; row < table.size(); ++row) {
        cells.push_back(table.cell(row, field));
    }
    return cells;
}

} // namespace

TEST_SUITE("editor/layer_table") {

TEST_CASE("rows come as in the file, with numbers as the language writes them")
{
    const LayerTable table = table_of(Language::ru);
    CHECK(column(table, 0) == Texts{"Әлия", "Яблоновка", "Ақжол"});
    CHECK(column(table, 1) == Texts{"12", "2", ""});
    CHECK(column(table, 2) == Texts{"1,5", "0,000125", ""});
    CHECK_FALSE(table.is_number(0));
    CHECK(table.is_number(1));
}

TEST_CASE("a field is sorted by the alphabet of the language, numbers by their size, and back")
{
    LayerTable table = table_of();
    table.sort_by(0);
    REQUIRE(table.update(Language::kk, 100));
    CHECK(column(table, 0) == Texts{"Ақжол", "Әлия", "Яблоновка"}); // Ә after А, not after Я
    table.sort_by(1);
    REQUIRE(table.update(Language::kk, 100));
    CHECK(column(table, 1) == Texts{"2", "12", ""});
    table.sort_by(1);
    REQUIRE(table.update(Language::kk, 100));
    CHECK(column(table, 1) == Texts{"12", "2", ""});
    table.sort_by(1);
    REQUIRE(table.update(Language::kk, 100));
    CHECK_FALSE(table.sorted_by());
    CHECK(table.feature(0) == 0);
}

TEST_CASE("words are found in any script, and a feature knows its row")
{
    LayerTable table = table_of();
    table.set_filter("akzhol");
    REQUIRE(table.update(Language::kk, 100));
    REQUIRE(table.size() == 1);
    CHECK(table.feature(0) == 2);
    CHECK(table.total() == 3);
    CHECK(table.row_of(2) == 0);
    CHECK_FALSE(table.row_of(0));
}

TEST_CASE("a file that was read anew keeps order and words, another layer does not")
{
    LayerTable table = table_of();
    table.sort_by(0);
    table.set_filter("a");
    table.show("posts", posts(7));
    CHECK(table.sorted_by() == 0);
    CHECK(table.filter() == "a");
    table.show("others", posts());
    CHECK_FALSE(table.sorted_by());
    CHECK(table.filter().empty());
}

TEST_CASE("a spreadsheet gets the headings and the values as the file has them")
{
    CHECK(table_of(Language::ru).to_tsv().starts_with("name\tlanes\tlength\nӘлия\t12\t1.5\n"));
}

} // TEST_SUITE
