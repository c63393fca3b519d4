#include "editor/timetable.hpp"

#include "core/time.hpp"
#include "model/date_text.hpp"
#include "model/value_text.hpp"
#include "store/sha256.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dostyk::editor {

namespace {

using model::Entity;
using model::Pack;
using schedule::Programme;
using schedule::ProgrammeSession;

std::vector<std::string> ids_in(const Entity& entity, std::string_view field)
{
    const auto* refs = model::find_value<model::Refs>(entity, field, Pack::enriched);
    return refs != nullptr ? refs->ids : std::vector<std::string>{};
}

bool contains(const std::vector<std::string>& ids, const std::string& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Whoever's sessions are those of an id: itself, the delegations that a person belongs to, the
/// interpreter that they are.
std::set<std::string> selves_of(const model::Project& project, const std::string& id)
{
    std::set<std::string> selves{id};
    for (const Entity& entity : project.entities) {
        const bool is_self =
            entity.kind == "delegation"
                ? contains(ids_in(entity, "head"), id) || contains(ids_in(entity, "members"), id)
                : entity.kind == "interpreter" && contains(ids_in(entity, "person"), id);
        if (is_self) {
            selves.insert(entity.id);
        }
    }
    return selves;
}

bool concerns(const ProgrammeSession& session, const std::set<std::string>& selves)
{
    return selves.contains(session.venue) ||
           std::any_of(session.who.begin(), session.who.end(),
                       [&](const std::string& id) { return selves.contains(id); });
}

/// A UUID of our own making (RFC 9562, version 8) that is the same whenever it is made.
std::string guid_of(const std::string& uid)
{
    std::string hex = store::sha256_of(uid).substr(0, 32);
    hex[12] = '8';
    constexpr std::string_view variant = "89ab";
    hex[16] = variant[static_cast<std::size_t>(hex[16]) % variant.size()];
    for (const std::size_t at : {8U, 13U, 18U, 23U}) {
        hex.insert(at, 1, '-');
    }
    return hex;
}

class Maker {
public:
    Maker(const model::Project& project, const Programme& programme,
          const TimetableRequest& request)
    : m_project(project),
      m_seen(model::for_audience(project, request.audience)),
      m_programme(programme),
      m_request(request),
      m_name_of(model::make_resolver(m_seen, m_no_units, Pack::enriched, request.language))
    {
        std::map<std::string, std::set<std::string>> ids;
        for (const ProgrammeSession& session : programme.sessions) {
            ids[m_name_of(session.venue)].insert(session.venue);
        }
        for (const auto& [name, venues] : ids) {
            if (venues.size() > 1) {
                m_ambiguous.insert(name);
            }
        }
    }

    Result<io::Timetable> make(const std::vector<Programme>& releases)
    {
        if (!m_request.of.empty() && m_seen.find(m_request.of) == nullptr) {
            return Error{ErrorCode::not_found, {"error.export_only", {{"id", m_request.of}}}, {}};
        }
        io::Timetable made;
        made.id = m_programme.meeting;
        made.title = m_name_of(m_programme.meeting);
        made.zone = m_programme.zone;
        made.version =
            m_programme.number > 0 ? std::to_string(m_programme.number) : std::string("now");
        made.stamp = model::instant_of(m_programme.date).value_or(now());
        const std::set<std::string> selves = selves_of(m_project, m_request.of);
        for (const ProgrammeSession& session : m_programme.sessions) {
            const bool is_theirs = m_request.of.empty() || concerns(session, selves);
            if (!may_see(session) || !(is_theirs || was_theirs(releases, session.id, selves))) {
                continue;
            }
            made.events.push_back(event_of(session));
            made.events.back().is_cancelled = session.is_cancelled || !is_theirs;
        }
        std::sort(made.events.begin(), made.events.end(), [](const auto& a, const auto& b) {
            return std::tie(a.start, a.id) < std::tie(b.start, b.id);
        });
        return made;
    }

private:
    [[nodiscard]] bool was_theirs(const std::vector<Programme>& releases, const std::string& id,
                                  const std::set<std::string>& selves) const
    {
        return std::any_of(releases.begin(), releases.end(), [&](const Programme& release) {
            const bool is_earlier = m_programme.number == 0 || release.number < m_programme.number;
            const ProgrammeSession* session = is_earlier ? release.find(id) : nullptr;
            return session != nullptr && concerns(*session, selves);
        });
    }

    /// False for what was hidden when it was released, and for what has been hidden since.
    [[nodiscard]] bool may_see(const ProgrammeSession& session) const
    {
        return session.audience <= m_request.audience && !is_hidden(session.id) &&
               !is_hidden(session.venue);
    }

    [[nodiscard]] bool is_hidden(const std::string& id) const
    {
        return m_seen.find(id) == nullptr && m_project.find(id) != nullptr;
    }

    [[nodiscard]] io::TimetableEvent event_of(const ProgrammeSession& session) const
    {
        io::TimetableEvent event;
        event.id = session.id;
        event.uid = "session-" + session.id + "@" + m_project.id + ".dostyk";
        event.guid = guid_of(event.uid);
        event.sequence = session.sequence;
        event.start = session.start;
        event.end = session.end();
        event.zone = session.zone;
        event.title = session.title.in(m_request.language);
        add_venue(session.venue, event);
        add_people(session, event);
        if (const Entity* entity = m_seen.find(session.id)) {
            if (const auto* word =
                    model::find_value<model::Word>(*entity, "format", Pack::enriched)) {
                event.format = word->word;
            }
            const auto* languages =
                model::find_value<std::vector<std::string>>(*entity, "languages", Pack::enriched);
            if (languages != nullptr && !languages->empty()) {
                event.language = languages->front();
            }
            event.description = text_in(*entity, "description");
        }
        return event;
    }

    void add_venue(const std::string& id, io::TimetableEvent& event) const
    {
        const std::string name = m_name_of(id);
        // A name that two venues have tells them apart for nobody.
        event.venue = m_ambiguous.contains(name) ? id : name;
        const Entity* venue = m_seen.find(id);
        if (venue == nullptr) {
            return;
        }
        event.city = text_in(*venue, "city");
        const auto* place = model::find_value<model::Place>(*venue, "place", Pack::enriched);
        if (place != nullptr && place->type == model::PlaceType::point) {
            event.at = place->at;
        }
    }

    void add_people(const ProgrammeSession& session, io::TimetableEvent& event) const
    {
        for (const std::string& id : session.who) {
            if (const Entity* entity = m_seen.find(id)) {
                auto& list = entity->kind == "interpreter" ? event.interpreters
                             : entity->kind == "person"    ? event.persons
                                                           : event.delegations;
                list.push_back(m_name_of(id));
            }
        }
    }

    [[nodiscard]] std::string text_in(const Entity& entity, std::string_view field) const
    {
        const auto* text = model::find_value<Text4>(entity, field, Pack::enriched);
        return text != nullptr ? std::string(text->in(m_request.language)) : std::string();
    }

    const model::Project& m_project;
    model::Project m_seen;
    const Programme& m_programme;
    const TimetableRequest& m_request;
    model::UnitNames m_no_units;
    model::NameResolver m_name_of;
    std::set<std::string> m_ambiguous; ///< Names that several venues have
};

} // namespace

Result<io::Timetable> timetable_of(const model::Project& project, const Programme& programme,
                                   const std::vector<Programme>& releases,
                                   const TimetableRequest& request)
{
    return Maker(project, programme, request).make(releases);
}

std::set<std::string> concerned_by(const Programme& programme)
{
    std::set<std::string> ids;
    for (const ProgrammeSession& session : programme.sessions) {
        ids.insert(session.who.begin(), session.who.end());
        ids.insert(session.venue);
    }
    return ids;
}

} // namespace dostyk::editor
