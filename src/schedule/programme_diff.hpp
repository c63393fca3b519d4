/// \file
/// What differs between two versions of a programme, in words, and whom it concerns.

#pragma once

#include "model/value_text.hpp"
#include "schedule/programme.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::schedule {

/// One session that is not in both versions as it was. At least one of the two is there.
struct SessionChange {
    std::optional<ProgrammeSession> before;
    std::optional<ProgrammeSession> after;

    [[nodiscard]] const std::string& session() const { return before ? before->id : after->id; }
    [[nodiscard]] bool is_added() const { return !before; }
    [[nodiscard]] bool is_removed() const { return !after; }
    // Of sessions that are in both:
    [[nodiscard]] bool has_other_time() const;
    [[nodiscard]] bool has_other_venue() const;
    [[nodiscard]] bool has_other_duration() const;
    [[nodiscard]] bool has_other_title() const;
    [[nodiscard]] bool has_other_people() const;
    [[nodiscard]] bool has_moved() const { return has_other_time() || has_other_venue(); }
};

struct ProgrammeDiff {
    std::string zone;                   ///< The meeting's clock
    std::vector<SessionChange> changes; ///< By id of the session
};

/// Cancelled sessions are none.
[[nodiscard]] ProgrammeDiff diff_of(const Programme& before, const Programme& after);

/// For each participant, interpreter and venue that a change concerns the places of its changes in
/// the diff; nobody else is in it. Who only came or only went is concerned, those who stay are not.
[[nodiscard]] std::map<std::string, std::vector<std::size_t>>
affected_by(const ProgrammeDiff& diff);

/// A session that is held elsewhere: what a map draws as an arrow.
struct VenueMove {
    std::string session;
    std::string from; ///< Id of the venue
    std::string to;

    friend bool operator==(const VenueMove&, const VenueMove&) = default;
};

[[nodiscard]] std::vector<VenueMove> venue_moves(const ProgrammeDiff& diff);

/// A change as sentences: "“Signing” is held on … instead of …. It lasts …".
[[nodiscard]] std::string text_of(const SessionChange& change, const std::string& meeting_zone,
                                  Language language, const model::NameResolver& name_of);

/// "12 May 2026, 17:00 UTC+6 (16:00 UTC+5)": the venue's clock, and the meeting's where it shows
/// another time.
[[nodiscard]] std::string both_clocks(Instant instant, const std::string& zone,
                                      const std::string& meeting_zone, Language language);

} // namespace dostyk::schedule
