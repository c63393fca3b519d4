#include "geo/mercator.hpp"
#include "scene/map_state.hpp"

#include <algorithm>
#include <array>

namespace dostyk::scene {

MapScene::State::State(std::shared_ptr<const geo::MapData> data)
: map(std::move(data)),
  lakes(map->find_layer("lakes")),
  rivers(map->find_layer("rivers"), "river"),
  roads(map->find_layer("roads"), "road"),
  railways(map->find_layer("railways"), "railway"),
  places(read_points(map->find_layer("places"))),
  airports(read_points(map->find_layer("airports"))),
  peaks(read_points(map->find_layer("peaks"))),
  lake_names(read_areas(map->find_layer("lakes"))),
  river_names(read_paths(map->find_layer("rivers"), 3)),
  range_names(read_paths(map->find_layer("ranges"), 3))
{
    const geo::Layer* countries = map->find_layer("countries");
    for (const geo::Layer* layer : {countries, map->find_layer("regions")}) {
        if (layer == nullptr) {
            continue;
        }
        for (const geo::Feature& feature : layer->features) {
            bounds.add(world_bounds_of(feature.geometry));
        }
    }
}

Division& MapScene::State::division_at(std::string_view date)
{
    const geo::Layer* layer = map->find_layer("regions");
    std::string rows;
    for (std::size_t i = 0; layer != nullptr && i < layer->features.size(); ++i) {
        const geo::Feature& feature = layer->features[i];
        if (is_valid_at(geo::text_at(*layer, feature, "valid_from"),
                        geo::text_at(*layer, feature, "valid_to"), date)) {
            rows += std::to_string(i) + ",";
        }
    }
    auto& division = m_divisions[rows];
    if (division == nullptr) {
        division = std::make_unique<Division>(
            layer, layer == nullptr ? map->find_layer("countries") : nullptr, date);
    }
    return *division;
}

Division& MapScene::State::countries()
{
    if (m_countries == nullptr) {
        m_countries = std::make_unique<Division>(nullptr, map->find_layer("countries"), "");
    }
    return *m_countries;
}

const std::vector<geo::WorldPoint>& MapScene::State::label_path(const NamedPath& path, int level)
{
    auto& line = m_label_paths[{&path, level}];
    if (line.empty()) {
        line = compute_label_path(path, level);
    }
    return line;
}

MapScene::MapScene(std::shared_ptr<const geo::MapData> map)
: m_state(std::make_unique<State>(std::move(map)))
{}

MapScene::~MapScene() = default;

std::function<void(std::stop_token)> MapScene::cooking(std::string_view date, int level)
{
    // Divisions are made here, on the thread that composes; their levels may be made anywhere.
    Division* const units = &m_state->division_at(date);
    Division* const countries = &m_state->countries();
    State* const state = m_state.get();
    return [units, countries, state, level](const std::stop_token& stop) {
        const std::array<std::function<void()>, 8> steps{
            [&] { (void)countries->fill(level); },    [&] { (void)countries->borders(level); },
            [&] { (void)units->fill(level); },        [&] { (void)units->borders(level); },
            [&] { (void)state->lakes.level(level); }, [&] { (void)state->rivers.level(level); },
            [&] { (void)state->roads.level(level); }, [&] { (void)state->railways.level(level); },
        };
        for (const auto& step : steps) {
            if (stop.stop_requested()) {
                return;
            }
            step();
        }
    };
}

const geo::MapData& MapScene::data() const noexcept
{
    return *m_state->map;
}

std::optional<geo::WorldBounds> MapScene::bounds_of(std::string_view code) const
{
    geo::WorldBounds bounds;
    for (const GroundFeature& feature : m_state->division_at("").features()) {
        const bool is_meant = code == "all" ? !feature.is_neighbour : is_within(feature, code);
        if (is_meant) {
            bounds.add(feature.bounds);
        }
    }
    return bounds.is_empty() ? std::nullopt : std::optional(bounds);
}

std::optional<geo::WorldPoint> MapScene::anchor_of(std::string_view code) const
{
    for (Division* division : {&m_state->division_at(""), &m_state->countries()}) {
        for (const GroundFeature& feature : division->features()) {
            if (feature.iso == code) {
                return feature.anchor;
            }
        }
    }
    return std::nullopt;
}

} // namespace dostyk::scene
