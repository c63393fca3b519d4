/// \file
/// Search across scripts and spellings.

#pragma once

#include "core/language.hpp"
#include "geo/coordinates.hpp"
#include "model/project.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::geo {
struct Feature;
struct Layer;
struct MapData;
}

namespace dostyk::editor {

struct SearchHit {
    std::string entity;  ///< Entity id; empty for a place of the map
    std::string place;   ///< "places:<id>", "lakes:<id>", "regions:KZ-31" ...
    std::string kind;    ///< "crossing", "places", ...: shown through "kind.<kind>"
    std::string name;    ///< In the language asked for
    std::string matched; ///< The spelling that matched, when it is not the name
    geo::LonLat at;      ///< For places
    double score = 0;
};

/// Every name and alias of the project and the map, folded: Cyrillic to Latin, case, diacritics and
/// the usual spellings (zh/j, kh/h, yo/e, doubled letters) become one form.
///
/// Words may come in any order and may say the kind: "airport Almaty". "Kordai", "Korday",
/// "Қордай", "Кордай" fold to the same; "Jalal-Abad" finds Manas by its alias.
class SearchIndex {
public:
    SearchIndex(const model::Project& project, const geo::MapData& map, model::Pack pack);

    /// Best first; entities before places of the same score. An empty query gives nothing.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view query, Language language,
                                              std::size_t limit) const;

    /// The names in all languages of what is called exactly so in one of them, whatever the script
    /// or the usual spelling; of several the one with the most languages. Nothing where there is
    /// none.
    [[nodiscard]] std::optional<Text4> names_of(std::string_view name) const;

private:
    struct Entry {
        std::string folded;
        std::string spelling;
        std::size_t target = 0;
        double weight = 0;
    };
    struct Target {
        SearchHit hit;
        Text4 name;
        std::string kind_words; ///< Folded words for its kind in all languages: "airport aeroport"
    };
    void add_name(std::size_t target, const std::string& name, double weight);
    void add_entity(const model::Entity& entity, model::Pack pack);
    void add_place(const geo::Layer& layer, const geo::Feature& feature, const char* id_field,
                   double weight);

    std::vector<Entry> m_entries;
    std::vector<Target> m_targets;
};

} // namespace dostyk::editor
