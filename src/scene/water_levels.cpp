#include "scene/water_levels.hpp"

#include "geo/polygon_query.hpp"
#include "geo/simplify.hpp"
#include "geo/triangulate.hpp"
#include "scene/map_features.hpp"
#include "scene/mesh_fill.hpp"
#include "scene/mesh_line.hpp"

#include <utility>

namespace dostyk::scene {

namespace {

/// A lake smaller than this many times the level's smallest triangle is a speck. [px²]
constexpr double speck = 200;
/// Shores, rivers and roads wind more than borders and say less: they are drawn this much coarser.
/// [areas]
constexpr double calm_river = 4;
constexpr double calm_road = 2;
constexpr double calmer = 8;
/// The small zooms show the most of them at once.
constexpr double calmest = 14;

double min_area_of(int level) noexcept
{
    return min_area_of_level(level) * (sharp_zoom_of_level(level) <= 6 ? calmest : calmer);
}

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(';', start), text.size());
        if (end > start) {
            parts.push_back(text.substr(start, end - start));
        }
        start = end + 1;
    }
    return parts;
}

/// "road.international" and the like from the words of the base map.
std::string line_style(std::string_view style, const geo::Layer& layer, const geo::Feature& feature)
{
    const std::string status = geo::text_at(layer, feature, "status");
    const bool is_planned = status == "planned";
    if (style != "road") {
        return std::string(style) + (is_planned && style == "railway" ? ".planned" : "");
    }
    if (is_planned) {
        return "road.planned";
    }
    const std::string word = geo::text_at(layer, feature, "class");
    if (word == "international" || word == "motorway" || word == "trunk") {
        return "road.international";
    }
    return word == "local" || word == "regional" ? "road.local" : "road.main";
}

} // namespace

LakeLevels::Ring LakeLevels::make_ring(const geo::Ring& ring)
{
    return {ring, geo::compute_importance(ring)};
}

LakeLevels::LakeLevels(const geo::Layer* layer)
{
    if (layer == nullptr) {
        return;
    }
    for (const geo::Feature& feature : layer->features) {
        const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry);
        Lake lake;
        if (polygons != nullptr) {
            lake.area = geo::mercator_area(*polygons);
            for (const geo::Polygon& polygon : *polygons) {
                std::vector<Ring> rings{make_ring(polygon.outer)};
                for (const geo::Ring& hole : polygon.holes) {
                    rings.push_back(make_ring(hole));
                }
                lake.polygons.push_back(std::move(rings));
            }
        }
        m_lakes.push_back(std::move(lake));
    }
}

const LakeLevels::Level& LakeLevels::level(int level)
{
    return m_levels[static_cast<std::size_t>(level)].get([&] { return cook(level); });
}

LakeLevels::Level LakeLevels::cook(int level) const
{
    const double min_area = min_area_of(level);
    FillMeshBuilder fill(mesh_origin());
    LineMeshBuilder shore(mesh_origin());
    for (std::size_t i = 0; i < m_lakes.size(); ++i) {
        const Lake& lake = m_lakes[i];
        if (lake.area < speck * min_area_of_level(level)) {
            continue;
        }
        geo::MultiPolygon simplified;
        for (const auto& rings : lake.polygons) {
            geo::Polygon polygon;
            polygon.outer = geo::simplify(rings[0].points, rings[0].importance, min_area);
            shore.add(to_world(polygon.outer), static_cast<std::int32_t>(i));
            for (std::size_t hole = 1; hole < rings.size(); ++hole) {
                polygon.holes.push_back(
                    geo::simplify(rings[hole].points, rings[hole].importance, min_area));
                shore.add(to_world(polygon.holes.back()), static_cast<std::int32_t>(i));
            }
            simplified.push_back(std::move(polygon));
        }
        fill.add(geo::triangulate(simplified), static_cast<std::int32_t>(i));
    }
    return {std::make_shared<const FillMesh>(fill.finish()),
            std::make_shared<const LineMesh>(shore.finish())};
}

LineLevels::LineLevels(const geo::Layer* layer, std::string_view style)
: m_calm(style == "river" ? calm_river : calm_road)
{
    if (layer == nullptr) {
        return;
    }
    for (const geo::Feature& feature : layer->features) {
        m_features.push_back({geo::text_at(*layer, feature, "id"),
                              line_style(style, *layer, feature),
                              static_cast<int>(geo::number_at(*layer, feature, "rank", 3)),
                              split(geo::text_at(*layer, feature, "corridor"))});
        const auto* lines = std::get_if<geo::MultiLineString>(&feature.geometry);
        if (lines == nullptr) {
            continue;
        }
        for (const geo::LineString& line : *lines) {
            m_lines.push_back({line, geo::compute_importance(line),
                               static_cast<std::int32_t>(m_features.size() - 1)});
        }
    }
}

const std::shared_ptr<const LineMesh>& LineLevels::level(int level)
{
    return m_levels[static_cast<std::size_t>(level)].get([&] {
        LineMeshBuilder builder(mesh_origin());
        const double min_area = min_area_of_level(level) * m_calm;
        for (const Line& line : m_lines) {
            builder.add(to_world(geo::simplify(line.points, line.importance, min_area)),
                        line.feature);
        }
        return std::make_shared<const LineMesh>(builder.finish());
    });
}

} // namespace dostyk::scene
