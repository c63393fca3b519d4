#include "gis/read_layer.hpp"

#include "gis/gdal_session.hpp"

#include <ogrsf_frmts.h>

#include <cmath>

namespace dostyk::gis {

namespace {

geo::LineString points_of(const OGRSimpleCurve& curve)
{
    geo::LineString line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        line.push_back({curve.getX(i), curve.getY(i)});
    }
    return line;
}

geo::Polygon to_polygon(const OGRPolygon& source)
{
    geo::Polygon polygon;
    if (const OGRLinearRing* outer = source.getExteriorRing()) {
        polygon.outer = points_of(*outer);
    }
    for (int i = 0; i < source.getNumInteriorRings(); ++i) {
        polygon.holes.push_back(points_of(*source.getInteriorRing(i)));
    }
    return polygon;
}

struct Parts {
    geo::MultiPolygon polygons;
    geo::MultiLineString lines;
    std::vector<geo::LonLat> points;
};

void collect(const OGRGeometry& source, Parts& parts)
{
    switch (wkbFlatten(source.getGeometryType())) {
    case wkbPoint:
        if (!source.IsEmpty()) {
            parts.points.push_back({source.toPoint()->getX(), source.toPoint()->getY()});
        }
        break;
    case wkbLineString:
        parts.lines.push_back(points_of(*source.toLineString()));
        break;
    case wkbPolygon:
        if (!source.IsEmpty()) {
            parts.polygons.push_back(to_polygon(*source.toPolygon()));
        }
        break;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry* part : *source.toGeometryCollection()) {
            collect(*part, parts);
        }
        break;
    default:
        break; // curves and surfaces are no part of the formats that we open
    }
}

geo::Geometry to_geometry(const OGRGeometry& source)
{
    Parts parts;
    collect(source, parts);
    if (!parts.polygons.empty()) {
        return std::move(parts.polygons);
    }
    if (!parts.lines.empty()) {
        return std::move(parts.lines);
    }
    if (!parts.points.empty()) {
        return parts.points.front();
    }
    return std::monostate{};
}

geo::Value to_value(const OGRFeature& feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        return std::monostate{};
    }
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTInteger:
    case OFTInteger64:
        return static_cast<std::int64_t>(feature.GetFieldAsInteger64(field));
    case OFTReal:
        return feature.GetFieldAsDouble(field);
    default:
        return std::string(feature.GetFieldAsString(field));
    }
}

bool is_degrees(OGRLayer& source)
{
    OGREnvelope box;
    return source.GetExtent(&box, 1) != OGRERR_NONE ||
           (box.MinX >= -180.001 && box.MaxX <= 180.001 && box.MinY >= -90.001 &&
            box.MaxY <= 90.001);
}

/// Reads one layer's features and brings them to WGS 84.
class Reader {
public:
    explicit Reader(OGRLayer& source) : m_source(source) {}

    Result<geo::Layer> read()
    {
        if (Status status = prepare(); !status) {
            return status.error();
        }
        geo::Layer layer;
        layer.name = m_source.GetName();
        const OGRFeatureDefn& columns = *m_source.GetLayerDefn();
        for (int i = 0; i < columns.GetFieldCount(); ++i) {
            layer.fields.emplace_back(columns.GetFieldDefn(i)->GetNameRef());
        }
        for (const auto& row : m_source) {
            layer.features.push_back(to_feature(*row));
        }
        return layer;
    }

private:
    Status prepare()
    {
        const OGRSpatialReference* crs = m_source.GetSpatialRef();
        if (crs == nullptr) {
            if (is_degrees(m_source)) {
                return ok();
            }
            return Error{
                ErrorCode::unsupported, {"error.map_no_crs", {{"layer", m_source.GetName()}}}, {}};
        }
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference own(*crs);
        own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (own.IsSame(&wgs84) == 0) {
            m_transform.reset(OGRCreateCoordinateTransformation(&own, &wgs84));
        }
        return ok();
    }

    geo::Feature to_feature(const OGRFeature& row)
    {
        geo::Feature feature;
        for (int i = 0; i < row.GetFieldCount(); ++i) {
            feature.attributes.push_back(to_value(row, i));
        }
        const OGRGeometry* geometry = row.GetGeometryRef();
        if (geometry == nullptr) {
            return feature;
        }
        std::unique_ptr<OGRGeometry> own(geometry->clone());
        own->flattenTo2D();
        if (m_transform != nullptr && own->transform(m_transform.get()) != OGRERR_NONE) {
            return feature;
        }
        feature.geometry = to_geometry(*own);
        return feature;
    }

    struct TransformDeleter {
        void operator()(OGRCoordinateTransformation* transform) const
        {
            OGRCoordinateTransformation::DestroyCT(transform);
        }
    };

    OGRLayer& m_source;
    std::unique_ptr<OGRCoordinateTransformation, TransformDeleter> m_transform;
};

} // namespace

Result<geo::Layer> read_layer(OGRLayer& source)
{
    return Reader(source).read();
}

} // namespace dostyk::gis
