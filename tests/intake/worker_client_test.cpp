#include "intake/worker_client.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

constexpr const char* point_json = R"({"type": "FeatureCollection", "features": [{"type": "Feature",
    "properties": {"name": "Қордай", "capacity": 12},
    "geometry": {"type": "Point", "coordinates": [74.7, 43.0]}}]})";

fs::path folder()
{
    static const fs::path made = test::scratch_dir("worker_client");
    return made;
}

fs::path written(const std::string& name, std::string_view content)
{
    const fs::path file = folder() / name;
    REQUIRE(write_file_atomically(file, content));
    return file;
}

intake::ReadOptions options()
{
    intake::ReadOptions made;
    made.worker = DOSTYK_IMPORT_WORKER;
    return made;
}

Result<std::vector<intake::Table>> read(const fs::path& file,
                                        const intake::ReadOptions& how = options())
{
    auto answer = intake::read_foreign_file(file, how);
    if (!answer) {
        return answer.error();
    }
    return answer->tables;
}

std::string reason(const fs::path& file, const intake::ReadOptions& how = options())
{
    const auto tables = read(file, how);
    return tables ? "" : tables.error().message.key;
}

/// A file of one point, made by GDAL itself.
fs::path made_by(const char* driver, const std::string& name, bool has_crs = true)
{
    GDALAllRegister();
    const fs::path file = folder() / name;
    GDALDriver* made = GetGDALDriverManager()->GetDriverByName(driver);
    REQUIRE(made != nullptr);
    fs::remove(file);
    GDALDataset* dataset = made->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    REQUIRE(dataset != nullptr);
    OGRSpatialReference zone;
    zone.importFromEPSG(32643); // UTM 43 N
    const bool is_sheet = std::string_view(driver) == "XLSX" || std::string_view(driver) == "ODS";
    const std::array<const char*, 2> letters{
        std::string_view(driver) == "ESRI Shapefile" ? "ENCODING=CP1251" : nullptr, nullptr};
    OGRLayer* layer =
        dataset->CreateLayer("venues", has_crs && !is_sheet ? &zone : nullptr,
                             is_sheet ? wkbNone : wkbPoint, const_cast<char**>(letters.data()));
    OGRFieldDefn name_field("name", OFTString);
    OGRFieldDefn date_field("date", OFTDate);
    REQUIRE(layer->CreateField(&name_field) == OGRERR_NONE);
    REQUIRE(layer->CreateField(&date_field) == OGRERR_NONE);
    OGRFeature row(layer->GetLayerDefn());
    row.SetField("name", "Зал");
    row.SetField("date", 2024, 3, 1);
    if (!is_sheet) {
        row.SetGeometryDirectly(new OGRPoint(475570, 4761450));
    }
    REQUIRE(layer->CreateFeature(&row) == OGRERR_NONE);
    GDALClose(dataset);
    return file;
}

std::string cell(const intake::Table& table, std::size_t row, std::size_t column)
{
    const auto& value = table.layer.features.at(row).attributes.at(column);
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : "";
}

} // namespace

TEST_SUITE("intake/worker_client") {

TEST_CASE("a table crosses the pipe, and the worker was confined")
{
    const auto answer =
        intake::read_foreign_file(written("venues.csv", "name;city\nЗал;Астана\n"), options());
    REQUIRE(answer);
    CHECK(answer->confinement.has_calls);
    CHECK(answer->confinement.has_limits);
    REQUIRE(answer->tables);
    CHECK(cell(answer->tables->front(), 1, 1) == "Астана");
}

TEST_CASE("spreadsheets give their rows as text, headings and dates among them")
{
    for (const char* driver : {"XLSX", "ODS"}) {
        CAPTURE(driver);
        const auto tables =
            read(made_by(driver, driver == std::string_view("XLSX") ? "a.xlsx" : "a.ods"));
        REQUIRE(tables);
        REQUIRE(tables->size() == 1);
        CHECK(cell(tables->front(), 0, 0) == "name");
        CHECK(cell(tables->front(), 1, 0) == "Зал");
        std::string date = cell(tables->front(), 1, 1);
        std::replace(date.begin(), date.end(), '/', '-'); // each driver writes its own
        CHECK(date == "2024-03-01");
        CHECK(tables->front().row_numbers == std::vector<std::int64_t>{1, 2});
    }
}

TEST_CASE("maps give attributes and places in degrees, whatever their own system is")
{
    struct Made {
        const char* driver;
        const char* name;
    };
    for (const Made& each :
         {Made{"GPKG", "a.gpkg"}, Made{"ESRI Shapefile", "a.shp"}, Made{"FlatGeobuf", "a.fgb"}}) {
        CAPTURE(each.driver);
        const auto tables = read(made_by(each.driver, each.name));
        REQUIRE(tables);
        REQUIRE(tables->size() == 1);
        const intake::Table& table = tables->front();
        CHECK_FALSE(table.is_crs_missing);
        const auto* at = std::get_if<geo::LonLat>(&table.layer.features[0].geometry);
        REQUIRE(at != nullptr);
        CHECK(at->lon == doctest::Approx(74.7).epsilon(1e-3));
        CHECK(at->lat == doctest::Approx(43.0).epsilon(1e-3));
        CHECK(geo::text_at(table.layer, table.layer.features[0], "name") == "Зал");
    }
}

TEST_CASE("GeoJSON, KML and GPX are in degrees by themselves")
{
    const fs::path json = written("a.geojson", point_json);
    const fs::path kml = written(
        "a.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>Зал"
                 "</name><Point><coordinates>74.7,43</coordinates></Point></Placemark></Document>"
                 "</kml>");
    const fs::path gpx =
        written("a.gpx", "<gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/"
                         "GPX/1/1\"><wpt lat=\"43\" lon=\"74.7\"><name>Зал</name></wpt></gpx>");
    for (const fs::path& file : {json, kml, gpx}) {
        CAPTURE(file.string());
        const auto tables = read(file);
        REQUIRE(tables);
        REQUIRE(tables->size() == 1);
        CHECK(std::holds_alternative<geo::LonLat>(tables->front().layer.features[0].geometry));
    }
}

TEST_CASE("custom fields of KML are columns, folder by folder")
{
    const std::string place = "<Point><coordinates>74.7,43</coordinates></Point></Placemark>";
    const fs::path kml = written(
        "fields.kml",
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>Зал</name>"
        "<ExtendedData><Data name=\"capacity\"><value>40</value></Data></ExtendedData>" +
            place + "<Placemark><name>no place</name></Placemark><Folder><name>F</name>" +
            "<Placemark><name>Хол</name><ExtendedData><SchemaData><SimpleData name=\"seats\">7"
            "</SimpleData></SchemaData></ExtendedData>" +
            place + "</Folder></Document></kml>");
    const auto tables = read(kml);
    REQUIRE(tables);
    REQUIRE(tables->size() == 2);
    for (const intake::Table& table : *tables) {
        const geo::Feature& row = table.layer.features.at(0);
        const bool is_hall = geo::text_at(table.layer, row, "Name") == "Зал";
        CHECK(table.layer.fields.size() == 3);
        CHECK(geo::text_at(table.layer, row, is_hall ? "capacity" : "seats") ==
              (is_hall ? "40" : "7"));
    }
}

TEST_CASE("a GeoTIFF crosses the pipe as a picture, and one that is none is refused")
{
    GDALAllRegister();
    const fs::path file = folder() / "height.tif";
    {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        GDALDataset* made = driver->Create(file.c_str(), 20, 10, 1, GDT_Byte, nullptr);
        std::array<double, 6> transform{500'000, 1'000, 0, 4'800'000, 0, -1'000};
        made->SetGeoTransform(transform.data());
        OGRSpatialReference zone;
        zone.importFromEPSG(32643);
        made->SetSpatialRef(&zone);
        made->GetRasterBand(1)->Fill(9);
        GDALClose(made);
    }
    const auto answer = intake::read_foreign_file(file, options());
    REQUIRE(answer);
    REQUIRE(answer->tables);
    CHECK(answer->tables->empty());
    CHECK(answer->confinement.has_calls);
    CHECK(answer->picture.width > 15);
    CHECK(answer->picture.bands == 4);

    CHECK(reason(written("no.tif", "II*")) == "error.foreign_unreadable");
    // A header that promises more pixels than any file has, and a virtual one that names another.
    CHECK(reason(written("vrt.tif", "<VRTDataset rasterXSize=\"9\" rasterYSize=\"9\">"
                                    "</VRTDataset>")) == "error.foreign_unreadable");
    CHECK(intake::parts_of(folder() / "a.shp").size() >= 3);
    CHECK(intake::parts_of(file).size() == 1);
}

TEST_CASE("a missing coordinate system is told, and taken when it is given")
{
    const fs::path file = made_by("ESRI Shapefile", "bare.shp", false);
    const auto bare = read(file);
    REQUIRE(bare);
    CHECK(bare->front().is_crs_missing);

    intake::ReadOptions how = options();
    how.crs = "EPSG:32643";
    const auto given = read(file, how);
    REQUIRE(given);
    CHECK_FALSE(given->front().is_crs_missing);
    CHECK(std::get<geo::LonLat>(given->front().layer.features[0].geometry).lat ==
          doctest::Approx(43.0).epsilon(1e-3));
    how.crs = "nonsense";
    CHECK(reason(file, how) == "error.crs_unknown");
}

TEST_CASE("what is not what its ending says is refused with a reason")
{
    CHECK(reason(written("png.csv", std::string_view("\x89PNG\r\n\x1a\n\0\0", 10))) ==
          "import.no_text");
    CHECK(reason(written("text.xlsx", "name,city\n")) == "import.no_archive");
    CHECK(reason(written("text.gpkg", "name,city\n")) == "error.foreign_unreadable");
    CHECK(reason(written("empty.geojson", "")) == "error.foreign_unreadable");
    CHECK(reason(written("a.vrt", "<OGRVRTDataSource/>")) == "import.unknown_ending");
    CHECK(reason(folder() / "none.csv") == "import.missing");
    CHECK(reason("/vsizip/a.csv") == "import.no_file");
    CHECK(reason("/proc/self/maps.csv") == "import.missing");
    fs::create_directories(folder() / "folder.csv");
    CHECK(reason(folder() / "folder.csv") == "import.no_file");
}

TEST_CASE("a VRT that is called csv is text, and what it names stays closed")
{
    const fs::path secret = written("secret.txt", "id\n42\n");
    const auto tables = read(written(
        "vrt.csv", "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" +
                       secret.string() + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>\n"));
    REQUIRE(tables);
    CHECK(cell(tables->front(), 0, 0).starts_with("<OGRVRTDataSource>"));
}

TEST_CASE("entities are refused before a parser sees them")
{
    CHECK(reason(written("xxe.kml", "<!DOCTYPE k [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                    "<kml>&x;</kml>")) == "import.xml_declaration");
}

TEST_CASE("a Shapefile's companion that is a link is not followed")
{
    const fs::path file = made_by("ESRI Shapefile", "linked.shp");
    const fs::path table = folder() / "linked.dbf";
    fs::rename(table, folder() / "elsewhere.dbf");
    fs::create_symlink(folder() / "elsewhere.dbf", table);
    const auto tables = read(file);
    // Without its table, or not at all: never with what the link points to.
    if (tables && !tables->empty()) {
        CHECK(tables->front().layer.find_field("name") == -1);
    }
    fs::remove(table);
}

TEST_CASE("a worker that dies, lies or hangs is a sentence")
{
    const fs::path file = written("b.csv", "a;b\n1;2\n");
    intake::ReadOptions how = options();
    how.worker = "/bin/false";
    CHECK(reason(file, how) == "import.worker_died");
    how.worker = "/nowhere/at/all";
    CHECK(reason(file, how) == "import.no_worker");
    how.worker = DOSTYK_IMPORT_WORKER;
    how.most_wait = std::chrono::milliseconds(0);
    CHECK(reason(file, how) == "import.too_slow");
}

TEST_CASE("who asks to stop is obeyed")
{
    std::stop_source source;
    source.request_stop();
    intake::ReadOptions how = options();
    how.stop = source.get_token();
    CHECK(reason(written("c.csv", "a;b\n"), how) == "import.cancelled");
}

TEST_CASE("endings are known in any case")
{
    CHECK(intake::format_of("A.XLSX") == intake::Format::xlsx);
    CHECK(intake::format_of("a.tsv") == intake::Format::csv);
    CHECK_FALSE(intake::format_of("a.vrt"));
    CHECK_FALSE(intake::format_of("csv"));
}

} // TEST_SUITE
