/// \file
/// Lines that show how a verb is used, for its help.

#pragma once

#include <string>
#include <string_view>

namespace dostyk::cli {

/// Each on a line of its own; for another name those of the program.
[[nodiscard]] std::string examples_of(std::string_view name);

} // namespace dostyk::cli
