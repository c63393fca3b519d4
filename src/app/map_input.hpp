/// \file
/// What a pointer does on the map: a state machine without a window.

#pragma once

#include "app/window.hpp"
#include "editor/workspace.hpp"
#include "geo/coordinates.hpp"

#include <deque>
#include <optional>

namespace dostyk::app {

/// A drag that the tool in hand does not take pans with inertia, the wheel zooms at the cursor, a
/// double click zooms in while selecting, a click that did not drag is the tool's.
class MapInput {
public:
    /// \param now_s  Any steady clock. [s]
    /// \returns      Where the map was clicked; the tool has it already.
    std::optional<geo::ScreenPoint> handle(const Event& event, editor::Workspace& workspace,
                                           double now_s);

    /// The pointer went over a panel or away: a drag that runs goes on, nothing new begins.
    [[nodiscard]] bool is_dragging() const noexcept
    {
        return m_is_down && m_has_moved && !m_is_tools;
    }
    [[nodiscard]] bool is_down() const noexcept { return m_is_down; }

private:
    void press(const Event& event, editor::Workspace& workspace, double now_s);
    void move(const Event& event, editor::Workspace& workspace, double now_s);
    std::optional<geo::ScreenPoint> release(const Event& event, editor::Workspace& workspace,
                                            double now_s);

    struct Sample {
        double at_s = 0;
        geo::ScreenPoint point;
    };

    bool m_is_down = false;
    bool m_is_tools = false; ///< The drag that runs is the tool's.
    bool m_has_moved = false;
    int m_button = 0;
    geo::ScreenPoint m_pressed_at;
    geo::ScreenPoint m_last;
    std::deque<Sample> m_samples; ///< The end of the drag, for its speed.
    double m_last_click_s = -1e9;
    geo::ScreenPoint m_last_click;
};

} // namespace dostyk::app
