#include "editor/user_layer_file.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::editor;
namespace fs = std::filesystem;

namespace {

constexpr const char* one_point = R"({"type": "FeatureCollection", "features": [{"type": "Feature",
    "properties": {"name": "Қордай", "n": 1},
    "geometry": {"type": "Point", "coordinates": [74.7, 43.0]}}]})";

NewLayerOptions options()
{
    NewLayerOptions made;
    made.reading.worker = DOSTYK_IMPORT_WORKER;
    return made;
}

} // namespace

TEST_SUITE("editor/user_layer_file") {

TEST_CASE("paths begin at the project's folder, or at the one of its store file, and lead back")
{
    const fs::path root = fs::canonical(test::scratch_dir("user_layer_file"));
    fs::create_directories(root / "p");
    REQUIRE(write_file_atomically(root / "maps/a.geojson", one_point));
    REQUIRE(write_file_atomically(root / "p.gpkg", "x"));
    CHECK(layer_base(root / "p") == root / "p");
    CHECK(layer_base(root / "p.gpkg") == root);
    model::UserLayer layer;
    layer.path = layer_path(root / "p/../maps/a.geojson", root / "p");
    CHECK(layer.path == "../maps/a.geojson");
    CHECK(file_of(layer, root / "p") == root / "maps/a.geojson");
}

TEST_CASE("the sum of a Shapefile is over its parts, of another file over itself")
{
    const fs::path root = test::scratch_dir("user_layer_file");
    REQUIRE(write_file_atomically(root / "a.shp", "1"));
    REQUIRE(write_file_atomically(root / "a.dbf", "2"));
    const auto first = layer_sum(root / "a.shp");
    REQUIRE(first);
    REQUIRE(write_file_atomically(root / "a.dbf", "3"));
    CHECK(layer_sum(root / "a.shp").value() != *first);
    REQUIRE(write_file_atomically(root / "abc.csv", "abc"));
    CHECK(layer_sum(root / "abc.csv").value() ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(layer_sum(root / "none").error().code == ErrorCode::not_found);
}

TEST_CASE("new layers have free ids, colours of their own and a name from the file")
{
    const fs::path root = fs::canonical(test::scratch_dir("user_layer_file"));
    REQUIRE(write_file_atomically(root / "sites.geojson", one_point));
    model::Project project;
    const auto first = make_layers(project, root / "sites.geojson", root, options());
    REQUIRE(first);
    REQUIRE(first->size() == 1);
    CHECK(first->front().layer.id == "sites");
    CHECK(first->front().layer.title[Language::en] == "sites");
    CHECK(first->front().layer.label == "name");
    CHECK(first->front().vertices == 1);
    project.layers.push_back(first->front().layer);
    const auto second = make_layers(project, root / "sites.geojson", root, options());
    REQUIRE(second);
    CHECK(second->front().layer.id == "sites-2");
    CHECK(second->front().layer.order > project.layers.front().order);
    CHECK(second->front().layer.color != project.layers.front().color);
}

TEST_CASE("a track's points are not drawn again beside the track")
{
    const fs::path root = fs::canonical(test::scratch_dir("user_layer_file"));
    REQUIRE(write_file_atomically(
        root / "tour.gpx", "<gpx version=\"1.1\" creator=\"x\" "
                           "xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"43\" "
                           "lon=\"74.7\"><name>A</name></wpt><trk><trkseg><trkpt lat=\"43\" "
                           "lon=\"74\"/><trkpt lat=\"43\" lon=\"75\"/></trkseg></trk></gpx>"));
    const auto made = make_layers({}, root / "tour.gpx", root, options());
    REQUIRE(made);
    REQUIRE(made->size() == 2);
    CHECK((*made)[0].layer.table == "waypoints");
    CHECK((*made)[1].layer.table == "tracks");
    NewLayerOptions one = options();
    one.table = "tracks";
    CHECK(make_layers({}, root / "tour.gpx", root, one)->size() == 1);
    one.table = "none";
    CHECK(make_layers({}, root / "tour.gpx", root, one).error().message.key == "layer.no_table");
}

TEST_CASE("what is no code of a coordinate system is wrong use")
{
    NewLayerOptions bad = options();
    bad.reading.crs = "WGS";
    const auto made = make_layers({}, "a.shp", ".", bad);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::usage);
}

} // TEST_SUITE
