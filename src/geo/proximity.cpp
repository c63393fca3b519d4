#include "geo/proximity.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dostyk::geo {

namespace {

constexpr double piece_m = 10'000;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Metres east and north of the point that one looks from, true in direction and distance.
struct Seen {
    double east = 0;
    double north = 0;

    [[nodiscard]] double distance() const noexcept { return std::hypot(east, north); }
};

Seen seen_from(LonLat eye, LonLat at) noexcept
{
    const double distance = distance_m(eye, at);
    const double azimuth = azimuth_deg(eye, at) * std::numbers::pi / 180;
    return {distance * std::sin(azimuth), distance * std::cos(azimuth)};
}

/// Share of the way from a to b that is nearest to the eye.
double nearest_share(Seen a, Seen b) noexcept
{
    const double east = b.east - a.east;
    const double north = b.north - a.north;
    const double square = east * east + north * north;
    return square > 0 ? std::clamp(-(a.east * east + a.north * north) / square, 0.0, 1.0) : 0.0;
}

constexpr double degree = std::numbers::pi / 180;

/// The vertex that is nearest in degrees, those of longitude shortened as they are at the eye.
std::size_t near_vertex(std::span<const LonLat> line, LonLat eye)
{
    const double narrow = std::cos(eye.lat * degree);
    const auto squared = [&](LonLat at) {
        const double east = (at.lon - eye.lon) * narrow;
        const double north = at.lat - eye.lat;
        return east * east + north * north;
    };
    const auto nearest = std::min_element(
        line.begin(), line.end(), [&](LonLat a, LonLat b) { return squared(a) < squared(b); });
    return static_cast<std::size_t>(nearest - line.begin());
}

/// No place of a segment is nearer to the eye than this: by the parallels and the meridians that it
/// lies between. Much cheaper than a geodesic. [m]
double least_distance_m(LonLat from, LonLat to, LonLat eye)
{
    constexpr double shortest_degree_m = 110'500; // of a meridian, at the equator
    constexpr double polar_radius_m = 6'356'752;
    constexpr double safety = 0.99; // The earth is no sphere.
    const auto gap = [](double at, double a, double b) {
        return std::max({0.0, std::min(a, b) - at, at - std::max(a, b)});
    };
    // Between its ends a geodesic runs nearer to the pole, by about d²/16 sin 2φ in radians: twice
    // that is enough for spans of up to 90°.
    const double span = (to.lon - from.lon) * degree;
    const double bulge = span * span / 8 / degree;
    const double north = std::max(0.0, gap(eye.lat, from.lat, to.lat) - bulge) * shortest_degree_m;
    const double turn = std::min(90.0, gap(eye.lon, from.lon, to.lon)) * degree;
    const double east = std::asin(std::cos(eye.lat * degree) * std::sin(turn)) * polar_radius_m;
    return safety * std::max(north, east);
}

/// The nearest place of one segment, if it may beat what was found before.
void look_along(LonLat from, LonLat to, LonLat eye, std::size_t segment, Foot& best)
{
    const double length = distance_m(from, to);
    if (distance_m(eye, from) - length > best.distance_m) {
        return;
    }
    const int pieces = std::max(1, static_cast<int>(std::ceil(length / piece_m)));
    const LineString way = geodesic_path(from, to, pieces + 1);
    Seen last = seen_from(eye, from);
    for (int i = 1; i <= pieces; ++i) {
        const Seen next = seen_from(eye, way[static_cast<std::size_t>(i)]);
        const double share = nearest_share(last, next);
        const Seen foot{last.east + share * (next.east - last.east),
                        last.north + share * (next.north - last.north)};
        if (foot.distance() < best.distance_m) {
            best.distance_m = foot.distance();
            best.segment = segment;
            best.share = (i - 1 + share) / pieces;
        }
        last = next;
    }
}

int sign_of_turn(LonLat a, LonLat b, LonLat c) noexcept
{
    const double turn = (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
    return turn > 0 ? 1 : (turn < 0 ? -1 : 0);
}

/// \pre the three are on one line
bool is_between(LonLat a, LonLat b, LonLat c) noexcept
{
    return std::min(a.lon, b.lon) <= c.lon && c.lon <= std::max(a.lon, b.lon) &&
           std::min(a.lat, b.lat) <= c.lat && c.lat <= std::max(a.lat, b.lat);
}

/// The vertices in order, an outline's first once more at its end.
LineString line_of(const Figure& figure)
{
    LineString line = figure.points;
    if (figure.is_area) {
        line.push_back(figure.points.front());
    }
    return line;
}

bool are_touching(const LineString& a, const LineString& b) noexcept
{
    for (std::size_t i = 1; i < a.size(); ++i) {
        for (std::size_t j = 1; j < b.size(); ++j) {
            if (is_touching(a[i - 1], a[i], b[j - 1], b[j])) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

bool is_touching(LonLat a, LonLat b, LonLat c, LonLat d) noexcept
{
    const int abc = sign_of_turn(a, b, c);
    const int abd = sign_of_turn(a, b, d);
    const int cda = sign_of_turn(c, d, a);
    const int cdb = sign_of_turn(c, d, b);
    if (abc * abd < 0 && cda * cdb < 0) {
        return true;
    }
    return (abc == 0 && is_between(a, b, c)) || (abd == 0 && is_between(a, b, d)) ||
           (cda == 0 && is_between(c, d, a)) || (cdb == 0 && is_between(c, d, b));
}

bool is_crossing_itself(std::span<const LonLat> outline) noexcept
{
    const std::size_t count = outline.size();
    const auto corner = [&](std::size_t i) { return outline[i % count]; };
    for (std::size_t i = 0; i < count; ++i) {
        // Neighbouring sides meet in their corner; they overlap where one turns straight back.
        const LonLat a = corner(i), b = corner(i + 1), c = corner(i + 2);
        if (a == b ||
            (sign_of_turn(a, b, c) == 0 && (is_between(a, b, c) || is_between(b, c, a)))) {
            return true;
        }
        for (std::size_t j = i + 2; j < count; ++j) {
            const bool are_neighbours = i == 0 && j + 1 == count;
            if (!are_neighbours && is_touching(a, b, corner(j), corner(j + 1))) {
                return true;
            }
        }
    }
    return false;
}

bool is_inside(std::span<const LonLat> outline, LonLat at) noexcept
{
    bool is_in = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const LonLat a = outline[i];
        const LonLat b = outline[(i + 1) % outline.size()];
        if ((a.lat > at.lat) != (b.lat > at.lat)) {
            const double lon = a.lon + (at.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
            is_in ^= at.lon < lon;
        }
    }
    return is_in;
}

Foot nearest_on(std::span<const LonLat> line, LonLat to, double within_m)
{
    // The vertex that seems nearest: it makes most segments too far to be looked at.
    const std::size_t vertex = near_vertex(line, to);
    Foot best{line[vertex], infinity, vertex > 0 ? vertex - 1 : 0, vertex > 0 ? 1.0 : 0.0};
    if (least_distance_m(line[vertex], line[vertex], to) < within_m) {
        best.distance_m = distance_m(line[vertex], to);
    }
    double limit = std::min(best.distance_m, within_m);
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (least_distance_m(line[i - 1], line[i], to) < limit) {
            look_along(line[i - 1], line[i], to, i - 1, best);
            limit = std::min(limit, best.distance_m);
        }
    }
    if (line.size() > 1) {
        const LonLat from = line[best.segment];
        const LonLat end = line[best.segment + 1];
        best.at = best.share <= 0   ? from
                  : best.share >= 1 ? end
                                    : destination(from, azimuth_deg(from, end),
                                                  best.share * distance_m(from, end));
    }
    return best;
}

double distance_m(const Figure& a, const Figure& b)
{
    const LineString a_line = line_of(a);
    const LineString b_line = line_of(b);
    const bool is_within = (a.is_area && is_inside(a.points, b.points.front())) ||
                           (b.is_area && is_inside(b.points, a.points.front()));
    if (is_within || are_touching(a_line, b_line)) {
        return 0;
    }
    double nearest = infinity;
    for (const LonLat& point : a.points) {
        nearest = std::min(nearest, nearest_on(b_line, point).distance_m);
    }
    for (const LonLat& point : b.points) {
        nearest = std::min(nearest, nearest_on(a_line, point).distance_m);
    }
    return nearest;
}

LineString circle(LonLat centre, double radius_m, int points)
{
    LineString line;
    for (int i = 0; i <= points; ++i) {
        line.push_back(destination(centre, 360.0 * (i % points) / points, radius_m));
    }
    return line;
}

} // namespace dostyk::geo
