// The camera and the played time of a workspace.

#include "editor/workspace.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::editor {

void Workspace::set_viewport(scene::Viewport viewport)
{
    m_viewport = viewport;
    m_view.camera = scene::clamped(m_view.camera);
}

void Workspace::set_insets(float left, float top, float right, float bottom)
{
    if (left == m_inset_left && top == m_inset_top && right == m_inset_right &&
        bottom == m_inset_bottom) {
        return;
    }
    const auto whole = m_find_bounds ? m_find_bounds("all") : std::nullopt;
    const bool is_whole_shown = whole && m_view.camera == camera_on(*whole);
    m_inset_left = left;
    m_inset_top = top;
    m_inset_right = right;
    m_inset_bottom = bottom;
    if (is_whole_shown) {
        show(*whole); // no country goes under a panel because that was opened
    }
}

void Workspace::zoom_at(geo::ScreenPoint cursor, double steps)
{
    constexpr double zoom_per_step = 0.5;
    // Steps of a wheel add up while the last one still eases.
    const double from = m_motion.zoom_target().value_or(m_view.camera.zoom);
    const double to = std::clamp(from + steps * zoom_per_step, scene::min_zoom, scene::max_zoom);
    m_motion.zoom_about(m_view.camera, m_viewport, cursor, to);
}

void Workspace::step_zoom(double by)
{
    const geo::ScreenPoint middle{static_cast<float>(m_viewport.width) / 2,
                                  static_cast<float>(m_viewport.height) / 2};
    zoom_at(middle, 2 * by);
}

void Workspace::drag(float dx, float dy)
{
    m_motion.stop();
    const double scale = m_view.camera.px_per_world_unit();
    m_view.camera.centre.x -= static_cast<double>(dx) / scale;
    m_view.camera.centre.y -= static_cast<double>(dy) / scale;
    m_view.camera = scene::clamped(m_view.camera);
}

void Workspace::release_drag(float velocity_x, float velocity_y)
{
    constexpr float slowest_fling = 40; // [px/s] below this a hand only trembled
    if (std::hypot(velocity_x, velocity_y) > slowest_fling) {
        m_motion.fling(m_view.camera, velocity_x, velocity_y);
    }
}

void Workspace::pan(float dx, float dy)
{
    drag(-dx, -dy);
}

void Workspace::jump_to(geo::WorldPoint centre)
{
    m_motion.stop();
    m_view.camera.centre = centre;
    m_view.camera = scene::clamped(m_view.camera);
}

scene::Camera Workspace::camera_on(const geo::WorldBounds& bounds) const
{
    constexpr float margin_px = 24;
    constexpr double closest_zoom = 9.5; // a point fills no bounds: stop where its district is seen
    const int free_width =
        std::max(100, m_viewport.width - static_cast<int>(m_inset_left + m_inset_right));
    const int free_height =
        std::max(100, m_viewport.height - static_cast<int>(m_inset_top + m_inset_bottom));
    scene::Camera to = scene::fitted(bounds, {free_width, free_height}, margin_px);
    to.zoom = std::min(to.zoom, closest_zoom);
    // The middle of what panels leave free is not the middle of the window.
    const double scale = to.px_per_world_unit();
    to.centre.x += static_cast<double>(m_inset_right - m_inset_left) / 2 / scale;
    to.centre.y += static_cast<double>(m_inset_bottom - m_inset_top) / 2 / scale;
    return scene::clamped(to);
}

void Workspace::fly_to(const geo::WorldBounds& bounds)
{
    m_motion.fly_to(m_view.camera, camera_on(bounds), m_viewport);
}

void Workspace::show(const geo::WorldBounds& bounds)
{
    m_motion.stop();
    m_view.camera = camera_on(bounds);
}

void Workspace::fly_to_selection()
{
    if (m_view.selected.empty() || !m_find_bounds) {
        return;
    }
    if (const auto bounds = m_find_bounds(m_view.selected)) {
        fly_to(*bounds);
    }
}

void Workspace::interrupt_flight() noexcept
{
    if (!m_motion.zoom_target()) {
        m_motion.stop();
    }
}

void Workspace::advance(double seconds)
{
    if (m_motion.is_moving()) {
        m_view.camera = scene::clamped(m_motion.advance(m_view.camera, seconds));
    }
    advance_programme(seconds);
    if (!m_is_playing) {
        return;
    }
    constexpr double seconds_per_year = 1.2;
    m_played_s += seconds;
    if (m_played_s >= seconds_per_year) {
        m_played_s = 0;
        const YearRange years = played_years();
        if (!m_time_range.is_set()) {
            step_year(1);
            m_is_playing = shown_year() < years.last;
        } else if (shown_year() >= years.first && shown_year() < years.last) {
            step_year(1);
        } else {
            show_year(years.first);
        }
    }
}

bool Workspace::is_animating() const noexcept
{
    return m_motion.is_moving() || is_playing();
}

YearRange Workspace::played_years() const noexcept
{
    return {m_time_range.first > 0 ? m_time_range.first : m_timeline.first_year,
            m_time_range.last > 0 ? m_time_range.last : m_timeline.last_year};
}

void Workspace::start_or_stop_time()
{
    const YearRange years = played_years();
    const bool is_one_year = m_time_range.is_set() && years.first == years.last;
    m_is_playing = !m_is_playing && m_timeline.first_year > 0 && !is_one_year;
    m_played_s = 0;
    const int year = shown_year();
    if (is_one_year || (m_is_playing && (year < years.first || year >= years.last))) {
        show_year(years.first);
    }
}

void Workspace::bound_time(ActionId id)
{
    if (id == ActionId::time_range_clear || m_timeline.first_year == 0) {
        m_time_range = {};
        return;
    }
    const int year = std::clamp(shown_year(), m_timeline.first_year, m_timeline.last_year);
    // The end that is set now holds; the other one opens where it would come before it.
    if (id == ActionId::time_range_start) {
        const bool has_last = m_time_range.last >= year;
        m_time_range = {year, has_last ? m_time_range.last : 0};
    } else {
        const bool has_first = m_time_range.first <= year;
        m_time_range = {has_first ? m_time_range.first : 0, year};
    }
}

int Workspace::shown_year() const noexcept
{
    const int year = year_of(m_view.date);
    return year > 0 ? year : std::max(m_timeline.last_year, year_of(today()));
}

void Workspace::step_year(int by)
{
    if (m_timeline.first_year > 0) {
        show_year(std::clamp(shown_year() + by, m_timeline.first_year, m_timeline.last_year));
    }
}

void Workspace::show_year(int year)
{
    if (year > 0) {
        // The state at the year's end: all that happened in it is there.
        set_date(std::to_string(year) + "-12-31");
    }
}

} // namespace dostyk::editor
