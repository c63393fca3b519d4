#include "intake/kml_fields.hpp"

#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dostyk;

namespace {

const std::string point = "<Point><coordinates>74,43</coordinates></Point>";

std::string placemark(const std::string& name, const std::string& rest)
{
    return "<Placemark><name>" + name + "</name>" + rest + "</Placemark>";
}

std::string data(const std::string& name, const std::string& value)
{
    return "<ExtendedData><Data name=\"" + name + "\"><value>" + value +
           "</value></Data></ExtendedData>";
}

/// What is read of a document with these elements in it.
intake::KmlContainers read(const std::string& inside)
{
    return intake::read_kml_containers("<kml><Document>" + inside + "</Document></kml>");
}

/// A table with rows of these names, as GDAL gives it, after its fields were looked up.
intake::Table filled(const std::string& inside, const std::vector<std::string>& names,
                     std::size_t most_columns = 9)
{
    std::vector<std::vector<std::string>> rows;
    for (const std::string& name : names) {
        rows.push_back({name, ""});
    }
    std::vector<intake::Table> tables{test::table_of({"Name", "Description"}, rows)};
    intake::add_kml_fields(read(inside), most_columns, tables);
    return tables.front();
}

std::string cell(const intake::Table& table, std::size_t row, const char* column)
{
    return geo::text_at(table.layer, table.layer.features[row], column);
}

} // namespace

TEST_SUITE("intake/kml_fields") {

TEST_CASE("Data and SimpleData are the fields of their placemark, the description is not")
{
    const auto containers =
        read(placemark("A", "<description>text</description>" + data(" seats ", "\n 40 \n") +
                                "<ExtendedData><SchemaData><SimpleData name=\"zone\">Asia/Almaty"
                                "</SimpleData></SchemaData></ExtendedData>" +
                                point));
    REQUIRE(containers.size() == 2); // <kml> itself, and the document in it
    CHECK(containers[0].empty());
    REQUIRE(containers[1].size() == 1);
    CHECK(containers[1][0].name == "A");
    CHECK(containers[1][0].has_shape);
    using Fields = std::vector<std::pair<std::string, std::string>>;
    CHECK(containers[1][0].fields == Fields{{"seats", "40"}, {"zone", "Asia/Almaty"}});
}

TEST_CASE("names of folders and values outside of placemarks are none of a placemark's")
{
    const auto containers = read("<name>Doc</name>" + data("x", "1") + "<Folder><name>F</name>" +
                                 placemark("A", "<Style><name>red</name></Style>") + "</Folder>");
    REQUIRE(containers.size() == 3);
    REQUIRE(containers[2].size() == 1);
    CHECK(containers[2][0].name == "A");
    CHECK(containers[2][0].fields.empty());
    CHECK_FALSE(containers[2][0].has_shape);
}

TEST_CASE("a prefix says nothing, and characters are those of XML")
{
    const auto containers = intake::read_kml_containers(
        "<k:kml xmlns:k=\"http://www.opengis.net/kml/2.2\"><k:Placemark><k:name>A &amp; B</k:name>"
        "<k:ExtendedData><k:Data name=\"қала\"><k:value><![CDATA[<b>]]></k:value></k:Data>"
        "</k:ExtendedData></k:Placemark></k:kml>");
    REQUIRE(containers.size() == 1);
    REQUIRE(containers[0].size() == 1);
    CHECK(containers[0][0].name == "A & B");
    CHECK(containers[0][0].fields.at(0) == std::pair<std::string, std::string>{"қала", "<b>"});
}

TEST_CASE("of what is no XML nothing is kept")
{
    CHECK(intake::read_kml_containers("").empty());
    CHECK(intake::read_kml_containers("<kml><Document>").empty());
    CHECK(intake::read_kml_containers("<kml></Document></kml>").empty());
}

TEST_CASE("a row gets the fields of its placemark; those without a shape have no row")
{
    const auto table = filled(placemark("A", data("seats", "40") + point) +
                                  placemark("lost", data("seats", "99")) + placemark("B", point) +
                                  placemark("C  c", data("zone", "UTC") + point),
                              {"A", "B", "C c"});
    CHECK(table.layer.fields == std::vector<std::string>{"Name", "Description", "seats", "zone"});
    CHECK(cell(table, 0, "seats") == "40");
    CHECK(cell(table, 1, "seats").empty());
    CHECK(cell(table, 2, "zone") == "UTC");
    CHECK(table.layer.features[1].attributes.size() == 4);
}

TEST_CASE("a table whose rows are others is left as it is")
{
    const std::string two = placemark("A", data("seats", "40") + point) + placemark("B", point);
    for (const std::vector<std::string>& names :
         {std::vector<std::string>{"B", "A"}, {"A"}, {"A", "B", "C"}, {"A", "X"}}) {
        CHECK(filled(two, names).layer.fields.size() == 2);
    }
    CHECK(filled(two, {"A", "B"}).layer.fields.size() == 3);
}

TEST_CASE("folders of the same names are told apart by their order")
{
    std::vector<intake::Table> tables{test::table_of({"Name"}, {{"A"}}),
                                      test::table_of({"Name"}, {{"A"}})};
    intake::add_kml_fields(read("<Folder>" + placemark("A", data("n", "1") + point) + "</Folder>" +
                                "<Folder>" + placemark("A", data("n", "2") + point) + "</Folder>"),
                           9, tables);
    CHECK(cell(tables[0], 0, "n") == "1");
    CHECK(cell(tables[1], 0, "n") == "2");
}

TEST_CASE(
    "a field that is called as a column of GDAL's does not take its place, and there is a most")
{
    const auto table = filled(
        placemark("A", data("Name", "other") + data("a", "1") + data("b", "2") + point), {"A"}, 3);
    CHECK(table.layer.fields == std::vector<std::string>{"Name", "Description", "a"});
    CHECK(cell(table, 0, "Name") == "A");
}

} // TEST_SUITE
