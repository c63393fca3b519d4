#include "gis/map_file.hpp"

#include "geo/coverage.hpp"
#include "gis/unit_names.hpp"

#include <algorithm>
#include <set>

namespace dostyk::gis {

namespace {

std::string first_text(const geo::Feature& feature)
{
    for (const geo::Value& value : feature.attributes) {
        if (const auto* text = std::get_if<std::string>(&value);
            text != nullptr && !text->empty()) {
            return *text;
        }
    }
    return "?";
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// A layer of the file and the units of its rows.
struct Match {
    const geo::Layer* layer = nullptr;
    std::vector<int> units; ///< (layer->features)
    std::size_t count = 0;  ///< of distinct units
};

/// Of several layers (countries, regions, districts) the one that has the most units.
Match best_match(const UnitNames& names, const geo::MapData& map)
{
    Match best;
    for (const geo::Layer& layer : map.layers) {
        Match match{&layer, match_units(names, layer), 0};
        std::set<int> distinct;
        for (std::size_t row = 0; row < match.units.size(); ++row) {
            if (!std::holds_alternative<geo::MultiPolygon>(layer.features[row].geometry)) {
                match.units[row] = UnitNames::none;
            }
            distinct.insert(match.units[row]);
        }
        distinct.erase(UnitNames::none);
        match.count = distinct.size();
        if (best.layer == nullptr || match.count > best.count) {
            best = std::move(match);
        }
    }
    return best;
}

/// The polygons that the file has for each unit, made to fit each other. (regions.features)
Result<std::vector<geo::MultiPolygon>> boundaries_of(const Match& match, std::size_t unit_count,
                                                     BoundaryMismatch& mismatch)
{
    std::vector<geo::MultiPolygon> boundaries(unit_count);
    for (std::size_t row = 0; row < match.units.size(); ++row) {
        const geo::Feature& feature = match.layer->features[row];
        const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry);
        if (polygons == nullptr) {
            continue;
        }
        if (match.units[row] == UnitNames::none) {
            mismatch.features_without_unit.push_back(first_text(feature));
            continue;
        }
        auto& parts = boundaries[static_cast<std::size_t>(match.units[row])];
        parts.insert(parts.end(), polygons->begin(), polygons->end());
    }
    return geo::clean_coverage(boundaries);
}

} // namespace

Result<geo::Layer> join_boundaries(const geo::Layer& regions, const std::filesystem::path& file,
                                   BoundaryMismatch& mismatch)
{
    auto map = read_map_file(file);
    if (!map) {
        return map.error();
    }
    return join_boundaries(regions, *map, file, mismatch);
}

Result<geo::Layer> join_boundaries(const geo::Layer& regions, const geo::MapData& map,
                                   const std::filesystem::path& file, BoundaryMismatch& mismatch)
{
    const Match match = best_match(UnitNames(regions), map);
    auto boundaries = boundaries_of(match, regions.features.size(), mismatch);
    if (!boundaries) {
        Error error = boundaries.error();
        error.where = file.string();
        return error;
    }
    geo::Layer joined = regions;
    for (std::size_t i = 0; i < regions.features.size(); ++i) {
        const bool is_current = geo::text_at(regions, regions.features[i], "valid_to").empty();
        if (!(*boundaries)[i].empty()) {
            joined.features[i].geometry = std::move((*boundaries)[i]);
        } else if (is_current) {
            mismatch.units_without_feature.push_back(
                geo::text_at(regions, regions.features[i], "iso"));
        }
    }
    if (!mismatch.units_without_feature.empty()) {
        return Error{ErrorCode::invalid,
                     {"error.boundaries_missing",
                      {{"file", file.string()}, {"units", listed(mismatch.units_without_feature)}}},
                     {}};
    }
    return joined;
}

} // namespace dostyk::gis
