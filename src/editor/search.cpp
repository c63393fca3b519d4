#include "editor/search.hpp"

#include "core/fold.hpp"
#include "core/message.hpp"
#include "editor/edit_distance.hpp"
#include "geo/layer.hpp"
#include "geo/polygon_query.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace dostyk::editor {

namespace {

/// Steps between the ways of matching; what is nearer to the name always comes first.
constexpr double exact_match = 100;
constexpr double prefix_match = 80;
constexpr double word_match = 60;
constexpr double words_match = 50;
constexpr double inner_match = 40;
constexpr double near_match = 20;

/// Entities come before places of the map that match as well.
constexpr double entity_weight = 8;

/// How well a folded query fits a folded name; 0 = not at all.
double match_score(std::string_view query, std::string_view name)
{
    if (name == query) {
        return exact_match;
    }
    if (name.starts_with(query)) {
        // The less is left over, the better: "Kordai" before "Kordai Region".
        return prefix_match -
               std::min(10.0, 0.25 * static_cast<double>(name.size() - query.size()));
    }
    for (std::size_t at = name.find(' '); at != std::string_view::npos;
         at = name.find(' ', at + 1)) {
        if (name.substr(at + 1).starts_with(query)) {
            return word_match;
        }
    }
    constexpr std::size_t shortest_inner = 3;
    if (query.size() >= shortest_inner && name.find(query) != std::string_view::npos) {
        return inner_match;
    }
    constexpr std::size_t shortest_near = 4;
    constexpr std::size_t two_mistakes_from = 7;
    if (query.size() < shortest_near) {
        return 0;
    }
    const int limit = query.size() >= two_mistakes_from ? 2 : 1;
    // Compare with as much of the name as was typed: a slip at the head of a long name counts once.
    const std::string_view head = name.substr(0, query.size());
    const int mistakes =
        std::min(edit_distance(query, name, limit), edit_distance(query, head, limit));
    return mistakes <= limit ? near_match - 5.0 * mistakes : 0;
}

std::vector<std::string_view> words_of(std::string_view folded)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// True when a word of the text begins with what was typed.
bool has_word(std::string_view text, std::string_view typed)
{
    for (std::size_t at = text.find(typed); at != std::string_view::npos;
         at = text.find(typed, at + 1)) {
        if (at == 0 || text[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

/// Several words in any order, each of the name or of its kind, at least one of the name.
double words_score(const std::vector<std::string_view>& query, std::string_view name,
                   std::string_view kind_words)
{
    if (query.size() < 2) {
        return 0;
    }
    std::size_t of_name = 0;
    for (const std::string_view word : query) {
        const bool is_of_name = has_word(name, word);
        if (!is_of_name && !has_word(kind_words, word)) {
            return 0;
        }
        of_name += is_of_name ? 1 : 0;
    }
    return of_name > 0 ? words_match + static_cast<double>(of_name) : 0;
}

/// The words for a kind in all languages; nothing where there is no such message.
std::string kind_words(const std::string& key)
{
    std::string words;
    if (has_message(key)) {
        for (const Language language : all_languages) {
            words += (words.empty() ? "" : " ") + fold(tr(language, key));
        }
    }
    return words;
}

std::string without_blanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

geo::LonLat position_of(const geo::Geometry& geometry)
{
    if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
        return *at;
    }
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
        return geo::interior_point(*polygons);
    }
    if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
        const auto longest = std::max_element(lines->begin(), lines->end(),
                                              [](auto& a, auto& b) { return a.size() < b.size(); });
        if (longest != lines->end() && !longest->empty()) {
            return (*longest)[longest->size() / 2];
        }
    }
    return {};
}

Text4 layer_names_of(const geo::Layer& layer, const geo::Feature& feature)
{
    return {{geo::text_at(layer, feature, "name_kk"), geo::text_at(layer, feature, "name_ky"),
             geo::text_at(layer, feature, "name_ru"), geo::text_at(layer, feature, "name_en")}};
}

std::vector<std::string> parts_of(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// Layers that people search by name; their id field, and how much they weigh.
struct SearchedLayer {
    const char* name;
    const char* id_field;
    double weight;
};
constexpr std::array<SearchedLayer, 7> searched_layers{{
    {"regions", "iso", 3},
    {"places", "id", 4},
    {"lakes", "id", 2},
    {"rivers", "id", 2},
    {"ranges", "id", 1},
    {"airports", "id", 1},
    {"peaks", "id", 1},
}};

} // namespace

SearchIndex::SearchIndex(const model::Project& project, const geo::MapData& map, model::Pack pack)
{
    for (const model::Entity& entity : project.entities) {
        if (model::is_in(entity, pack) && entity.kind != "relation") {
            add_entity(entity, pack);
        }
    }
    for (const SearchedLayer& searched : searched_layers) {
        const geo::Layer* layer = map.find_layer(searched.name);
        if (layer == nullptr) {
            continue;
        }
        for (const geo::Feature& feature : layer->features) {
            if (!geo::text_at(*layer, feature, "valid_to").empty()) {
                continue; // a unit of the old division has the name of a new one
            }
            add_place(*layer, feature, searched.id_field, searched.weight);
        }
    }
}

void SearchIndex::add_name(std::size_t target, const std::string& name, double weight)
{
    std::string folded = fold(name);
    if (!folded.empty()) {
        m_entries.push_back({std::move(folded), name, target, weight});
    }
}

void SearchIndex::add_entity(const model::Entity& entity, model::Pack pack)
{
    const std::size_t target = m_targets.size();
    Target added;
    added.hit.entity = entity.id;
    added.hit.kind = entity.kind;
    added.kind_words = kind_words("kind." + entity.kind);
    if (const auto* name = model::find_value<Text4>(entity, "name", pack)) {
        added.name = *name;
    }
    if (const auto* place = model::find_value<model::Place>(entity, "place", pack)) {
        added.hit.at = place->at;
    }
    m_targets.push_back(std::move(added));
    // Crossings are what people look for by the name of a village; sources are looked for last.
    const double weight = entity_weight + (entity.kind == "crossing" ? 1 : 0) -
                          (entity.kind == "source" ? entity_weight + 5 : 0);
    for (const char* field : {"name", "kz_name", "kg_name"}) {
        for (const model::Claim* claim : model::claims_of(entity, field, pack)) {
            if (const auto* text = std::get_if<Text4>(&claim->value)) {
                for (const Language language : all_languages) {
                    add_name(target, (*text)[language], weight);
                }
            }
        }
    }
    for (const model::Claim* claim : model::claims_of(entity, "aliases", pack)) {
        if (const auto* texts = std::get_if<std::vector<std::string>>(&claim->value)) {
            for (const std::string& alias : *texts) {
                add_name(target, alias, weight);
            }
        }
    }
    if (const auto* title = model::find_value<std::string>(entity, "title", pack)) {
        add_name(target, *title, weight);
    }
}

void SearchIndex::add_place(const geo::Layer& layer, const geo::Feature& feature,
                            const char* id_field, double weight)
{
    Target added;
    added.name = layer_names_of(layer, feature);
    if (added.name.is_empty()) {
        return;
    }
    added.hit.place = layer.name + ':' + geo::text_at(layer, feature, id_field);
    added.hit.kind = layer.name;
    added.kind_words = kind_words("place_kind." + layer.name);
    added.hit.at = position_of(feature.geometry);
    const std::size_t target = m_targets.size();
    m_targets.push_back(std::move(added));
    // Of two places of one name the larger is meant more often.
    const double by_rank = weight - 0.3 * geo::number_at(layer, feature, "rank", 3);
    for (const Language language : all_languages) {
        add_name(target, m_targets[target].name[language], by_rank);
    }
    for (const std::string& alias : parts_of(geo::text_at(layer, feature, "aliases"), ';')) {
        add_name(target, alias, by_rank);
    }
}

std::optional<Text4> SearchIndex::names_of(std::string_view name) const
{
    const std::string folded = fold(name);
    const auto languages_of = [&](const Entry& entry) {
        const Text4& names = m_targets[entry.target].name;
        return std::count_if(all_languages.begin(), all_languages.end(),
                             [&](Language language) { return names.has(language); });
    };
    const Entry* best = nullptr;
    for (const Entry& entry : m_entries) {
        if (folded.empty() || entry.folded != folded) {
            continue;
        }
        // What asks is often among them itself, with a name in one language alone.
        if (best == nullptr || std::pair(languages_of(entry), entry.weight) >
                                   std::pair(languages_of(*best), best->weight)) {
            best = &entry;
        }
    }
    return best != nullptr ? std::optional(m_targets[best->target].name) : std::nullopt;
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, Language language,
                                         std::size_t limit) const
{
    const std::string folded = fold(query);
    if (folded.empty()) {
        return {};
    }
    const std::string joined = without_blanks(folded);
    const std::vector<std::string_view> words = words_of(folded);
    struct Best {
        double score = 0;
        const Entry* entry = nullptr;
    };
    std::map<std::size_t, Best> best;
    for (const Entry& entry : m_entries) {
        double score =
            std::max(match_score(folded, entry.folded),
                     words_score(words, entry.folded, m_targets[entry.target].kind_words));
        if (score == 0 && joined.size() != folded.size()) {
            score = match_score(joined, without_blanks(entry.folded)) - 1;
        }
        if (score > 0) {
            Best& of_target = best[entry.target];
            if (score + entry.weight > of_target.score) {
                of_target = {score + entry.weight, &entry};
            }
        }
    }
    std::vector<SearchHit> hits;
    for (const auto& [target, found] : best) {
        SearchHit hit = m_targets[target].hit;
        hit.name = m_targets[target].name.in(language);
        hit.score = found.score;
        if (fold(hit.name) != found.entry->folded) {
            hit.matched = found.entry->spelling;
        }
        if (hit.name.empty()) {
            hit.name = found.entry->spelling;
        }
        hits.push_back(std::move(hit));
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
    hits.resize(std::min(hits.size(), limit));
    return hits;
}

} // namespace dostyk::editor
