/// \file
/// The way from one venue to another as it lies on the map, stage by stage.

#pragma once

#include "schedule/ground.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::schedule {

enum class StageKind {
    street,   ///< Through a city's traffic, or from a door to the road: straight on the map.
    drive,    ///< Along a road
    wait,     ///< Until a crossing opens
    queue,    ///< At a crossing
    check_in, ///< At an airport
    flight,   ///< A geodesic
};

/// True where one stands at one place.
[[nodiscard]] constexpr bool is_standing(StageKind kind) noexcept
{
    return kind == StageKind::wait || kind == StageKind::queue || kind == StageKind::check_in;
}

struct Stage {
    StageKind kind = StageKind::street;
    double minutes = 0;
    /// From end to end; one place where one stands, none where nobody says where it is.
    geo::LineString path;
    std::string at; ///< Id of the crossing or airport that one stands at
};

/// A way for one who leaves at a minute. Each stage begins where the one before it ends.
struct VenueRoute {
    double leaving = 0; ///< [min of the calendar]
    std::vector<Stage> stages;

    [[nodiscard]] double minutes() const noexcept;
    [[nodiscard]] double arriving() const noexcept { return leaving + minutes(); }
    /// The one crossing; empty where there is none.
    [[nodiscard]] std::string crossing() const;
};

/// Where one is after so many minutes of a way.
struct RoutePoint {
    std::size_t stage = 0;
    std::optional<geo::LonLat> at; ///< Nothing where nobody says where the way is.
};

/// \pre the route has stages. \param minutes  Since one left; after the end, the end.
[[nodiscard]] RoutePoint point_at(const VenueRoute& route, double minutes);

/// All that is driven, walked or flown, as one line; empty where nobody says where it is.
[[nodiscard]] geo::LineString path_of(const VenueRoute& route);

/// The same in two: what lies behind one after so many minutes, and what is ahead. They meet where
/// one is.
struct SplitPath {
    geo::LineString behind;
    geo::LineString ahead;
};
[[nodiscard]] SplitPath split_path(const VenueRoute& route, double minutes);

/// Looks ways up as make_travel() chose them; but a crossing's hours count to the minute, on the
/// way to an airport as well. Keeps what it found: not for two threads at a time.
class RouteFinder {
public:
    /// \param travel  What make_travel() made of the same facts.
    RouteFinder(std::shared_ptr<const RoadRouter> roads, TravelFacts facts, TravelTable travel,
                Customs customs);
    RouteFinder(const RouteFinder&) = delete;
    RouteFinder& operator=(const RouteFinder&) = delete;

    /// The soonest way for one who leaves at a minute; without stages from a venue to itself.
    /// Nothing where there is none.
    [[nodiscard]] std::optional<VenueRoute> find(Index from, Index to, double leaving)
    {
        return find(from, to, leaving, most_flights);
    }

    [[nodiscard]] const RoadRouter& roads() const noexcept { return *m_roads; }
    [[nodiscard]] const TravelFacts& facts() const noexcept { return m_facts; }
    [[nodiscard]] const Customs& customs() const noexcept { return m_customs; }

private:
    static constexpr int most_flights = 3; ///< One after the other

    [[nodiscard]] std::optional<VenueRoute> find(Index from, Index to, double leaving, int flights);
    [[nodiscard]] std::optional<VenueRoute> by_ground(Index from, Index to, double leaving);
    [[nodiscard]] std::optional<VenueRoute> by_air(Index from, Index to, double leaving,
                                                   int flights);
    /// Stages without what one waits, and how many of them lie before the crossing.
    struct Laid {
        std::vector<Stage> stages;
        std::size_t before = 0;
    };
    [[nodiscard]] const Laid& laid(Index from, Index to, Index crossing);
    [[nodiscard]] std::optional<geo::LonLat> at(Index venue) const
    {
        return m_facts.places[static_cast<std::size_t>(venue)].at;
    }

    std::shared_ptr<const RoadRouter> m_roads;
    TravelFacts m_facts;
    TravelTable m_travel;
    Customs m_customs;
    Ground m_ground;
    std::map<std::array<Index, 3>, Laid> m_laid; ///< By both venues and the crossing
};

} // namespace dostyk::schedule
