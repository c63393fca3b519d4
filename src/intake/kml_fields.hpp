/// \file
/// Custom fields of KML: GDAL's reader gives name, description and shape of a placemark alone.

#pragma once

#include "intake/table.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::intake {

/// What a placemark says beside its shape.
struct KmlPlacemark {
    std::string name;
    bool has_shape = false; ///< Without one GDAL makes no row of it.
    std::vector<std::pair<std::string, std::string>> fields; ///< Data and SimpleData, in order
};

/// The placemarks of each Document and Folder, which GDAL makes a table of each.
using KmlContainers = std::vector<std::vector<KmlPlacemark>>;

/// Reads XML a piece after the other. Of text that is no XML nothing is kept.
[[nodiscard]] KmlContainers read_kml_containers(std::string_view xml);

/// Add the custom fields of a file as columns of text.
///
/// A table is recognised by the names of its rows, all of them and in their order; one that is not
/// is left as it is. What would be more columns than `most_columns` is left out.
void add_kml_fields(const KmlContainers& containers, std::size_t most_columns,
                    std::vector<Table>& tables);

/// The same, from the file. It has been judged: it declares no entities and is not too large.
void add_kml_fields(const std::filesystem::path& file, std::size_t most_columns,
                    std::vector<Table>& tables);

} // namespace dostyk::intake
