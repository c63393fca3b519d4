#include "scene/compose.hpp"

#include "geo/mercator.hpp"
#include "scene/composer_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dostyk::scene {

namespace {

geo::WorldBounds with_margin(const Camera& camera, Viewport viewport)
{
    // Wide lines and symbols reach in from outside.
    constexpr double margin_px = 40;
    geo::WorldBounds bounds = visible_bounds(camera, viewport);
    const double margin = margin_px / camera.px_per_world_unit();
    bounds.min = {bounds.min.x - margin, bounds.min.y - margin};
    bounds.max = {bounds.max.x + margin, bounds.max.y + margin};
    return bounds;
}

/// What is selected is seen, whatever the mode, the date and the filters.
void add_selected(Composer::State& state, const ViewState& view)
{
    if (state.without_selected) {
        state.entities = *std::exchange(state.without_selected, std::nullopt);
    }
    state.selected = view.selected;
    const model::Entity* entity =
        state.project != nullptr ? state.project->find(view.selected) : nullptr;
    if (entity != nullptr && model::is_in(*entity, view.pack) &&
        !is_shown(*state.project, *entity, view.pack, view.mode, view.date, view.filters)) {
        state.without_selected = state.entities;
        add_entity(state.entities, *state.project, *entity, view.pack);
    }
}

/// Make anew what depends on the project, the mode, the date and the language, when they changed.
void refresh(Composer::State& state, const ViewState& view)
{
    if (state.division == nullptr || state.division_date != view.date) {
        state.division = &state.map->state().division_at(view.date);
        state.countries = &state.map->state().countries();
        state.division_date = view.date;
    }
    const std::string entities_key = fmt::format("{}/{}/{}", static_cast<int>(view.mode),
                                                 static_cast<int>(view.pack), view.date);
    if (state.entities_key != entities_key || state.filters != view.filters) {
        state.filters = view.filters;
        state.entities =
            state.project != nullptr
                ? make_entity_view(*state.project, view.pack, view.mode, view.date, view.filters)
                : EntityView{};
        state.shape_meshes.clear();
        state.entities_key = entities_key;
        state.without_selected.reset();
        state.selected.clear();
    }
    if (state.selected != view.selected) {
        add_selected(state, view);
    }
    const std::string language_key =
        fmt::format("{}/{}/{}", code_of(view.language),
                    view.second_language ? code_of(*view.second_language) : "", view.scale);
    if (state.language_key != language_key) {
        state.placer.reset();
        state.language_key = language_key;
    }
}

} // namespace

Composer::Composer(std::shared_ptr<MapScene> map, Style style, text::FontSet& fonts)
: m_state(std::make_unique<State>(std::move(map), std::move(style), fonts))
{}

Composer::~Composer() = default;

void Composer::set_style(Style style)
{
    m_state->style = std::move(style);
    m_state->relief = nullptr;
    m_state->relief_opacity = -1;
    m_state->edges.clear();
}

const Style& Composer::style() const noexcept
{
    return m_state->style;
}

void Composer::set_project(std::shared_ptr<const model::Project> project)
{
    m_state->project = std::move(project);
    m_state->entities = {};
    m_state->shape_meshes.clear();
    m_state->entities_key.clear();
}

void Composer::set_layer_content(const std::string& layer,
                                 std::shared_ptr<const LayerContent> content)
{
    if (content == nullptr) {
        m_state->looks.erase(layer);
    } else {
        m_state->looks[layer] = {std::move(content), nullptr};
    }
}

Frame Composer::compose(const ViewState& view, Viewport viewport)
{
    State& state = *m_state;
    refresh(state, view);
    Frame frame;
    frame.viewport = viewport;
    frame.camera = view.camera;
    frame.background = state.style.water;
    state.targets.clear();
    FrameContext context{
        .view = view,
        .viewport = viewport,
        .visible = with_margin(view.camera, viewport),
        // Larger labels and lines on the same map: detail follows the pixels alone.
        .level = level_of(view.camera.zoom),
        .frame = frame,
        .requests = {},
        .blocked = {}};
    add_land(state, context);
    add_areas(state, context);
    add_water(state, context);
    add_own_areas(state, context);
    add_borders(state, context);
    add_roads(state, context);
    add_own_lines(state, context);
    add_corridors(state, context);
    add_bands(state, context);
    add_shapes(state, context);
    add_highlight(state, context);
    add_edges(state, context);
    add_graticule(state, context);
    add_flows(state, context);
    add_programme_ways(state, context);
    add_programme_tallies(state, context);
    add_programme_moves(state, context);
    add_own_points(state, context);
    add_symbols(state, context);
    add_programme_signs(state, context);
    request_names(state, context);
    context.blocked.insert(context.blocked.end(), view.covered.begin(), view.covered.end());
    frame.labels = state.placer.place(std::move(context.requests), context.blocked, viewport);
    add_place_dots(state, context);
    add_tool(state, context);
    state.last_camera = view.camera;
    state.last_viewport = viewport;
    state.last_level = context.level;
    return frame;
}

std::optional<geo::WorldBounds> Composer::bounds_of(const model::Entity& entity,
                                                    model::Pack pack) const
{
    bool is_unconfirmed = false;
    const model::Place* place = m_state->project != nullptr
                                    ? find_place(*m_state->project, entity, pack, is_unconfirmed)
                                    : model::find_value<model::Place>(entity, "place", pack);
    if (place == nullptr) {
        return std::nullopt;
    }
    geo::WorldBounds bounds;
    if (place->type == model::PlaceType::point) {
        bounds.add(geo::to_world(place->at));
        return bounds;
    }
    if (model::is_shape(place->type)) {
        for (const geo::LonLat& vertex : place->vertices) {
            bounds.add(geo::to_world(vertex));
        }
        return bounds.is_empty() ? std::nullopt : std::optional(bounds);
    }
    if (place->type == model::PlaceType::corridor) {
        const geo::MapData& map = m_state->map->data();
        for (const geo::Layer* layer : {map.find_layer("roads"), map.find_layer("railways")}) {
            for (std::size_t i = 0; layer != nullptr && i < layer->features.size(); ++i) {
                const std::string ids = geo::text_at(*layer, layer->features[i], "corridor");
                if ((";" + ids + ";").find(";" + place->corridor + ";") != std::string::npos) {
                    bounds.add(world_bounds_of(layer->features[i].geometry));
                }
            }
        }
    } else {
        std::vector<std::string> units = place->units;
        if (units.empty()) {
            units = {"KZ", "KG"};
        }
        for (const std::string& unit : units) {
            if (const auto found = m_state->map->bounds_of(unit)) {
                bounds.add(*found);
            }
        }
    }
    return bounds.is_empty() ? std::nullopt : std::optional(bounds);
}

} // namespace dostyk::scene
