/// \file
/// Why the system refused: a code that messages say in every language.

#pragma once

#include <string>

namespace dostyk {

/// For a place "{reason|reason}": the name of a common error, else the system's own words.
[[nodiscard]] std::string system_reason(int error_number);

} // namespace dostyk
