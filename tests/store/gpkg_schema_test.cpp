#include "store/gpkg_schema.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <cstring>

using namespace dostyk;
using store::Database;
namespace fs = std::filesystem;

namespace {

Database open(const fs::path& file)
{
    auto database = Database::open(file, Database::Mode::create);
    REQUIRE(database);
    return *std::move(database);
}

std::string with_place(const std::string& claims)
{
    return R"({"fields": {"place": )" + claims + "}}";
}

double double_at(const std::string& bytes, std::size_t offset)
{
    double number = 0;
    REQUIRE(bytes.size() >= offset + sizeof(double));
    std::memcpy(&number, bytes.data() + offset, sizeof(double));
    return number;
}

std::string key_of(const Status& status)
{
    return status ? "done" : status.error().message.key;
}

} // namespace

TEST_SUITE("store/gpkg_schema") {

TEST_CASE("an empty file gets the tables, and a second time nothing is lost")
{
    const fs::path file = test::scratch_dir("gpkg_schema_twice") / "a.gpkg";
    Database database = open(file);
    REQUIRE(store::create_tables(database));
    REQUIRE(database.execute("INSERT INTO step VALUES (1, 'insert', 'w', 't', 0, 0, 1, 0)"));
    REQUIRE(store::create_tables(database));
    Database other = open(file);
    REQUIRE(store::create_tables(other));
    CHECK(*other.number_of("SELECT count(*) FROM step") == 1);
    CHECK(store::check_tables(other, file));
}

TEST_CASE("the tables of a GeoPackage and of a store are there")
{
    const fs::path file = test::scratch_dir("gpkg_schema_tables") / "a.gpkg";
    Database database = open(file);
    REQUIRE(store::create_tables(database));
    for (const char* name : {"gpkg_spatial_ref_sys", "gpkg_contents", "gpkg_geometry_columns",
                             "entity", "step", "change_log", "sites", "dostyk_store"}) {
        CAPTURE(name);
        CHECK(database.number_of(std::string("SELECT count(*) FROM ") + name));
    }
    CHECK(*database.number_of("PRAGMA application_id") == 0x47504B47);
    CHECK(*database.number_of("PRAGMA user_version") == 10300);
    // What the standard's table 1 asks for: the three systems, and each layer with its column.
    CHECK(*database.number_of("SELECT count(*) FROM gpkg_spatial_ref_sys "
                              "WHERE srs_id IN (-1, 0, 4326)") == 3);
    CHECK(*database.number_of("SELECT count(*) FROM gpkg_contents JOIN gpkg_geometry_columns "
                              "USING (table_name, srs_id) WHERE table_name = 'sites'") == 1);
    CHECK(*database.number_of("SELECT schema FROM dostyk_store") == store::schema_version);
}

TEST_CASE("a foreign database, an empty one and a later store are refused")
{
    const fs::path folder = test::scratch_dir("gpkg_schema_check");
    Database empty = open(folder / "empty.gpkg");
    CHECK(key_of(store::check_tables(empty, "empty.gpkg")) == "error.no_store");

    Database foreign = open(folder / "foreign.gpkg");
    REQUIRE(foreign.execute("CREATE TABLE dostyk_store (schema INTEGER)"));
    CHECK(key_of(store::check_tables(foreign, "foreign.gpkg")) == "error.no_store");
    REQUIRE(foreign.execute("DROP TABLE dostyk_store; PRAGMA application_id = 1196444487"));
    CHECK(key_of(store::check_tables(foreign, "foreign.gpkg")) == "error.no_store");

    Database later = open(folder / "later.gpkg");
    REQUIRE(store::create_tables(later));
    REQUIRE(later.execute("UPDATE dostyk_store SET schema = schema + 1"));
    CHECK(key_of(store::check_tables(later, "later.gpkg")) == "error.store_newer");
}

TEST_CASE("a point is a GeoPackage blob: header, system, then WKB")
{
    const std::string bytes = store::geometry_of(
        with_place(R"([{"value": {"type": "point", "lon": 74.25, "lat": 42.5}}])"));
    REQUIRE(bytes.size() == 29);
    CHECK(bytes.substr(0, 8) == std::string("GP\0\x01\xe6\x10\0\0", 8)); // 4326
    CHECK(bytes.substr(8, 5) == std::string("\x01\x01\0\0\0", 5));       // little-endian point
    CHECK(double_at(bytes, 13) == 74.25);                                // longitude first
    CHECK(double_at(bytes, 21) == 42.5);
}

TEST_CASE("lines and polygons are blobs of their type, a polygon's ring closed")
{
    const std::string line = store::geometry_of(
        with_place(R"([{"value": {"type": "line", "coordinates": [[74, 42], [75, 43.5]]}}])"));
    REQUIRE(line.size() == 8 + 5 + 4 + 2 * 16);
    CHECK(line.substr(8, 9) == std::string("\x01\x02\0\0\0\x02\0\0\0", 9));
    CHECK(double_at(line, 33) == 75);
    CHECK(double_at(line, 41) == 43.5);
    const std::string polygon = store::geometry_of(with_place(
        R"([{"value": {"type": "polygon", "coordinates": [[74, 42], [75, 43], [74, 43]]}}])"));
    REQUIRE(polygon.size() == 8 + 5 + 4 + 4 + 4 * 16);
    CHECK(polygon.substr(8, 13) == std::string("\x01\x03\0\0\0\x01\0\0\0\x04\0\0\0", 13));
    CHECK(double_at(polygon, 21) == double_at(polygon, 21 + 48));
    for (const char* broken : {R"([{"value": {"type": "line", "coordinates": [[74, 42]]}}])",
                               R"([{"value": {"type": "line", "coordinates": [[74], [75, 43]]}}])",
                               R"([{"value": {"type": "polygon", "coordinates": "here"}}])",
                               R"([{"value": {"type": "polygon"}}])"}) {
        CAPTURE(broken);
        CHECK(store::geometry_of(with_place(broken)).empty());
    }
}

TEST_CASE("each layer of places holds one type of geometry")
{
    const fs::path file = test::scratch_dir("gpkg_schema_layers") / "a.gpkg";
    Database database = open(file);
    REQUIRE(store::create_tables(database));
    const auto count = [&](const std::string& layer) {
        return database.number_of("SELECT count(*) FROM " + layer)->value_or(-1);
    };
    for (const char* type : {"01", "02", "03", "03"}) {
        REQUIRE(database.execute(
            ("INSERT INTO entity (kind, id, rev, updated_at, updated_by, geom, doc) VALUES "
             "('project', hex(randomblob(8)), 1, '', '', x'4750000100000000" +
             std::string("01") + type + "000000', '{}')")
                .c_str()));
    }
    CHECK(count("sites") == 1);
    CHECK(count("site_lines") == 1);
    CHECK(count("site_areas") == 2);
    CHECK(*database.number_of("SELECT count(*) FROM gpkg_contents JOIN gpkg_geometry_columns "
                              "USING (table_name, srs_id)") == 3);
}

TEST_CASE("the chosen claim with a site counts, else the first; whole numbers are degrees too")
{
    const std::string chosen =
        store::geometry_of(with_place(R"([{"value": {"type": "point", "lon": 75, "lat": 43}},
            {"chosen": true, "value": {"type": "point", "lon": 76, "lat": 44}}])"));
    CHECK(double_at(chosen, 13) == 76);
    const std::string bytes = store::geometry_of(with_place(
        R"([{"value": null}, {"value": {"type": "area", "units": ["KG"]}},
            {"value": {"type": "point", "lon": 75, "lat": 43}},
            {"value": {"type": "point", "lon": 1, "lat": 2}}])"));
    CHECK(double_at(bytes, 13) == 75);
    CHECK(double_at(bytes, 21) == 43);
}

TEST_CASE("what has no site has no geometry, whatever it is")
{
    for (const char* doc :
         {"", "{", "[]", "5", "null", "{}", R"({"fields": []})", R"({"fields": {"place": {}}})"}) {
        CAPTURE(doc);
        CHECK(store::geometry_of(doc).empty());
    }
    for (const char* claims :
         {"[]", "5", "[5]", "[[]]", "[null]", "[{}]", R"([{"value": []}])", R"([{"value": {}}])",
          R"([{"value": {"type": 1}}])", R"([{"value": {"type": null}}])",
          R"([{"value": {"type": "point"}}])", R"([{"value": {"type": "point", "lon": 1}}])",
          R"([{"value": {"type": "point", "lon": "1", "lat": 2}}])",
          R"([{"value": {"type": "pin", "lon": 1, "lat": 2}}])"}) {
        CAPTURE(claims);
        CHECK(store::geometry_of(with_place(claims)).empty());
    }
}

} // TEST_SUITE
