#include "scene/motion.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::scene {

namespace {

constexpr double zoom_duration_s = 0.18;
constexpr double longest_flight_s = 1.2;
constexpr double shortest_flight_s = 0.35;
/// Time in which a fling loses 63 % of its speed; the whole way is velocity times this.
constexpr double fling_decay_s = 0.28;
constexpr double fling_stop_px_per_s = 12;
/// Trade-off of zooming out against panning; 1.42 is what people liked best (van Wijk and Nuij).
constexpr double flight_rho = 1.42;

double ease_out(double t) noexcept
{
    const double rest = 1 - t;
    return 1 - rest * rest * rest;
}

/// Slow, fast, slow: zero speed at both ends.
double ease_in_out(double t) noexcept
{
    return t * t * t * (t * (6 * t - 15) + 10);
}

/// The optimal path of van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003),
/// equations 9 to 11. Widths and distances in world units.
struct Flight {
    double w0, w1, u1;
    double r0 = 0, length = 0;

    Flight(double from_width, double to_width, double distance)
    : w0(from_width), w1(to_width), u1(distance)
    {
        if (is_zoom_only()) {
            length = std::abs(std::log(w1 / w0)) / flight_rho;
            return;
        }
        r0 = r_at(w0, 1);
        length = (r_at(w1, -1) - r0) / flight_rho;
    }

    [[nodiscard]] bool is_zoom_only() const noexcept { return u1 < 1e-6 * std::min(w0, w1); }

    [[nodiscard]] double width_at(double s) const noexcept
    {
        if (is_zoom_only()) {
            return w0 * std::exp((w1 < w0 ? -1 : 1) * flight_rho * s);
        }
        return w0 * std::cosh(r0) / std::cosh(flight_rho * s + r0);
    }

    /// Way along the straight line between the centres, 0 to 1.
    [[nodiscard]] double share_at(double s) const noexcept
    {
        if (is_zoom_only()) {
            return length > 0 ? s / length : 1;
        }
        const double u = w0 / (flight_rho * flight_rho) *
                         (std::cosh(r0) * std::tanh(flight_rho * s + r0) - std::sinh(r0));
        return u / u1;
    }

private:
    [[nodiscard]] double r_at(double width, double sign) const noexcept
    {
        const double rho2 = flight_rho * flight_rho;
        const double b =
            (w1 * w1 - w0 * w0 + sign * rho2 * rho2 * u1 * u1) / (2 * width * rho2 * u1);
        // ln(sqrt(b^2 + 1) - b) without the cancellation of large b.
        return -std::asinh(b);
    }
};

Flight flight_between(const Camera& from, const Camera& to, Viewport viewport)
{
    const double width = std::max(viewport.width, 1);
    return {width / from.px_per_world_unit(), width / to.px_per_world_unit(),
            std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y)};
}

} // namespace

void Motion::fly_to(const Camera& from, const Camera& to, Viewport viewport)
{
    m_kind = Kind::fly;
    m_from = from;
    m_to = clamped(to);
    m_viewport = viewport;
    m_elapsed_s = 0;
    const double length = flight_between(m_from, m_to, viewport).length;
    m_duration_s = std::clamp(0.25 + length * 0.35, shortest_flight_s, longest_flight_s);
}

void Motion::zoom_about(const Camera& from, Viewport viewport, geo::ScreenPoint cursor, double zoom)
{
    m_kind = Kind::zoom;
    m_from = from;
    m_viewport = viewport;
    m_anchor = cursor;
    m_to = zoomed_at(from, viewport, cursor, zoom);
    m_elapsed_s = 0;
    m_duration_s = zoom_duration_s;
}

void Motion::fling(const Camera& from, float velocity_x, float velocity_y)
{
    m_velocity_x = static_cast<double>(velocity_x);
    m_velocity_y = static_cast<double>(velocity_y);
    const double speed = std::hypot(m_velocity_x, m_velocity_y);
    if (m_is_reduced || speed <= fling_stop_px_per_s) {
        stop();
        return;
    }
    m_kind = Kind::fling;
    m_from = from;
    m_elapsed_s = 0;
    m_duration_s = fling_decay_s * std::log(speed / fling_stop_px_per_s);
}

void Motion::stop() noexcept
{
    m_kind = Kind::none;
}

bool Motion::is_moving() const noexcept
{
    return m_kind != Kind::none;
}

std::optional<double> Motion::zoom_target() const noexcept
{
    return m_kind == Kind::zoom ? std::optional(m_to.zoom) : std::nullopt;
}

Camera Motion::advance(const Camera& camera, double seconds)
{
    if (m_kind == Kind::none) {
        return camera;
    }
    m_elapsed_s += seconds;
    const bool is_done = m_is_reduced || m_elapsed_s >= m_duration_s;
    const double t = is_done ? 1.0 : m_elapsed_s / m_duration_s;
    // Positions come from the start and the elapsed time, never from the last step: the end point
    // is the same at every frame rate.
    Camera now = m_to;
    if (m_kind == Kind::fling) {
        const double way = fling_decay_s * (1 - std::exp(-t * m_duration_s / fling_decay_s));
        const double scale = m_from.px_per_world_unit();
        now = m_from;
        now.centre = {m_from.centre.x - m_velocity_x * way / scale,
                      m_from.centre.y - m_velocity_y * way / scale};
        now = clamped(now);
    } else if (m_kind == Kind::zoom && !is_done) {
        const double zoom = m_from.zoom + (m_to.zoom - m_from.zoom) * ease_out(t);
        now = zoomed_at(m_from, m_viewport, m_anchor, zoom);
    } else if (m_kind == Kind::fly && !is_done) {
        const Flight flight = flight_between(m_from, m_to, m_viewport);
        const double s = flight.length * ease_in_out(t);
        const double share = flight.share_at(s);
        now.centre = {m_from.centre.x + (m_to.centre.x - m_from.centre.x) * share,
                      m_from.centre.y + (m_to.centre.y - m_from.centre.y) * share};
        now.zoom =
            std::clamp(m_from.zoom + std::log2(flight.w0 / flight.width_at(s)), min_zoom, max_zoom);
    }
    if (is_done) {
        stop();
    }
    return now;
}

} // namespace dostyk::scene
