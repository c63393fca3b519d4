/// \file
/// What MapScene keeps: seen by the composing files of this module alone.

#pragma once

#include "scene/compose.hpp"
#include "scene/map_features.hpp"
#include "scene/map_levels.hpp"
#include "scene/water_levels.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::scene {

struct MapScene::State {
    explicit State(std::shared_ptr<const geo::MapData> data);

    /// The units at a date: cooked once for each set of them. Empty = the current ones.
    Division& division_at(std::string_view date);
    /// The two countries and their neighbours.
    Division& countries();

    std::shared_ptr<const geo::MapData> map;

    LakeLevels lakes;
    LineLevels rivers, roads, railways;
    std::vector<NamedPoint> places, airports, peaks;
    std::vector<NamedArea> lake_names;
    std::vector<NamedPath> river_names, range_names;

    /// compute_label_path(), once for each path and level.
    const std::vector<geo::WorldPoint>& label_path(const NamedPath& path, int level);

    geo::WorldBounds bounds; ///< of the data

private:
    std::unique_ptr<Division> m_countries;
    std::map<std::string, std::unique_ptr<Division>> m_divisions; ///< By the units' rows.
    std::map<std::pair<const NamedPath*, int>, std::vector<geo::WorldPoint>> m_label_paths;
};

} // namespace dostyk::scene
