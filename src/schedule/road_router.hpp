/// \file
/// Ways along the roads of data/transport/: how far it is to drive, and how long.

#pragma once

#include "geo/layer.hpp"
#include "model/transport.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

/// What a route is the least of.
enum class RouteBy { length, time };

/// A way from one position to another.
struct Route {
    double road_km = 0;   ///< By the lengths of the edges.
    double minutes = 0;   ///< At the speeds of the edges, without a stop or a border.
    double access_km = 0; ///< Straight, from both ends to their roads; not in the two above.
    geo::LineString path; ///< From end to end, the straight ways to the road included.
    std::vector<std::string> edges; ///< Ids in the order in which one drives.
    bool is_estimated = false;      ///< The length of one of them is not from a source.
};

/// How long it is to drive from one place to another, and where the border is on the way.
struct Drive {
    double minutes = 0;             ///< Infinite where no open road joins the two.
    double access_km = 0;           ///< Straight, from both ends to their roads.
    double minutes_to_crossing = 0; ///< Where the way leads through the open crossing.
};

/// Finds routes on the open roads of a graph. Immutable, so threads may share it.
class RoadRouter {
public:
    /// Copies what it needs. Railways and planned roads are left out.
    explicit RoadRouter(const model::Transport& transport);
    ~RoadRouter();
    RoadRouter(RoadRouter&&) noexcept;
    RoadRouter& operator=(RoadRouter&&) noexcept;

    /// The best way, or nothing where no open road joins the two.
    ///
    /// Each end is joined to the nearest place of the nearest road, in the middle of an edge as
    /// well. Takes some milliseconds.
    [[nodiscard]] std::optional<Route> find_route(geo::LonLat from, geo::LonLat to,
                                                  RouteBy by = RouteBy::length) const;

    /// Drives between all pairs of places, the fastest ones.
    ///
    /// \param crossing  The one border post that is open; empty = none is.
    /// \return          (places x places)
    [[nodiscard]] std::vector<Drive> find_drives(std::span<const geo::LonLat> places,
                                                 std::string_view crossing) const;
    /// Ids of the border posts that roads lead to.
    [[nodiscard]] const std::vector<std::string>& crossings() const noexcept;

private:
    struct State;
    std::unique_ptr<const State> m_state;
};

} // namespace dostyk::schedule
