/// \file
/// What the pointer of a tool is drawn to, and the angles that Shift holds it to.

#pragma once

#include "core/text4.hpp"
#include "geo/spatial_index.hpp"
#include "model/project.hpp"
#include "scene/camera.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::geo {
struct MapData;
}

namespace dostyk::editor {

enum class SnapKind { crossing, vertex, settlement };

struct SnapTarget {
    SnapKind kind = SnapKind::settlement;
    geo::LonLat at;
    std::string entity; ///< Whose point or vertex it is; empty for the map's own
    Text4 name;         ///< Of the settlement or crossing
};

/// How near the pointer has to come. [px at scale 1]
inline constexpr float snap_tolerance_px = 10;

/// Settlements of the map, crossings and vertices of the project, found by place.
class Snapper {
public:
    Snapper(const model::Project& project, const geo::MapData& map, model::Pack pack);

    /// The nearest on the screen within the tolerance; of equally near ones a crossing before a
    /// vertex before a settlement. [px]
    ///
    /// \param except  An entity whose own vertices do not count: the one that is edited.
    [[nodiscard]] std::optional<SnapTarget> find(const scene::Camera& camera,
                                                 scene::Viewport viewport, geo::ScreenPoint at,
                                                 float tolerance_px, std::string_view except) const;

private:
    std::vector<SnapTarget> m_targets;
    geo::SpatialIndex m_index;
};

/// Directions that Shift allows. [deg]
inline constexpr double angle_step_deg = 15;

/// The place on the nearest allowed direction from an anchor, as far as the pointer's foot on it.
/// Web Mercator keeps angles, so they are those on the screen.
[[nodiscard]] geo::WorldPoint constrained(geo::WorldPoint anchor, geo::WorldPoint at,
                                          double step_deg = angle_step_deg) noexcept;

} // namespace dostyk::editor
