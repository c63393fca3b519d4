/// \file
/// Ways along the roads of data/transport/: how far it is to drive, and how long.

#pragma once

#include "geo/layer.hpp"
#include "model/transport.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

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
    double access_from_km = 0;      ///< Straight, from the one place to its road.
    double access_to_km = 0;        ///< Straight, from the road to the other place.
    double minutes_to_crossing = 0; ///< Where the way leads through the open crossing.
};

/// A stretch of one road in the direction in which one drives.
struct DrivenPart {
    std::string road;     ///< Id of the edge
    geo::LineString path; ///< Both ends included
    double minutes = 0;   ///< At the edge's speed
};

/// How a Drive leads along the roads.
struct Course {
    std::vector<DrivenPart> parts;
    /// So many of them are driven before the open crossing; nothing where the way leads past it.
    std::optional<std::size_t> parts_to_crossing;
    geo::LonLat from; ///< The place of the road that the one end is joined to.
    geo::LonLat to;   ///< The same of the other end.
};

/// A stretch of a road that is reached in time, in the direction in which one comes; the minutes
/// grow evenly with its length.
struct ReachedPart {
    geo::LineString path;
    double from_minute = 0; ///< When one is at its beginning
    double to_minute = 0;   ///< When one is at its end
};

/// Finds routes on the open roads of a graph. Immutable, so threads may share it.
class RoadRouter {
public:
    /// Copies what it needs. Railways and planned roads are left out.
    explicit RoadRouter(const model::Transport& transport);
    ~RoadRouter();
    RoadRouter(RoadRouter&&) noexcept;
    RoadRouter& operator=(RoadRouter&&) noexcept;

    /// The shortest way, or nothing where no open road joins the two.
    ///
    /// Each end is joined to the nearest place of the nearest road, in the middle of an edge as
    /// well. Takes some milliseconds.
    [[nodiscard]] std::optional<Route> find_route(geo::LonLat from, geo::LonLat to) const;

    /// Drives between all pairs of places, the fastest ones, with one border post open at a time.
    ///
    /// \param crossings  Each is the one that is open; an empty id = none is.
    /// \return           (crossings) (places x places)
    [[nodiscard]] std::vector<std::vector<Drive>>
    find_drives(std::span<const geo::LonLat> places, std::span<const std::string> crossings) const;
    /// The course of the drive that find_drives() finds between two places; nothing where it finds
    /// none.
    [[nodiscard]] std::optional<Course> find_course(geo::LonLat from, geo::LonLat to,
                                                    std::string_view crossing) const;

    /// When one who comes to a border post at a minute is through it; infinite = never.
    using Passage = std::function<double(const std::string& crossing, double minute)>;

    /// All that is reached by a minute, through one border post at most, as find_drives() has it.
    ///
    /// \param start   Joined to the nearest place of the nearest road.
    /// \param minute  When one is on that road.
    /// \return  Parts that have no more than their ends in common.
    [[nodiscard]] std::vector<ReachedPart> find_reach(geo::LonLat start, double minute,
                                                      double until, const Passage& passage) const;

    /// Straight from a place to the nearest road; infinite where there is none. [km]
    [[nodiscard]] double access_km(geo::LonLat at) const;

    /// Ids of the border posts that roads lead to.
    [[nodiscard]] const std::vector<std::string>& crossings() const noexcept;

    struct State; ///< Of this module alone.

private:
    std::unique_ptr<const State> m_state;
};

} // namespace dostyk::schedule
