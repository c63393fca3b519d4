/// \file
/// Customs by their names: for whoever writes them down.

#pragma once

#include "schedule/rules.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::schedule {

/// Every custom by the name that a line of `planning` calls it, with its value.
[[nodiscard]] std::vector<std::pair<std::string_view, int>> values_of(const Customs& customs);

} // namespace dostyk::schedule
