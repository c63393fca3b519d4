#include "cli/console.hpp"
#include "cli/open_meeting.hpp"
#include "cli/options.hpp"
#include "cli/studio.hpp"
#include "cli/verbs.hpp"
#include "editor/release_diff.hpp"
#include "editor/settings.hpp"
#include "editor/user_layers.hpp"
#include "geo/mercator.hpp"
#include "render/context.hpp"
#include "render/renderer.hpp"
#include "scene/compose.hpp"
#include "scene/layer_content.hpp"
#include "scene/legend.hpp"

#include <algorithm>
#include <memory>

namespace dostyk::cli {

namespace {

constexpr scene::Viewport default_size{1920, 1080};
constexpr float fit_margin_px = 48;
/// Zoom for a single place: its town and the roads around it.
constexpr double place_zoom = 9;

scene::Camera around(const geo::WorldBounds& bounds, scene::Viewport viewport, float margin_px)
{
    scene::Camera camera = scene::fitted(bounds, viewport, margin_px);
    camera.centre = bounds.centre();
    camera.zoom = std::min(camera.zoom, place_zoom);
    return scene::clamped(camera);
}

Result<scene::Camera> fitted_camera(const std::string& fit, const model::Project& project,
                                    const scene::MapScene& map, const scene::Composer& composer,
                                    model::Pack pack, scene::Viewport viewport)
{
    std::optional<geo::WorldBounds> bounds = map.bounds_of(fit);
    if (!bounds) {
        const model::Entity* entity = project.find(fit);
        if (entity == nullptr || !is_in(*entity, pack)) {
            return Error{ErrorCode::usage, {"usage.fit", {{"value", fit}}}, {}};
        }
        bounds = composer.bounds_of(*entity, pack);
        if (!bounds) {
            return Error{ErrorCode::usage, {"usage.fit_without_place", {{"value", fit}}}, {}};
        }
    }
    return around(*bounds, viewport, fit_margin_px);
}

/// A picture larger than full HD is for a larger screen or a sheet, seen from no nearer: names and
/// lines grow with it.
float scale_of(scene::Viewport viewport)
{
    return std::clamp(editor::times_full_hd(viewport.width, viewport.height), 1.0F,
                      editor::max_ui_scale);
}

/// The project's own layers, read here and now; what cannot be drawn is told, and the picture is
/// drawn without it.
/// \returns Their rows of the legend, the topmost first.
std::vector<scene::LegendRow> add_own_layers(scene::Composer& composer, const Studio& studio,
                                             const scene::ViewState& view)
{
    const Language language = view.language;
    std::vector<scene::LegendRow> rows;
    const auto base = editor::layer_base(studio.path);
    for (const model::UserLayer& layer : studio.project->layers) {
        if (!layer.is_visible) {
            continue;
        }
        const editor::LoadedLayer loaded = editor::load_layer(layer, base, view.camera.zoom, {});
        if (loaded.content == nullptr) {
            complain("dostyk: " + text_of(loaded.reason, language));
        } else if (loaded.sha256 != layer.sha256) {
            complain(tr(language, Message{"layer.changed",
                                          {{"title", std::string(layer.title.in(language))}}}));
        }
        composer.set_layer_content(layer.id, loaded.content);
        std::vector<scene::LegendRow> of_layer;
        scene::add_layer_rows(of_layer, layer, loaded.content.get(), view, studio.style);
        rows.insert(rows.begin(), of_layer.begin(), of_layer.end());
    }
    return rows;
}

/// The arrows of `--diff FROM,TO`; none where it is not asked for.
Result<std::vector<scene::ProgrammeMove>> read_moves(const Studio& studio,
                                                     const Arguments& arguments)
{
    if (arguments.diff.empty()) {
        return std::vector<scene::ProgrammeMove>();
    }
    const std::size_t comma = arguments.diff.find(',');
    if (comma == std::string::npos) {
        return Error{ErrorCode::usage, {"usage.diff_pair", {{"value", arguments.diff}}}, {}};
    }
    const auto meeting = schedule::compile(*studio.project, arguments.meeting);
    if (!meeting) {
        return meeting.error();
    }
    const std::string_view versions = arguments.diff;
    const auto diff = read_diff(*studio.project, *meeting, versions.substr(0, comma),
                                versions.substr(comma + 1), arguments.language);
    if (!diff) {
        return diff.error();
    }
    return editor::moves_of(*studio.project, *diff, arguments.language);
}

/// Both ends of all arrows, and the roads around them.
scene::Camera fitted_to(const std::vector<scene::ProgrammeMove>& moves, scene::Viewport viewport)
{
    geo::WorldBounds bounds;
    for (const scene::ProgrammeMove& move : moves) {
        bounds.add(geo::to_world(move.from));
        bounds.add(geo::to_world(move.to));
    }
    constexpr float margin_px = 160;
    return around(bounds, viewport, margin_px);
}

Result<scene::Frame> compose(const Studio& studio, const Arguments& arguments,
                             const ViewOptions& options)
{
    const auto& project = studio.project;
    const auto map = std::make_shared<scene::MapScene>(studio.map);
    scene::Composer composer(map, studio.style, *studio.fonts);
    composer.set_project(project);

    scene::ViewState view;
    view.language = arguments.language;
    view.mode = options.mode.value_or(scene::MapMode::events);
    view.pack = options.pack.value_or(project->default_pack);
    view.date = options.date.value_or("");
    view.camera = {geo::to_world(project->view.centre), project->view.zoom};
    auto moves = read_moves(studio, arguments);
    if (!moves) {
        return moves.error();
    }
    view.programme.moves = *std::move(moves);
    const scene::Viewport viewport = options.size.value_or(default_size);
    view.scale = options.scale.value_or(scale_of(viewport));
    if (options.view) {
        view.camera = {geo::to_world(options.view->centre), options.view->zoom};
    } else if (!arguments.fit.empty()) {
        const auto camera =
            fitted_camera(arguments.fit, *project, *map, composer, view.pack, viewport);
        if (!camera) {
            return camera.error();
        }
        view.camera = *camera;
    } else if (!view.programme.moves.empty()) {
        view.camera = fitted_to(view.programme.moves, viewport);
    }
    const auto own_rows = add_own_layers(composer, studio, view);
    scene::Frame frame = composer.compose(view, viewport);
    if (arguments.has_legend) {
        auto rows = scene::make_legend(project.get(), view, studio.style);
        rows.insert(rows.begin(), own_rows.begin(), own_rows.end());
        scene::add_legend(frame, rows, view, studio.style, *studio.fonts);
    }
    return frame;
}

Status draw(const Studio& studio, const scene::Frame& frame, const std::string& out)
{
    const auto context = render::make_headless_context();
    if (!context) {
        return context.error();
    }
    auto renderer = render::Renderer::create(*studio.fonts, studio.icons);
    if (!renderer) {
        return renderer.error();
    }
    renderer->draw(frame);
    return render::write_png(renderer->read_back(), out);
}

Status check(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return status.error();
    }
    if (arguments.out.empty()) {
        return Error{ErrorCode::usage, {"usage.missing_out", {}}, {}};
    }
    if (!arguments.view.empty() && !arguments.fit.empty()) {
        return Error{ErrorCode::usage, {"usage.view_and_fit", {}}, {}};
    }
    return ok();
}

} // namespace

int run_render(const Arguments& arguments)
{
    const Language language = arguments.language;
    const auto options = read_view_options(arguments);
    if (const Status status = check(arguments); !status || !options) {
        return fail(status ? options.error() : status.error(), language);
    }
    Diagnostics findings;
    const auto studio = open_studio(arguments.target, options->style.value_or("hall"),
                                    source_of(arguments), arguments.language, findings);
    complain_of(findings, language);
    if (!studio) {
        return fail(studio.error(), language);
    }
    const auto frame = compose(*studio, arguments, *options);
    if (!frame) {
        return fail(frame.error(), language);
    }
    if (const Status status = draw(*studio, *frame, arguments.out); !status) {
        return fail(status.error(), language);
    }
    say(tr(language, Message{"render.written", {{"file", arguments.out}}}));
    return exit_clean;
}

} // namespace dostyk::cli
