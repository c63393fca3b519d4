#include "scene/graticule.hpp"

#include "core/message.hpp"
#include "geo/mercator.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace dostyk::scene {

namespace {

constexpr std::array steps_deg{20.0, 10.0,    5.0,      2.0,      1.0,
                               0.5,  1.0 / 6, 1.0 / 12, 1.0 / 30, 1.0 / 60};

std::string format_angle(double degrees, bool has_seconds)
{
    const double size = std::abs(degrees);
    if (has_seconds) {
        const auto seconds = std::lround(size * 3600);
        return fmt::format("{}°{:02}′{:02}″", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    const auto minutes = std::lround(size * 60);
    return minutes % 60 == 0 ? fmt::format("{}°", minutes / 60)
                             : fmt::format("{}°{:02}′", minutes / 60, minutes % 60);
}

std::string_view hemisphere(Language language, bool is_meridian, double degrees)
{
    if (is_meridian) {
        return tr(language, degrees < 0 ? "compass.w" : "compass.e");
    }
    return tr(language, degrees < 0 ? "compass.s" : "compass.n");
}

/// Call with every line of the graticule that can be seen, meridians first.
template <typename Visit>
void visit_lines(const Camera& camera, Viewport viewport, float scale, Visit visit)
{
    const geo::WorldBounds bounds = visible_bounds(camera, viewport);
    const double step = graticule_step(camera, 110 * scale);
    const geo::LonLat north_west = geo::to_lon_lat(bounds.min);
    const geo::LonLat south_east = geo::to_lon_lat(bounds.max);
    for (double i = std::ceil(north_west.lon / step); i * step <= south_east.lon; ++i) {
        visit(true, i * step);
    }
    for (double i = std::ceil(south_east.lat / step); i * step <= north_west.lat; ++i) {
        visit(false, i * step);
    }
}

float screen_position(const Camera& camera, Viewport viewport, bool is_meridian, double degrees)
{
    const geo::LonLat at = is_meridian ? geo::LonLat{degrees, 0} : geo::LonLat{0, degrees};
    const geo::ScreenPoint point = to_screen(camera, viewport, geo::to_world(at));
    return is_meridian ? point.x : point.y;
}

} // namespace

double graticule_step(const Camera& camera, float min_px) noexcept
{
    const double px_per_degree = camera.px_per_world_unit() / 360;
    double step = steps_deg[0];
    for (const double finer : steps_deg) {
        if (finer * px_per_degree < static_cast<double>(min_px)) {
            break;
        }
        step = finer;
    }
    return step;
}

std::vector<DrawPath> make_graticule(const Camera& camera, Viewport viewport,
                                     const LineStyle& style, float scale)
{
    std::vector<DrawPath> paths;
    const auto width = static_cast<float>(viewport.width);
    const auto height = static_cast<float>(viewport.height);
    visit_lines(camera, viewport, scale, [&](bool is_meridian, double degrees) {
        const float at = screen_position(camera, viewport, is_meridian, degrees);
        DrawPath path;
        path.layer = "graticule";
        path.color = style.color;
        path.width_px = style.width_px * scale;
        path.points = is_meridian ? std::vector<geo::ScreenPoint>{{at, 0}, {at, height}}
                                  : std::vector<geo::ScreenPoint>{{0, at}, {width, at}};
        paths.push_back(std::move(path));
    });
    return paths;
}

std::vector<GraticuleLabel> graticule_labels(const Camera& camera, Viewport viewport,
                                             Language language, float scale)
{
    std::vector<GraticuleLabel> labels;
    visit_lines(camera, viewport, scale, [&](bool is_meridian, double degrees) {
        const float at = screen_position(camera, viewport, is_meridian, degrees);
        labels.push_back({fmt::format("{} {}", format_angle(degrees, false),
                                      hemisphere(language, is_meridian, degrees)),
                          is_meridian ? geo::ScreenPoint{at, 0} : geo::ScreenPoint{0, at},
                          is_meridian});
    });
    return labels;
}

std::string format_position(geo::LonLat position, Language language, bool has_seconds)
{
    return fmt::format("{} {}, {} {}", format_angle(position.lat, has_seconds),
                       hemisphere(language, false, position.lat),
                       format_angle(position.lon, has_seconds),
                       hemisphere(language, true, position.lon));
}

} // namespace dostyk::scene
