#include "editor/buffer_query.hpp"

#include "geo/layer.hpp"
#include "geo/polygon_query.hpp"
#include "scene/entity_view.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace dostyk::editor {

namespace {

using Figures = std::vector<geo::Figure>;

double distance_km(const Figures& a, const Figures& b)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const geo::Figure& one : a) {
        for (const geo::Figure& other : b) {
            nearest = std::min(nearest, geo::distance_m(one, other) / 1000);
        }
    }
    return nearest;
}

/// Does a unit's or country's land come within the radius of the figures' vertices?
class LandNearby {
public:
    LandNearby(const geo::MapData& map, const BufferQuestion& question)
    : m_map(map), m_question(question)
    {}

    bool operator()(const std::string& code)
    {
        const auto [answer, is_new] = m_answers.try_emplace(code, false);
        if (is_new) {
            answer->second = ask(code);
        }
        return answer->second;
    }

private:
    [[nodiscard]] bool ask(const std::string& code) const
    {
        const geo::Layer* layer = m_map.find_layer(code.size() == 2 ? "countries" : "regions");
        bool is_known = false;
        for (std::size_t i = 0; layer != nullptr && i < layer->features.size(); ++i) {
            const geo::Feature& feature = layer->features[i];
            const auto* land = std::get_if<geo::MultiPolygon>(&feature.geometry);
            if (land == nullptr || geo::text_at(*layer, feature, "iso") != code) {
                continue;
            }
            is_known = true;
            if (is_near(*land)) {
                return true;
            }
        }
        return !is_known; // of a unit that the map lacks nothing can be said
    }

    [[nodiscard]] bool is_near(const geo::MultiPolygon& land) const
    {
        for (const geo::Figure& figure : m_question.about) {
            for (const geo::LonLat& at : figure.points) {
                if (geo::contains(land, at) || is_edge_near(land, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool is_edge_near(const geo::MultiPolygon& land, geo::LonLat at) const
    {
        return std::any_of(land.begin(), land.end(), [&](const geo::Polygon& polygon) {
            return geo::nearest_on(polygon.outer, at).distance_m <= m_question.radius_km * 1000;
        });
    }

    const geo::MapData& m_map;
    const BufferQuestion& m_question;
    std::map<std::string, bool> m_answers;
};

/// Could an entity without a published site lie within?
bool may_lie_within(const model::Place* place, LandNearby& is_nearby)
{
    if (place == nullptr) {
        return true;
    }
    const auto near = [&](const std::string& code) { return is_nearby(code); };
    if (place->type == model::PlaceType::border) {
        // What stands on a border is near both of its sides.
        const std::vector<std::string> whole{"KZ", "KG"};
        const auto& units = place->units.empty() ? whole : place->units;
        return std::all_of(units.begin(), units.end(), near);
    }
    return place->type == model::PlaceType::area &&
           std::any_of(place->units.begin(), place->units.end(), near);
}

} // namespace

Figures figures_of(const model::Project& project, const model::Place& place)
{
    switch (place.type) {
    case model::PlaceType::point:
        return {{{place.at}, false}};
    case model::PlaceType::line:
    case model::PlaceType::polygon:
        if (place.vertices.size() < model::min_vertices(place.type)) {
            return {};
        }
        return {{place.vertices, place.type == model::PlaceType::polygon}};
    case model::PlaceType::corridor: {
        Figures figures;
        for (auto& line : model::path_of(project.transport, place.corridor)) {
            if (!line.empty()) {
                figures.push_back({std::move(line), false});
            }
        }
        return figures;
    }
    case model::PlaceType::area:
    case model::PlaceType::border:
    case model::PlaceType::link:
        break;
    }
    return {};
}

Figures figures_of(const model::Project& project, const model::Entity& entity, model::Pack pack)
{
    const auto* place = model::find_value<model::Place>(entity, "place", pack);
    return place != nullptr ? figures_of(project, *place) : Figures{};
}

BufferAnswer find_within(const model::Project& project, const geo::MapData& map,
                         const BufferQuestion& question)
{
    BufferAnswer answer;
    answer.radius_km = question.radius_km;
    LandNearby is_nearby(map, question);
    for (const model::Entity& entity : project.entities) {
        if (!model::is_in(entity, question.pack) || entity.id == question.except) {
            continue;
        }
        const Figures figures = figures_of(project, entity, question.pack);
        if (!figures.empty()) {
            const double distance = distance_km(question.about, figures);
            if (distance <= question.radius_km) {
                answer.hits.push_back({entity.id, distance});
            }
        } else if (scene::is_sited(entity) &&
                   may_lie_within(model::find_value<model::Place>(entity, "place", question.pack),
                                  is_nearby)) {
            answer.unpublished.push_back(entity.id);
        }
    }
    std::stable_sort(
        answer.hits.begin(), answer.hits.end(),
        [](const BufferHit& a, const BufferHit& b) { return a.distance_km < b.distance_km; });
    return answer;
}

} // namespace dostyk::editor
