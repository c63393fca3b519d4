/// \file
/// Shared by the files that mark entities without a point: what a mark says, and what a click
/// meets.

#pragma once

#include "scene/composer_state.hpp"

#include <string>
#include <string_view>

namespace dostyk::scene {

[[nodiscard]] Hit hit_of(const EntityList& entities);

[[nodiscard]] bool holds(const EntityList& entities, std::string_view id);

/// "Site not published: 2" where some are things with a site; else a line for each kind.
[[nodiscard]] std::string note_text(const EntityList& entities, Language language);

/// A request for a text of one or more lines beside a point.
[[nodiscard]] LabelRequest make_note(const FrameContext& context, const Style& style,
                                     std::string_view layer, std::string_view id,
                                     geo::ScreenPoint at, std::string_view text);

} // namespace dostyk::scene
