#include "app/application.hpp"

#include "app/stop_signal.hpp"
#include "cli/export_project.hpp"
#include "cli/open_project.hpp"
#include "core/files.hpp"
#include "geo/mercator.hpp"
#include "scene/map_levels.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace dostyk::app {

namespace {

/// Frames that the panels get after something happened: ImGui measures in one, places in the next.
constexpr int settling_frames = 3;
/// What results of jobs may take of a frame.
constexpr std::chrono::milliseconds jobs_budget{2};

std::string window_title(const model::Project& project, Language language)
{
    const std::string_view name = project.name.in(language);
    return name.empty() ? "Dostyk" : std::string(name) + " – Dostyk";
}

} // namespace

Result<std::unique_ptr<Application>> Application::create(Window& window, Loaded loaded,
                                                         const editor::Settings& settings)
{
    auto renderer = render::Renderer::create(*loaded.fonts, loaded.icons);
    if (!renderer) {
        return renderer.error();
    }
    return std::unique_ptr<Application>(
        new Application(window, std::move(loaded), settings, std::move(*renderer)));
}

Application::Application(Window& window, Loaded loaded, const editor::Settings& settings,
                         render::Renderer renderer)
: m_window(window),
  m_loaded(std::move(loaded)),
  m_unit_names(cli::unit_names_of(*m_loaded.map)),
  m_renderer(std::move(renderer)),
  m_map_scene(std::make_shared<scene::MapScene>(m_loaded.map)),
  m_imgui(window),
  m_shell(*m_loaded.fonts, m_loaded.icons),
  m_style_name(m_loaded.style.name)
{
    m_composer = std::make_unique<scene::Composer>(m_map_scene, m_loaded.style, *m_loaded.fonts);
    m_composer->set_project(m_loaded.project);
    m_workspace = std::make_unique<editor::Workspace>(
        std::make_unique<editor::EditSession>(m_loaded.project, m_loaded.path, m_loaded.state),
        m_loaded.map, settings);
    m_workspace->set_template_folder(m_loaded.paths.data / "templates" / "meetings");
    m_workspace->export_session().set_writer(cli::export_project);
    m_workspace->set_background(Background(m_slow_jobs, m_finished));
    m_keeper = std::make_unique<StoreKeeper>(*m_workspace, m_jobs, m_finished);
    m_layer_keeper = std::make_unique<LayerKeeper>(
        *m_workspace, m_finished,
        [this](const std::string& layer, std::shared_ptr<const scene::LayerContent> content) {
            m_composer->set_layer_content(layer, std::move(content));
            m_is_map_due = true;
        });
    m_workspace->set_bounds_finder([this](const std::string& id) {
        if (const model::Entity* entity = m_workspace->project().find(id)) {
            return m_composer->bounds_of(*entity, m_workspace->view().pack);
        }
        return m_map_scene->bounds_of(id);
    });
    m_workspace->tools().set_picker([this](geo::ScreenPoint at) { return entity_at(at); },
                                    [this](geo::ScreenPoint at) { return feature_at(at); });
    m_workspace->set_viewport({m_window.width(), m_window.height()});
    m_is_opening_view_due = !settings.camera;
    m_title_language = settings.language;
    m_window.set_title(window_title(*m_loaded.project, settings.language));
}

Application::~Application() = default;

std::string Application::entity_at(geo::ScreenPoint at) const
{
    const auto hit = m_composer->pick(at);
    return hit ? hit->entity : std::string();
}

std::optional<scene::FeatureRef> Application::feature_at(geo::ScreenPoint at) const
{
    const auto hit = m_composer->pick(at);
    return hit && !hit->layer.empty() ? std::optional(scene::FeatureRef{hit->layer, hit->feature})
                                      : std::nullopt;
}

double Application::now_s() const
{
    if (m_steady_s) {
        return m_steady_s();
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool Application::turn(double seconds)
{
    m_clock.begin("pump_events");
    if (pump_events()) {
        m_panel_frames_due = settling_frames;
    }
    m_clock.begin("finish_jobs");
    const bool has_heard = m_layer_keeper->look();
    if (m_finished.run(jobs_budget) > 0 || m_keeper->look() || has_heard) {
        m_panel_frames_due = settling_frames;
    }
    m_clock.begin("advance");
    if (m_workspace->is_animating()) {
        m_workspace->advance(seconds);
        m_panel_frames_due = std::max(m_panel_frames_due, 1);
    }
    if (m_panel_frames_due > 0 || m_is_map_due) {
        update_hover();
        m_clock.begin("draw_panels");
        draw_panels(seconds);
        m_clock.begin("commit_edits");
        show_edits();
        m_clock.begin("request_chunks");
        request_chunks();
        m_clock.begin("compose");
        const bool has_drawn_map = compose_map();
        m_clock.begin("present_frame");
        present(has_drawn_map);
        m_panel_frames_due = has_drawn_map ? m_panel_frames_due : m_panel_frames_due - 1;
    }
    m_clock.end();
    return !m_wants_quit;
}

bool Application::pump_events()
{
    bool has_any = false;
    while (const auto event = m_window.poll_event()) {
        has_any = true;
        handle(*event);
    }
    return has_any;
}

void Application::apply_style()
{
    if (m_workspace->settings().style == m_style_name) {
        return;
    }
    m_style_name = m_workspace->settings().style;
    auto style = scene::load_style(m_loaded.paths.assets / "styles", m_style_name);
    if (!style) {
        // The last good picture stays; the sentence says why.
        m_workspace->tell(style.error());
        return;
    }
    m_loaded.style = *style;
    m_composer->set_style(std::move(*style));
    m_is_map_due = true;
}

void Application::update_hover()
{
    const bool is_on_map = m_is_pointer_inside && !m_imgui.wants_pointer() &&
                           !m_map_input.is_dragging() &&
                           m_workspace->tools().toolbox().is_pointing();
    m_hover = is_on_map ? m_composer->pick(m_pointer) : std::nullopt;
    m_workspace->view().hovered = m_hover ? m_hover->entity : std::string();
}

void Application::draw_panels(double seconds)
{
    apply_style();
    if (m_shell.prepare(m_loaded.style, m_workspace->view().scale)) {
        m_imgui.upload_fonts();
        m_is_whole_due = true;
    }
    m_imgui.begin_frame(static_cast<float>(seconds));
    const auto& view = m_workspace->view();
    std::optional<geo::LonLat> position;
    if (m_is_pointer_inside && !m_imgui.wants_pointer()) {
        position =
            geo::to_lon_lat(scene::to_world(view.camera, m_workspace->viewport(), m_pointer));
    }
    const ui::ShellInput input{m_loaded.style,
                               m_unit_names,
                               position,
                               m_pointer,
                               m_hover,
                               now(),
                               m_clock.phases(),
                               m_renderer.last_stats().draw_calls,
                               m_loaded.attributions,
                               now_s()};
    perform(m_shell.draw(*m_workspace, input));
    if (m_recorder != nullptr) {
        m_recorder->after_frame(m_shell.controls(), now_s());
    }
    m_workspace->tools().update(*m_workspace);
    m_workspace->update_programme();
    if (std::exchange(m_is_opening_view_due, false)) {
        if (const auto bounds = m_map_scene->bounds_of("all")) {
            m_workspace->show(*bounds);
        }
    }
    if (view.language != m_title_language) {
        m_title_language = view.language;
        m_window.set_title(window_title(m_workspace->project(), view.language));
    }
    ++m_panel_draws;
}

void Application::show_edits()
{
    if (!m_workspace->take_edits()) {
        return;
    }
    m_composer->set_project(m_workspace->shared_project());
    m_window.set_title(window_title(m_workspace->project(), m_workspace->view().language));
    m_is_map_due = true;
    m_panel_frames_due = settling_frames;
}

void Application::request_chunks()
{
    // The first picture does not wait for what others' files hold.
    if (m_map_draws > 0 && m_layer_keeper->request()) {
        m_panel_frames_due = settling_frames;
    }
}

bool Application::compose_map()
{
    const auto& view = m_workspace->view();
    if (m_is_blind) {
        return false;
    }
    if (!m_is_map_due && view == m_drawn_view && m_workspace->viewport() == m_drawn_viewport) {
        return false;
    }
    m_renderer.draw(m_composer->compose(view, m_workspace->viewport()));
    m_drawn_view = view;
    m_drawn_viewport = m_workspace->viewport();
    m_is_map_due = false;
    ++m_map_draws;
    return true;
}

void Application::present(bool is_whole)
{
    const render::PixelBox whole{0, 0, m_window.width(), m_window.height()};
    auto part = m_imgui.end_frame();
    if (m_is_blind) {
        m_is_whole_due = true;
        return;
    }
    is_whole = std::exchange(m_is_whole_due, false) || is_whole || m_wants_picture ||
               m_wants_picture_copied || (part && !m_window.can_show_part());
    if (is_whole) {
        part = whole;
    }
    if (!part) {
        return; // what is on the screen is this very frame
    }
    m_renderer.blit(m_window.framebuffer(), whole.width, whole.height, *part);
    m_imgui.draw(*part);
    if (std::exchange(m_wants_picture, false)) {
        save_picture();
    }
    if (std::exchange(m_wants_picture_copied, false)) {
        copy_picture();
    }
    if (is_whole) {
        m_window.show();
    } else {
        m_window.show_part(*part);
    }
}

void Application::save_picture()
{
    const auto file = first_free(std::filesystem::current_path() / "dostyk.png");
    const Status status = render::write_png(m_window.read_back(), file);
    if (status) {
        m_workspace->tell(Message{"notice.picture_saved", {{"file", file.string()}}});
    } else {
        m_workspace->tell(status.error());
    }
    m_panel_frames_due = settling_frames;
}

void Application::copy_picture()
{
    auto png = render::to_png(m_window.read_back());
    if (!png) {
        m_workspace->tell(png.error());
    } else if (m_window.set_clipboard_picture(*std::move(png))) {
        m_workspace->tell(Message{"notice.picture_copied", {}});
    } else {
        m_workspace->tell(Error{ErrorCode::unsupported, {"error.no_picture_clipboard", {}}, {}});
    }
    m_panel_frames_due = settling_frames;
}

void Application::cook_ahead()
{
    const scene::ViewState& view = m_workspace->view();
    const int here = scene::level_of(view.camera.zoom);
    for (const int level : {here + 1, here - 1, here + 2}) {
        if (level >= 0 && level < scene::level_count &&
            m_cooked.insert({view.date, level}).second) {
            m_jobs.submit(m_map_scene->cooking(view.date, level));
        }
    }
}

double Application::seconds_to_next_turn() const
{
    if (m_workspace->is_animating() || m_panel_frames_due > 0 || m_is_map_due) {
        return 0;
    }
    return m_shell.seconds_to_next_change(now_s());
}

void Application::draw_map()
{
    m_renderer.draw(m_composer->compose(m_workspace->view(), m_workspace->viewport()));
    finish();
}

Status Application::open_store()
{
    return m_keeper->open_now();
}

void Application::finish()
{
    m_renderer.finish();
}

std::array<int, 4> Application::wakers() const
{
    return {StopSignal::descriptor(), m_finished.descriptor(),
            m_workspace->edits().watch_descriptor(), m_layer_keeper->watch_descriptor()};
}

void Application::run(double at_most_s)
{
    const double end = now_s() + at_most_s;
    constexpr double frame_s = 1.0 / 60;
    constexpr double longest_step_s = 0.1; // after a sleep the world does not jump
    double last = now_s();
    const StopSignal signals;
    constexpr double longest_sleep_s = 3600; // what poll() can count in milliseconds
    while (now_s() < end && !StopSignal::has_come()) {
        const double started = now_s();
        if (!turn(std::min(started - last, longest_step_s))) {
            return;
        }
        last = started;
        const double due = seconds_to_next_turn();
        if (due <= 0) {
            if (m_shell.seconds_to_next_change(now_s()) <= 0) {
                request_panels(); // else a panel that asked for the next frame would wait for ever
            }
            const double left = frame_s - (now_s() - started);
            if (left > 0.001) {
                m_window.wait(static_cast<int>(left * 1000), wakers());
            }
            continue;
        }
        m_keeper->work_ahead();
        cook_ahead();
        m_clock.begin("rest");
        // What Xlib has read already would not wake a sleep on the connection.
        if (pump_events()) {
            m_panel_frames_due = settling_frames;
            continue;
        }
        // Rounded up: a rest of less than a millisecond would be spun away.
        m_window.wait(static_cast<int>(std::ceil(std::min({due, m_keeper->seconds_to_next_look(),
                                                           end - now_s(), longest_sleep_s}) *
                                                 1000)),
                      wakers());
        m_clock.end();
        if (m_shell.seconds_to_next_change(now_s()) <= 0) {
            // One frame: the clocks' minute moves nothing that would have to settle.
            m_panel_frames_due = std::max(m_panel_frames_due, 1);
        }
    }
}

} // namespace dostyk::app
