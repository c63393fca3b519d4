/// \file
/// What tools look up on the map, each made when it is first asked for.

#pragma once

#include "editor/tools/snapper.hpp"
#include "geo/layer.hpp"
#include "model/project.hpp"
#include "schedule/road_router.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::editor {

/// A stretch of the common border: between one unit of each country.
struct BorderStretch {
    std::string kz_unit;
    std::string kg_unit;
    geo::MultiLineString lines;
};

/// Stretches between the current units of both countries, in the order of the map.
[[nodiscard]] std::vector<BorderStretch> compute_border_stretches(const geo::MapData& map);

/// The nearest stretch to a place. [m] Null when there is none.
[[nodiscard]] const BorderStretch* nearest_stretch(const std::vector<BorderStretch>& stretches,
                                                   geo::LonLat at);

/// Kept while the project stays; its parts cost up to 100 ms each. Main thread only.
class MapLookup {
public:
    MapLookup(std::shared_ptr<const model::Project> project,
              std::shared_ptr<const geo::MapData> map, model::Pack pack);

    /// What was made of another project or for another pack is made anew.
    void set_project(std::shared_ptr<const model::Project> project, model::Pack pack);

    [[nodiscard]] const Snapper& snapper();
    [[nodiscard]] const schedule::RoadRouter& roads();
    [[nodiscard]] const std::vector<BorderStretch>& stretches();

private:
    std::shared_ptr<const model::Project> m_project;
    std::shared_ptr<const geo::MapData> m_map;
    model::Pack m_pack;
    std::optional<Snapper> m_snapper;
    std::optional<schedule::RoadRouter> m_roads;
    std::optional<std::vector<BorderStretch>> m_stretches;
};

} // namespace dostyk::editor
