/// \file
/// What a meeting's programme shows on the map, at a minute or of another version: plain values, so
/// that the scene knows of no plan.

#pragma once

#include "geo/layer.hpp"

#include <memory>
#include <string>
#include <vector>

namespace dostyk::scene {

enum class RouteLook : unsigned char {
    driven, ///< Behind somebody who is under way
    ahead,  ///< Still before them: broken
    chosen, ///< Of a leg that somebody asked for: wide, with an arrow at its end
};

/// A way along the roads, or by air.
struct ProgrammeRoute {
    std::vector<geo::LonLat> points;
    RouteLook look = RouteLook::ahead;
    std::string entity; ///< Whose way it is: answers a click

    friend bool operator==(const ProgrammeRoute&, const ProgrammeRoute&) = default;
};

/// Somebody who is on the map at the minute.
struct ProgrammeMover {
    std::string entity;
    std::string kind; ///< Gives the symbol
    geo::LonLat at;
    bool is_standing = false; ///< At a venue or a crossing, whose own sign stays free
    double rank = 0;          ///< The lowest leads where several are one symbol

    friend bool operator==(const ProgrammeMover&, const ProgrammeMover&) = default;
};

/// A session that is held: a ring about its venue, with a hand that goes round.
struct ProgrammeRing {
    std::string entity;
    geo::LonLat at;
    float open = 1;  ///< 0 shut to 1 open: it widens when the session begins, and goes at its end
    float share = 0; ///< Of the session that is over, in [0, 1]

    friend bool operator==(const ProgrammeRing&, const ProgrammeRing&) = default;
};

/// People who stand at a crossing.
struct ProgrammeQueue {
    std::string entity;
    geo::LonLat at;
    std::string text; ///< How many they are, in the view's language

    friend bool operator==(const ProgrammeQueue&, const ProgrammeQueue&) = default;
};

/// An area that is reached by an hour. Shared, and equal when it is the same one.
struct ProgrammeReach {
    std::shared_ptr<const geo::MultiPolygon> area; ///< Null = none is asked for
    geo::LonLat from;
    std::string text; ///< By when, in the view's language

    friend bool operator==(const ProgrammeReach&, const ProgrammeReach&) = default;
};

/// A session that another version of the programme holds elsewhere: an arrow from venue to venue.
struct ProgrammeMove {
    std::string entity; ///< The session: answers a click
    geo::LonLat from;
    geo::LonLat to;
    std::string text; ///< The session's name, in the view's language

    friend bool operator==(const ProgrammeMove&, const ProgrammeMove&) = default;
};

/// What a plan holds at a venue, whatever the minute.
struct ProgrammeTally {
    std::string entity; ///< The venue
    geo::LonLat at;
    int sessions = 0;
    float share = 0; ///< Of the plan's sessions, in [0, 1]

    friend bool operator==(const ProgrammeTally&, const ProgrammeTally&) = default;
};

struct ProgrammeLayer {
    std::vector<ProgrammeRoute> routes;
    std::vector<ProgrammeMover> movers;
    std::vector<ProgrammeRing> rings;
    std::vector<ProgrammeQueue> queues;
    ProgrammeReach reach;
    std::vector<ProgrammeMove> moves;
    std::vector<ProgrammeTally> tallies;

    friend bool operator==(const ProgrammeLayer&, const ProgrammeLayer&) = default;
};

} // namespace dostyk::scene
