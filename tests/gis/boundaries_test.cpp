#include "gis/map_file.hpp"

#include "geo/polygon_query.hpp"
#include "geo/topology.hpp"
#include "gis/gdal_session.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

geo::MultiPolygon box(double lon, double lat, double side = 1)
{
    return {
        {{{lon, lat}, {lon + side, lat}, {lon + side, lat + side}, {lon, lat + side}, {lon, lat}},
         {}}};
}

/// Almaty city and region, Osh city, and an old unit that no file need give.
geo::Layer units()
{
    const auto unit = [](const char* iso, const char* kind, const char* kk, const char* ru,
                         const char* en, const char* to) {
        return geo::Feature{box(70, 40),
                            {std::string(iso), std::string(kind), std::string(kk), std::string(kk),
                             std::string(ru), std::string(en),
                             *to != '\0' ? geo::Value{std::string(to)} : geo::Value{}}};
    };
    return {
        "regions",
        {"iso", "kind", "name_kk", "name_ky", "name_ru", "name_en", "valid_to"},
        {unit("KZ-75", "city", "Алматы", "Алматы", "Almaty", ""),
         unit("KZ-19", "region", "Алматы облысы", "Алматинская область", "Almaty Region", ""),
         unit("KG-GO", "city", "Ош", "Ош", "Osh", ""),
         unit("KZ-OLD", "region", "Ескі облысы", "Старая область", "Old Region", "2022-06-08")}};
}

fs::path file_with(const std::vector<std::pair<std::string, geo::MultiPolygon>>& rows,
                   const char* field = "shapeName")
{
    geo::Layer layer{"adm1", {"source", field}, {}};
    for (const auto& [name, polygons] : rows) {
        layer.features.push_back({polygons, {std::string("a map office"), name}});
    }
    const fs::path file = test::scratch_dir("boundaries") / "adm1.gpkg";
    REQUIRE(gis::write_layer(layer, file));
    return file;
}

/// South-west corner of a unit's bounds.
geo::LonLat corner(const geo::Layer& layer, std::size_t unit)
{
    return geo::bounds_of(layer.features[unit].geometry).min;
}

/// The current units in another format, with their codes in the column "Name", as KML has it.
void save_current_units(const geo::Layer& regions, const char* driver, const fs::path& file)
{
    gis::register_drivers();
    gis::Dataset dataset(GetGDALDriverManager()->GetDriverByName(driver)->Create(
        file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    REQUIRE(dataset != nullptr);
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset->CreateLayer("units", &wgs84, wkbMultiPolygon);
    REQUIRE(layer != nullptr);
    OGRFieldDefn column("Name", OFTString);
    REQUIRE(layer->CreateField(&column) == OGRERR_NONE);
    for (const geo::Feature& unit : regions.features) {
        if (!geo::text_at(regions, unit, "valid_to").empty()) {
            continue;
        }
        OGRMultiPolygon ground;
        for (const geo::Polygon& polygon : std::get<geo::MultiPolygon>(unit.geometry)) {
            OGRPolygon part;
            const auto add_ring = [&](const geo::Ring& ring) {
                OGRLinearRing line;
                for (const geo::LonLat at : ring) {
                    line.addPoint(at.lon, at.lat);
                }
                part.addRing(&line);
            };
            add_ring(polygon.outer);
            std::for_each(polygon.holes.begin(), polygon.holes.end(), add_ring);
            ground.addGeometry(&part);
        }
        OGRFeature row(layer->GetLayerDefn());
        row.SetField("Name", geo::text_at(regions, unit, "iso").c_str());
        row.SetGeometry(&ground);
        REQUIRE(layer->CreateFeature(&row) == OGRERR_NONE);
    }
}

} // namespace

TEST_SUITE("gis/boundaries") {

TEST_CASE("units are joined by code or by name in any language, whatever the column is called")
{
    gis::BoundaryMismatch mismatch;
    const auto joined = gis::join_boundaries(
        units(),
        file_with(
            {{"Almaty oblysy", box(76, 43)}, {"KZ-75", box(77, 44)}, {"Ош шаары", box(72, 41)}}),
        mismatch);

    REQUIRE(joined);
    CHECK(corner(*joined, 0) == geo::LonLat{77, 44});
    CHECK(corner(*joined, 1) == geo::LonLat{76, 43});
    CHECK(corner(*joined, 2) == geo::LonLat{72, 41});
    // Names and dates stay; the old unit keeps its old shape.
    CHECK(joined->features[1].attributes == units().features[1].attributes);
    CHECK(corner(*joined, 3) == geo::LonLat{70, 40});
}

TEST_CASE("a city and the region of the same name are told apart")
{
    gis::BoundaryMismatch mismatch;
    const auto joined = gis::join_boundaries(
        units(),
        file_with(
            {{"Алматы", box(77, 44)}, {"Алматинская область", box(76, 43)}, {"Osh", box(72, 41)}}),
        mismatch);

    REQUIRE(joined);
    CHECK(corner(*joined, 0) == geo::LonLat{77, 44});
    CHECK(corner(*joined, 1) == geo::LonLat{76, 43});
}

TEST_CASE("neighbours that only nearly fit come to share their border")
{
    gis::BoundaryMismatch mismatch;
    // The city's west side bends off the region's east side by 100 m, with a vertex of its own.
    const geo::MultiPolygon city{
        {{{77, 43}, {78, 43}, {78, 44}, {77, 44}, {77.001, 43.6}, {77, 43}}, {}}};
    const auto joined = gis::join_boundaries(
        units(),
        file_with({{"KZ-75", city},
                   {"KZ-19", box(76, 43)},
                   {"KG-GO", {{{{76, 42}, {78, 42}, {78, 43}, {76, 43}, {76, 42}}, {}}}}}),
        mismatch);

    REQUIRE(joined);
    std::vector<geo::MultiPolygon> current;
    for (std::size_t i = 0; i < 3; ++i) {
        current.push_back(std::get<geo::MultiPolygon>(joined->features[i].geometry));
    }
    const auto topology = geo::build_topology(current);
    CHECK_FALSE(geo::shared_border(topology, std::vector<std::uint32_t>{0},
                                   std::vector<std::uint32_t>{1}, 0)
                    .empty());
}

TEST_CASE("the column that names the most units counts, not one of larger units")
{
    geo::Layer layer{"adm1", {"NAME_0", "NAME_1"}, {}};
    const auto add = [&](const char* name, const geo::MultiPolygon& ground) {
        layer.features.push_back({ground, {std::string("Almaty"), std::string(name)}});
    };
    add("Almaty oblast", box(76, 43));
    add("Almaty City", box(77, 44));
    add("Osh (city)", box(72, 41));
    layer.features.push_back({box(75, 41), {geo::Value{}, std::string("a lake")}});
    const fs::path file = test::scratch_dir("boundaries-columns") / "adm1.gpkg";
    REQUIRE(gis::write_layer(layer, file));
    gis::BoundaryMismatch mismatch;

    const auto joined = gis::join_boundaries(units(), file, mismatch);

    REQUIRE(joined);
    CHECK(corner(*joined, 0) == geo::LonLat{77, 44});
    CHECK(corner(*joined, 1) == geo::LonLat{76, 43});
    CHECK(corner(*joined, 2) == geo::LonLat{72, 41});
    CHECK(mismatch.features_without_unit == std::vector<std::string>{"a lake"});
}

TEST_CASE("a unit without a partner is listed, and there is no result")
{
    gis::BoundaryMismatch mismatch;
    const auto joined = gis::join_boundaries(
        units(), file_with({{"KZ-75", box(77, 44)}, {"Atlantis", box(1, 1)}}), mismatch);

    REQUIRE_FALSE(joined);
    CHECK(mismatch.units_without_feature == std::vector<std::string>{"KZ-19", "KG-GO"});
    CHECK(mismatch.features_without_unit.size() == 1);
    CHECK(text_of(joined.error(), Language::en).find("KZ-19, KG-GO") != std::string::npos);
}

TEST_CASE("every format that we open gives the bundled units back")
{
    const auto map = gis::read_base_map(test::source_root() / "maps" / "base.gpkg");
    REQUIRE(map);
    const geo::Layer& regions = *map->find_layer("regions");
    const fs::path folder = test::scratch_dir("boundaries-formats");
    for (const auto& [driver, name] : std::vector<std::pair<const char*, const char*>>{
             {"ESRI Shapefile", "a.shp"},
             {"GeoJSON", "a.geojson"},
             {"FlatGeobuf", "a.fgb"},
             {"KML", "a.kml"},
         }) {
        CAPTURE(name);
        save_current_units(regions, driver, folder / name);
        gis::BoundaryMismatch mismatch;

        const auto joined = gis::join_boundaries(regions, folder / name, mismatch);

        REQUIRE_MESSAGE(joined, (joined ? "" : text_of(joined.error(), Language::en)));
        CHECK(mismatch.features_without_unit.empty());
        for (std::size_t i = 0; i < regions.features.size(); ++i) {
            const auto& before = std::get<geo::MultiPolygon>(regions.features[i].geometry);
            const auto& after = std::get<geo::MultiPolygon>(joined->features[i].geometry);
            // KML and GeoJSON round to 7 digits.
            CHECK(geo::mercator_area(after) ==
                  doctest::Approx(geo::mercator_area(before)).epsilon(1e-5));
        }
    }
}

TEST_CASE("a unit in several rows gets all its parts")
{
    gis::BoundaryMismatch mismatch;
    const auto joined = gis::join_boundaries(units(),
                                             file_with({{"KZ-75", box(77, 44)},
                                                        {"KZ-75", box(79, 45)},
                                                        {"KZ-19", box(76, 43)},
                                                        {"KG-GO", box(72, 41)}}),
                                             mismatch);

    REQUIRE(joined);
    CHECK(std::get<geo::MultiPolygon>(joined->features[0].geometry).size() == 2);
}

} // TEST_SUITE
