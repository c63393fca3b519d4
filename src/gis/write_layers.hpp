/// \file
/// Several layers as one GeoPackage, with the styles that a GIS shows them in.

#pragma once

#include "core/files.hpp"
#include "core/result.hpp"
#include "geo/layer.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace dostyk::gis {

/// How QGIS draws a layer: a row of the table `layer_styles`, which it reads on opening.
struct LayerStyle {
    std::string layer;
    std::string name;
    std::string qml;
};

/// Write layers as a GeoPackage, replacing the file atomically. A layer of one kind of geometry has
/// its type; rows without geometry stay rows.
[[nodiscard]] Status write_layers(std::span<const geo::Layer> layers,
                                  std::span<const LayerStyle> styles,
                                  const std::filesystem::path& path, FileAccess access);

} // namespace dostyk::gis
