/// \file
/// From roads, crossings and flights to the table of ways between venues.

#pragma once

#include "geo/coordinates.hpp"
#include "schedule/road_router.hpp"
#include "schedule/rules.hpp"
#include "schedule/travel_table.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dostyk::schedule {

/// Streets are longer than a bird's way. An assumption.
inline constexpr double city_detour = 1.4;

/// Where a venue is.
struct TravelPlace {
    std::optional<geo::LonLat> at; ///< Nothing = nobody says.
    Index city = none;
    std::string id; ///< Of the venue

    friend bool operator==(const TravelPlace&, const TravelPlace&) = default;
};

/// A border post as a plan takes it.
struct CrossingFacts {
    std::string id; ///< As in data/transport/
    Intervals open; ///< When people may cross it.
    Minute queue_p50 = 0;
    Minute queue_p90 = 0;
    bool is_assumed = true; ///< Nobody states its queue.

    friend bool operator==(const CrossingFacts&, const CrossingFacts&) = default;
};

/// A flight, or somebody's own word on how long a way takes.
struct StatedWay {
    Index from = none; ///< Venue; of a flight, an airport
    Index to = none;
    Minute minutes = 0;
    bool is_flight = false;

    friend bool operator==(const StatedWay&, const StatedWay&) = default;
};

struct TravelFacts {
    std::vector<TravelPlace> places; ///< (venues)
    std::vector<CrossingFacts> crossings;
    std::vector<StatedWay> ways;
    Minute horizon = 0; ///< End of the last day.

    friend bool operator==(const TravelFacts&, const TravelFacts&) = default;
};

/// The fastest way from each venue to each other one: by road, through whichever crossing is the
/// fastest with its queue, or by air; a stated way before all. Venues of one city are joined by
/// city traffic.
[[nodiscard]] TravelTable make_travel(const RoadRouter& router, const TravelFacts& facts,
                                      const Customs& customs);

} // namespace dostyk::schedule
