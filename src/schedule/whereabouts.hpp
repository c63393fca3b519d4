/// \file
/// Where everybody is at a minute of a plan, if all leave when a session ends, take the soonest
/// way, and rest where their next session is.

#pragma once

#include "schedule/plan.hpp"
#include "schedule/route.hpp"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::schedule {

enum class Presence {
    away,    ///< Before they come, after they have left, or in no session at all.
    resting, ///< Where the next session is, or the last one was
    in_session,
    under_way,
};

/// Where one attendee is.
struct Whereabouts {
    Presence presence = Presence::away;
    Index session = none;          ///< That they are in, or go to or wait for; none after the last.
    Index venue = none;            ///< Where they are, or go to.
    std::optional<geo::LonLat> at; ///< Nothing where nobody says where that is.
    Index leg = none;              ///< Of legs_of(), under way
    std::size_t stage = 0;         ///< Of its route
    bool is_late = false;          ///< Under way while the session has begun.
};

/// From the venue of one session to that of another one.
struct Leg {
    Index from = none; ///< Session
    Index to = none;   ///< Session
    VenueRoute route;  ///< Has stages
};

/// Who stands at a crossing.
struct CrossingQueue {
    std::string crossing;
    geo::LonLat at;
    int people = 0;
    std::vector<Index> attendees;
    bool is_open = false; ///< Somebody is in the queue; else all wait until it opens.
};

/// What everybody does in a plan. Immutable; the plan may go, the problem must stay.
class Itineraries {
public:
    Itineraries(const Problem& problem, const Plan& plan, RouteFinder& routes);

    /// \param minute  Of the problem's calendar, with its fraction
    [[nodiscard]] Whereabouts at(Index attendee, double minute) const;
    [[nodiscard]] std::span<const Leg> legs_of(Index attendee) const
    {
        return m_legs[static_cast<std::size_t>(attendee)];
    }
    /// When they can set out for somewhere else: at the end of the session that they are in, on
    /// arrival where they go, or at once. \pre they are not away
    [[nodiscard]] double free_from(Index attendee, double minute) const;

    /// Crossings where somebody stands, by id. A person is not counted beside their delegation.
    [[nodiscard]] std::vector<CrossingQueue> queues_at(double minute) const;
    /// Sessions that are being held, by their beginning.
    [[nodiscard]] std::vector<Index> sessions_at(double minute) const;
    /// Minutes at which a session begins or ends, or somebody sets out, stops, goes on or arrives;
    /// sorted.
    [[nodiscard]] const std::vector<double>& changes() const noexcept { return m_changes; }
    /// The minute itself where a session is held or somebody is under way, else the next one at
    /// which that begins; infinite after the last.
    [[nodiscard]] double busy_from(double minute) const noexcept;

private:
    /// Something that lasts. What lies between two is rest.
    struct Spell {
        double begin = 0;
        double end = 0;
        Index session = none; ///< That one is in or goes to
        Index leg = none;     ///< none = in the session
    };
    void follow(Index attendee, const Plan& plan, RouteFinder& routes);
    void note_changes();
    void note_busy();

    const Problem& m_problem;
    std::vector<Placement> m_placements;              ///< (sessions)
    std::vector<std::optional<geo::LonLat>> m_places; ///< (venues)
    std::vector<std::vector<Leg>> m_legs;             ///< (attendees)
    std::vector<std::vector<Spell>> m_spells;         ///< (attendees), in order
    std::vector<double> m_changes;
    std::vector<std::pair<double, double>> m_busy; ///< Apart from each other, in order
};

} // namespace dostyk::schedule
