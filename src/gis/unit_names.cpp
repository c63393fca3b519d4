#include "gis/unit_names.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <set>

namespace dostyk::gis {

namespace {

constexpr int ambiguous = -2;

enum class Sort { unsaid, region, city };

/// Words that name the sort of a unit, not the unit: "Abai Region", "Абай облысы", "г. Ош".
Sort sort_of(std::string_view folded_word)
{
    using Words = std::set<std::string, std::less<>>;
    static const Words regions{fold("Region"), fold("облысы"), fold("облусу"), fold("область"),
                               fold("oblast"), fold("oblysy"), fold("oblusu"), fold("province")};
    static const Words cities{fold("City"), fold("қаласы"), fold("шаары"),  fold("город"),
                              fold("г."),   fold("qalasy"), fold("shaary"), fold("gorod")};
    if (regions.contains(folded_word)) {
        return Sort::region;
    }
    return cities.contains(folded_word) ? Sort::city : Sort::unsaid;
}

struct BareName {
    std::string text;
    Sort sort = Sort::unsaid;
};

BareName without_sort(const std::string& folded)
{
    BareName name;
    for (std::size_t at = 0; at <= folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string word = folded.substr(at, end - at);
        if (const Sort sort = sort_of(word); sort != Sort::unsaid) {
            name.sort = sort;
        } else if (!word.empty()) {
            name.text += (name.text.empty() ? "" : " ") + word;
        }
        at = end + 1;
    }
    return name;
}

void add(std::map<std::string, int, std::less<>>& table, const std::string& key, int unit)
{
    if (key.empty()) {
        return;
    }
    const auto [entry, is_new] = table.try_emplace(key, unit);
    if (!is_new && entry->second != unit) {
        entry->second = ambiguous;
    }
}

int found_in(const std::map<std::string, int, std::less<>>& table, std::string_view key)
{
    const auto found = table.find(key);
    return found == table.end() || found->second == ambiguous ? UnitNames::none : found->second;
}

} // namespace

UnitNames::UnitNames(const geo::Layer& regions)
{
    for (std::size_t i = 0; i < regions.features.size(); ++i) {
        const geo::Feature& unit = regions.features[i];
        if (!geo::text_at(regions, unit, "valid_to").empty()) {
            continue;
        }
        const int index = static_cast<int>(i);
        add(m_codes, geo::text_at(regions, unit, "iso"), index);
        const bool is_city = geo::text_at(regions, unit, "kind") == "city";
        for (const char* field : {"name_kk", "name_ky", "name_ru", "name_en"}) {
            const std::string name = fold(geo::text_at(regions, unit, field));
            add(m_full, name, index);
            add(is_city ? m_cities : m_regions, without_sort(name).text, index);
        }
    }
}

int UnitNames::find_code(std::string_view text) const
{
    return found_in(m_codes, text);
}

int UnitNames::find_name(std::string_view text) const
{
    const std::string full = fold(text);
    if (const int unit = found_in(m_full, full); unit != none) {
        return unit;
    }
    const BareName bare = without_sort(full);
    if (bare.sort == Sort::region) {
        return found_in(m_regions, bare.text);
    }
    if (const int city = found_in(m_cities, bare.text); city != none || bare.sort == Sort::city) {
        return city;
    }
    return found_in(m_regions, bare.text);
}

namespace {

using Find = int (UnitNames::*)(std::string_view) const;

/// (rows) unit that a column says.
std::vector<int> units_in(const UnitNames& names, const geo::Layer& layer, std::size_t column,
                          Find find)
{
    std::vector<int> units;
    for (const geo::Feature& row : layer.features) {
        const auto* text = std::get_if<std::string>(&row.attributes[column]);
        units.push_back(text != nullptr ? (names.*find)(*text) : UnitNames::none);
    }
    return units;
}

std::size_t count_of_units(const std::vector<int>& units)
{
    std::set<int> distinct(units.begin(), units.end());
    distinct.erase(UnitNames::none);
    return distinct.size();
}

} // namespace

std::vector<int> match_units(const UnitNames& names, const geo::Layer& layer)
{
    std::vector<int> units(layer.features.size(), UnitNames::none);
    for (const Find find : {&UnitNames::find_code, &UnitNames::find_name}) {
        std::vector<std::vector<int>> columns;
        for (std::size_t column = 0; column < layer.fields.size(); ++column) {
            columns.push_back(units_in(names, layer, column, find));
        }
        std::stable_sort(columns.begin(), columns.end(), [](const auto& a, const auto& b) {
            return count_of_units(a) > count_of_units(b);
        });
        for (const auto& column : columns) {
            for (std::size_t row = 0; row < units.size(); ++row) {
                units[row] = units[row] != UnitNames::none ? units[row] : column[row];
            }
        }
    }
    return units;
}

} // namespace dostyk::gis
