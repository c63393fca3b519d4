#include "geo/mercator.hpp"
#include "scene/map_state.hpp"

#include <algorithm>

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
    for (const geo::Layer* layer : {countries, regions()}) {
        if (layer == nullptr) {
            continue;
        }
        for (const geo::Feature& feature : layer->features) {
            bounds.add(world_bounds_of(feature.geometry));
        }
    }
}

const geo::Layer* MapScene::State::regions() const noexcept
{
    return own_regions ? &*own_regions : map->find_layer("regions");
}

Division& MapScene::State::division_at(std::string_view date)
{
    const geo::Layer* layer = regions();
    std::string rows = std::to_string(revision) + ":";
    for (std::size_t i = 0; layer != nullptr && i < layer->features.size(); ++i) {
        const geo::Feature& feature = layer->features[i];
        if (is_valid_at(geo::text_at(*layer, feature, "valid_from"),
                        geo::text_at(*layer, feature, "valid_to"), date)) {
            rows += std::to_string(i) + ",";
        }
    }
    auto& division = m_divisions[rows];
    if (division == nullptr) {
        division = std::make_unique<Division>(layer, map->find_layer("countries"), date);
    }
    return *division;
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

void MapScene::set_regions(const geo::Layer& regions)
{
    m_state->own_regions = regions;
    ++m_state->revision;
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
    geo::WorldBounds bounds;
    std::vector<const GroundFeature*> found;
    for (const GroundFeature& feature : m_state->division_at("").features()) {
        if (feature.iso == code) {
            return feature.anchor;
        }
        if (feature.country == code) {
            bounds.add(feature.bounds);
            found.push_back(&feature);
        }
    }
    if (found.empty()) {
        return std::nullopt;
    }
    // A country made of units: the middle of its units' middles, each as heavy as it is large.
    geo::WorldPoint sum;
    double weight = 0;
    for (const GroundFeature* feature : found) {
        const double size = (feature->bounds.max.x - feature->bounds.min.x) *
                            (feature->bounds.max.y - feature->bounds.min.y);
        const geo::WorldPoint centre = feature->bounds.centre();
        sum = {sum.x + centre.x * size, sum.y + centre.y * size};
        weight += size;
    }
    return geo::WorldPoint{sum.x / weight, sum.y / weight};
}

} // namespace dostyk::scene
