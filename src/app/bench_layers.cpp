#include "app/bench_layers.hpp"

#include "app/frame_clock.hpp"
#include "core/process_usage.hpp"
#include "editor/user_layer_file.hpp"
#include "geo/mercator.hpp"
#include "render/renderer.hpp"
#include "scene/compose.hpp"
#include "scene/layer_content.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace dostyk::app {

namespace {

constexpr scene::Viewport full_hd{1920, 1080};

/// The same numbers on every machine, in [0, 1).
class Numbers {
public:
    double next()
    {
        constexpr std::uint64_t step = 6364136223846793005U, offset = 1442695040888963407U;
        m_state = m_state * step + offset;
        constexpr unsigned kept = 11;
        return static_cast<double>(m_state >> kept) / static_cast<double>(std::uint64_t{1} << 53U);
    }
    double between(double low, double high) { return low + (high - low) * next(); }

private:
    std::uint64_t m_state = 20'261'124;
};

geo::LonLat anywhere(Numbers& numbers)
{
    const double lon = numbers.between(50, 84);
    return {lon, numbers.between(41, 54)};
}

/// About 1,400 winding outlines.
geo::Layer make_areas(Numbers& numbers)
{
    constexpr int corners = 140;
    geo::Layer rows;
    rows.fields = {"n"};
    for (std::size_t vertices = 0; vertices < editor::smooth_vertices; vertices += corners + 1) {
        const geo::LonLat centre = anywhere(numbers);
        const double radius = numbers.between(0.05, 0.3);
        const double waves = std::floor(numbers.between(3, 12));
        geo::Ring ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * 3.14159265358979 * i / corners;
            const double reach = radius * (1 + 0.15 * std::sin(waves * angle));
            ring.push_back(
                {centre.lon + 1.4 * reach * std::cos(angle), centre.lat + reach * std::sin(angle)});
        }
        ring.push_back(ring.front());
        rows.features.push_back({geo::MultiPolygon{{std::move(ring), {}}}, {numbers.next() * 100}});
    }
    return rows;
}

geo::Layer make_lines(Numbers& numbers)
{
    constexpr int points = 400;
    geo::Layer rows;
    rows.fields = {"n"};
    for (std::size_t vertices = 0; vertices < editor::smooth_vertices; vertices += points) {
        geo::LonLat at = anywhere(numbers);
        double angle = numbers.between(0, 6.28);
        geo::LineString line;
        for (int i = 0; i < points; ++i) {
            angle += numbers.between(-0.6, 0.6);
            at = {at.lon + 0.01 * std::cos(angle), at.lat + 0.007 * std::sin(angle)};
            line.push_back(at);
        }
        rows.features.push_back({geo::MultiLineString{std::move(line)}, {numbers.next() * 100}});
    }
    return rows;
}

geo::Layer make_points(Numbers& numbers)
{
    geo::Layer rows;
    rows.fields = {"n"};
    for (std::size_t i = 0; i < editor::smooth_vertices; ++i) {
        rows.features.push_back({anywhere(numbers), {numbers.next() * 100}});
    }
    return rows;
}

std::vector<scene::Camera> camera_path()
{
    constexpr int steps = 40;
    std::vector<scene::Camera> path;
    for (int i = 0; i < steps; ++i) {
        const double t = static_cast<double>(i) / (steps - 1);
        path.push_back({geo::to_world({67.0 + 6 * t, 47.9 - 3 * t}), 3.5 + 5.5 * t});
    }
    return path;
}

} // namespace

void measure_own_layers(Loaded& loaded, std::vector<BenchFigure>& figures)
{
    auto renderer = render::Renderer::create(*loaded.fonts, loaded.icons);
    if (!renderer) {
        return;
    }
    const auto map = std::make_shared<scene::MapScene>(loaded.map);
    Numbers numbers;
    const auto measure = [&](const std::string& name, geo::Layer rows) {
        scene::Composer composer(map, loaded.style, *loaded.fonts);
        auto project = std::make_shared<model::Project>();
        model::UserLayer layer;
        layer.id = name;
        layer.classes.field = "n";
        project->layers = {layer};
        composer.set_project(project);
        const double before = process_cpu_ms();
        const auto content = std::make_shared<scene::LayerContent>(std::move(rows));
        for (int level = 4; level <= 9; ++level) {
            content->cook(level);
        }
        figures.push_back({"own_" + name + "_cook_cpu", process_cpu_ms() - before, "ms"});
        composer.set_layer_content(name, content);
        scene::ViewState view;
        view.mode = scene::MapMode::plain;
        std::vector<double> frames;
        for (int pass = 0; pass < 3; ++pass) {
            for (const scene::Camera& camera : camera_path()) {
                view.camera = camera;
                const double start = process_cpu_ms();
                renderer->draw(composer.compose(view, full_hd));
                renderer->finish();
                if (pass > 0) { // the first one uploads
                    frames.push_back(process_cpu_ms() - start);
                }
            }
        }
        figures.push_back({"own_" + name + "_frame_cpu_median", percentile(frames, 0.5), "ms"});
        figures.push_back({"own_" + name + "_frame_cpu_p95", percentile(frames, 0.95), "ms"});
    };
    measure("areas", make_areas(numbers));
    measure("lines", make_lines(numbers));
    measure("points", make_points(numbers));
}

} // namespace dostyk::app
