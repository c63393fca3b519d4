/// \file
/// Capitals of the four languages.

#pragma once

#include <string>
#include <string_view>

namespace dostyk::scene {

/// Upper case of Latin and Cyrillic letters, the Kazakh and Kyrgyz ones among them; all else stays.
[[nodiscard]] std::string to_capitals(std::string_view utf8);

} // namespace dostyk::scene
