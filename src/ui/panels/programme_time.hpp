/// \file
/// The strip under the map while a programme's minutes are shown: play, a slider over the days, the
/// clocks, the speed, and how far one comes.

#pragma once

#include "editor/programme_axis.hpp"
#include "ui/canvas.hpp"
#include "ui/slots.hpp"

#include <cstdint>
#include <string>

namespace dostyk::ui {

class ProgrammeTime {
public:
    /// Into the window that is open, from x = left to the end of the box. [px]
    void draw(Canvas& canvas, const Box& box, float left);
    [[nodiscard]] bool has_focus() const noexcept { return m_has_focus; }

private:
    struct Track {
        ImVec2 min, max;

        [[nodiscard]] float width() const noexcept { return max.x - min.x; }
    };

    void refresh(Canvas& canvas);
    void draw_track(Canvas& canvas, float width);
    void draw_days(Canvas& canvas, const Track& track, float line_y) const;
    void draw_line(Canvas& canvas, const Track& track, float line_y) const;
    void draw_clocks(Canvas& canvas, const Track& track) const;
    [[nodiscard]] float draw_speed(Canvas& canvas, float right, float top);
    [[nodiscard]] float draw_reach(Canvas& canvas, float right, float top);
    [[nodiscard]] float x_of(const Track& track, double minute) const noexcept;
    /// "18 May 2027 · 10:35 UTC+5 · 11:35 UTC+6"
    [[nodiscard]] std::string moment_text(const Canvas& canvas) const;

    editor::Programme::MeetingPtr m_meeting;
    std::uint64_t m_version = 0;
    editor::ProgrammeAxis m_axis;
    bool m_has_focus = false;
};

} // namespace dostyk::ui
