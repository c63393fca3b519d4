/// \file
/// Who interprets what, as sentences in four languages.

#pragma once

#include "schedule/interpreter_assignment.hpp"
#include "schedule/violation_text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dostyk::schedule {

/// "kk–ky"; "kk–ky (simultaneous)" where it is asked for in that way alone.
[[nodiscard]] std::string pair_text(const Telling& telling, Index pair);
/// "kk-ky" as "kk–ky"
[[nodiscard]] std::string languages_text(std::string_view pair);
/// "Aida, Dana"; "–" for nobody.
[[nodiscard]] std::string names_text(const Telling& telling, std::span<const Index> attendees);

/// Why a need is not covered: "Aida is still at “Talks”. Free then: Dana."
///
/// \pre !need.is_covered()
[[nodiscard]] std::string text_of(const SpeechNeed& need, const Telling& telling);

/// "+ Aida, − Dana"
[[nodiscard]] std::string text_of(const InterpreterChange& change, const Telling& telling);

/// What a shortage comes to: "Sessions that need kk–ky, 12 May 2026, 10:00–11:30 UTC+5: 3;
/// interpreters who have it: 2 (Aida, Dana)." Its facts say the rest.
[[nodiscard]] std::string summary_of(const Contradiction& shortage, const Telling& telling);

} // namespace dostyk::schedule
