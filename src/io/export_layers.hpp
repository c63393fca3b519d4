/// \file
/// A project as tables of features: what every export but the interchange form is made of.

#pragma once

#include "geo/layer.hpp"
#include "io/export_scope.hpp"
#include "model/value_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::io {

/// One layer for each kind that has entities, named as the kind. Columns: kind, id, then the fields
/// of the kind in the order of the schema, as far as any entity has them, then `sources`.
///
/// Geometry is what a source locates; an area, a border, a corridor or a link has none, so that
/// nothing becomes a point that is not one.
[[nodiscard]] std::vector<geo::Layer> layers_of(const model::Project& project,
                                                const ExportScope& scope,
                                                const model::UnitNames& unit_names);

/// All layers as one: the columns of all, each row where it has none empty.
[[nodiscard]] geo::Layer joined(const std::vector<geo::Layer>& layers);

/// The same table with headings that people read, of messages "field.<column>" and
/// "column.<column>".
[[nodiscard]] geo::Layer with_headings(geo::Layer layer, Language language);

/// Parts of a list in one cell: "a; b"; as a JSON array where a part would be mistaken.
[[nodiscard]] std::string list_text(const std::vector<std::string>& parts);
/// The inverse of list_text().
[[nodiscard]] std::vector<std::string> parts_of_list(std::string_view cell);

} // namespace dostyk::io
