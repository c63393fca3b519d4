// Sessions, what they need, and what they are to each other.

#include "model/date_text.hpp"
#include "schedule/compile_parts.hpp"

#include <algorithm>
#include <array>

namespace dostyk::schedule {

namespace {

using model::Entity;
using model::Pack;

constexpr int usual_duration = 60; ///< Of a session that nobody gives one. [min]
/// Venues that people pass through: no session is put there unless it asks for it.
const std::array<std::string, 3> passage_tags{"airport", "station", "hotel"};

/// Beginning and end as the project states them, exact to the minute; either may be missing.
std::pair<std::optional<Minute>, std::optional<Minute>> times_of(const Compiling& compiling,
                                                                 const Entity& entity)
{
    const auto* date = model::find_value<model::DateText>(entity, "date", Pack::enriched);
    if (date == nullptr) {
        return {};
    }
    const auto [first, last] = model::ends_of(date->iso);
    const auto minute = [&](std::string_view text) {
        const auto instant = model::instant_of(text);
        return instant ? std::optional(compiling.problem.calendar.minute_of(*instant))
                       : std::nullopt;
    };
    const auto begin = minute(first);
    const auto end = minute(last);
    return {begin, end && begin != end ? end : std::nullopt};
}

int duration_of(const Compiling& compiling, const Entity& entity)
{
    const auto [begin, end] = times_of(compiling, entity);
    const int usual = begin && end ? *end - *begin : usual_duration;
    const auto* stated = model::find_value<double>(entity, "duration", Pack::enriched);
    if (usual <= 0 || (stated != nullptr && *stated <= 0)) {
        compiling.report("schedule.zero_length", entity, stated != nullptr ? "duration" : "date",
                         std::to_string(stated != nullptr ? static_cast<int>(*stated) : usual),
                         Severity::error);
        return usual_duration;
    }
    return compiling.number(entity, "duration", usual, 1);
}

/// Who is named by a field, as attendees; the others are told and left out.
std::vector<Index> attendees_of(const Compiling& compiling, const Entity& entity,
                                std::string_view field)
{
    std::vector<Index> found;
    for (const std::string& id : compiling.refs(entity, field)) {
        if (const auto at = compiling.attendees.find(id); at != compiling.attendees.end()) {
            found.push_back(at->second);
        } else if (compiling.project.find(id) != nullptr) {
            compiling.report("schedule.unknown_attendee", entity, field, id, Severity::info);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<Index> names_of(std::vector<std::string>& names, const std::vector<std::string>& texts)
{
    std::vector<Index> all;
    for (const std::string& text : texts) {
        all.push_back(index_of(names, text));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// The first language is the one that is spoken; the others are interpreted from it.
std::vector<Index> pairs_of(Compiling& compiling, const std::vector<std::string>& languages,
                            std::string_view way)
{
    std::vector<Index> pairs;
    for (std::size_t i = 1; i < languages.size(); ++i) {
        pairs.push_back(
            index_of(compiling.problem.pairs, pair_name(languages.front(), languages[i], way)));
    }
    return pairs;
}

/// Venues by their tags: which ones fit, and how many wished tags each lacks.
void choose_venues(const Compiling& compiling, const Entity& entity, Session& session)
{
    const auto needs = compiling.texts(entity, "venue_needs");
    const auto unfit = compiling.texts(entity, "venue_unfit");
    const auto wishes = compiling.texts(entity, "venue_wishes");
    const std::string held_at = compiling.ref(entity, "venue");
    for (std::size_t i = 0; i < compiling.problem.venues.size(); ++i) {
        const std::string& id = compiling.problem.venues[i].id;
        const auto has = [&](const std::string& tag) { return compiling.tags[i].contains(tag); };
        const auto is_needed = [&](const std::string& tag) {
            return std::find(needs.begin(), needs.end(), tag) != needs.end();
        };
        const bool is_passage =
            std::any_of(passage_tags.begin(), passage_tags.end(),
                        [&](const std::string& tag) { return has(tag) && !is_needed(tag); });
        if (std::all_of(needs.begin(), needs.end(), has) &&
            std::none_of(unfit.begin(), unfit.end(), has) && (!is_passage || id == held_at)) {
            session.venues.push_back(static_cast<Index>(i));
        }
        session.lacking.push_back(static_cast<int>(std::count_if(
            wishes.begin(), wishes.end(), [&](const auto& tag) { return !has(tag); })));
    }
    if (wishes.empty()) {
        session.lacking.clear();
    }
    if (session.venues.empty()) {
        std::string needed;
        for (const std::string& tag : needs) {
            needed += (needed.empty() ? "" : ", ") + tag;
        }
        compiling.report("schedule.no_venue_fits", entity, "venue_needs", needed, Severity::error);
    }
}

void add_session(Compiling& compiling, const Entity& entity, std::vector<Placement>& placements)
{
    Problem& problem = compiling.problem;
    const std::string& zone = problem.calendar.zone();
    Session session;
    session.id = entity.id;
    session.duration = duration_of(compiling, entity);
    session.size = compiling.number(entity, "size", 0);
    session.priority = compiling.number(entity, "priority", 1, 1);
    session.required = attendees_of(compiling, entity, "participants");
    for (const Index interpreter : attendees_of(compiling, entity, "interpreters")) {
        session.required.push_back(interpreter);
    }
    std::sort(session.required.begin(), session.required.end());
    session.required.erase(std::unique(session.required.begin(), session.required.end()),
                           session.required.end());
    for (const Index index : attendees_of(compiling, entity, "optional_participants")) {
        if (!std::binary_search(session.required.begin(), session.required.end(), index)) {
            session.optional.push_back(index);
        }
    }
    session.windows =
        compiling.periods(entity, "windows", zone).value_or(Intervals{compiling.horizon()});
    session.preferred = compiling.periods(entity, "preferred_windows", zone).value_or(Intervals{});
    session.tracks = names_of(problem.tracks, compiling.texts(entity, "tracks"));
    session.contents = names_of(problem.contents, compiling.texts(entity, "topics"));
    const auto languages = compiling.texts(entity, "languages");
    session.languages = names_of(problem.languages, languages);
    session.pairs = pairs_of(compiling, languages, Compiling::word(entity, "interpretation"));
    session.is_published = compiling.flag(entity, "published");
    const std::string format = Compiling::word(entity, "format");
    session.is_meal = format == "reception" || format == "break";
    session.is_b2b = format == "b2b";
    session.match_score = compiling.number(entity, "match_score", 0);
    choose_venues(compiling, entity, session);

    Placement placement;
    placement.is_dropped = compiling.flag(entity, "dropped");
    const auto venue = compiling.venues.find(compiling.ref(entity, "venue"));
    const auto [begin, end] = times_of(compiling, entity);
    if (!placement.is_dropped && begin && venue != compiling.venues.end()) {
        placement = {*begin, venue->second};
        session.pinned = compiling.flag(entity, "pinned") ? std::optional(placement) : std::nullopt;
        session.baseline = placement;
    } else if (const auto* date =
                   model::find_value<model::DateText>(entity, "date", Pack::enriched);
               date != nullptr && date->iso.size() == 10) {
        // A day without an hour is the day on which it is to be held.
        if (const auto midnight = instant_on(zone, date->iso, 0)) {
            constexpr Minute day_min = 24 * 60;
            const Minute from = problem.calendar.minute_of(*midnight);
            session.windows = shared(session.windows, {{from, from + day_min}});
        }
    }
    compiling.sessions.emplace(entity.id, static_cast<Index>(problem.sessions.size()));
    problem.sessions.push_back(std::move(session));
    placements.push_back(placement);
}

} // namespace

void compile_sessions(Compiling& compiling, std::vector<Placement>& placements)
{
    for (const Entity& entity : compiling.project.entities) {
        if (entity.kind == "session" && compiling.ref(entity, "meeting") == compiling.meeting.id) {
            add_session(compiling, entity, placements);
        }
    }
}

void compile_relations(Compiling& compiling)
{
    Problem& problem = compiling.problem;
    const auto find = [](const auto& table, const std::string& id) {
        const auto found = table.find(id);
        return found != table.end() ? found->second : none;
    };
    for (const Entity& entity : compiling.project.entities) {
        const std::string type =
            entity.kind == "relation" ? Compiling::word(entity, "type") : std::string();
        if (type.empty()) {
            continue;
        }
        const std::string from = compiling.ref(entity, "from");
        const std::string to = compiling.ref(entity, "to");
        Relation relation;
        const bool is_apart = type == "apart";
        relation.a = find(is_apart ? compiling.attendees : compiling.sessions, from);
        relation.b = find(is_apart ? compiling.attendees : compiling.sessions, to);
        if (relation.a == none || relation.b == none) {
            continue;
        }
        if (type == "excludes") {
            const auto group = static_cast<Index>(problem.groups.size());
            problem.groups.push_back(entity.id);
            problem.sessions[static_cast<std::size_t>(relation.a)].groups.push_back(group);
            problem.sessions[static_cast<std::size_t>(relation.b)].groups.push_back(group);
            continue;
        }
        if (type == "precedes") {
            relation.kind = RelationKind::before;
            relation.lag = compiling.number(entity, "lag", 0);
            const int longest = compiling.number(entity, "longest_lag", -1);
            relation.longest_lag = longest >= 0 ? std::optional(longest) : std::nullopt;
        } else if (is_apart || type == "same_day") {
            relation.kind = is_apart ? RelationKind::apart : RelationKind::same_day;
        } else {
            continue;
        }
        problem.relations.push_back(relation);
    }
}

} // namespace dostyk::schedule
