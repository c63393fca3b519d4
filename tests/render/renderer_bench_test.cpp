#include "gis/map_file.hpp"
#include "io/project_folder.hpp"
#include "scene/compose.hpp"
#include "support/golden.hpp"
#include "support/sample_frames.hpp"

#include <doctest/doctest.h>
#include <epoxy/gl.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>

using namespace dostyk;

namespace {

/// CPU time of all threads of the process. [ms]
double cpu_ms()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

double median_cpu_ms(const std::function<void()>& work, int repeats)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const double before = cpu_ms();
        work();
        times.push_back(cpu_ms() - before);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

std::string kind_of(const scene::DrawItem& item)
{
    if (const auto* fill = std::get_if<scene::DrawFill>(&item)) {
        return fill->shade != nullptr || fill->hatch.spacing_px > 0 ? "ground" : "fill";
    }
    if (std::holds_alternative<scene::DrawLine>(item)) {
        return "line";
    }
    return std::holds_alternative<scene::DrawImage>(item) ? "image" : "path";
}

} // namespace

TEST_SUITE("render/renderer_bench") {

// Not a test: `render_test --no-skip -tc="bench*"` prints what each pass costs on this machine.
TEST_CASE("bench: CPU of each pass over the bundled map" * doctest::skip())
{
    auto map = gis::read_base_map(test::source_root() / "maps/base.gpkg");
    REQUIRE(map);
    Diagnostics findings;
    auto project = io::read_project(test::source_root() / "data/kz-kg",
                                    test::source_root() / "data/transport", findings);
    REQUIRE(project);
    auto style = scene::load_style(test::source_root() / "assets/styles", "hall");
    REQUIRE(style);
    test::Stage stage = test::make_stage();
    const auto map_data = std::make_shared<const geo::MapData>(*std::move(map));
    scene::Composer composer(std::make_shared<scene::MapScene>(map_data), *std::move(style),
                             *stage.fonts);
    composer.set_project(std::make_shared<const model::Project>(*std::move(project)));
    const scene::Viewport viewport{1920, 1080};
    scene::ViewState view;
    view.camera.centre = {0.697, 0.36};

    for (const double zoom : {3.5, 4.5, 5.2, 6.5, 8.0, 10.0, 12.0}) {
        view.camera.zoom = zoom;
        scene::Frame frame;
        const double compose_ms =
            median_cpu_ms([&] { frame = composer.compose(view, viewport); }, 5);
        const auto draw = [&](const scene::Frame& part) {
            stage.renderer->draw(part);
            glFinish();
        };
        draw(frame);
        fmt::print("zoom {:4.1f} compose {:5.1f} draw {:5.1f} ms, {} calls, {} triangles\n", zoom,
                   compose_ms, median_cpu_ms([&] { draw(frame); }, 5),
                   stage.renderer->last_stats().draw_calls, stage.renderer->last_stats().triangles);
        scene::Frame blank = frame;
        blank.items.clear();
        blank.symbols.clear();
        blank.labels.clear();
        const double blank_ms = median_cpu_ms([&] { draw(blank); }, 7);
        std::map<std::string, scene::Frame> parts;
        for (const scene::DrawItem& item : frame.items) {
            parts.try_emplace(kind_of(item), blank).first->second.items.push_back(item);
        }
        parts.try_emplace("symbol", blank).first->second.symbols = frame.symbols;
        parts.try_emplace("label", blank).first->second.labels = frame.labels;
        for (const auto& [kind, part] : parts) {
            draw(part);
            const double cost = median_cpu_ms([&] { draw(part); }, 7) - blank_ms;
            fmt::print("    {:12} {:6.2f} ms, {} items, {} triangles\n", kind, cost,
                       part.items.size() + part.symbols.size() + part.labels.size(),
                       stage.renderer->last_stats().triangles);
        }
        CHECK(stage.renderer->last_stats().draw_calls >= 0);
    }
}

} // TEST_SUITE
