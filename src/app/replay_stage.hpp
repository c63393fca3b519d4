/// \file
/// Where a log is replayed: the program in a window that nobody sees, with a clock that stands
/// still, and hands that do what a person's do.

#pragma once

#include "app/application.hpp"
#include "app/headless_window.hpp"
#include "editor/replay_log.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dostyk::app {

/// The slowest turn of the frame loop since the program stood ready.
struct SlowestFrame {
    double cpu_ms = 0; ///< Of all threads
    double wall_ms = 0;
    std::size_t line = 0; ///< Of the log, where it was slowest on the wall
};

class ReplayStage {
public:
    struct Setting {
        std::filesystem::path project;
        Language language = Language::en;
        int width = 1920; ///< [px]
        int height = 1080;
        std::optional<Instant> now; ///< Nothing = the morning of a day in 2026
        bool has_start = false;     ///< The start screen is open.
    };

    /// The program on a project, its store open, everything at rest. now() says the same from here
    /// on. Errors: no_display, what reading the project or opening its store refuses.
    [[nodiscard]] static Result<std::unique_ptr<ReplayStage>> open(const Setting& setting);
    ~ReplayStage();
    ReplayStage(const ReplayStage&) = delete;
    ReplayStage& operator=(const ReplayStage&) = delete;

    [[nodiscard]] Application& program() noexcept { return *m_program; }
    [[nodiscard]] editor::Workspace& workspace() noexcept { return m_program->workspace(); }
    [[nodiscard]] HeadlessWindow& window() noexcept { return *m_window; }
    /// Null when there is none of this name on the screen, scrolled away or not.
    [[nodiscard]] const ui::Control* find(std::string_view key) const;

    /// Let a chord go down and up again.
    void press_keys(editor::Chord chord);
    /// Type letters as a keyboard of the United States writes them, others as they come.
    void type(std::string_view text);
    void move(geo::ScreenPoint at, editor::Chord held = {});
    void button(bool is_down, geo::ScreenPoint at, editor::Chord held = {}, int which = 0);
    void wheel(double steps, geo::ScreenPoint at, editor::Chord held = {});
    /// One turn of the frame loop so much later. [s]
    void turn(double seconds = 1.0 / 60);
    /// Turns until nothing moves, no job runs and no panel waits for the next moment.
    void settle();

    void begin_line(std::size_t line) noexcept { m_line = line; }
    [[nodiscard]] const SlowestFrame& slowest() const noexcept { return m_slowest; }
    /// Keys that went down so far, those of typed letters among them.
    [[nodiscard]] int keys() const noexcept { return m_keys; }
    /// Of all documents, as `dostyk edit` tells it.
    [[nodiscard]] Result<std::string> hash();

private:
    ReplayStage() = default;
    void push(EventKind kind, editor::Chord chord);
    void push_pointer(EventKind kind, geo::ScreenPoint at, editor::Chord held, int which = 0);

    std::unique_ptr<HeadlessWindow> m_window;
    std::unique_ptr<Application> m_program; ///< Before the window goes
    double m_time_s = 1000;
    SlowestFrame m_slowest;
    std::size_t m_line = 0;
    int m_keys = 0;
};

} // namespace dostyk::app
