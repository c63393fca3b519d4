#include "app/screen_scale.hpp"

#include "editor/settings.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::app {

float find_screen_scale(std::optional<double> dpi, int width, int height)
{
    constexpr double usual_dpi = 96;
    // The desktop is meant to be followed; by its size alone a screen is rather taken for a usual
    // one.
    const float scale = dpi ? static_cast<float>(std::round(*dpi / usual_dpi * 4) / 4)
                            : std::floor(editor::times_full_hd(width, height) * 2) / 2;
    return std::clamp(scale, 1.0F, editor::max_ui_scale);
}

} // namespace dostyk::app
