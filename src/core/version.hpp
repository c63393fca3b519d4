#pragma once

#include <string_view>

namespace dostyk {

/// "0.1.0"
[[nodiscard]] std::string_view version() noexcept;

} // namespace dostyk
