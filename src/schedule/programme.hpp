/// \file
/// The programme of a meeting as people hold it in their hands: what is held when and where.

#pragma once

#include "core/text4.hpp"
#include "core/time.hpp"
#include "model/audience.hpp"
#include "schedule/compile.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

struct ProgrammeSession {
    std::string id;
    Text4 title;
    Instant start;
    Minute duration = 0;
    std::string venue;            ///< Id
    std::string zone;             ///< The venue's clock, IANA
    std::vector<std::string> who; ///< Ids of participants and interpreters, sorted
    /// How often it has changed since the release that had it first (RFC 5545, SEQUENCE).
    int sequence = 0;
    bool is_cancelled = false; ///< An earlier release had it.
    /// The first audience that saw its title, its time and its venue.
    model::Audience audience = model::Audience::everyone;

    [[nodiscard]] Instant end() const { return start + std::chrono::minutes(duration); }
    friend bool operator==(const ProgrammeSession&, const ProgrammeSession&) = default;
};

struct Programme {
    std::string meeting;                    ///< Id
    std::string zone;                       ///< The clock that the meeting's days are counted by
    int number = 0;                         ///< Of the release; 0 = the plan as it is now
    std::string date;                       ///< When it was released; empty = it is not
    std::vector<ProgrammeSession> sessions; ///< By id

    /// Null where there is none; a cancelled one is there.
    [[nodiscard]] const ProgrammeSession* find(std::string_view session) const;
    friend bool operator==(const Programme&, const Programme&) = default;
};

/// The sessions of a plan that have a time and a venue, and are not dropped.
///
/// \param project  That was compiled.
[[nodiscard]] Programme programme_of(const model::Project& project, const Problem& problem,
                                     const Plan& plan);

/// "2026-05-12T09:00+05:00" on a zone's clock; on UTC's where there is no such zone.
[[nodiscard]] std::string iso_on(std::string_view zone, Instant instant);

} // namespace dostyk::schedule
