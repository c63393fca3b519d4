/// \file
/// What a map tool shows over the map while it works.

#pragma once

#include "geo/layer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dostyk::scene {

struct OverlayLine {
    std::vector<geo::LonLat> points;
    bool is_tentative = false; ///< Not placed yet: dashed
    bool is_wide = false;      ///< A stretch that is chosen, a route

    friend bool operator==(const OverlayLine&, const OverlayLine&) = default;
};

enum class HandleLook : unsigned char {
    vertex,
    active, ///< Held, or what the next key is about
    middle, ///< Where a vertex can be put in
    snap,   ///< What the pointer is drawn to
};

struct OverlayHandle {
    geo::LonLat at;
    HandleLook look = HandleLook::vertex;

    friend bool operator==(const OverlayHandle&, const OverlayHandle&) = default;
};

/// A value: the composer draws it last, and dump() prints it with the frame.
struct ToolOverlay {
    std::vector<OverlayLine> lines;
    std::vector<OverlayHandle> handles;
    std::vector<geo::LonLat> rings;          ///< About each of the hits
    std::optional<geo::ScreenPoint> cross;   ///< The cross-hair that the arrow keys move
    std::vector<std::string> text;           ///< Lines of text
    std::optional<geo::ScreenPoint> text_at; ///< Beside what [px]

    friend bool operator==(const ToolOverlay&, const ToolOverlay&) = default;
};

} // namespace dostyk::scene
