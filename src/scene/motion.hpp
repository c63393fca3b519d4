/// \file
/// Camera in motion: inertia after a drag, eased zoom, fly-to. Any input interrupts it.

#pragma once

#include "scene/camera.hpp"

#include <optional>

namespace dostyk::scene {

/// Moves a camera over time; frame-rate independent: the end point does not depend on the steps.
class Motion {
public:
    /// Ease to a camera in at most 1.2 s along van Wijk and Nuij's optimal path (2003).
    void fly_to(const Camera& from, const Camera& to, Viewport viewport);
    /// Zoom about a point of the screen, eased in 0.18 s; the point stays under the cursor.
    void zoom_about(const Camera& from, Viewport viewport, geo::ScreenPoint cursor, double zoom);
    /// Let go of a drag. [px/s]
    void fling(const Camera& from, float velocity_x, float velocity_y);
    void stop() noexcept;

    [[nodiscard]] bool is_moving() const noexcept;
    /// Target zoom of a running zoom, so that further wheel steps add up.
    [[nodiscard]] std::optional<double> zoom_target() const noexcept;

    /// Advance by a time step. [s]
    [[nodiscard]] Camera advance(const Camera& camera, double seconds);

    /// Reduced motion: every movement is a cut.
    void set_reduced(bool is_reduced) noexcept { m_is_reduced = is_reduced; }

private:
    enum class Kind { none, fly, zoom, fling };
    Kind m_kind = Kind::none;
    bool m_is_reduced = false;
    Camera m_from;
    Camera m_to;
    Viewport m_viewport;
    geo::ScreenPoint m_anchor;
    double m_elapsed_s = 0;
    double m_duration_s = 0;
    double m_velocity_x = 0; ///< [px/s]
    double m_velocity_y = 0;
};

} // namespace dostyk::scene
