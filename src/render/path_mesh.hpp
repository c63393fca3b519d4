/// \file
/// Polylines of one frame to triangles. Inside `render` only.

#pragma once

#include "scene/frame.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace dostyk::render {

/// The shader fades where `across` leaves `half`, and at both ends of the length.
struct PathVertex {
    float x = 0;
    float y = 0;
    float across = 0; ///< Signed distance from the middle. [px]
    float half = 0;   ///< Half of the width here: it shrinks to 0 at the tip of an arrow. [px]
    float along = 0;  ///< [px]
    float length = 0; ///< of all of it [px]
    float dash = 0;   ///< 0 = solid [px]
    float period = 0; ///< dash and gap [px]
    std::array<std::uint8_t, 4> color{}; ///< premultiplied
};

/// Append a path: mitred where it bends gently, with round joins where it turns.
void append_path(const scene::DrawPath& path, std::vector<PathVertex>& triangles);

} // namespace dostyk::render
