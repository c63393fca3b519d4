#include "geo/coverage.hpp"

#include "geo/geos_session.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

namespace dostyk::geo {

namespace {

constexpr double grid_deg = 1e-7;

/// A piece of ground between borders, and whose it is.
struct Face {
    GeosGeometry geometry;
    Polygon polygon;
    int feature = -1; ///< -1 = nobody's
};

using Edge = std::pair<LonLat, LonLat>;

template <typename Visit>
void for_each_edge(const Polygon& polygon, Visit visit)
{
    const auto walk = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            visit(std::minmax(ring[i - 1], ring[i]));
        }
    };
    walk(polygon.outer);
    std::for_each(polygon.holes.begin(), polygon.holes.end(), walk);
}

/// Flat lengths about a latitude, good to a part in a thousand at the width of a seam. [m]
double edge_length_m(const Edge& edge) noexcept
{
    constexpr double degree_m = 111'320;
    const double shrink = std::cos(edge.first.lat * std::numbers::pi / 180);
    return degree_m * std::hypot((edge.second.lon - edge.first.lon) * shrink,
                                 edge.second.lat - edge.first.lat);
}

class Cleaner {
public:
    explicit Cleaner(std::span<const MultiPolygon> features) : m_features(features) {}

    Result<std::vector<MultiPolygon>> run()
    {
        if (!repair() || !cut() || !assign()) {
            return failure();
        }
        fill_seams();
        std::vector<MultiPolygon> cleaned(m_features.size());
        for (std::size_t i = 0; i < cleaned.size(); ++i) {
            auto polygons = dissolved(static_cast<int>(i));
            if (!polygons) {
                return failure();
            }
            cleaned[i] = std::move(*polygons);
        }
        return cleaned;
    }

private:
    [[nodiscard]] GEOSContextHandle_t context() const noexcept { return m_geos.context(); }

    [[nodiscard]] Error failure() const
    {
        return Error{
            ErrorCode::invalid, {"error.coverage_failed", {{"reason", m_geos.reason()}}}, {}};
    }

    bool repair()
    {
        for (const MultiPolygon& feature : m_features) {
            const GeosGeometry raw = m_geos.to_geos(feature);
            const GeosGeometry valid =
                m_geos.own(raw ? GEOSMakeValid_r(context(), raw.get()) : nullptr);
            // Lines and points that a repair leaves over are no ground.
            const GeosGeometry ground =
                valid ? m_geos.to_geos(m_geos.to_polygons(*valid)) : nullptr;
            m_repaired.push_back(m_geos.own(
                ground ? GEOSGeom_setPrecision_r(context(), ground.get(), grid_deg, 0) : nullptr));
            if (m_repaired.back() == nullptr) {
                return false;
            }
            double area = 0;
            GEOSArea_r(context(), m_repaired.back().get(), &area);
            m_areas.push_back(area);
        }
        return true;
    }

    /// All borders as one set of lines that meet only at their ends, and the faces between them.
    bool cut()
    {
        std::vector<GeosGeometry> borders;
        for (const GeosGeometry& feature : m_repaired) {
            borders.push_back(m_geos.own(GEOSBoundary_r(context(), feature.get())));
            if (borders.back() == nullptr) {
                return false;
            }
        }
        const GeosGeometry all = m_geos.collect(std::move(borders), GEOS_GEOMETRYCOLLECTION);
        const GeosGeometry noded =
            m_geos.own(all ? GEOSUnaryUnionPrec_r(context(), all.get(), grid_deg) : nullptr);
        const GEOSGeometry* lines = noded.get();
        const GeosGeometry faces =
            m_geos.own(noded ? GEOSPolygonize_r(context(), &lines, 1) : nullptr);
        if (faces == nullptr) {
            return false;
        }
        for (int i = 0; i < GEOSGetNumGeometries_r(context(), faces.get()); ++i) {
            Face face;
            face.geometry = m_geos.own(
                GEOSGeom_clone_r(context(), GEOSGetGeometryN_r(context(), faces.get(), i)));
            face.polygon = m_geos.to_polygons(*face.geometry).at(0);
            m_faces.push_back(std::move(face));
        }
        return true;
    }

    bool assign()
    {
        std::vector<GeosPrepared> prepared;
        for (const GeosGeometry& feature : m_repaired) {
            prepared.emplace_back(GEOSPrepare_r(context(), feature.get()), GeosDeleter{context()});
        }
        for (Face& face : m_faces) {
            const GeosGeometry inside =
                m_geos.own(GEOSPointOnSurface_r(context(), face.geometry.get()));
            if (inside == nullptr) {
                return false;
            }
            for (std::size_t i = 0; i < prepared.size(); ++i) {
                if (GEOSPreparedIntersects_r(context(), prepared[i].get(), inside.get()) == 1 &&
                    (face.feature < 0 ||
                     m_areas[i] < m_areas[static_cast<std::size_t>(face.feature)])) {
                    face.feature = static_cast<int>(i);
                }
            }
        }
        return true;
    }

    void fill_seams()
    {
        std::map<Edge, std::vector<std::size_t>> faces_at;
        for (std::size_t i = 0; i < m_faces.size(); ++i) {
            for_each_edge(m_faces[i].polygon,
                          [&](const Edge& edge) { faces_at[edge].push_back(i); });
        }
        // A seam may touch a feature only through another seam: go on until nothing changes.
        for (bool has_changed = true; has_changed;) {
            has_changed = false;
            for (std::size_t i = 0; i < m_faces.size(); ++i) {
                if (m_faces[i].feature < 0) {
                    m_faces[i].feature = neighbour_of_seam(i, faces_at);
                    has_changed = has_changed || m_faces[i].feature >= 0;
                }
            }
        }
    }

    /// The feature that a seam touches most, -1 when the face is no seam.
    [[nodiscard]] int
    neighbour_of_seam(std::size_t face,
                      const std::map<Edge, std::vector<std::size_t>>& faces_at) const
    {
        std::map<int, double> touched_m;
        double perimeter_m = 0;
        for_each_edge(m_faces[face].polygon, [&](const Edge& edge) {
            const double length_m = edge_length_m(edge);
            perimeter_m += length_m;
            for (const std::size_t other : faces_at.at(edge)) {
                if (m_faces[other].feature >= 0) {
                    touched_m[m_faces[other].feature] += length_m;
                }
            }
        });
        constexpr double widest_seam_m = 1000;
        const bool is_seam =
            touched_m.size() > 1 && 2 * area_m2(m_faces[face]) / perimeter_m < widest_seam_m;
        if (!is_seam) {
            return -1;
        }
        return std::max_element(touched_m.begin(), touched_m.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }

    [[nodiscard]] double area_m2(const Face& face) const
    {
        constexpr double degree_m = 111'320;
        double area = 0;
        GEOSArea_r(context(), face.geometry.get(), &area);
        return area * degree_m * degree_m *
               std::cos(face.polygon.outer.front().lat * std::numbers::pi / 180);
    }

    /// The feature's faces without the lines between them; the vertices of its border all stay.
    [[nodiscard]] std::optional<MultiPolygon> dissolved(int feature)
    {
        std::vector<GeosGeometry> parts;
        for (Face& face : m_faces) {
            if (face.feature == feature) {
                parts.push_back(std::move(face.geometry));
            }
        }
        const GeosGeometry all = m_geos.collect(std::move(parts), GEOS_GEOMETRYCOLLECTION);
        const GeosGeometry whole =
            m_geos.own(all ? GEOSCoverageUnion_r(context(), all.get()) : nullptr);
        return whole ? std::optional(m_geos.to_polygons(*whole)) : std::nullopt;
    }

    GeosSession m_geos; ///< First: it outlives what it made.
    std::span<const MultiPolygon> m_features;
    std::vector<GeosGeometry> m_repaired; ///< (features)
    std::vector<double> m_areas;          ///< (features) [deg²]
    std::vector<Face> m_faces;
};

} // namespace

Result<std::vector<MultiPolygon>> clean_coverage(std::span<const MultiPolygon> features)
{
    return Cleaner(features).run();
}

} // namespace dostyk::geo
