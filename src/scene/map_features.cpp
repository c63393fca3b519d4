#include "scene/map_features.hpp"

#include "geo/geodesic.hpp"
#include "geo/mercator.hpp"
#include "geo/polygon_query.hpp"
#include "geo/simplify.hpp"
#include "scene/map_levels.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::scene {

namespace {

/// How much coarser than the drawn line the line of a name is: areas grow with the square.
constexpr double calmer = 60;

/// Corner cutting (Chaikin 1974): two points for each, at a quarter and three quarters.
std::vector<geo::WorldPoint> rounded(const std::vector<geo::WorldPoint>& line)
{
    std::vector<geo::WorldPoint> curve{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::WorldPoint& a = line[i - 1];
        const geo::WorldPoint& b = line[i];
        curve.push_back({a.x * 0.75 + b.x * 0.25, a.y * 0.75 + b.y * 0.25});
        curve.push_back({a.x * 0.25 + b.x * 0.75, a.y * 0.25 + b.y * 0.75});
    }
    curve.push_back(line.back());
    return curve;
}

NamedPoint read_point(const geo::Layer& layer, const geo::Feature& feature, geo::LonLat at)
{
    NamedPoint point;
    point.id = geo::text_at(layer, feature, "id");
    point.name = name_at(layer, feature);
    point.country = geo::text_at(layer, feature, "country");
    point.kind = geo::text_at(layer, feature, "kind");
    point.rank = static_cast<int>(geo::number_at(layer, feature, "rank", 3));
    point.population = geo::number_at(layer, feature, "population", 0);
    point.at = geo::to_world(at);
    point.note = geo::text_at(layer, feature, "iata");
    const double height_m = geo::number_at(layer, feature, "height_m", 0);
    if (height_m > 0) {
        point.note = std::to_string(std::lround(height_m));
    }
    return point;
}

} // namespace

Text4 name_at(const geo::Layer& layer, const geo::Feature& feature)
{
    Text4 name;
    for (const Language language : all_languages) {
        name[language] = geo::text_at(layer, feature, "name_" + std::string(code_of(language)));
    }
    return name;
}

std::vector<geo::WorldPoint> to_world(const geo::LineString& line)
{
    std::vector<geo::WorldPoint> points;
    points.reserve(line.size());
    for (const geo::LonLat& position : line) {
        points.push_back(geo::to_world(position));
    }
    return points;
}

geo::WorldBounds world_bounds_of(const geo::Geometry& geometry)
{
    const geo::LonLatBounds bounds = geo::bounds_of(geometry);
    geo::WorldBounds world;
    if (!bounds.is_empty()) {
        world.add(geo::to_world(bounds.min));
        world.add(geo::to_world(bounds.max));
    }
    return world;
}

std::vector<NamedPoint> read_points(const geo::Layer* layer)
{
    std::vector<NamedPoint> points;
    if (layer == nullptr) {
        return points;
    }
    for (const geo::Feature& feature : layer->features) {
        if (const auto* at = std::get_if<geo::LonLat>(&feature.geometry)) {
            points.push_back(read_point(*layer, feature, *at));
        }
    }
    return points;
}

std::vector<NamedArea> read_areas(const geo::Layer* layer)
{
    std::vector<NamedArea> areas;
    if (layer == nullptr) {
        return areas;
    }
    for (const geo::Feature& feature : layer->features) {
        const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry);
        NamedArea area;
        area.name = name_at(*layer, feature);
        if (polygons == nullptr || area.name.is_empty()) {
            continue;
        }
        area.id = geo::text_at(*layer, feature, "id");
        area.rank = static_cast<int>(geo::number_at(*layer, feature, "rank", 3));
        area.anchor = geo::to_world(geo::interior_point(*polygons));
        area.rooms = compute_name_rooms(*polygons);
        area.bounds = world_bounds_of(feature.geometry);
        area.area = geo::mercator_area(*polygons);
        areas.push_back(std::move(area));
    }
    return areas;
}

std::vector<geo::WorldPoint> compute_label_path(const NamedPath& path, int level)
{
    // The last level keeps every vertex; a name still wants a calm line.
    const double min_area = geo::min_area_at_zoom(sharp_zoom_of_level(level)) * calmer;
    const std::vector<geo::WorldPoint> line =
        to_world(geo::simplify(path.line, path.importance, min_area));
    return line.size() < 3 ? line : rounded(rounded(line));
}

std::vector<NamedPath> read_paths(const geo::Layer* layer, int max_rank)
{
    std::vector<NamedPath> paths;
    if (layer == nullptr) {
        return paths;
    }
    for (const geo::Feature& feature : layer->features) {
        const auto* lines = std::get_if<geo::MultiLineString>(&feature.geometry);
        NamedPath path;
        path.name = name_at(*layer, feature);
        path.rank = static_cast<int>(geo::number_at(*layer, feature, "rank", 3));
        if (lines == nullptr || path.name.is_empty() || path.rank > max_rank) {
            continue;
        }
        path.id = geo::text_at(*layer, feature, "id");
        path.kind = geo::text_at(*layer, feature, "kind");
        if (lines->empty()) {
            continue;
        }
        path.line = *std::max_element(lines->begin(), lines->end(),
                                      [](const geo::LineString& a, const geo::LineString& b) {
                                          return geo::length_km(a) < geo::length_km(b);
                                      });
        path.importance = geo::compute_importance(path.line);
        path.bounds = world_bounds_of(geo::Geometry{geo::MultiLineString{path.line}});
        paths.push_back(std::move(path));
    }
    return paths;
}

} // namespace dostyk::scene
