/// \file
/// Lines of a label as glyphs about an anchor.

#pragma once

#include "scene/label_placement.hpp"

#include <span>
#include <vector>

namespace dostyk::scene {

/// Lines of one look, laid out about (0, 0): x from the left of the block, y from its top. [px]
struct TextBlock {
    std::size_t first_line = 0; ///< of the request
    std::size_t line_count = 0;
    float top = 0; ///< of the block in the whole label
    float width = 0;
    float height = 0;
};

/// Size of a whole label.
struct TextSize {
    float width = 0;
    float height = 0;
};

enum class Align : std::uint8_t { left, centre, right };

[[nodiscard]] float width_of(const LabelLine& line, text::FontSet& fonts);
[[nodiscard]] float height_of(const LabelLine& line);
[[nodiscard]] TextSize size_of(std::span<const LabelLine> lines, text::FontSet& fonts);

/// One DrawLabel for each run of lines of the same style; boxes include the halo and do not overlap
/// each other.
void append_straight(const LabelRequest& request, geo::ScreenPoint top_left, TextSize size,
                     Align align, text::FontSet& fonts, std::vector<DrawLabel>& labels);

} // namespace dostyk::scene
