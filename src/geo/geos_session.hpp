/// \file
/// GEOS's C interface with owners, and geometry in and out of it.

#pragma once

#include "geo/layer.hpp"

#include <memory>
#include <string>

#include <geos_c.h>

namespace dostyk::geo {

struct GeosDeleter {
    GEOSContextHandle_t context = nullptr;

    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    void operator()(const GEOSPreparedGeometry* geometry) const
    {
        GEOSPreparedGeom_destroy_r(context, geometry);
    }
};

using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosDeleter>;
using GeosPrepared = std::unique_ptr<const GEOSPreparedGeometry, GeosDeleter>;

/// A context of GEOS; not shared between threads. Null geometries are failures, see reason().
class GeosSession {
public:
    GeosSession();
    ~GeosSession();
    GeosSession(const GeosSession&) = delete;
    GeosSession& operator=(const GeosSession&) = delete;

    [[nodiscard]] GEOSContextHandle_t context() const noexcept { return m_context; }
    [[nodiscard]] GeosGeometry own(GEOSGeometry* geometry) const
    {
        return {geometry, GeosDeleter{m_context}};
    }
    [[nodiscard]] const std::string& reason() const noexcept { return m_reason; }

    [[nodiscard]] GeosGeometry to_geos(const MultiPolygon& polygons) const;
    [[nodiscard]] GeosGeometry to_geos(LonLat at) const;
    /// Polygons of a geometry, lines and points in it left out.
    [[nodiscard]] MultiPolygon to_polygons(const GEOSGeometry& geometry) const;

    /// Takes the parts over. \pre no part is null
    [[nodiscard]] GeosGeometry collect(std::vector<GeosGeometry> parts, GEOSGeomTypes type) const;

private:
    GEOSContextHandle_t m_context;
    std::string m_reason;
};

} // namespace dostyk::geo
