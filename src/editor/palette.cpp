#include "editor/palette.hpp"

#include "core/fold.hpp"
#include "core/format.hpp"
#include "editor/workspace.hpp"
#include "model/date_text.hpp"
#include "model/schema.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace dostyk::editor {

namespace {

/// Each word of the query begins a word of the text, or stands within it: the former first.
/// \returns 0 where one is missing.
int score_of(std::string_view folded_text, std::string_view folded_query)
{
    int score = 1;
    while (!folded_query.empty()) {
        const auto end = std::min(folded_query.find(' '), folded_query.size());
        const std::string_view word = folded_query.substr(0, end);
        folded_query.remove_prefix(std::min(end + 1, folded_query.size()));
        const auto at = folded_text.find(word);
        if (at == std::string_view::npos) {
            return 0;
        }
        score += at == 0 ? 4 : folded_text[at - 1] == ' ' ? 2 : 1;
    }
    return score;
}

/// How well a query fits what a command is called: in the language that is shown, or else in
/// another one, by whose word somebody may know it.
template <typename TextIn>
int score_in_any(std::string_view query, Language shown, const TextIn& text_in)
{
    int best = 0;
    for (const Language language : all_languages) {
        const int score = score_of(fold(text_in(language)), query);
        best = std::max(best, language == shown ? 2 * score : score);
    }
    return best;
}

struct Scored {
    PaletteItem item;
    int score = 0;
};

void add_actions(Workspace& workspace, const std::string& query, Language language,
                 std::vector<Scored>& found)
{
    std::set<ActionId> seen; // one action may have keys in several contexts
    for (const Action& action : actions()) {
        const auto text_in = [&](Language each) {
            return std::string(tr(each, "action." + std::string(action.name)));
        };
        const int score = score_in_any(query, language, text_in);
        if (score == 0 || !seen.insert(action.id).second) {
            continue;
        }
        found.push_back({{action.id,
                          text_in(language),
                          {},
                          action.chord.key == Key::none ? std::string() : text_of(action.chord),
                          workspace.why_not(action.id)},
                         score});
    }
}

void add_kinds(const Workspace& workspace, const std::string& query, Language language,
               std::vector<Scored>& found)
{
    for (const model::KindRule& kind : model::kinds()) {
        const auto text_in = [&](Language each) {
            return tr(each,
                      Message{"palette.new",
                              {{"kind", std::string(tr(each, "kind." + std::string(kind.name)))}}});
        };
        if (const int score = score_in_any(query, language, text_in); score > 0) {
            found.push_back({{NewEntity{std::string(kind.name)},
                              text_in(language),
                              {},
                              {},
                              workspace.why_not_edit()},
                             score});
        }
    }
}

std::vector<PaletteItem> find_commands(Workspace& workspace, std::string_view typed,
                                       Language language)
{
    const std::string query = fold(typed);
    std::vector<Scored> found;
    add_actions(workspace, query, language, found);
    add_kinds(workspace, query, language, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const Scored& a, const Scored& b) { return a.score > b.score; });
    std::vector<PaletteItem> items;
    for (Scored& each : found) {
        items.push_back(std::move(each.item));
    }
    return items;
}

std::vector<PaletteItem> find_named(Workspace& workspace, std::string_view typed, Language language,
                                    std::size_t limit, bool has_entities)
{
    std::vector<PaletteItem> items;
    // Places are asked for alone: more of all, so that enough of them are left.
    constexpr std::size_t deeper = 8;
    for (SearchHit& hit :
         workspace.search_index().find(typed, language, has_entities ? limit : limit * deeper)) {
        const bool is_entity = !hit.entity.empty();
        if (is_entity && !has_entities) {
            continue;
        }
        std::string detail(tr(language, (is_entity ? "kind." : "place_kind.") + hit.kind));
        if (!hit.matched.empty() && hit.matched != hit.name) {
            detail += " · " + hit.matched;
        }
        std::string name = hit.name;
        items.push_back({std::move(hit), std::move(name), std::move(detail), {}, {}});
    }
    return items;
}

std::vector<PaletteItem> find_dates(std::string_view typed, Language language)
{
    while (typed.starts_with(' ')) {
        typed.remove_prefix(1);
    }
    if (!model::is_date_text(typed) || typed.find('/') != std::string_view::npos) {
        return {};
    }
    const std::string iso(typed);
    return {{ShownDate{iso},
             format_date(iso, language),
             std::string(tr(language, "palette.date")),
             {},
             {}}};
}

} // namespace

std::pair<PaletteScope, std::string_view> scope_of(std::string_view typed) noexcept
{
    constexpr std::pair<char, PaletteScope> prefixes[] = {{'>', PaletteScope::commands},
                                                          {'@', PaletteScope::places},
                                                          {'#', PaletteScope::scenes},
                                                          {':', PaletteScope::time}};
    for (const auto& [letter, scope] : prefixes) {
        if (typed.starts_with(letter)) {
            return {scope, typed.substr(1)};
        }
    }
    return {PaletteScope::entities, typed};
}

std::vector<PaletteItem> find_in_palette(Workspace& workspace, std::string_view typed,
                                         Language language, std::size_t limit)
{
    const auto [scope, text] = scope_of(typed);
    std::vector<PaletteItem> items;
    switch (scope) {
    case PaletteScope::commands:
        items = find_commands(workspace, text, language);
        break;
    case PaletteScope::entities:
    case PaletteScope::places:
        items = find_named(workspace, text, language, limit, scope == PaletteScope::entities);
        break;
    case PaletteScope::time:
        items = find_dates(text, language);
        break;
    case PaletteScope::scenes:
        break; // a project has none yet
    }
    if (scope != PaletteScope::commands && items.size() > limit) {
        items.resize(limit);
    }
    return items;
}

} // namespace dostyk::editor
