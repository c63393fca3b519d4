/// \file
/// Ways and whereabouts as sentences, in four languages.

#pragma once

#include "schedule/violation_text.hpp"
#include "schedule/whereabouts.hpp"

#include <string>

namespace dostyk::schedule {

/// "3 h 40 min by Korday – Ak-Zhol (queue p50 45 min, p90 2 h, assumed)": how long a way takes and
/// where it leads.
[[nodiscard]] std::string text_of(const VenueRoute& route, const TravelFacts& facts,
                                  const Telling& telling);

/// "Under way to “Signing”, there at 12 May 2026, 12:20 UTC+5." and the like: where somebody is at
/// a minute.
[[nodiscard]] std::string text_of(const Whereabouts& where, Index attendee,
                                  const Itineraries& itineraries, const TravelFacts& facts,
                                  const Telling& telling);

} // namespace dostyk::schedule
