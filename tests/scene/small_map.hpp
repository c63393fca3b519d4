/// \file
/// Maps, styles and projects for the tests of this module.

#pragma once

#include "geo/layer.hpp"
#include "model/project.hpp"
#include "scene/compose.hpp"
#include "text/font_set.hpp"

#include <memory>
#include <string>

namespace dostyk::test {

/// Two countries of two units each, one neighbour to the east, a lake, a river and two towns.
///
/// KZ-1 and KZ-2 lie in the north, KG-1 and KG-2 in the south, from 60 to 80 degrees east; KZ-2 was
/// part of KZ-9 until 2022-06-08.
[[nodiscard]] std::shared_ptr<const geo::MapData> small_map();

/// maps/base.gpkg, read once.
[[nodiscard]] std::shared_ptr<const geo::MapData> base_map();
[[nodiscard]] std::shared_ptr<scene::MapScene> base_scene();

[[nodiscard]] scene::Style style(std::string_view name);
[[nodiscard]] text::FontSet& fonts();

/// An entity with a place, in the strict pack.
[[nodiscard]] model::Entity entity(std::string id, std::string kind, model::Place place);

/// A project of one entity for each kind of place: a point, a settlement, two areas, a border.
[[nodiscard]] std::shared_ptr<const model::Project> small_project();

[[nodiscard]] scene::ViewState view_of(double lon, double lat, double zoom);

} // namespace dostyk::test
