#include "gis/map_file.hpp"

#include "gis/gdal_session.hpp"
#include "gis/write_layers.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <system_error>

namespace dostyk::gis {

namespace fs = std::filesystem;

namespace {

void add_points(OGRSimpleCurve& curve, const geo::LineString& line)
{
    for (const geo::LonLat at : line) {
        curve.addPoint(at.lon, at.lat);
    }
}

std::unique_ptr<OGRGeometry> to_ogr(const geo::Geometry& geometry)
{
    if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
        return std::make_unique<OGRPoint>(at->lon, at->lat);
    }
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
        auto multi = std::make_unique<OGRMultiLineString>();
        for (const geo::LineString& line : *lines) {
            OGRLineString part;
            add_points(part, line);
            multi->addGeometry(&part);
        }
        return multi;
    }
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
        auto multi = std::make_unique<OGRMultiPolygon>();
        for (const geo::Polygon& polygon : *polygons) {
            OGRPolygon part;
            OGRLinearRing outer;
            add_points(outer, polygon.outer);
            part.addRing(&outer);
            for (const geo::Ring& hole : polygon.holes) {
                OGRLinearRing inner;
                add_points(inner, hole);
                part.addRing(&inner);
            }
            multi->addGeometry(&part);
        }
        return multi;
    }
    return nullptr;
}

OGRwkbGeometryType type_of(const geo::Geometry& geometry)
{
    if (std::holds_alternative<geo::LonLat>(geometry)) {
        return wkbPoint;
    }
    if (std::holds_alternative<geo::MultiLineString>(geometry)) {
        return wkbMultiLineString;
    }
    return std::holds_alternative<geo::MultiPolygon>(geometry) ? wkbMultiPolygon : wkbNone;
}

/// The type that all geometries have; any where they differ, or where there are none.
OGRwkbGeometryType type_of(const geo::Layer& layer)
{
    OGRwkbGeometryType type = wkbNone;
    for (const geo::Feature& feature : layer.features) {
        const OGRwkbGeometryType each = type_of(feature.geometry);
        if (each != wkbNone && type != wkbNone && each != type) {
            return wkbUnknown;
        }
        type = each != wkbNone ? each : type;
    }
    return type != wkbNone ? type : wkbUnknown;
}

/// The first value of a column that is there says the column's type.
OGRFieldType column_type(const geo::Layer& layer, std::size_t column)
{
    for (const geo::Feature& feature : layer.features) {
        const geo::Value& value = feature.attributes[column];
        if (std::holds_alternative<std::int64_t>(value)) {
            return OFTInteger64;
        }
        if (std::holds_alternative<double>(value)) {
            return OFTReal;
        }
        if (std::holds_alternative<std::string>(value)) {
            return OFTString;
        }
    }
    return OFTString;
}

bool fill(GDALDataset& dataset, const geo::Layer& layer)
{
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* out = dataset.CreateLayer(layer.name.c_str(), &wgs84, type_of(layer));
    if (out == nullptr) {
        return false;
    }
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        OGRFieldDefn column(layer.fields[i].c_str(), column_type(layer, i));
        if (out->CreateField(&column) != OGRERR_NONE) {
            return false;
        }
    }
    for (const geo::Feature& feature : layer.features) {
        OGRFeature row(out->GetLayerDefn());
        row.SetGeometryDirectly(to_ogr(feature.geometry).release());
        for (std::size_t i = 0; i < feature.attributes.size(); ++i) {
            const int column = static_cast<int>(i);
            const geo::Value& value = feature.attributes[i];
            if (const auto* whole = std::get_if<std::int64_t>(&value)) {
                row.SetField(column, static_cast<GIntBig>(*whole));
            } else if (const auto* number = std::get_if<double>(&value)) {
                row.SetField(column, *number);
            } else if (const auto* text = std::get_if<std::string>(&value)) {
                row.SetField(column, text->c_str());
            } else {
                row.SetFieldNull(column);
            }
        }
        if (out->CreateFeature(&row) != OGRERR_NONE) {
            return false;
        }
    }
    return true;
}

/// The table in which QGIS looks for the styles of a GeoPackage's layers, as it makes it itself.
bool fill_styles(GDALDataset& dataset, std::span<const LayerStyle> styles)
{
    const std::array<const char*, 2> options{"FID=id", nullptr};
    OGRLayer* out =
        dataset.CreateLayer("layer_styles", nullptr, wkbNone, const_cast<char**>(options.data()));
    if (out == nullptr) {
        return false;
    }
    for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name",
                             "f_geometry_column", "styleName", "styleQML", "styleSLD"}) {
        OGRFieldDefn column(name, OFTString);
        if (out->CreateField(&column) != OGRERR_NONE) {
            return false;
        }
    }
    OGRFieldDefn is_default("useAsDefault", OFTInteger);
    is_default.SetSubType(OFSTBoolean);
    bool is_good = out->CreateField(&is_default) == OGRERR_NONE;
    for (const char* name : {"description", "owner", "ui"}) {
        OGRFieldDefn column(name, OFTString);
        is_good &= out->CreateField(&column) == OGRERR_NONE;
    }
    for (const LayerStyle& style : styles) {
        OGRFeature row(out->GetLayerDefn());
        row.SetField("f_table_catalog", "");
        row.SetField("f_table_schema", "");
        row.SetField("f_table_name", style.layer.c_str());
        row.SetField("f_geometry_column", "geom");
        row.SetField("styleName", style.name.c_str());
        row.SetField("styleQML", style.qml.c_str());
        row.SetField("styleSLD", "");
        row.SetField("useAsDefault", 1);
        row.SetField("description", style.name.c_str());
        row.SetField("owner", "");
        is_good = is_good && out->CreateFeature(&row) == OGRERR_NONE;
    }
    return is_good;
}

Error failure(const fs::path& path, const std::string& reason)
{
    return Error{ErrorCode::write_failed,
                 {"error.write_failed", {{"file", path.string()}, {"reason", reason}}},
                 {}};
}

} // namespace

Status write_layers(std::span<const geo::Layer> layers, std::span<const LayerStyle> styles,
                    const fs::path& path, FileAccess access)
{
    register_drivers();
    const ErrorCapture capture;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    // Written beside and renamed: a crash leaves the old file or the new one.
    const fs::path beside = path.parent_path() / (path.stem().string() + ".new.gpkg");
    fs::remove(beside, error);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    Dataset dataset(driver->Create(beside.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    bool is_written = dataset != nullptr && dataset->StartTransaction() == OGRERR_NONE;
    for (const geo::Layer& layer : layers) {
        is_written = is_written && fill(*dataset, layer);
    }
    is_written = is_written && (styles.empty() || fill_styles(*dataset, styles)) &&
                 dataset->CommitTransaction() == OGRERR_NONE;
    dataset.reset();
    if (!is_written || capture.has_failure()) {
        fs::remove(beside, error);
        return failure(path, capture.reason());
    }
    if (access == FileAccess::owner) {
        fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write, error);
    }
    return put_in_place(beside, path);
}

Status write_layer(const geo::Layer& layer, const fs::path& path)
{
    return write_layers(std::span(&layer, 1), {}, path, FileAccess::shared);
}

} // namespace dostyk::gis
