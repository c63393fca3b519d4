#include "scene/entity_notes.hpp"

#include <algorithm>
#include <map>

namespace dostyk::scene {

namespace {

constexpr float note_priority = 520;

} // namespace

Hit hit_of(const EntityList& entities)
{
    Hit hit;
    for (const model::Entity* entity : entities) {
        hit.members.push_back(entity->id);
    }
    hit.entity = hit.members.front();
    return hit;
}

bool holds(const EntityList& entities, std::string_view id)
{
    return std::any_of(entities.begin(), entities.end(),
                       [&](const model::Entity* entity) { return entity->id == id; });
}

/// "Site not published: 2" where some are things with a site; else a line for each kind.
std::string note_text(const EntityList& entities, Language language)
{
    const auto sites = std::count_if(entities.begin(), entities.end(),
                                     [](const auto* entity) { return is_sited(*entity); });
    if (sites > 0) {
        return tr(language, Message{"map.site_not_published", {{"count", std::to_string(sites)}}});
    }
    std::map<std::string_view, int> kinds;
    for (const model::Entity* entity : entities) {
        ++kinds[entity->kind];
    }
    std::string text;
    for (const auto& [kind, count] : kinds) {
        const std::string key = "kind." + std::string(kind) + ".plural";
        text += (text.empty() ? "" : "\n") +
                tr(language, Message{"map.kind_count",
                                     {{"kind", std::string(tr(language, key))},
                                      {"count", std::to_string(count)}}});
    }
    return text;
}

LabelRequest make_note(const FrameContext& context, const Style& style, std::string_view layer,
                       std::string_view id, geo::ScreenPoint at, std::string_view text)
{
    LabelRequest request;
    request.key = label_key(layer, id);
    request.layer = "entity_names";
    request.priority = note_priority;
    request.at = at;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        for (std::string& line : wrapped(text.substr(start, end - start), 30)) {
            request.lines.push_back(
                {std::move(line), scaled_label(context, label_of(style, "note"))});
        }
        start = end + 1;
    }
    return request;
}

} // namespace dostyk::scene
