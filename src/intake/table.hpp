/// \file
/// What a foreign file gave: tables, as values, with nothing left of the file itself.

#pragma once

#include "geo/layer.hpp"
#include "gis/foreign_file.hpp"

#include <string>
#include <vector>

namespace dostyk::intake {

/// Rows of cells (text, number, nothing) and their geometry; the first row may still be the
/// headings, see headings.hpp.
using Table = gis::Table;

/// How safely a file was read.
struct Confinement {
    bool has_files = false;  ///< Landlock: it could open no other file
    bool has_calls = false;  ///< seccomp: no network, no other program
    bool has_limits = false; ///< of memory and time

    [[nodiscard]] bool is_whole() const noexcept { return has_files && has_calls && has_limits; }
    friend bool operator==(const Confinement&, const Confinement&) = default;
};

/// The formats that can be read, by what the file is called and how it begins.
/// Of them `schedule` is the XML of frab and pretalx; their JSON is told from GeoJSON by its
/// content.
enum class Format {
    csv,
    xlsx,
    ods,
    geojson,
    kml,
    gpx,
    gpkg,
    shapefile,
    flatgeobuf,
    ics,
    schedule,
    geotiff
};

} // namespace dostyk::intake
