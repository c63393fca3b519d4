#include "gis/map_file.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dostyk::gis {

namespace {

/// Words that name the sort of a unit, not the unit: "Abai Region", "Абай облысы", "Abai oblast".
std::string without_sort(std::string folded)
{
    static const std::set<std::string, std::less<>> sorts{
        fold("Region"), fold("облысы"), fold("облусу"),   fold("область"),
        fold("oblast"), fold("oblysy"), fold("province"), fold("City"),
        fold("қаласы"), fold("шаары"),  fold("город"),    fold("г.")};
    std::string kept;
    for (std::size_t at = 0; at <= folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string word = folded.substr(at, end - at);
        if (!word.empty() && !sorts.contains(word)) {
            kept += (kept.empty() ? "" : " ") + word;
        }
        at = end + 1;
    }
    return kept;
}

bool is_current(const geo::Layer& regions, const geo::Feature& unit)
{
    return geo::text_at(regions, unit, "valid_to").empty();
}

/// Every code and name of the current units, folded, to the unit.
class UnitNames {
public:
    explicit UnitNames(const geo::Layer& regions)
    {
        for (std::size_t i = 0; i < regions.features.size(); ++i) {
            const geo::Feature& unit = regions.features[i];
            if (!is_current(regions, unit)) {
                continue;
            }
            m_codes[geo::text_at(regions, unit, "iso")] = static_cast<int>(i);
            const bool is_city = geo::text_at(regions, unit, "kind") == "city";
            for (const char* field : {"name_kk", "name_ky", "name_ru", "name_en"}) {
                const std::string name = fold(geo::text_at(regions, unit, field));
                m_full[name] = static_cast<int>(i);
                (is_city ? m_cities : m_regions)[without_sort(name)] = static_cast<int>(i);
            }
        }
    }

    [[nodiscard]] int find_code(const std::string& text) const { return found_in(m_codes, text); }

    /// "Almaty" is the city, "Almaty oblysy" the region: a name with its sort is looked for among
    /// the regions.
    [[nodiscard]] int find_name(const std::string& text) const
    {
        const std::string name = fold(text);
        if (const int unit = found_in(m_full, name); unit >= 0) {
            return unit;
        }
        const std::string bare = without_sort(name);
        const int as_region = found_in(m_regions, bare);
        const int as_city = found_in(m_cities, bare);
        const bool is_region_first = bare != name;
        return (is_region_first ? as_region >= 0 : as_city < 0) ? as_region : as_city;
    }

private:
    static int found_in(const std::map<std::string, int>& names, const std::string& name)
    {
        const auto found = names.find(name);
        return name.empty() || found == names.end() ? -1 : found->second;
    }

    std::map<std::string, int> m_codes;
    std::map<std::string, int> m_full;
    std::map<std::string, int> m_regions;
    std::map<std::string, int> m_cities;
};

/// Codes first, over all columns; then names: a code cannot be mistaken.
int unit_of(const UnitNames& names, const geo::Feature& feature)
{
    for (const auto find : {&UnitNames::find_code, &UnitNames::find_name}) {
        for (const geo::Value& value : feature.attributes) {
            if (const auto* text = std::get_if<std::string>(&value)) {
                if (const int unit = (names.*find)(*text); unit >= 0) {
                    return unit;
                }
            }
        }
    }
    return -1;
}

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

} // namespace

Result<geo::Layer> join_boundaries(const geo::Layer& regions, const std::filesystem::path& file,
                                   BoundaryMismatch& mismatch)
{
    auto map = read_map_file(file);
    if (!map) {
        return map.error();
    }
    const UnitNames names(regions);
    geo::Layer joined = regions;
    std::set<int> filled;
    for (const geo::Layer& layer : map->layers) {
        for (const geo::Feature& feature : layer.features) {
            const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry);
            if (polygons == nullptr) {
                continue;
            }
            const int unit = unit_of(names, feature);
            if (unit < 0) {
                mismatch.features_without_unit.push_back(first_text(feature));
                continue;
            }
            auto& geometry = joined.features[static_cast<std::size_t>(unit)].geometry;
            if (!filled.insert(unit).second) {
                auto& parts = std::get<geo::MultiPolygon>(geometry);
                parts.insert(parts.end(), polygons->begin(), polygons->end());
            } else {
                geometry = *polygons;
            }
        }
    }
    for (std::size_t i = 0; i < regions.features.size(); ++i) {
        if (is_current(regions, regions.features[i]) && !filled.contains(static_cast<int>(i))) {
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
