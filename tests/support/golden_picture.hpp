#pragma once

#include "render/renderer.hpp"

#include <string_view>

namespace dostyk::test {

/// At most 24 of 255 off in any channel, and at most 0.5 on average: the last bit of a rasteriser
/// is within, a letter or a colour is not. Pictures of different sizes are never alike.
[[nodiscard]] bool is_alike(const render::Picture& a, const render::Picture& b);

/// Compare a picture with tests/golden/pixels/<name>.png by is_alike(), because drivers differ.
///
/// The actual picture and, where it differs, <name>.difference.png are left in
/// <build>/golden/pixels. With DOSTYK_UPDATE_GOLDEN=1 the reference is rewritten instead: look at
/// it before you commit it.
[[nodiscard]] bool matches_golden_picture(std::string_view name, const render::Picture& picture);

} // namespace dostyk::test
