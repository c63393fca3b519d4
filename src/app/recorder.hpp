/// \file
/// Writes what a person does as a log that `replay` does again.

#pragma once

#include "app/window.hpp"
#include "core/result.hpp"
#include "editor/replay_log.hpp"
#include "ui/shell.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace dostyk::app {

/// The application tells it what each event was taken for; a line is on its way to the disk as soon
/// as its step is over. Where the disk refuses, the rest of the session goes unrecorded.
class Recorder {
public:
    /// A new file; what was in it is replaced. Error write_failed.
    ///
    /// \param has_start  The program begins with its start screen.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>>
    open(const std::filesystem::path& file, int width, int height, bool has_start = false);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// A chord that is no letter of a text.
    ///
    /// \param clipboard  What it pastes; nothing of a chord that does not paste.
    void chord(editor::Chord chord, std::optional<std::string> clipboard = std::nullopt);
    /// A letter that a field or a tool took.
    void letter(char32_t letter);
    /// A chord that the control which Tab has marked will take: its press is what counts.
    void chord_of_control() noexcept { m_frames_of_key = settling_frames; }

    /// A pointer's button over a panel: the control that it presses tells in after_frame().
    void press_panel(const Event& event);
    void release_panel(const Event& event);

    /// A pointer's button over the map, and the place there.
    void press_map(const Event& event, geo::LonLat at);
    /// \param at  With the camera as it was when the button went down.
    void release_map(const Event& event, geo::LonLat at, double now_s);
    /// The button that is down went down over the map.
    [[nodiscard]] bool is_on_map() const noexcept { return m_is_on_map; }
    void wheel_map(const Event& event, geo::LonLat at);

    /// The controls as they were just drawn.
    void after_frame(std::span<const ui::Control> controls, double now_s);

private:
    /// So long a press may take to reach its control. (frames)
    static constexpr int settling_frames = 3;

    explicit Recorder(std::ofstream file) : m_file(std::move(file)) {}
    void write(const editor::ReplayStep& step);
    void write_text();
    [[nodiscard]] bool is_meant(const ui::Control& control) const noexcept;
    [[nodiscard]] editor::ReplayStep step_of(const ui::Control& control, double now_s);
    /// Follow what the mouse carries. \returns true where it was put down since.
    bool follow_carried(std::span<const ui::Control> controls);

    std::ofstream m_file;
    std::string m_text;                        ///< Typed so far
    std::optional<editor::ReplayStep> m_field; ///< That Tab has come to; counts once it is used
    std::optional<editor::ReplayStep> m_carry; ///< What the mouse carries, to where it is now
    bool m_is_down = false;                    ///< The mouse, since it went down over a panel
    int m_frames_of_key = 0;
    int m_frames_of_mouse = 0;
    Event m_pressed;  ///< Where the button went down
    Event m_released; ///< Where it went up last
    bool m_is_on_map = false;
    geo::LonLat m_pressed_at;
    std::string m_last_key; ///< Of the control that was pressed last
    double m_last_press_s = -1e9;
    Event m_last_click; ///< On the map
    double m_last_click_s = -1e9;
};

} // namespace dostyk::app
