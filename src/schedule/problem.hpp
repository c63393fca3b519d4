/// \file
/// A meeting to be scheduled: dense tables of facts, compiled once from a project.

#pragma once

#include "schedule/calendar.hpp"
#include "schedule/rules.hpp"
#include "schedule/travel_table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dostyk::schedule {

/// Where and when a session is held.
struct Placement {
    static constexpr Minute unplaced = -1'000'000;

    Minute start = unplaced;
    Index venue = none;
    bool is_dropped = false; ///< Not to be held: nobody misses it.

    [[nodiscard]] bool is_placed() const noexcept { return start != unplaced && venue != none; }
    friend bool operator==(const Placement&, const Placement&) = default;
};

struct Session {
    std::string id;
    Minute duration = 60;
    int size = 0;                ///< People who are expected; 0 = not known.
    int priority = 1;            ///< How much it weighs that it is held.
    std::vector<Index> required; ///< Attendees, sorted
    std::vector<Index> optional; ///< Attendees, sorted
    Intervals windows;           ///< Within which it may be held; never empty.
    Intervals preferred;         ///< Within which it is wished; empty = no wish.
    std::vector<Index> venues;   ///< That have what it needs, sorted.
    std::vector<int> lacking;    ///< (venues of the problem) wished tags that a venue lacks
    std::vector<Index> tracks;
    std::vector<Index> contents;
    std::vector<Index> groups; ///< Of which no two sessions are held at a time.
    std::vector<Index> pairs;  ///< Of languages, that are to be interpreted
    std::vector<Index> languages;
    std::optional<Placement> pinned;
    std::optional<Placement> baseline; ///< Where it was, or is published to be.
    bool is_published = false;
    bool is_meal = false; ///< Who attends it eats there.
    bool is_b2b = false;  ///< A meeting at a table: its gaps are breaks of B2B.
    int match_score = 0;  ///< Of a match that may go unmet; 0 = it is to be held.
};

struct Venue {
    std::string id;
    Index city = none;
    int capacity = 0; ///< People; 0 = not known.
    int parallel = 1; ///< Sessions at a time: halls of one house, tables of a hall.
    Minute setup = 0;
    Minute teardown = 0;
    Intervals open;
    std::string zone;
    std::vector<Minute> clock_shift; ///< (days) how far its clock is ahead of the meeting's [min]
};

enum class AttendeeKind { delegation, person, interpreter };

/// Whoever can be at one place at a time.
struct Attendee {
    std::string id;
    AttendeeKind kind = AttendeeKind::delegation;
    int size = 1; ///< People
    Intervals available;
    Minute day_load = 600; ///< Most of sessions in a day. [min]
    int sessions_a_day = 100;
    int city_changes_a_day = 100;
    std::vector<Index> pairs; ///< Of an interpreter: languages
    Index party = none;       ///< Of a person: the attendee whose size counts them, too
};

struct Vehicle {
    std::string id;
    int seats = 0;
    Intervals available;
};

enum class RelationKind {
    before,   ///< a ends, and between `lag` and `longest_lag` later b begins.
    same_day, ///< a and b are held on one day.
    apart,    ///< The attendees a and b are not in one venue at a time.
};

struct Relation {
    RelationKind kind = RelationKind::before;
    Index a = none;
    Index b = none;
    Minute lag = 0;
    std::optional<Minute> longest_lag;
};

/// Whatever has a timetable of its own: a row of sessions by day.
enum class LaneKind {
    attendee, ///< Sessions that an attendee is required at.
    wish,     ///< These, and those that they would like to be at.
    venue,
    track,
    content,
    group,
    speech, ///< One lane: all sessions that interpreters are needed at, or are named for.
    whole,  ///< One lane: all sessions.
};
inline constexpr std::size_t lane_kind_count = 8;

/// Fixed facts; immutable while solving.
struct Problem {
    std::string id; ///< Of the meeting
    Calendar calendar;
    std::vector<Interval> hours; ///< (days) of the meeting, on its clock
    RuleBook book;
    std::vector<Session> sessions;
    std::vector<Venue> venues;
    std::vector<Attendee> attendees;
    std::vector<Vehicle> vehicles;
    std::vector<Relation> relations;
    std::vector<std::string> cities;
    std::vector<std::string> tracks;
    std::vector<std::string> contents;
    std::vector<std::string> groups;
    std::vector<std::string>
        pairs; ///< "kk-ky", the lesser first; "kk-ky simultaneous" in one way alone
    std::vector<std::string> languages;
    TravelTable travel; ///< (venues, venues)

    // Derived by finish().
    std::vector<std::vector<Index>> lanes_of;     ///< (sessions) all but the venue's
    std::vector<std::vector<Index>> relations_of; ///< (sessions)
    std::array<Index, lane_kind_count> first_lane{};
    Index lane_count = 0;

    [[nodiscard]] Index day_count() const noexcept
    {
        return static_cast<Index>(calendar.days().size());
    }
    [[nodiscard]] Index lane(LaneKind kind, Index index) const noexcept
    {
        return first_lane[static_cast<std::size_t>(kind)] + index;
    }
    /// How many lanes of a kind there are.
    [[nodiscard]] Index lanes(LaneKind kind) const noexcept;
    [[nodiscard]] const Session& session(Index index) const
    {
        return sessions[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Venue& venue(Index index) const
    {
        return venues[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Attendee& attendee(Index index) const
    {
        return attendees[static_cast<std::size_t>(index)];
    }
    /// A length as units of the grid, rounded up; 0 for what is none. [grains]
    [[nodiscard]] int grains(Minute minutes) const noexcept
    {
        const int grain = book.customs.grain_min;
        return minutes > 0 ? (minutes + grain - 1) / grain : 0;
    }
    /// The hours of its days, as the clock of a venue shows them.
    [[nodiscard]] Intervals hours_at(const Venue& venue) const;
    /// How many interpreters each pair of a session takes.
    [[nodiscard]] int booth(Index index) const
    {
        return session(index).duration > book.customs.solo_min ? book.customs.booth_size : 1;
    }
    /// Fill what is derived, after the tables are complete.
    void finish();
};

} // namespace dostyk::schedule
