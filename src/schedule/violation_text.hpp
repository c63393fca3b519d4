/// \file
/// Violations and placements as sentences, in four languages.

#pragma once

#include "core/language.hpp"
#include "model/value_text.hpp"
#include "schedule/constraint.hpp"

#include <string>

namespace dostyk::schedule {

/// What a sentence needs besides the violation.
struct Telling {
    const Problem& problem;
    const Plan& plan;
    Language language = Language::en;
    model::NameResolver name_of; ///< In that language
};

/// "3 h 40 min"
[[nodiscard]] std::string duration_text(Minute minutes, Language language);

/// "queue p50 45 min, p90 2 h, assumed"
[[nodiscard]] std::string queue_text(Minute p50, Minute p90, bool is_assumed, Language language);

/// "“Signing”"
[[nodiscard]] std::string session_name(const Telling& telling, Index session);

/// "12 May 2026, 17:00 UTC+6", on the clock of the venue.
[[nodiscard]] std::string time_text(const Telling& telling, Minute minute, Index venue);

/// The way that is too long for a gap; null where a violation is about something else.
[[nodiscard]] const Journey* find_journey(const Violation& violation, const Problem& problem,
                                          const Plan& plan);

/// "The delegation needs 3 h 40 min by Korday (queue p50 45 min, p90 2 h, assumed) from … to …, the
/// gap is 2 h 10 min."
[[nodiscard]] std::string text_of(const Violation& violation, const Telling& telling);

} // namespace dostyk::schedule
