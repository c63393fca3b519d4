/// \file
/// Measures of the grid of an import, and how its verdicts look. For the panel's own files.

#pragma once

#include "intake/row_plan.hpp"
#include "ui/canvas.hpp"

#include <string_view>

namespace dostyk::ui::import_grid {

/// [px at scale 1]
inline constexpr float row_height = 32, title_height = 32, number_width = 52, verdict_width = 142,
                       narrowest_cell = 176, widest_cell = 300, pad = 9;

struct VerdictLook {
    std::string_view icon;
    ImU32 color = 0;
};

[[nodiscard]] VerdictLook look_of(const Canvas& canvas, intake::Verdict verdict);

} // namespace dostyk::ui::import_grid
