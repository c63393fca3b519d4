/// \file
/// Rows of the base map as the scene uses them: names, ranks and places, without the geometry.

#pragma once

#include "core/text4.hpp"
#include "geo/layer.hpp"
#include "scene/name_rooms.hpp"

#include <string>
#include <vector>

namespace dostyk::scene {

/// A row with a name at a place.
struct NamedPoint {
    std::string id;
    Text4 name;
    std::string country;
    std::string kind;
    int rank = 0;
    double population = 0; ///< 0 = not known
    geo::WorldPoint at;
    std::string note; ///< A height, an IATA code: goes after the name.
};

/// A lake with its name.
struct NamedArea {
    std::string id;
    Text4 name;
    int rank = 0;
    geo::WorldPoint anchor;
    std::vector<NameRoom> rooms;
    geo::WorldBounds bounds;
    double area = 0; ///< [world units²]
};

/// A river or range with its name and the lines that the name may follow.
struct NamedPath {
    std::string id;
    Text4 name;
    std::string kind;
    int rank = 0;
    geo::LineString line;           ///< The longest of its lines.
    std::vector<double> importance; ///< (line)
    geo::WorldBounds bounds;
};

[[nodiscard]] Text4 name_at(const geo::Layer& layer, const geo::Feature& feature);
[[nodiscard]] std::vector<NamedPoint> read_points(const geo::Layer* layer);
[[nodiscard]] std::vector<NamedArea> read_areas(const geo::Layer* layer);

/// A calm line for the letters of a name at a level of detail: fewer corners, then rounded.
[[nodiscard]] std::vector<geo::WorldPoint> compute_label_path(const NamedPath& path, int level);

/// Named features alone; of rank `max_rank` at most.
[[nodiscard]] std::vector<NamedPath> read_paths(const geo::Layer* layer, int max_rank);

[[nodiscard]] std::vector<geo::WorldPoint> to_world(const geo::LineString& line);
[[nodiscard]] geo::WorldBounds world_bounds_of(const geo::Geometry& geometry);

} // namespace dostyk::scene
