/// \file
/// Levels of detail: the same map, simplified for each doubling of the zoom.

#pragma once

#include "core/text4.hpp"
#include "geo/layer.hpp"
#include "geo/topology.hpp"
#include "scene/cooked.hpp"
#include "scene/mesh.hpp"
#include "scene/name_rooms.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::scene {

inline constexpr int level_count = 9;

/// Level for a zoom: 0 below zoom 4, one more every half step up to 6, where most is on the screen
/// at once, then every step; the last from zoom 9.
[[nodiscard]] int level_of(double zoom) noexcept;

/// The largest zoom at which a level is sharp; the last level's is the data's own.
[[nodiscard]] double sharp_zoom_of_level(int level) noexcept;

/// Vertices that cannot be seen at the level's largest zoom go. [world units²]
[[nodiscard]] double min_area_of_level(int level) noexcept;

/// Middle of the map: the origin of all meshes.
[[nodiscard]] geo::WorldPoint mesh_origin() noexcept;

/// What one range of a line mesh is about.
enum class ArcClass : std::uint8_t {
    common,    ///< between the two countries
    state,     ///< between one of them and a third
    neighbour, ///< between third countries
    region,    ///< between units of one country
    edge,      ///< where the land ends: a coast, the data's edge
};

struct GroundFeature {
    std::string iso;
    std::string country;
    std::string kind; ///< region, city; country for the neighbours
    Text4 name;
    geo::WorldPoint anchor;
    std::optional<geo::WorldPoint> centre; ///< The town from which a unit is governed.
    std::vector<NameRoom> rooms;           ///< Of the two countries and their units alone.
    geo::WorldBounds bounds;
    bool is_neighbour = false;
};

/// The countries, or the units at one date, on shared arcs.
class Division {
public:
    /// \param regions  May be null: then the countries are the features.
    /// \param date     ISO; empty = the current division.
    Division(const geo::Layer* regions, const geo::Layer* countries, std::string_view date);

    [[nodiscard]] const std::vector<GroundFeature>& features() const noexcept { return m_features; }
    [[nodiscard]] ArcClass class_of(std::int32_t arc) const;
    /// True when the arc bounds units of both sets.
    [[nodiscard]] bool is_between(std::int32_t arc, std::string_view a, std::string_view b) const;
    /// True when the arc bounds the outline of a country or unit.
    [[nodiscard]] bool is_outline(std::int32_t arc, std::string_view code) const;

    /// Ranges by feature. Cooked on first use, then kept; on any thread, as borders().
    [[nodiscard]] const std::shared_ptr<const FillMesh>& fill(int level);
    /// Ranges by arc of the topology. Cooked on first use, then kept.
    [[nodiscard]] const std::shared_ptr<const LineMesh>& borders(int level);

private:
    void add_layer(const geo::Layer& layer, bool is_countries, std::string_view date);

    std::vector<GroundFeature> m_features;
    std::vector<geo::MultiPolygon> m_polygons; ///< Emptied once the topology is built.
    geo::Topology m_topology;
    std::vector<ArcClass> m_classes; ///< (arcs)
    std::array<Cooked<std::shared_ptr<const FillMesh>>, level_count> m_fills;
    std::array<Cooked<std::shared_ptr<const LineMesh>>, level_count> m_borders;
};

/// True for rows whose time holds the date; an empty date asks for what is current.
[[nodiscard]] bool is_valid_at(std::string_view valid_from, std::string_view valid_to,
                               std::string_view date) noexcept;

/// True when a unit is the code or lies in the country of that code.
[[nodiscard]] bool is_within(const GroundFeature& feature, std::string_view code) noexcept;

} // namespace dostyk::scene
