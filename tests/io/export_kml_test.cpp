#include "io/export_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;

namespace {

std::string exported(const char* column, std::string value, io::ExportNotes& notes,
                     geo::Geometry geometry = {})
{
    geo::Layer layer;
    layer.name = "meeting";
    layer.fields = {"id", "name_kk", column};
    layer.features.push_back(
        {std::move(geometry), {std::string("m"), std::string("Кеңес"), std::move(value)}});
    return io::to_kml(std::span(&layer, 1), std::span(&layer, 1), "A & B", Language::kk, notes);
}

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("io/export_kml") {

TEST_CASE("a date is a time stamp, a period a span, a due date the end of one")
{
    io::ExportNotes notes;
    CHECK(has(exported("date", "2024-04-19", notes),
              "<TimeStamp><when>2024-04-19</when></TimeStamp>"));
    CHECK(has(exported("date", "2023-09-22/2023-09-23", notes),
              "<TimeSpan><begin>2023-09-22</begin><end>2023-09-23</end></TimeSpan>"));
    CHECK(has(exported("due", "2030", notes), "<TimeSpan><end>2030</end></TimeSpan>"));
    CHECK_FALSE(has(exported("date", "some day", notes), "<Time"));
}

TEST_CASE("names are in the language, points are points, and what has none has none")
{
    io::ExportNotes notes;
    const std::string placed = exported("x", "y", notes, geo::LonLat{74.5, 42.875});
    CHECK(has(placed, "<name>Кеңес</name>"));
    CHECK(has(placed, "<name>A &amp; B</name>"));
    CHECK(has(placed, "<Point><coordinates>74.5,42.875</coordinates></Point>"));
    CHECK_FALSE(has(exported("x", "y", notes), "<Point>"));
}

TEST_CASE("what XML cannot hold is replaced and counted, markup is text")
{
    io::ExportNotes notes;
    const std::string text = exported("x", std::string("a\x01<b>\xEF\xBF\xBF&\r\x1F"), notes);
    CHECK(has(text, "<value>a\uFFFD&lt;b&gt;\uFFFD&amp;&#13;\uFFFD</value>"));
    CHECK(notes.replaced == 3);
}

} // TEST_SUITE
