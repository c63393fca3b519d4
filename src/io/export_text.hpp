/// \file
/// Exports that are text: CSV, GeoJSON, KML. All strings UTF-8.

#pragma once

#include "core/language.hpp"
#include "geo/layer.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace dostyk::io {

/// What a format could not take as it stood: told with its count, never passed over.
struct ExportNotes {
    std::size_t escaped = 0;  ///< Cells with an apostrophe before what a spreadsheet would compute
    std::size_t replaced = 0; ///< Characters that the format cannot hold, now U+FFFD
    std::size_t cut = 0;      ///< Texts longer than a cell may be
    std::size_t undated = 0;  ///< Items without a day, which a calendar cannot place
};

enum class CsvSafety {
    safe, ///< With a byte order mark, so that spreadsheets know the letters; formulas escaped
    raw,  ///< Every text to the byte
};

/// RFC 4180: commas, CRLF, a row of headings; numbers in their shortest form.
[[nodiscard]] std::string to_csv(const geo::Layer& layer, CsvSafety safety, ExportNotes& notes);

/// True for a text that a spreadsheet would compute, apostrophes before it or not.
[[nodiscard]] bool is_formula_like(std::string_view cell) noexcept;
/// A cell of a safe CSV as it was: one apostrophe less where is_formula_like(). An import calls it;
/// for every text, without_guard() of what to_csv() wrote is the text.
[[nodiscard]] std::string without_guard(std::string_view cell);

/// One FeatureCollection of RFC 7946: WGS 84, outer rings counter-clockwise. A feature whose place
/// no source locates has a null geometry.
[[nodiscard]] std::string to_geojson(std::span<const geo::Layer> layers);

/// KML 2.2: a folder for each layer; a feature's name is its column "name" or the one of the
/// language; dates become time stamps and time spans. What has no point is in the file, unplaced.
///
/// \param layers  What is shown.
/// \param data    The same rows with their dates as data.
[[nodiscard]] std::string to_kml(std::span<const geo::Layer> layers,
                                 std::span<const geo::Layer> data, std::string_view title,
                                 Language language, ExportNotes& notes);

/// A text without what XML 1.0 has no way to write: control characters become U+FFFD, counted.
[[nodiscard]] std::string xml_text(std::string_view text, std::size_t& replaced);

} // namespace dostyk::io
