/// \file
/// What a mode's map shows, row by row: panels draw it, and `render --legend` puts it into the
/// frame.

#pragma once

#include "scene/compose.hpp"
#include "scene/layer_classes.hpp"

#include <string>
#include <variant>
#include <vector>

namespace dostyk::scene {

/// A swatch of stripes or of a plain colour.
struct LegendArea {
    Color color;
    bool is_hatched = false;
};

enum class LegendGroup { objects, places, own, base };

/// One row: a sign and what it means.
struct LegendRow {
    std::variant<SymbolStyle, LineStyle, LegendArea> sign;
    bool is_hollow = false; ///< A symbol whose position is approximate.
    bool has_arrow = false;
    std::string key; ///< Message of the text; empty = `text`
    LegendGroup group = LegendGroup::base;
    std::size_t count = 0; ///< Entities that are shown so; 0 = not counted.
    std::string text = {}; ///< In words of the data's, which have no message
};

/// "12 – 40", or the value: what a class holds.
[[nodiscard]] std::string class_text(const Classification& classified, const LayerClass& of,
                                     Language language);

/// Rows of one of the project's own layers: its classes, or its one look.
///
/// \param content  Null = it is not drawn and has no rows.
void add_layer_rows(std::vector<LegendRow>& rows, const model::UserLayer& layer,
                    const LayerContent* content, const ViewState& view, const Style& style);

/// Rows for what the mode draws of the project on the layers that are shown, in the order of the
/// groups; a sign that is nowhere on the map has no row.
///
/// \param project  May be null: then the base map's rows alone.
[[nodiscard]] std::vector<LegendRow> make_legend(const model::Project* project,
                                                 const ViewState& view, const Style& style);

/// Draw the legend into the lower left corner of a frame, over a plate of its own.
void add_legend(Frame& frame, const std::vector<LegendRow>& rows, const ViewState& view,
                const Style& style, text::FontSet& fonts);

} // namespace dostyk::scene
