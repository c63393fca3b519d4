/// \file
/// The programme of the meeting that is planned: lanes of bars on a time axis with every clock,
/// where sessions are moved, stretched and scheduled.

#pragma once

#include "editor/programme_axis.hpp"
#include "editor/programme_hand.hpp"
#include "editor/programme_lanes.hpp"
#include "ui/canvas.hpp"
#include "ui/fields.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::ui {

class ProgrammePanel {
public:
    /// Into the rest of the window.
    void draw(Canvas& canvas);
    /// The board has the keyboard: arrows, Enter and Del are its own. False where it was not drawn
    /// in this frame.
    [[nodiscard]] bool has_focus() const;

private:
    using Minute = schedule::Minute;
    using Index = schedule::Index;

    /// Where things are in this frame. [px]
    struct Board {
        ImVec2 min, max; ///< Of the lanes, without their names
        float names = 0; ///< Left edge of the names
        float row = 0;   ///< Height of a row
        float top = 0;   ///< Of the first row, wherever it is scrolled to
        editor::TimeSpan shown;

        [[nodiscard]] float width() const noexcept { return max.x - min.x; }
        [[nodiscard]] float x_of_place(double place) const noexcept
        {
            return min.x + static_cast<float>((place - shown.from) / shown.length()) * width();
        }
        /// What a length takes of the axis. [places]
        [[nodiscard]] double places_of(float px) const noexcept
        {
            return static_cast<double>(px / width()) * shown.length();
        }
        [[nodiscard]] double place_at(float x) const noexcept
        {
            return shown.from + places_of(x - min.x);
        }
        [[nodiscard]] float y_of_row(int at) const noexcept
        {
            return top + static_cast<float>(at) * row;
        }
        [[nodiscard]] bool holds(ImVec2 point) const noexcept
        {
            return point.x >= min.x && point.x < max.x && point.y >= min.y && point.y < max.y;
        }
    };
    /// The mouse went down on a session, and may carry it.
    struct Press {
        Index session = schedule::none;
        editor::Grip grip = editor::Grip::whole;
        ImVec2 at;
        Minute offset = 0; ///< From the start of what is held to the mouse. [min]
    };

    // programme_panel.cpp
    bool refresh(Canvas& canvas);
    void draw_tools(Canvas& canvas);
    /// \param room  Most that the meeting's name may take. [px]
    void draw_meeting_picker(Canvas& canvas, float room);
    void draw_counts(Canvas& canvas) const;
    void fit() noexcept { m_shown = m_axis.whole(); }
    /// Make the lanes anew, of what is shown and with the ghosts of what differs.
    void lay_lanes(Canvas& canvas);

    // programme_search.cpp
    /// Show the best plan so far, while one is looked for and until it is kept or dropped.
    void follow_search(Canvas& canvas);
    void draw_search(Canvas& canvas);
    void stop_search(Canvas& canvas);
    [[nodiscard]] static bool is_trying(Canvas& canvas)
    {
        return canvas.workspace.plan_search().meeting() != nullptr;
    }

    // programme_axis_band.cpp
    [[nodiscard]] float axis_height(const Canvas& canvas) const;
    void draw_axis(Canvas& canvas) const;
    void draw_days(Canvas& canvas) const;
    void draw_scrubber(Canvas& canvas, float top) const;
    void draw_now(Canvas& canvas) const;
    void draw_shown_minute(Canvas& canvas) const;
    /// Nothing where it is beside what is shown.
    [[nodiscard]] std::optional<float> x_in_sight(Minute minute) const;

    // programme_board.cpp
    void draw_board(Canvas& canvas, ImVec2 size);
    void draw_lane(Canvas& canvas, const editor::Lane& lane);
    void draw_lane_name(Canvas& canvas, const editor::Lane& lane);
    void draw_bar(Canvas& canvas, const editor::Lane& lane, const editor::Bar& bar);
    void draw_legs(Canvas& canvas, const editor::Lane& lane, bool are_late);
    void reveal(int row, schedule::Interval time);
    /// What was selected elsewhere, or is carried by keys, comes into sight.
    void reveal_wanted(Canvas& canvas);
    [[nodiscard]] float x_of(Minute minute) const noexcept
    {
        return m_board.x_of_place(m_axis.place_of(minute));
    }
    [[nodiscard]] schedule::Interval shown_time() const noexcept;
    [[nodiscard]] std::string hint_of(Canvas& canvas, Index session) const;
    [[nodiscard]] std::string clocks_text(const Canvas& canvas, schedule::Interval time) const;

    // programme_changes.cpp
    void draw_changes_button(Canvas& canvas);
    void draw_ghosts(Canvas& canvas, const editor::Lane& lane);
    void draw_ghost_of(Canvas& canvas, const editor::Lane& lane, const editor::Ghost& ghost);
    /// From where sessions were to where they are; over the lanes.
    void draw_links(Canvas& canvas) const;
    /// What is new or other about a session, at the right end of its bar. \returns what it takes
    /// of the bar's width [px]; nothing where there is no room for it, or nothing differs.
    float draw_change_mark(Canvas& canvas, Index session, ImVec2 min, ImVec2 max) const;
    [[nodiscard]] const schedule::SessionChange* find_change(Index session) const;
    [[nodiscard]] std::string change_text(Canvas& canvas,
                                          const schedule::SessionChange& change) const;

    // programme_carry.cpp
    void move_view(Canvas& canvas);
    void press(Index session, editor::Grip grip, Minute grabbed);
    void carry(Canvas& canvas);
    void follow_mouse(Canvas& canvas);
    void take_keys(Canvas& canvas);
    void step_lane(int by);
    [[nodiscard]] bool take(Canvas& canvas, Index session, editor::Grip grip);
    [[nodiscard]] bool take_by_keys(Canvas& canvas, Index session);
    void put_down(Canvas& canvas);
    void let_go(Canvas& canvas);
    void submit(Canvas& canvas, const editor::Command& command);
    void draw_slots(Canvas& canvas);
    void draw_ghost(Canvas& canvas);
    [[nodiscard]] const editor::Lane* target_lane() const;

    // programme_tray.cpp
    void draw_tray(Canvas& canvas, ImVec2 size);

    editor::Programme::MeetingPtr m_meeting;
    std::uint64_t m_version = 0;
    editor::Lanes m_lanes;
    editor::LanesBy m_by = editor::LanesBy::venue;
    editor::ProgrammeAxis m_axis;
    editor::TimeSpan m_shown{0, 0};
    std::string m_shown_meeting; ///< That m_shown is of
    Board m_board;
    Picker m_meetings;
    std::string m_seen_selection;
    bool m_is_revealing = false;

    const schedule::ProgrammeDiff* m_diff = nullptr; ///< Of this frame; null = none is shown
    std::uint64_t m_diff_version = 0;                ///< That m_lanes has the ghosts of; 0 = none
    editor::ProgrammeHand m_hand;
    std::optional<Press> m_press;
    std::optional<std::size_t> m_over; ///< The lane that is carried over; nothing beside the board
    bool m_is_by_keys = false;
    bool m_is_pulling = false; ///< The ground
    bool m_is_over_tray = false;
    bool m_has_keys = false;
    bool m_takes_focus = false; ///< The board, in the next frame
    int m_frame = -1;           ///< That it was drawn in last
};

/// Colour and glyph of a level: they differ in both.
[[nodiscard]] ImU32 color_of(const Canvas& canvas, editor::Level level) noexcept;
[[nodiscard]] const std::string& glyph_of(const Canvas& canvas, editor::Level level) noexcept;
/// A colour over another one. \param share  [0, 1]
[[nodiscard]] ImU32 tinted(ImU32 base, ImU32 over, float share) noexcept;
/// The name of a session in the language of the panels.
[[nodiscard]] std::string session_name(const Canvas& canvas, const editor::PlannedMeeting& meeting,
                                       schedule::Index session);

} // namespace dostyk::ui
