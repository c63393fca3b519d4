#include "app/bench_links.hpp"

#include "app/application.hpp"
#include "app/headless_window.hpp"
#include "core/process_usage.hpp"

#include <algorithm>
#include <string_view>

namespace dostyk::app {

namespace {

constexpr int frames = 40;
constexpr double linked_ms = 50;
constexpr double frame_s = 1.0 / 60;

/// Median CPU time of a frame after `change(number of the frame)`. [ms]
template <typename Change>
double frame_after(Application& application, const Change& change)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        const double before = process_cpu_ms();
        change(i);
        application.request_panels();
        application.turn(frame_s);
        application.finish();
        times.push_back(process_cpu_ms() - before);
    }
    return percentile(std::move(times), 0.5);
}

/// Middles of what is seen of the controls whose key begins so. [px]
std::vector<geo::ScreenPoint> controls_at(const Application& application, std::string_view key)
{
    std::vector<geo::ScreenPoint> found;
    for (const ui::Control& each : application.shell().controls()) {
        if (each.key.starts_with(key) && each.is_seen()) {
            found.push_back(
                {(each.seen_min.x + each.seen_max.x) / 2, (each.seen_min.y + each.seen_max.y) / 2});
        }
    }
    return found;
}

Event pointer_at(const geo::ScreenPoint& at, EventKind kind)
{
    Event event;
    event.kind = kind;
    event.x = static_cast<float>(at.x);
    event.y = static_cast<float>(at.y);
    return event;
}

void turn_often(Application& application)
{
    for (int i = 0; i < frames; ++i) {
        application.request_panels();
        application.turn(frame_s);
    }
}

} // namespace

Status measure_links(const BenchStore& store, std::vector<BenchFigure>& figures)
{
    auto window = HeadlessWindow::open(1920, 1080);
    if (!window) {
        return window.error();
    }
    auto loaded = load_all(store.file(), "hall");
    if (!loaded) {
        return loaded.error();
    }
    auto made = Application::create(**window, std::move(*loaded), {});
    if (!made) {
        return made.error();
    }
    Application& application = **made;
    editor::Workspace& workspace = application.workspace();
    workspace.show_panel(editor::PanelId::table);
    turn_often(application); // until everything has its place
    for (const geo::ScreenPoint& at : controls_at(application, "outliner/project/kind")) {
        (*window)->push(pointer_at(at, EventKind::pointer_move));
        (*window)->push(pointer_at(at, EventKind::button_press));
        application.turn(frame_s);
        (*window)->push(pointer_at(at, EventKind::button_release));
        turn_often(application);
    }
    const auto rows = controls_at(application, "table/site-");
    // Without rows in both it would be another, and a cheaper, picture.
    const bool is_measured =
        !rows.empty() && !controls_at(application, "outliner/project/site-").empty();
    // By so little that the picture is the same.
    const auto redraw_map = [&](int) { workspace.view().camera.zoom += 1e-9; };
    const double plain = frame_after(application, redraw_map);
    const double selecting = frame_after(application, [&](int i) {
        workspace.select(BenchStore::site(1 + i * 7919 % BenchStore::sites));
    });
    const double hovering = !is_measured ? 0 : frame_after(application, [&](int i) {
        const auto row = static_cast<std::size_t>(i) % rows.size();
        (*window)->push(pointer_at(rows[row], EventKind::pointer_move));
    });
    const auto fields = controls_at(application, "outliner/filter");
    if (!fields.empty()) {
        (*window)->push(pointer_at(fields.front(), EventKind::pointer_move));
        (*window)->push(pointer_at(fields.front(), EventKind::button_press));
        application.turn(frame_s);
        (*window)->push(pointer_at(fields.front(), EventKind::button_release));
        turn_often(application);
    }
    // A letter that many names hold, and none: all views change each time.
    int filtered = 0; // frames in which the words had reached all views
    const double filtering = fields.empty() ? 0 : frame_after(application, [&](int i) {
        filtered += workspace.view().filters.empty() ? 0 : 1;
        Event event;
        event.kind = i % 2 == 0 ? EventKind::text : EventKind::key_press;
        event.text = U'1';
        event.chord.key = editor::Key::backspace;
        (*window)->push(event);
        if (i % 2 != 0) {
            event.kind = EventKind::key_release;
            (*window)->push(event);
        }
    });
    figures.push_back({"linked_frame_cpu", plain, "ms", 0, is_measured});
    figures.push_back(
        {"linked_select_more_cpu", std::max(0.0, selecting - plain), "ms", linked_ms, is_measured});
    figures.push_back(
        {"linked_hover_more_cpu", std::max(0.0, hovering - plain), "ms", linked_ms, is_measured});
    figures.push_back({"linked_filter_more_cpu", std::max(0.0, filtering - plain), "ms", linked_ms,
                       is_measured && filtered >= frames / 3});
    return ok();
}

} // namespace dostyk::app
