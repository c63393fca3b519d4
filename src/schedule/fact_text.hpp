/// \file
/// Facts as sentences, in four languages.

#pragma once

#include "model/project.hpp"
#include "schedule/infeasibility.hpp"
#include "schedule/violation_text.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace dostyk::schedule {

/// "one_place": its name in reports, and "why.<name>" as a message.
[[nodiscard]] std::string_view name_of(FactKind kind) noexcept;

/// Name of a city of the problem, as people write it.
using CityNames = std::function<std::string(Index city)>;
/// A city is called what the first venue of it says. Keeps references to both.
[[nodiscard]] CityNames city_names(const model::Project& project, const Telling& telling);

/// "Hall 2 is open only 12 May 2026, 09:00–18:00 UTC+5."
///
/// \param among  Where the fact was found: "takes part in" names the sessions of it alone.
[[nodiscard]] std::string text_of(const Fact& fact, const Contradiction& among,
                                  const Telling& telling, const CityNames& city_name);

} // namespace dostyk::schedule
