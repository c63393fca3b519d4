/// \file
/// How QGIS draws an exported layer: its own style format, QML.

#pragma once

#include <string>
#include <string_view>

namespace dostyk::io {

/// A circle with a rim, in the colour of the kind, labelled by a column.
///
/// \param fill, outline  "#RRGGBB"
/// \param label_column   Empty = without labels.
[[nodiscard]] std::string qgis_style(std::string_view fill, std::string_view outline,
                                     std::string_view label_column);

} // namespace dostyk::io
