#include "app/map_input.hpp"

#include <cmath>
#include <utility>

namespace dostyk::app {

namespace {

/// Less than this is a hand that trembles, not a drag. [px]
constexpr float drag_threshold_px = 4;
constexpr double double_click_s = 0.4;
/// The speed of a fling is that of the drag's last moment. [s]
constexpr double fling_window_s = 0.09;

editor::ToolPointer pointer_of(const Event& event)
{
    return {{event.x, event.y}, event.chord.shift, event.chord.ctrl};
}

float distance(geo::ScreenPoint a, geo::ScreenPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

std::optional<geo::ScreenPoint> MapInput::handle(const Event& event, editor::Workspace& workspace,
                                                 double now_s)
{
    switch (event.kind) {
    case EventKind::button_press:
        press(event, workspace, now_s);
        return std::nullopt;
    case EventKind::pointer_move:
        move(event, workspace, now_s);
        return std::nullopt;
    case EventKind::button_release:
        return release(event, workspace, now_s);
    case EventKind::wheel:
        workspace.zoom_at({event.x, event.y}, static_cast<double>(event.wheel));
        return std::nullopt;
    case EventKind::focus_lost:
        if (std::exchange(m_is_tools, false)) {
            (void)workspace.tools().cancel(workspace);
        }
        m_is_down = false;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

void MapInput::press(const Event& event, editor::Workspace& workspace, double now_s)
{
    if (m_is_down) {
        return; // a second button does not begin a second drag
    }
    workspace.stop_motion();
    m_is_down = true;
    m_is_tools = event.button == 0 && workspace.tools().press(pointer_of(event), workspace);
    m_has_moved = false;
    m_button = event.button;
    m_pressed_at = m_last = {event.x, event.y};
    m_samples = {{now_s, m_last}};
}

void MapInput::move(const Event& event, editor::Workspace& workspace, double now_s)
{
    if (!m_is_down || m_is_tools) {
        workspace.tools().move(pointer_of(event), workspace);
        return;
    }
    const geo::ScreenPoint at{event.x, event.y};
    if (!m_has_moved && distance(at, m_pressed_at) < drag_threshold_px) {
        return;
    }
    m_has_moved = true;
    workspace.drag(at.x - m_last.x, at.y - m_last.y);
    m_last = at;
    m_samples.push_back({now_s, at});
    while (m_samples.size() > 2 && m_samples.front().at_s < now_s - fling_window_s) {
        m_samples.pop_front();
    }
}

std::optional<geo::ScreenPoint> MapInput::release(const Event& event, editor::Workspace& workspace,
                                                  double now_s)
{
    if (!m_is_down || event.button != m_button) {
        return std::nullopt;
    }
    m_is_down = false;
    const geo::ScreenPoint at{event.x, event.y};
    if (std::exchange(m_is_tools, false)) {
        workspace.tools().release(pointer_of(event), workspace);
        return std::nullopt;
    }
    if (m_has_moved) {
        const Sample& first = m_samples.front();
        const double elapsed = now_s - first.at_s;
        // A hand that rested before it let go does not throw.
        if (elapsed > 0 && now_s - m_samples.back().at_s < fling_window_s) {
            workspace.release_drag(
                static_cast<float>(static_cast<double>(m_last.x - first.point.x) / elapsed),
                static_cast<float>(static_cast<double>(m_last.y - first.point.y) / elapsed));
        }
        return std::nullopt;
    }
    if (m_button != 0) {
        return std::nullopt;
    }
    const bool is_selecting = workspace.tools().toolbox().is_selecting();
    if (is_selecting && now_s - m_last_click_s < double_click_s &&
        distance(at, m_last_click) < drag_threshold_px) {
        constexpr double steps_of_double_click = 2;
        workspace.zoom_at(at, steps_of_double_click);
        m_last_click_s = -1e9;
        return std::nullopt;
    }
    m_last_click_s = now_s;
    m_last_click = at;
    workspace.tools().click(pointer_of(event), workspace);
    return at;
}

} // namespace dostyk::app
