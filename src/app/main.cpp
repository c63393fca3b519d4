#include "app/application.hpp"
#include "app/bench.hpp"
#include "app/sfml_window.hpp"
#include "cli/run.hpp"
#include "core/paths.hpp"
#include "geo/mercator.hpp"

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
    settings.ui_scale = options.view.scale.value_or(settings.ui_scale);
    if (options.view.view) {
        settings.camera =
            scene::Camera{geo::to_world(options.view.view->centre), options.view.view->zoom};
    }
    for (const Finding& finding : findings.findings) {
        std::fputs((text_of(finding, settings.language) + "\n").c_str(), stderr);
    }
    return settings;
}

int run_window(const cli::WindowOptions& options)
{
    const editor::Settings settings = settings_for(options);
    const Language language = settings.language;
    // Without a display nothing else matters: say that first.
    app::WindowSize size{settings.window_width, settings.window_height, true};
    if (options.view.size) {
        size = {options.view.size->width, options.view.size->height};
    }
    auto window = app::open_window(size, "Dostyk");
    if (!window) {
        return fail(window.error(), language);
    }
    auto loaded = app::load_all(options.project, settings.style, language);
    if (!loaded) {
        return fail(loaded.error(), language);
    }
    for (const Finding& finding : loaded->findings.findings) {
        if (finding.severity == Severity::error) {
            std::fputs((text_of(finding, language) + "\n").c_str(), stderr);
        }
    }
    auto application = app::Application::create(**window, std::move(*loaded), settings);
    if (!application) {
        return fail(application.error(), language);
    }
    editor::Workspace& workspace = (*application)->workspace();
    if (options.view.pack) {
        workspace.set_pack(*options.view.pack);
    }
    if (options.view.date) {
        workspace.set_date(*options.view.date);
    }
    if (settings.is_full_screen && !options.view.size) {
        (*window)->toggle_full_screen();
    }
    (*application)->run();
    editor::Settings kept = workspace.settings_to_keep();
    const app::WindowPlace place = (*window)->place();
    kept.window_width = place.width;
    kept.window_height = place.height;
    kept.is_full_screen = place.is_full_screen;
    if (const Status status = editor::save_settings(kept, config_dir()); !status) {
        return fail(status.error(), workspace.view().language);
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
    return run_window(invocation.window);
}
