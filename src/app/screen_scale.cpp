#include "app/screen_scale.hpp"

#include "editor/settings.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::app {

float find_screen_scale(std::optional<double> dpi, int width, int height)
{
    constexpr double usual_dpi = 96;
    const double by_size = std::min(width / 1920.0, height / 1080.0);
    // Halves and quarters, at which letters are sharp.
    const double scale = dpi ? std::round(*dpi / usual_dpi * 4) / 4 : std::floor(by_size * 2) / 2;
    return std::clamp(static_cast<float>(scale), 1.0F, editor::max_ui_scale);
}

} // namespace dostyk::app
