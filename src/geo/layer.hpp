/// \file
/// Layers of features, as values.

#pragma once

#include "geo/coordinates.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dostyk::geo {

using LineString = std::vector<LonLat>;
using Ring = std::vector<LonLat>; ///< Closed: the first vertex is repeated at the end.

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};

using MultiLineString = std::vector<LineString>;
using MultiPolygon = std::vector<Polygon>;

/// A point, lines or polygons; monostate = a row without geometry.
using Geometry = std::variant<std::monostate, LonLat, MultiLineString, MultiPolygon>;

/// An attribute; monostate = null.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Feature {
    Geometry geometry;
    std::vector<Value> attributes; ///< (fields)
};

/// One table of features, coordinates in WGS 84. [deg]
struct Layer {
    std::string name;
    std::vector<std::string> fields;
    std::vector<Feature> features;

    /// Position of a field, -1 when there is none.
    [[nodiscard]] int find_field(std::string_view field) const noexcept;
};

/// The attribute as text; empty when null or when there is no such field.
[[nodiscard]] std::string text_at(const Layer& layer, const Feature& feature,
                                  std::string_view field);

/// The attribute as a number; `otherwise` when null, not a number or no such field.
[[nodiscard]] double number_at(const Layer& layer, const Feature& feature, std::string_view field,
                               double otherwise);

[[nodiscard]] LonLatBounds bounds_of(const Geometry& geometry);

/// Grey or coloured picture with its place in the world.
struct Raster {
    int width = 0;
    int height = 0;
    int bands = 0;
    WorldBounds bounds;
    std::vector<std::uint8_t> pixels; ///< (height, width, bands), north first
};

/// Everything that a map file holds.
struct MapData {
    std::vector<Layer> layers;
    Raster relief; ///< width 0 = none

    [[nodiscard]] const Layer* find_layer(std::string_view name) const noexcept;
};

} // namespace dostyk::geo
