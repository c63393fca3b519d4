/// \file
/// The open program: window, workspace, scene, renderer and panels, wired together.

#pragma once

#include "app/frame_clock.hpp"
#include "app/imgui_platform.hpp"
#include "app/layer_keeper.hpp"
#include "app/load.hpp"
#include "app/map_input.hpp"
#include "app/recorder.hpp"
#include "app/store_keeper.hpp"
#include "app/window.hpp"
#include "core/job_pool.hpp"
#include "core/main_queue.hpp"
#include "editor/workspace.hpp"
#include "render/renderer.hpp"
#include "scene/compose.hpp"
#include "ui/shell.hpp"

#include <array>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace dostyk::app {

/// Owns everything but the window. Lives on the thread of the window's context.
class Application {
public:
    /// Errors: unsupported (no OpenGL 3.3).
    [[nodiscard]] static Result<std::unique_ptr<Application>>
    create(Window& window, Loaded loaded, const editor::Settings& settings);

    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    /// One turn of the frame loop: events, then what they made necessary.
    ///
    /// \param seconds  Since the last turn.
    /// \returns        False when the program should end.
    bool turn(double seconds);

    /// Turns until the person leaves or the time is over; sleeps while nothing moves. [s]
    void run(double at_most_s = std::numeric_limits<double>::infinity());

    /// The project that somebody asked for in the place of this one; empty = none: the program
    /// ends.
    [[nodiscard]] const std::filesystem::path& next_project() const noexcept
    {
        return m_next_project;
    }

    /// Draw the map alone, to its last pixel: what benches time.
    void draw_map();
    /// Wait until what was drawn is drawn.
    void finish();

    /// Open the project's store at once; run() opens it beside the first frames.
    [[nodiscard]] Status open_store();

    [[nodiscard]] editor::Workspace& workspace() noexcept { return *m_workspace; }
    [[nodiscard]] const ui::Shell& shell() const noexcept { return m_shell; }
    /// A field of text has the keys.
    [[nodiscard]] bool wants_text() const { return m_imgui.wants_text(); }
    /// The pointer is over a panel.
    [[nodiscard]] bool wants_pointer() const { return m_imgui.wants_pointer(); }
    /// Id of the entity that the map shows there; empty = none. [px]
    [[nodiscard]] std::string entity_at(geo::ScreenPoint at) const;
    [[nodiscard]] std::optional<scene::FeatureRef> feature_at(geo::ScreenPoint at) const;
    /// Jobs that wait, run or have not handed over.
    [[nodiscard]] bool is_working() const { return m_jobs.count() + m_slow_jobs.count() > 0; }
    /// Let everything that the person does be written down; null = no more. It outlives the
    /// program.
    void set_recorder(Recorder* recorder) noexcept { m_recorder = recorder; }
    /// Draw nothing for a while: for replays, of what nobody would look at. What came of it is
    /// drawn whole afterwards.
    void set_blind(bool is_blind) noexcept { m_is_blind = is_blind; }
    /// Measure time by another clock than the machine's: for replays. [s]
    void set_steady_clock(std::function<double()> steady_s) { m_steady_s = std::move(steady_s); }
    [[nodiscard]] const FrameClock& clock() const noexcept { return m_clock; }
    [[nodiscard]] int map_draws() const noexcept { return m_map_draws; }
    [[nodiscard]] int panel_draws() const noexcept { return m_panel_draws; }
    /// Time until the next turn that is due without an event. [s]
    [[nodiscard]] double seconds_to_next_turn() const;
    /// Draw the panels again at the next turn, the map only if it changed.
    void request_panels() noexcept { m_panel_frames_due = 2; }

private:
    Application(Window& window, Loaded loaded, const editor::Settings& settings,
                render::Renderer renderer);

    bool pump_events();
    void handle(const Event& event);
    void handle_key(editor::Chord chord);
    [[nodiscard]] bool is_of_marked_control(editor::Chord chord) const;
    [[nodiscard]] bool is_over_panel(const Event& event) const;
    void take_text(char32_t letter);
    void record_key(editor::Chord chord, editor::Context context);
    void record_pointer(const Event& event, bool is_of_panel);
    void perform(editor::Effect effect);
    void apply_style();
    void update_hover();
    void draw_panels(double seconds);
    void show_edits();
    bool compose_map();
    void present(bool is_whole);
    void cook_ahead();
    void request_chunks();
    void save_picture();
    void copy_picture();
    /// Files or text on the clipboard.
    [[nodiscard]] std::string pasted() const;
    [[nodiscard]] double now_s() const;
    /// Descriptors that end a sleep, beside those of the window itself.
    [[nodiscard]] std::array<int, 4> wakers() const;

    Window& m_window;
    Loaded m_loaded;
    model::UnitNames m_unit_names;
    render::Renderer m_renderer;
    std::shared_ptr<scene::MapScene> m_map_scene;
    std::unique_ptr<scene::Composer> m_composer;
    std::unique_ptr<editor::Workspace> m_workspace;
    ImguiPlatform m_imgui;
    ui::Shell m_shell;
    MapInput m_map_input;
    FrameClock m_clock;

    std::string m_style_name;
    scene::ViewState m_drawn_view;
    scene::Viewport m_drawn_viewport;
    Language m_title_language = Language::en;
    geo::ScreenPoint m_pointer{-1, -1};
    bool m_is_pointer_inside = false;
    std::optional<scene::Hit> m_hover;
    bool m_is_map_due = true;
    bool m_is_whole_due = true;         ///< What is on the screen counts for nothing.
    bool m_is_opening_view_due = false; ///< Once the panels have said what they leave free.
    int m_panel_frames_due = 3;         ///< ImGui settles over a few frames after each change.
    int m_map_draws = 0;
    int m_panel_draws = 0;
    bool m_is_blind = false;
    bool m_wants_quit = false;
    std::filesystem::path m_next_project;
    bool m_wants_picture = false;
    Recorder* m_recorder = nullptr;
    scene::Camera m_pressed_camera;     ///< When a button went down on the map
    std::function<double()> m_steady_s; ///< Empty = the machine's clock
    bool m_wants_picture_copied = false;

    std::set<std::pair<std::string, int>> m_cooked; ///< Dates and levels that were asked for.
    MainQueue m_finished;
    std::unique_ptr<StoreKeeper> m_keeper;
    std::unique_ptr<LayerKeeper> m_layer_keeper;
    JobPool m_slow_jobs{1}; ///< Reading what others made and writing for others takes its time.
    JobPool m_jobs{1};      ///< Last, both: their jobs are over before what they use goes.
};

} // namespace dostyk::app
