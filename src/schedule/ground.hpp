/// \file
/// Ways over the ground from venue to venue: before a crossing, at it and behind it.

#pragma once

#include "schedule/travel.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dostyk::schedule {

/// One way by road, from door to door.
struct GroundWay {
    Index crossing = none; ///< Of TravelFacts::crossings; none within a country.
    double before = 0;     ///< To the crossing, or all the way. [min]
    double behind = 0;     ///< From the crossing on. [min]
};

/// When one who leaves at a minute is where on a way; all the same where no crossing is on it.
struct GroundTimes {
    double at_crossing = 0; ///< There, and perhaps before it opens.
    double in_queue = 0;    ///< It is open: the queue begins.
    double through = 0;
    double arriving = 0;
};

/// Whole minutes: those that are begun count, but for what sums of lengths are off by.
[[nodiscard]] Minute begun_minutes(double minutes) noexcept;

/// Null where a crossing is none of the facts.
[[nodiscard]] const CrossingFacts* find_crossing(const TravelFacts& facts,
                                                 const std::string& id) noexcept;

/// What is waited at a crossing that is open. [min]
[[nodiscard]] Minute queue_of(const CrossingFacts& crossing, const Customs& customs) noexcept;

/// When one is let in at a crossing where one arrives at a minute, and passes it after the queue;
/// nothing where it does not open any more.
struct CrossingTimes {
    double in_queue = 0;
    double through = 0;
};
[[nodiscard]] std::optional<CrossingTimes> pass(const CrossingFacts& crossing,
                                                const Customs& customs, double minute) noexcept;

/// From the door of a venue to its road, or back, by how far it is. [min]
[[nodiscard]] double access_minutes(double km, const Customs& customs) noexcept;

/// All ways between venues of different cities. What it is made of must outlive it.
class Ground {
public:
    Ground(const RoadRouter& router, const TravelFacts& facts, const Customs& customs);

    [[nodiscard]] bool is_within_city(Index from, Index to) const;
    /// Through the city's traffic; the least where a place is not known.
    [[nodiscard]] Minute city_minutes(Index from, Index to) const;
    /// Ways by road: within a country, and through each crossing that one leads through; empty
    /// where there is none, or where a place is not known.
    [[nodiscard]] std::vector<GroundWay> ways(Index from, Index to) const;
    /// At any hour. [min]
    [[nodiscard]] double minutes(const GroundWay& way) const;
    /// Nothing where its crossing does not open any more.
    [[nodiscard]] std::optional<GroundTimes> times(const GroundWay& way, double leaving) const;

private:
    [[nodiscard]] const CrossingFacts& crossing_of(const GroundWay& way) const
    {
        return m_facts.crossings[static_cast<std::size_t>(way.crossing)];
    }
    [[nodiscard]] const TravelPlace& place(Index venue) const
    {
        return m_facts.places[static_cast<std::size_t>(venue)];
    }

    const TravelFacts& m_facts;
    const Customs& m_customs;
    std::vector<Drive> m_domestic;            ///< (venues, venues)
    std::vector<std::vector<Drive>> m_abroad; ///< (crossings) (venues, venues)
};

} // namespace dostyk::schedule
