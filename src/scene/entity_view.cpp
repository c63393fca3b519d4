#include "scene/entity_view.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon_query.hpp"
#include "scene/mode_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dostyk::scene {

namespace {

/// Kinds in the order in which they lead a cluster.
// clang-format off
constexpr auto leading_kinds = std::to_array<std::string_view>({
    "institution", "meeting", "project", "crossing", "joint_enterprise",
    "research_institute", "venue", "delegation", "session", "arrival",
    "accommodation", "programme", "organisation", "document", "goal",
    "indicator", "commitment", "award", "agenda_item", "vehicle",
    "interpreter", "person", "post", "waiver", "b2b_request",
    "release"});
// clang-format on

/// Things that stand on a site, as opposed to statements about a country.
constexpr auto sited_kinds = std::to_array<std::string_view>(
    {"project", "joint_enterprise", "research_institute", "venue", "crossing", "organisation"});

double rank_of(const model::Entity& entity)
{
    const auto found = std::find(leading_kinds.begin(), leading_kinds.end(), entity.kind);
    return static_cast<double>(found - leading_kinds.begin());
}

std::string first_ref(const model::Entity& entity, std::string_view field, model::Pack pack)
{
    const auto* refs = model::find_value<model::Refs>(entity, field, pack);
    return refs != nullptr && !refs->ids.empty() ? refs->ids.front() : std::string();
}

std::optional<FlowSort> flow_sort_of(const model::Entity& entity)
{
    if (entity.kind == "award") {
        return FlowSort::award;
    }
    if (entity.kind == "commitment") {
        return FlowSort::commitment;
    }
    if (entity.kind == "indicator") {
        return FlowSort::trade;
    }
    return std::nullopt;
}

/// A mark of the list for which `is_same` holds; a new one at the end where there is none.
template <typename Mark, typename IsSame>
Mark& find_or_add(std::vector<Mark>& marks, IsSame is_same)
{
    const auto found = std::find_if(marks.begin(), marks.end(), is_same);
    return found != marks.end() ? *found : marks.emplace_back();
}

void add_flow(EntityView& view, FlowSort sort, std::string from, std::string to,
              const model::Entity& entity)
{
    FlowMark& flow = find_or_add(view.flows, [&](const FlowMark& mark) {
        return mark.sort == sort && mark.from == from && mark.to == to &&
               mark.entities.front()->kind == entity.kind;
    });
    flow.sort = sort;
    flow.from = std::move(from);
    flow.to = std::move(to);
    flow.entities.push_back(&entity);
}

void add_area(EntityView& view, const std::string& unit, const model::Entity& entity)
{
    AreaMark& area =
        find_or_add(view.areas, [&](const AreaMark& mark) { return mark.unit == unit; });
    area.unit = unit;
    area.entities.push_back(&entity);
}

void add_corridor(EntityView& view, const std::string& corridor, const model::Entity& entity,
                  model::Pack pack)
{
    CorridorMark& mark = find_or_add(
        view.corridors, [&](const CorridorMark& other) { return other.corridor == corridor; });
    mark.corridor = corridor;
    mark.entities.push_back(&entity);
    const auto* status = model::find_value<model::Word>(entity, "status", pack);
    mark.is_planned |=
        status != nullptr &&
        (status->word == "planned" || status->word == "agreed" || status->word == "announced");
}

/// Half way along a line, as it is drawn.
geo::LonLat middle_of(const std::vector<geo::LonLat>& line)
{
    std::vector<geo::WorldPoint> points;
    double length = 0;
    for (const geo::LonLat& vertex : line) {
        points.push_back(geo::to_world(vertex));
        if (points.size() > 1) {
            const auto& last = points[points.size() - 2];
            length += std::hypot(points.back().x - last.x, points.back().y - last.y);
        }
    }
    double left = length / 2;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double dx = points[i].x - points[i - 1].x;
        const double dy = points[i].y - points[i - 1].y;
        const double side = std::hypot(dx, dy);
        if (side > 0 && left <= side) {
            return geo::to_lon_lat(
                {points[i - 1].x + dx * left / side, points[i - 1].y + dy * left / side});
        }
        left -= side;
    }
    return line.front();
}

void add_placed(EntityView& view, const model::Entity& entity, const model::Place& place,
                bool is_unconfirmed, model::Pack pack)
{
    const bool is_uncertain = is_unconfirmed || place.precision != model::Precision::exact;
    switch (place.type) {
    case model::PlaceType::point:
        view.points.push_back({&entity, place.at, is_uncertain, rank_of(entity)});
        break;
    case model::PlaceType::line:
    case model::PlaceType::polygon:
        if (const auto anchor = anchor_of(place)) {
            view.shapes.push_back({&entity, &place, is_uncertain});
            view.points.push_back({&entity, *anchor, is_uncertain, rank_of(entity)});
        }
        break;
    case model::PlaceType::area:
        for (const std::string& unit : place.units) {
            add_area(view, unit, entity);
        }
        break;
    case model::PlaceType::border: {
        std::vector<std::string> units = place.units;
        std::sort(units.begin(), units.end());
        BandMark& band =
            find_or_add(view.bands, [&](const BandMark& mark) { return mark.units == units; });
        band.units = std::move(units);
        band.entities.push_back(&entity);
        break;
    }
    case model::PlaceType::corridor:
        add_corridor(view, place.corridor, entity, pack);
        break;
    case model::PlaceType::link:
        if (place.units.size() >= 2) {
            add_flow(view, FlowSort::link, place.units[0], place.units[1], entity);
        }
        break;
    }
}

const model::Place* find_place_at(const model::Project& project, const model::Entity& entity,
                                  model::Pack pack, bool& is_unconfirmed, int depth)
{
    const model::Claim* claim = model::find_claim(entity, "place", pack);
    const auto* place = claim != nullptr ? std::get_if<model::Place>(&claim->value) : nullptr;
    if (place != nullptr) {
        constexpr unsigned doubtful = model::flag::approximate | model::flag::unconfirmed;
        is_unconfirmed = (claim->flags & doubtful) != 0;
        return place;
    }
    if (depth == 0) {
        return nullptr;
    }
    for (const std::string_view field : {"venue", "point", "session", "meeting"}) {
        const model::Entity* home = project.find(first_ref(entity, field, pack));
        if (home != nullptr && model::is_in(*home, pack)) {
            const auto* found = find_place_at(project, *home, pack, is_unconfirmed, depth - 1);
            if (found != nullptr) {
                return found;
            }
        }
    }
    return nullptr;
}

} // namespace

std::optional<geo::LonLat> anchor_of(const model::Place& place)
{
    if (place.type == model::PlaceType::point) {
        return place.at;
    }
    if (!model::is_shape(place.type) || place.vertices.size() < model::min_vertices(place.type)) {
        return std::nullopt;
    }
    if (place.type == model::PlaceType::polygon) {
        geo::Polygon polygon{place.vertices, {}};
        polygon.outer.push_back(place.vertices.front());
        return geo::interior_point({polygon});
    }
    return middle_of(place.vertices);
}

bool is_sited(const model::Entity& entity)
{
    return std::find(sited_kinds.begin(), sited_kinds.end(), entity.kind) != sited_kinds.end();
}

const model::Place* find_place(const model::Project& project, const model::Entity& entity,
                               model::Pack pack, bool& is_unconfirmed)
{
    is_unconfirmed = false;
    // An agenda item is in a session of a meeting, which is in a venue: no chain is longer.
    return find_place_at(project, entity, pack, is_unconfirmed, 3);
}

std::string date_of(const model::Project& project, const model::Entity& entity, model::Pack pack)
{
    for (const std::string_view field : {"date", "founded"}) {
        const auto* date = model::find_value<model::DateText>(entity, field, pack);
        if (date != nullptr && !date->iso.empty()) {
            return date->iso;
        }
    }
    // From an agenda item to its session, from anything to its meeting, and no further.
    for (const std::string_view home : {"session", "meeting"}) {
        const bool is_inside = entity.kind != home && entity.kind != "meeting";
        const model::Entity* found = project.find(first_ref(entity, home, pack));
        if (is_inside && found != nullptr && found->kind == home) {
            return date_of(project, *found, pack);
        }
    }
    return {};
}

bool is_shown(const model::Project& project, const model::Entity& entity, model::Pack pack,
              MapMode mode, std::string_view date, const EntityFilters& filters)
{
    if (!model::is_in(entity, pack) || !is_in_mode(entity, mode, pack) ||
        !passes(filters, entity)) {
        return false;
    }
    // "2024" < "2024-04-19": a date that is known to the year begins with the year.
    return date.empty() || date_of(project, entity, pack).substr(0, date.size()) <= date;
}

void add_entity(EntityView& view, const model::Project& project, const model::Entity& entity,
                model::Pack pack)
{
    const std::string from = first_ref(entity, "origin", pack);
    const std::string to = first_ref(entity, "destination", pack);
    const auto sort = flow_sort_of(entity);
    if (sort && !from.empty() && !to.empty() && from != to) {
        add_flow(view, *sort, from, to, entity);
        return;
    }
    bool is_unconfirmed = false;
    const model::Place* place = find_place(project, entity, pack, is_unconfirmed);
    if (place != nullptr) {
        add_placed(view, entity, *place, is_unconfirmed, pack);
    }
}

EntityView make_entity_view(const model::Project& project, model::Pack pack, MapMode mode,
                            std::string_view date, const EntityFilters& filters)
{
    EntityView view;
    for (const model::Entity& entity : project.entities) {
        if (is_shown(project, entity, pack, mode, date, filters)) {
            add_entity(view, project, entity, pack);
        }
    }
    return view;
}

} // namespace dostyk::scene
