#include "app/application.hpp"
#include "app/bench.hpp"
#include "app/replay.hpp"
#include "app/sfml_window.hpp"
#include "cli/run.hpp"
#include "core/paths.hpp"
#include "geo/mercator.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace dostyk;

constexpr int exit_failure = 1;

int fail(const Error& error, Language language)
{
    std::fputs(("dostyk: " + text_of(error, language) + "\n").c_str(), stderr);
    return exit_failure;
}

/// Kept settings, with what the command line asks for on top.
editor::Settings settings_for(const cli::WindowOptions& options)
{
    Diagnostics findings;
    editor::Settings settings = editor::load_settings(config_dir(), findings);
    settings.language = options.language.value_or(settings.language);
    settings.style = options.view.style.value_or(settings.style);
    settings.mode = options.view.mode.value_or(settings.mode);
    if (options.view.scale) {
        settings.ui_scale = options.view.scale;
    }
    if (options.view.view) {
        settings.camera =
            scene::Camera{geo::to_world(options.view.view->centre), options.view.view->zoom};
    }
    for (const Finding& finding : findings.findings) {
        std::fputs((text_of(finding, settings.language) + "\n").c_str(), stderr);
    }
    return settings;
}

/// One project on the window, until the person leaves it. \returns The project to open next; empty
/// = none: the program ends. `settings` become what is kept for the next start.
Result<std::filesystem::path> run_project(app::Window& window, const cli::WindowOptions& options,
                                          const std::filesystem::path& project,
                                          editor::Settings& settings, app::Recorder* recorder)
{
    auto loaded = app::load_all(project, settings.style, settings.language);
    if (!loaded) {
        return loaded.error();
    }
    for (const Finding& finding : loaded->findings.findings) {
        if (finding.severity == Severity::error) {
            std::fputs((text_of(finding, settings.language) + "\n").c_str(), stderr);
        }
    }
    editor::remember_project(settings, loaded->path);
    auto application = app::Application::create(window, std::move(*loaded), settings);
    if (!application) {
        return application.error();
    }
    editor::Workspace& workspace = (*application)->workspace();
    if (options.view.pack) {
        workspace.set_pack(*options.view.pack);
    }
    if (options.view.date) {
        workspace.set_date(*options.view.date);
    }
    if (project.empty()) { // nobody has said what to open
        workspace.open_sheet(editor::Sheet::start);
    }
    (*application)->set_recorder(recorder);
    (*application)->run();
    settings = workspace.settings_to_keep();
    return (*application)->next_project();
}

int run_window(const cli::WindowOptions& options)
{
    editor::Settings settings = settings_for(options);
    // Without a display nothing else matters: say that first.
    app::WindowSize size{settings.window_width, settings.window_height, true};
    if (options.view.size) {
        size = {options.view.size->width, options.view.size->height};
    }
    auto window = app::open_window(size, "Dostyk");
    if (!window) {
        return fail(window.error(), settings.language);
    }
    settings.screen_scale = (*window)->screen_scale();
    if (settings.is_full_screen && !options.view.size) {
        (*window)->toggle_full_screen();
    }
    std::unique_ptr<app::Recorder> recorder;
    if (!options.record.empty()) {
        auto opened = app::Recorder::open(options.record, (*window)->width(), (*window)->height(),
                                          options.project.empty());
        if (!opened) {
            return fail(opened.error(), settings.language);
        }
        recorder = *std::move(opened);
    }
    std::filesystem::path project = options.project;
    for (bool is_over = false; !is_over;) {
        auto next = run_project(**window, options, project, settings, recorder.get());
        if (!next) {
            return fail(next.error(), settings.language);
        }
        is_over = next->empty();
        if (!is_over) {
            settings.camera.reset(); // another project opens with its own view
        }
        project = *std::move(next);
    }
    const app::WindowPlace place = (*window)->place();
    settings.window_width = place.width;
    settings.window_height = place.height;
    settings.is_full_screen = place.is_full_screen;
    if (const Status status = editor::save_settings(settings, config_dir()); !status) {
        return fail(status.error(), settings.language);
    }
    return EXIT_SUCCESS;
}

int run_bench(const cli::BenchOptions& options, Language language)
{
    const auto figures = app::run_bench(options.project);
    if (!figures) {
        return fail(figures.error(), language);
    }
    std::fputs(app::to_text(*figures, options.is_json).c_str(), stdout);
    return EXIT_SUCCESS;
}

int run_replay(const cli::ReplayOptions& options)
{
    const auto log = editor::read_replay_log(options.log);
    if (!log) {
        return fail(log.error(), options.language);
    }
    app::ReplayOptions asked{options.project, options.language, options.has_mouse};
    asked.picture = options.picture;
    if (options.size) {
        asked.width = options.size->width;
        asked.height = options.size->height;
    }
    asked.kill = [&](const app::ReplayReport& report) {
        std::fputs(app::to_text(report, asked, options.is_json).c_str(), stdout);
        std::fflush(stdout);
        std::raise(SIGKILL);
    };
    const auto report = app::run_replay(*log, asked);
    if (!report) {
        return fail(report.error(), options.language);
    }
    std::fputs(app::to_text(*report, asked, options.is_json).c_str(), stdout);
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv)
{
    const cli::Invocation invocation = cli::run(argc, argv);
    if (invocation.exit_code) {
        return *invocation.exit_code;
    }
    if (invocation.bench) {
        return run_bench(*invocation.bench, invocation.window.language.value_or(system_language()));
    }
    if (invocation.replay) {
        return run_replay(*invocation.replay);
    }
    return run_window(invocation.window);
}
