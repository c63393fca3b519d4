#include "scene/map_levels.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon_query.hpp"
#include "geo/simplify.hpp"
#include "scene/map_features.hpp"
#include "scene/mesh_fill.hpp"
#include "scene/mesh_line.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::scene {

namespace {

/// Lines that touch neither country are background: they are drawn this much coarser. [areas]
constexpr double foreign_coarseness = 12;
constexpr std::array<double, level_count> sharp_zooms{4, 4.5, 5, 5.5, 6, 7, 8, 9, 10};

/// The areas' centroid: where a country's name belongs when it lies inside.
geo::WorldPoint centroid_of(const geo::MultiPolygon& polygons)
{
    double area = 0;
    geo::WorldPoint sum;
    for (const geo::Polygon& polygon : polygons) {
        const std::vector<geo::WorldPoint> ring = to_world(polygon.outer);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double cross = ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
            area += cross;
            sum.x += (ring[i - 1].x + ring[i].x) * cross;
            sum.y += (ring[i - 1].y + ring[i].y) * cross;
        }
    }
    return {sum.x / (3 * area), sum.y / (3 * area)};
}

geo::WorldPoint anchor_of(const geo::MultiPolygon& polygons, bool is_country)
{
    if (is_country && !polygons.empty()) {
        const geo::WorldPoint centroid = centroid_of(polygons);
        if (geo::contains(polygons, geo::to_lon_lat(centroid))) {
            return centroid;
        }
    }
    return geo::to_world(geo::interior_point(polygons));
}

} // namespace

int level_of(double zoom) noexcept
{
    const auto sharp = std::upper_bound(sharp_zooms.begin(), sharp_zooms.end() - 1, zoom);
    return static_cast<int>(sharp - sharp_zooms.begin());
}

double sharp_zoom_of_level(int level) noexcept
{
    return sharp_zooms[static_cast<std::size_t>(level)];
}

double min_area_of_level(int level) noexcept
{
    // Beyond the last level the data itself is the limit: nothing is left out.
    return level + 1 < level_count ? geo::min_area_at_zoom(sharp_zoom_of_level(level)) : 0;
}

geo::WorldPoint mesh_origin() noexcept
{
    static const geo::WorldPoint origin = geo::to_world({67, 47});
    return origin;
}

bool is_valid_at(std::string_view valid_from, std::string_view valid_to,
                 std::string_view date) noexcept
{
    if (date.empty()) {
        return valid_to.empty();
    }
    return (valid_from.empty() || valid_from <= date) && (valid_to.empty() || date < valid_to);
}

bool is_within(const GroundFeature& feature, std::string_view code) noexcept
{
    return feature.iso == code || feature.country == code;
}

Division::Division(const geo::Layer* regions, const geo::Layer* countries, std::string_view date)
{
    if (regions != nullptr) {
        add_layer(*regions, false, date);
    }
    if (countries != nullptr) {
        add_layer(*countries, true, date);
    }
    m_topology = geo::build_topology(m_polygons);
    m_polygons.clear();
    m_polygons.shrink_to_fit();
    m_classes.reserve(m_topology.arcs.size());
    for (geo::Arc& arc : m_topology.arcs) {
        const bool is_foreign =
            std::all_of(arc.features.begin(), arc.features.end(),
                        [&](std::uint32_t feature) { return m_features[feature].is_neighbour; });
        if (is_foreign) {
            for (double& importance : arc.importance) {
                importance /= foreign_coarseness;
            }
        }
        if (arc.features.size() < 2) {
            m_classes.push_back(ArcClass::edge);
            continue;
        }
        const GroundFeature& a = m_features[arc.features[0]];
        const GroundFeature& b = m_features[arc.features[1]];
        if (a.is_neighbour && b.is_neighbour) {
            m_classes.push_back(ArcClass::neighbour);
        } else if (a.is_neighbour || b.is_neighbour) {
            m_classes.push_back(ArcClass::state);
        } else {
            m_classes.push_back(a.country == b.country ? ArcClass::region : ArcClass::common);
        }
    }
}

void Division::add_layer(const geo::Layer& layer, bool is_countries, std::string_view date)
{
    for (const geo::Feature& feature : layer.features) {
        const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry);
        if (polygons == nullptr || polygons->empty()) {
            continue;
        }
        GroundFeature ground;
        ground.iso = geo::text_at(layer, feature, "iso");
        ground.is_neighbour = geo::number_at(layer, feature, "neighbour", 0) > 0;
        if (!is_countries && !is_valid_at(geo::text_at(layer, feature, "valid_from"),
                                          geo::text_at(layer, feature, "valid_to"), date)) {
            continue;
        }
        ground.country = is_countries ? ground.iso : ground.iso.substr(0, 2);
        ground.kind = is_countries ? "country" : geo::text_at(layer, feature, "kind");
        ground.name = name_at(layer, feature);
        ground.anchor = anchor_of(*polygons, is_countries);
        ground.bounds = world_bounds_of(feature.geometry);
        if (!ground.is_neighbour) {
            ground.rooms = compute_name_rooms(*polygons);
        }
        const double lon = geo::number_at(layer, feature, "centre_lon", 0);
        const double lat = geo::number_at(layer, feature, "centre_lat", 0);
        if (lon > 0 && lat > 0) { // Both countries lie north-east of zero.
            ground.centre = geo::to_world(geo::LonLat{lon, lat});
        }
        m_features.push_back(std::move(ground));
        m_polygons.push_back(*polygons);
    }
}

ArcClass Division::class_of(std::int32_t arc) const
{
    return m_classes[static_cast<std::size_t>(arc)];
}

bool Division::is_between(std::int32_t arc, std::string_view a, std::string_view b) const
{
    const auto& sides = m_topology.arcs[static_cast<std::size_t>(arc)].features;
    if (sides.size() < 2) {
        return false;
    }
    const GroundFeature& one = m_features[sides[0]];
    const GroundFeature& other = m_features[sides[1]];
    return (is_within(one, a) && is_within(other, b)) || (is_within(one, b) && is_within(other, a));
}

bool Division::is_outline(std::int32_t arc, std::string_view code) const
{
    const auto& sides = m_topology.arcs[static_cast<std::size_t>(arc)].features;
    const auto inside = std::count_if(sides.begin(), sides.end(), [&](std::uint32_t feature) {
        return is_within(m_features[feature], code);
    });
    return inside == 1;
}

const std::shared_ptr<const FillMesh>& Division::fill(int level)
{
    return m_fills[static_cast<std::size_t>(level)].get([&] {
        FillMeshBuilder builder(mesh_origin());
        for (std::size_t i = 0; i < m_features.size(); ++i) {
            builder.add(
                geo::triangulate(geo::simplified_feature(m_topology, i, min_area_of_level(level))),
                static_cast<std::int32_t>(i));
        }
        return std::make_shared<const FillMesh>(builder.finish());
    });
}

const std::shared_ptr<const LineMesh>& Division::borders(int level)
{
    return m_borders[static_cast<std::size_t>(level)].get([&] {
        LineMeshBuilder builder(mesh_origin());
        for (std::size_t i = 0; i < m_topology.arcs.size(); ++i) {
            const geo::Arc& arc = m_topology.arcs[i];
            builder.add(
                to_world(geo::simplify(arc.points, arc.importance, min_area_of_level(level))),
                static_cast<std::int32_t>(i));
        }
        return std::make_shared<const LineMesh>(builder.finish());
    });
}

} // namespace dostyk::scene
