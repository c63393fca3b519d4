#include "gis/read_layer.hpp"

#include "gis/gdal_session.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>

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

constexpr std::size_t smallest_ring = 4;

/// Closed, as a geo::Ring is; some files leave the last vertex out.
geo::Ring ring_of(const OGRLinearRing& source)
{
    geo::Ring ring = points_of(source);
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());
    }
    return ring;
}

/// An empty outer ring where the source's has no area.
geo::Polygon to_polygon(const OGRPolygon& source)
{
    geo::Polygon polygon;
    const OGRLinearRing* outer = source.getExteriorRing();
    if (outer == nullptr || outer->getNumPoints() + 1 < static_cast<int>(smallest_ring)) {
        return polygon;
    }
    polygon.outer = ring_of(*outer);
    for (int i = 0; i < source.getNumInteriorRings(); ++i) {
        if (geo::Ring hole = ring_of(*source.getInteriorRing(i)); hole.size() >= smallest_ring) {
            polygon.holes.push_back(std::move(hole));
        }
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
        if (geo::LineString line = points_of(*source.toLineString()); line.size() > 1) {
            parts.lines.push_back(std::move(line));
        }
        break;
    case wkbPolygon:
        if (geo::Polygon polygon = to_polygon(*source.toPolygon()); !polygon.outer.empty()) {
            parts.polygons.push_back(std::move(polygon));
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

/// Also false for what is no number. A hair beyond the limits is rounding.
bool is_position(geo::LonLat at) noexcept
{
    return at.lon >= -180.001 && at.lon <= 180.001 && at.lat >= -90.001 && at.lat <= 90.001;
}

bool is_degrees(OGRLayer& source)
{
    OGREnvelope box;
    return source.GetExtent(&box, 1) != OGRERR_NONE ||
           (is_position({box.MinX, box.MinY}) && is_position({box.MaxX, box.MaxY}));
}

/// OGR's envelope of a geometry leaves NaN out, so it is looked for vertex by vertex.
bool is_on_earth(const geo::Geometry& geometry)
{
    const auto are_positions = [](const geo::LineString& line) {
        return std::all_of(line.begin(), line.end(), is_position);
    };
    if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
        return is_position(*at);
    }
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
        return std::all_of(lines->begin(), lines->end(), are_positions);
    }
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
        return std::all_of(polygons->begin(), polygons->end(), [&](const geo::Polygon& polygon) {
            return are_positions(polygon.outer) &&
                   std::all_of(polygon.holes.begin(), polygon.holes.end(), are_positions);
        });
    }
    return true;
}

std::size_t count_vertices(const geo::Geometry& geometry)
{
    std::size_t count = 0;
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
        for (const geo::LineString& line : *lines) {
            count += line.size();
        }
    } else if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
        for (const geo::Polygon& polygon : *polygons) {
            count += polygon.outer.size();
            for (const geo::Ring& hole : polygon.holes) {
                count += hole.size();
            }
        }
    }
    return count;
}

/// Reads one layer's features and brings them to WGS 84.
class Reader {
public:
    Reader(OGRLayer& source, const LayerOptions& options) : m_source(source), m_options(options) {}

    Result<ReadLayer> read()
    {
        if (Status status = prepare(); !status) {
            return status.error();
        }
        ReadLayer made;
        geo::Layer& layer = made.layer;
        layer.name = m_source.GetName();
        const OGRFeatureDefn& columns = *m_source.GetLayerDefn();
        for (int i = 0; i < columns.GetFieldCount(); ++i) {
            layer.fields.emplace_back(columns.GetFieldDefn(i)->GetNameRef());
        }
        const ErrorCapture capture;
        for (const auto& row : m_source) {
            auto feature = to_feature(*row);
            if (!feature) {
                return feature.error();
            }
            m_vertices += count_vertices(feature->geometry);
            if (layer.features.size() >= m_options.most_rows ||
                m_vertices > m_options.most_vertices) {
                return failure(ErrorCode::unsupported, "error.layer_too_large",
                               {{"rows", std::to_string(m_options.most_rows)},
                                {"vertices", std::to_string(m_options.most_vertices)}});
            }
            layer.features.push_back(std::move(*feature));
            made.numbers.push_back(row->GetFID());
        }
        if (capture.has_failure()) {
            // A damaged file ends early, and GDAL's rows just stop.
            return failure(ErrorCode::unreadable, "error.layer_unreadable",
                           {{"reason", capture.reason()}});
        }
        made.is_crs_missing = m_is_crs_missing;
        return made;
    }

private:
    Status prepare()
    {
        const OGRSpatialReference* crs = m_source.GetSpatialRef();
        OGRSpatialReference named;
        if (crs == nullptr && !m_options.crs.empty()) {
            if (named.SetFromUserInput(
                    m_options.crs.c_str(),
                    OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE) {
                return failure(ErrorCode::usage, "error.crs_unknown", {{"crs", m_options.crs}});
            }
            crs = &named;
        }
        if (crs == nullptr) {
            m_is_crs_missing = !m_options.takes_degrees && m_source.GetGeomType() != wkbNone;
            if (m_is_crs_missing || is_degrees(m_source)) {
                return ok();
            }
            return failure(ErrorCode::unsupported, "error.map_no_crs");
        }
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference own(*crs);
        own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (own.IsSame(&wgs84) == 0) {
            const ErrorCapture capture;
            m_transform.reset(OGRCreateCoordinateTransformation(&own, &wgs84));
            if (m_transform == nullptr) {
                return failure(ErrorCode::unsupported, "error.map_crs_unknown",
                               {{"reason", capture.reason()}});
            }
        }
        return ok();
    }

    [[nodiscard]] Error failure(ErrorCode code, const char* key,
                                std::vector<std::pair<std::string, std::string>> values = {}) const
    {
        values.emplace_back("layer", m_source.GetName());
        return Error{code, {key, std::move(values)}, {}};
    }

    Result<geo::Feature> to_feature(const OGRFeature& row)
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
        const bool is_placed =
            m_transform == nullptr || own->transform(m_transform.get()) == OGRERR_NONE;
        if (is_placed) {
            feature.geometry = to_geometry(*own);
        }
        if (!m_is_crs_missing && (!is_placed || !is_on_earth(feature.geometry))) {
            return failure(ErrorCode::invalid, "error.map_off_earth",
                           {{"row", std::to_string(row.GetFID())}});
        }
        return feature;
    }

    struct TransformDeleter {
        void operator()(OGRCoordinateTransformation* transform) const
        {
            OGRCoordinateTransformation::DestroyCT(transform);
        }
    };

    OGRLayer& m_source;
    const LayerOptions& m_options;
    std::size_t m_vertices = 0;
    bool m_is_crs_missing = false;
    std::unique_ptr<OGRCoordinateTransformation, TransformDeleter> m_transform;
};

} // namespace

Result<geo::Layer> read_layer(OGRLayer& source)
{
    const LayerOptions options;
    auto read = Reader(source, options).read();
    if (!read) {
        return read.error();
    }
    return std::move(read->layer);
}

Result<ReadLayer> read_layer(OGRLayer& source, const LayerOptions& options)
{
    return Reader(source, options).read();
}

} // namespace dostyk::gis
