#include "geo/geos_session.hpp"

#include <utility>

namespace dostyk::geo {

namespace {

void keep_reason(const char* message, void* reason)
{
    *static_cast<std::string*>(reason) = message;
}

/// LonLat is two doubles in GEOS's order, so that a line is copied at once.
static_assert(sizeof(LonLat) == 2 * sizeof(double));

GEOSGeometry* ring_of(GEOSContextHandle_t context, const Ring& ring)
{
    auto* points = GEOSCoordSeq_copyFromBuffer_r(
        context, &ring.front().lon, static_cast<unsigned>(ring.size()), /*hasZ=*/0, /*hasM=*/0);
    return GEOSGeom_createLinearRing_r(context, points);
}

Ring ring_from(GEOSContextHandle_t context, const GEOSGeometry* ring)
{
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context, ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(context, points, &size);
    Ring line(size);
    if (size > 0) {
        GEOSCoordSeq_copyToBuffer_r(context, points, &line.front().lon, /*hasZ=*/0, /*hasM=*/0);
    }
    return line;
}

} // namespace

GeosSession::GeosSession() : m_context(GEOS_init_r())
{
    GEOSContext_setErrorMessageHandler_r(m_context, keep_reason, &m_reason);
}

GeosSession::~GeosSession()
{
    GEOS_finish_r(m_context);
}

GeosGeometry GeosSession::to_geos(const MultiPolygon& polygons) const
{
    constexpr std::size_t smallest_ring = 4;
    std::vector<GeosGeometry> parts;
    for (const Polygon& polygon : polygons) {
        if (polygon.outer.size() < smallest_ring) {
            continue;
        }
        std::vector<GEOSGeometry*> holes;
        for (const Ring& hole : polygon.holes) {
            if (hole.size() >= smallest_ring) {
                holes.push_back(ring_of(m_context, hole));
            }
        }
        GeosGeometry part =
            own(GEOSGeom_createPolygon_r(m_context, ring_of(m_context, polygon.outer), holes.data(),
                                         static_cast<unsigned>(holes.size())));
        if (part == nullptr) {
            return part; // a ring that is not closed
        }
        parts.push_back(std::move(part));
    }
    return collect(std::move(parts), GEOS_MULTIPOLYGON);
}

GeosGeometry GeosSession::to_geos(LonLat at) const
{
    return own(GEOSGeom_createPointFromXY_r(m_context, at.lon, at.lat));
}

MultiPolygon GeosSession::to_polygons(const GEOSGeometry& geometry) const
{
    MultiPolygon polygons;
    const int type = GEOSGeomTypeId_r(m_context, &geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(m_context, &geometry) != 0) {
            return polygons;
        }
        Polygon polygon;
        polygon.outer = ring_from(m_context, GEOSGetExteriorRing_r(m_context, &geometry));
        for (int i = 0; i < GEOSGetNumInteriorRings_r(m_context, &geometry); ++i) {
            polygon.holes.push_back(
                ring_from(m_context, GEOSGetInteriorRingN_r(m_context, &geometry, i)));
        }
        polygons.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(m_context, &geometry); ++i) {
            MultiPolygon part = to_polygons(*GEOSGetGeometryN_r(m_context, &geometry, i));
            std::move(part.begin(), part.end(), std::back_inserter(polygons));
        }
    }
    return polygons;
}

GeosGeometry GeosSession::collect(std::vector<GeosGeometry> parts, GEOSGeomTypes type) const
{
    std::vector<GEOSGeometry*> raw;
    for (GeosGeometry& part : parts) {
        raw.push_back(part.release());
    }
    return own(GEOSGeom_createCollection_r(m_context, type, raw.data(),
                                           static_cast<unsigned>(raw.size())));
}

} // namespace dostyk::geo
