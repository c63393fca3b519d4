#pragma once

#include "render/renderer.hpp"

#include <string_view>

namespace dostyk::test {

/// Compare a picture with tests/golden/pixels/<name>.png: at most 24 of 255 off in any channel, and
/// at most 0.5 on average, because drivers differ.
///
/// The actual picture and, where it differs, <name>.difference.png are left in
/// <build>/golden/pixels. With DOSTYK_UPDATE_GOLDEN=1 the reference is rewritten instead: look at
/// it before you commit it.
[[nodiscard]] bool matches_golden_picture(std::string_view name, const render::Picture& picture);

} // namespace dostyk::test
