/// \file
/// What lies within a distance of something: the buffer's hits.

#pragma once

#include "geo/proximity.hpp"
#include "model/project.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::geo {
struct MapData;
}

namespace dostyk::editor {

struct BufferHit {
    std::string entity;
    double distance_km = 0; ///< 0 where the two touch

    friend bool operator==(const BufferHit&, const BufferHit&) = default;
};

struct BufferAnswer {
    double radius_km = 0;
    std::vector<BufferHit> hits; ///< Nearest first.
    /// Things with a site that no source gives, whose region or border comes within the distance or
    /// is not stated either: they may lie within. Never hits.
    std::vector<std::string> unpublished;

    friend bool operator==(const BufferAnswer&, const BufferAnswer&) = default;
};

/// What a place covers: a point, a line, an area, or the stretches of a corridor. Empty for a place
/// without a site.
[[nodiscard]] std::vector<geo::Figure> figures_of(const model::Project& project,
                                                  const model::Place& place);

/// The same for the shown place of an entity, its own alone: a session is where its venue is, but
/// it has no site.
[[nodiscard]] std::vector<geo::Figure> figures_of(const model::Project& project,
                                                  const model::Entity& entity, model::Pack pack);

struct BufferQuestion {
    std::vector<geo::Figure> about; ///< \pre not empty
    double radius_km = 0;
    model::Pack pack = model::Pack::enriched;
    std::string_view except = {}; ///< The entity that it is about
};

/// Every entity whose site is at most so far, on the ellipsoid; areas count when they come within.
///
/// \param map  Units and countries, for those whose site is not published.
[[nodiscard]] BufferAnswer find_within(const model::Project& project, const geo::MapData& map,
                                       const BufferQuestion& question);

} // namespace dostyk::editor
