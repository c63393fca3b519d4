#include "scene/scale_bar.hpp"

#include "core/format.hpp"
#include "core/message.hpp"
#include "geo/geodesic.hpp"
#include "geo/mercator.hpp"

#include <cmath>

namespace dostyk::scene {

namespace {

constexpr int parts = 16;

double nice_length_below(double length_m)
{
    const double power = std::pow(10, std::floor(std::log10(length_m)));
    for (const double factor : {5.0, 2.0}) {
        if (factor * power <= length_m) {
            return factor * power;
        }
    }
    return power;
}

} // namespace

ScaleBar make_scale_bar(const Camera& camera, Viewport viewport, geo::ScreenPoint at, float max_px,
                        Language language)
{
    // Along the parallel that the bar lies on: one geodesic would cut the corner at small zooms.
    geo::LineString line;
    for (int i = 0; i <= parts; ++i) {
        const float x = at.x + max_px * static_cast<float>(i) / parts;
        line.push_back(geo::to_lon_lat(to_world(camera, viewport, {x, at.y})));
    }
    const double full_m = geo::length_km(line) * 1000;
    ScaleBar bar;
    bar.length_m = nice_length_below(full_m);
    bar.width_px = max_px * static_cast<float>(bar.length_m / full_m);
    const bool is_km = bar.length_m >= 1000;
    const std::string number = format_number(bar.length_m / (is_km ? 1000 : 1), language, 0);
    bar.text = tr(language, Message{is_km ? "unit.km" : "unit.m", {{"number", number}}});
    return bar;
}

} // namespace dostyk::scene
