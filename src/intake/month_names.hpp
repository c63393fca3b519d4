/// \file
/// Names of the months in four languages, in the cases in which dates have them.

#pragma once

#include <string_view>

namespace dostyk::intake {

/// 1 to 12; 0 for another word.
///
/// \param folded  A word as dostyk::fold() makes it.
[[nodiscard]] unsigned month_of(std::string_view folded);

/// True for a word that dates have beside numbers and the month: "г.", "жылғы", "of", "айы".
[[nodiscard]] bool is_date_filler(std::string_view folded);

} // namespace dostyk::intake
