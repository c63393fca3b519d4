/// \file
/// Numbers as people write them; "1,200" is never guessed.

#pragma once

#include <string_view>
#include <vector>

namespace dostyk::intake {

/// One number, two where a comma may part thousands or decimals, none for what is no number.
///
/// Spaces of any width and apostrophes part thousands, a point parts decimals, a comma either; a
/// percent sign behind is passed over.
[[nodiscard]] std::vector<double> read_number(std::string_view text);

} // namespace dostyk::intake
