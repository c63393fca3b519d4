#include "app/bench.hpp"

#include "app/application.hpp"
#include "app/bench_edits.hpp"
#include "app/bench_layers.hpp"
#include "app/bench_links.hpp"
#include "app/headless_window.hpp"
#include "app/sfml_window.hpp"
#include "core/process_usage.hpp"
#include "geo/mercator.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>

namespace dostyk::app {

namespace {

constexpr int bench_width = 1920;
constexpr int bench_height = 1080;
constexpr int passes = 5;

double cpu_of(const std::function<void()>& work)
{
    const double before = process_cpu_ms();
    work();
    return process_cpu_ms() - before;
}

double median_cpu_of(const std::function<void()>& work)
{
    std::vector<double> samples;
    for (int i = 0; i < passes; ++i) {
        samples.push_back(cpu_of(work));
    }
    return percentile(samples, 0.5);
}

/// 60 positions from the whole region down to Bishkek, zoom 3.5 to 13, then 60 along the common
/// border at zoom 9.
std::vector<scene::Camera> camera_path()
{
    constexpr int half = 60;
    std::vector<scene::Camera> path;
    for (int i = 0; i < half; ++i) {
        const double t = static_cast<double>(i) / (half - 1);
        const double ease = t * t * (3 - 2 * t);
        path.push_back({geo::to_world({67.0 + (74.59 - 67.0) * ease, 47.9 + (42.87 - 47.9) * ease}),
                        3.5 + 9.5 * t});
    }
    for (int i = 0; i < half; ++i) {
        const double t = static_cast<double>(i) / (half - 1);
        path.push_back({geo::to_world({70.9 + 9.3 * t, 42.7 + 0.35 * std::sin(6 * t)}), 9.0});
    }
    return path;
}

/// Turns until nothing is due any more.
void settle(Application& application)
{
    constexpr int most_turns = 50;
    for (int i = 0; i < most_turns; ++i) {
        application.turn(1.0 / 60);
        if (application.seconds_to_next_turn() > 0) {
            return;
        }
    }
}

void measure_map(Application& application, std::vector<BenchFigure>& figures)
{
    const auto path = camera_path();
    const scene::Camera before = application.workspace().view().camera;
    std::vector<double> medians;
    std::vector<double> tails;
    for (int pass = 0; pass <= passes; ++pass) {
        std::vector<double> frames;
        for (const scene::Camera& camera : path) {
            application.workspace().view().camera = camera;
            frames.push_back(cpu_of([&] { application.draw_map(); }));
        }
        if (pass == 0) {
            // The first visit cooks and uploads levels of detail.
            figures.push_back({"map_first_pass_cpu_median", percentile(frames, 0.5), "ms"});
            figures.push_back({"map_first_pass_cpu_p95", percentile(frames, 0.95), "ms"});
            continue;
        }
        medians.push_back(percentile(frames, 0.5));
        tails.push_back(percentile(frames, 0.95));
    }
    figures.push_back({"map_frame_cpu_median", percentile(medians, 0.5), "ms", 30});
    figures.push_back({"map_frame_cpu_p95", percentile(tails, 0.5), "ms", 40});
    application.workspace().view().camera = before;
    settle(application);
}

void measure_search(Application& application, std::vector<BenchFigure>& figures)
{
    const auto build = cpu_of([&] { (void)application.workspace().search_index(); });
    figures.push_back({"search_index_cpu", build, "ms"});
    static constexpr std::array queries{"Kordai",     "Қордай", "Jalal-Abad",
                                        "Иссык-Куль", "бишек",  "a"};
    double worst = 0;
    for (const char* query : queries) {
        worst =
            std::max(worst, median_cpu_of([&] {
                         (void)application.workspace().search_index().find(query, Language::ru, 12);
                     }));
    }
    figures.push_back({"search_cpu_worst", worst, "ms", 20});
}

void measure_panels(HeadlessWindow& window, Application& application,
                    std::vector<BenchFigure>& figures)
{
    const int draws = application.map_draws();
    const auto cpu_after = [&](Event event) {
        return median_cpu_of([&] {
            window.push(event);
            settle(application);
            application.finish();
            event.y += 40; // the next row
        });
    };
    Event event;
    event.kind = EventKind::uncovered;
    figures.push_back({"panels_redraw_cpu", cpu_after(event), "ms"});
    event.kind = EventKind::pointer_move;
    event.x = 120;
    event.y = 300;
    figures.push_back({"panels_pointer_move_cpu", cpu_after(event), "ms"});
    figures.push_back({"panels_redraw_map_draws",
                       static_cast<double>(application.map_draws() - draws), "draws", 0});
}

void measure_language(Application& application, std::vector<BenchFigure>& figures)
{
    const double cpu = median_cpu_of([&] {
        application.workspace().run(editor::ActionId::next_language);
        application.request_panels();
        application.turn(1.0 / 60);
        application.finish();
    });
    settle(application);
    figures.push_back({"language_switch_cpu", cpu, "ms", 100});
}

void measure_idleness(const std::filesystem::path& project, std::vector<BenchFigure>& figures)
{
    BenchFigure figure{"idle_10s_cpu", 0, "ms", 20, false};
    auto window = open_window({bench_width, bench_height}, "Dostyk");
    auto loaded = load_all(project, "hall");
    if (window && loaded) {
        auto application = Application::create(**window, std::move(*loaded), {});
        if (application) {
            // Start, settle, and go on until the clocks' minute turns in the ten seconds: of these
            // they are the dearest.
            constexpr int second_of_start = 55;
            const auto second = static_cast<int>(now().time_since_epoch().count() % 60);
            const int left = (second_of_start - second + 60) % 60;
            (*application)->run(left < 3 ? left + 60 : left);
            figure.value = cpu_of([&] { (*application)->run(10); });
            figure.is_measured = true;
        }
    }
    figures.push_back(figure);
}

} // namespace

Result<std::vector<BenchFigure>> run_bench(const std::filesystem::path& project)
{
    std::vector<BenchFigure> figures;
    {
        auto window = HeadlessWindow::open(bench_width, bench_height);
        if (!window) {
            return window.error();
        }
        auto loaded = load_all(project, "hall");
        if (!loaded) {
            return loaded.error();
        }
        auto application = Application::create(**window, std::move(*loaded), {});
        if (!application) {
            return application.error();
        }
        (*application)->turn(0);
        (*application)->finish();
        figures.push_back({"cold_start_cpu", process_cpu_ms(), "ms", 1000});
        figures.push_back({"cold_start_wall", process_wall_ms(), "ms"});
        figures.push_back({"cold_start_peak_memory", peak_memory_mb(), "MB", 250});
        settle(**application);
        measure_map(**application, figures);
        measure_language(**application, figures);
        measure_search(**application, figures);
        measure_panels(**window, **application, figures);
        for (const ui::PhaseTime& phase : (*application)->clock().phases()) {
            figures.push_back({"phase_" + phase.name + "_cpu", phase.cpu_ms, "ms"});
            figures.push_back({"phase_" + phase.name + "_wall", phase.wall_ms, "ms"});
        }
        figures.push_back({"peak_memory", peak_memory_mb(), "MB"});
        application->reset();
        if (auto again = load_all(project, "hall")) {
            measure_own_layers(*again, figures);
        }
    }
    measure_idleness(project, figures);
    const BenchStore store;
    Status status = store.fill();
    status = status ? measure_links(store, figures) : status;
    status = status ? measure_edits(store, figures) : status;
    if (!status) {
        return status.error();
    }
    return figures;
}

std::string to_text(const std::vector<BenchFigure>& figures, bool as_json)
{
    if (!as_json) {
        std::string text = machine_name() + "\n";
        for (const BenchFigure& figure : figures) {
            text += figure.is_measured
                        ? fmt::format("{:32} {:9.2f} {}", figure.name, figure.value, figure.unit)
                        : fmt::format("{:32} not measured: no display", figure.name);
            text += figure.budget > 0 ? fmt::format("  (at most {:.4g})\n", figure.budget) : "\n";
        }
        return text;
    }
    std::string rows;
    for (const BenchFigure& figure : figures) {
        rows += fmt::format("{}\n    {{\"name\": \"{}\", \"unit\": \"{}\", \"value\": {}{}}}",
                            rows.empty() ? "" : ",", figure.name, figure.unit,
                            figure.is_measured ? fmt::format("{:.2f}", figure.value) : "null",
                            figure.budget > 0 ? fmt::format(", \"budget\": {:.4g}", figure.budget)
                                              : "");
    }
    return fmt::format("{{\n  \"machine\": \"{}\",\n  \"figures\": [{}\n  ]\n}}\n", machine_name(),
                       rows);
}

} // namespace dostyk::app
