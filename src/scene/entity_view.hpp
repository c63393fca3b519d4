/// \file
/// What a project puts on the map in a mode: marks by the kind of place that is known.

#pragma once

#include "model/project.hpp"
#include "scene/entity_filter.hpp"
#include "scene/map_mode.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::scene {

using EntityList = std::vector<const model::Entity*>;

/// A place that a source gives: a symbol.
struct PointMark {
    const model::Entity* entity = nullptr;
    geo::LonLat at;
    bool is_hollow = false; ///< The position is approximate, of the settlement, or not confirmed.
    double rank = 0;        ///< The lowest leads a cluster.
};

/// A line or an outline with vertices of its own. A PointMark stands on it and carries its name.
struct ShapeMark {
    const model::Entity* entity = nullptr;
    const model::Place* place = nullptr;
    bool is_uncertain = false; ///< As PointMark's is_hollow.
};

/// A country or unit is stated and no site: a hatch over it, never a pin.
struct AreaMark {
    std::string unit; ///< ISO code
    EntityList entities;
};

/// Somewhere on the border between units; none = the whole common border.
struct BandMark {
    std::vector<std::string> units;
    EntityList entities;
};

struct CorridorMark {
    std::string corridor;
    EntityList entities;
    bool is_planned = false;
};

enum class FlowSort { trade, award, commitment, link };

/// From one party to another, of one kind; a link has no direction.
struct FlowMark {
    FlowSort sort = FlowSort::link;
    std::string from;
    std::string to;
    EntityList entities;
};

struct EntityView {
    std::vector<PointMark> points;
    std::vector<ShapeMark> shapes;
    std::vector<AreaMark> areas;
    std::vector<BandMark> bands;
    std::vector<CorridorMark> corridors;
    std::vector<FlowMark> flows;
};

/// True for things that stand on a site, as opposed to statements about a country.
[[nodiscard]] bool is_sited(const model::Entity& entity);

/// The shown place of an entity: its own, or that of the venue or meeting it belongs to. Null when
/// none is known.
///
/// \param is_unconfirmed  Set when the claim says that the position is approximate or unconfirmed.
[[nodiscard]] const model::Place* find_place(const model::Project& project,
                                             const model::Entity& entity, model::Pack pack,
                                             bool& is_unconfirmed);

/// Where the symbol of a point, a line or a polygon stands: on a line half way, in a polygon where
/// most room is about it. Nothing for other places and for shapes with too few vertices.
[[nodiscard]] std::optional<geo::LonLat> anchor_of(const model::Place& place);

/// The entity's date, ISO, as exact as known; empty when it has none.
[[nodiscard]] std::string date_of(const model::Project& project, const model::Entity& entity,
                                  model::Pack pack);

/// True for what a mode draws at a date. \param date  A later entity is not; empty = all are.
[[nodiscard]] bool is_shown(const model::Project& project, const model::Entity& entity,
                            model::Pack pack, MapMode mode, std::string_view date,
                            const EntityFilters& filters = {});

/// Add what is drawn of an entity, shown by the mode or not; nothing where it has no place.
void add_entity(EntityView& view, const model::Project& project, const model::Entity& entity,
                model::Pack pack);

/// All that is_shown().
[[nodiscard]] EntityView make_entity_view(const model::Project& project, model::Pack pack,
                                          MapMode mode, std::string_view date,
                                          const EntityFilters& filters = {});

} // namespace dostyk::scene
