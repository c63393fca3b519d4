#include "editor/b2b_edit.hpp"

#include "io/project_folder.hpp"
#include "io/value_json.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;
using model::FieldType;
using model::Pack;

model::Claim computed(model::Value value)
{
    model::Claim claim;
    claim.value = std::move(value);
    claim.pack = Pack::enriched;
    claim.flags = model::flag::computed;
    return claim;
}

/// Where and when a meeting is held.
struct Seat {
    model::DateText date;
    std::string venue;
    double table = 0; ///< From 1
};

class Planner {
public:
    Planner(const model::Project& project, const schedule::B2bDesk& desk)
    : m_project(project), m_desk(desk)
    {
        m_group.name = "b2b";
    }

    void hold(const schedule::B2bWish& wish, const Seat& seat)
    {
        const model::Entity* session = m_project.find(wish.session);
        if (session != nullptr) {
            const auto* pinned = model::find_value<bool>(*session, "pinned", Pack::enriched);
            if (pinned == nullptr || !*pinned) {
                move(*session, seat);
            }
        } else {
            add(wish, seat);
        }
    }

    /// A session that is not held any more.
    void leave_out(const schedule::B2bWish& wish)
    {
        const model::Entity* session = m_project.find(wish.session);
        const auto* pinned = session != nullptr
                                 ? model::find_value<bool>(*session, "pinned", Pack::enriched)
                                 : nullptr;
        if (session == nullptr || (pinned != nullptr && *pinned)) {
            return;
        }
        m_group.parts.emplace_back(Remove{"session", session->id});
        for (const std::string& request : wish.requests) {
            if (m_project.find(request)->fields.contains("session")) {
                m_group.parts.emplace_back(RemoveField{"b2b_request", request, "/fields/session"});
            }
        }
    }

    Group take() { return std::move(m_group); }

private:
    void set(const model::Entity& entity, const std::string& field, const model::Value& value,
             FieldType type)
    {
        const model::Claim* now = model::find_claim(entity, field, Pack::enriched);
        if (now != nullptr && now->value == value) {
            return;
        }
        const Json claims =
            Json::array({{{"flags", {"computed"}}, {"value", io::to_json(value, type)}}});
        m_group.parts.emplace_back(
            SetField{entity.kind, entity.id, "/fields/" + field, claims.dump()});
    }

    void move(const model::Entity& session, const Seat& seat)
    {
        set(session, "date", seat.date, FieldType::date);
        set(session, "venue", model::Refs{{seat.venue}}, FieldType::ref);
        set(session, "table", seat.table, FieldType::number);
    }

    void add(const schedule::B2bWish& wish, const Seat& seat)
    {
        model::Refs people;
        for (const int person : wish.people) {
            people.ids.push_back(m_desk.participants[static_cast<std::size_t>(person)]);
        }
        model::Entity session{free_id(wish.requests.front()), "session", Pack::enriched, {}};
        const auto put = [&](const char* field, model::Value value) {
            session.fields[field] = {computed(std::move(value))};
        };
        put("name", name_of(people));
        put("meeting", model::Refs{{m_desk.meeting}});
        put("format", model::Word{"b2b"});
        put("date", seat.date);
        put("venue", model::Refs{{seat.venue}});
        put("table", seat.table);
        put("participants", people);
        m_group.parts.emplace_back(Insert{"session", session.id, io::to_text(session)});
        for (const std::string& request : wish.requests) {
            set(*m_project.find(request), "session", model::Refs{{session.id}}, FieldType::ref);
        }
    }

    /// "Firm 1 – Ministry of Trade"
    [[nodiscard]] Text4 name_of(const model::Refs& people) const
    {
        Text4 name;
        for (const Language language : all_languages) {
            for (const std::string& id : people.ids) {
                const model::Entity* entity = m_project.find(id);
                name[language] += name[language].empty() ? "" : " – ";
                name[language] +=
                    entity != nullptr ? model::name_of(*entity, Pack::enriched, language) : id;
            }
        }
        return name;
    }

    [[nodiscard]] std::string free_id(const std::string& request) const
    {
        std::string id = request + "-session";
        for (int i = 2; m_project.find(id) != nullptr; ++i) {
            id = request + "-session-" + std::to_string(i);
        }
        return id;
    }

    const model::Project& m_project;
    const schedule::B2bDesk& m_desk;
    Group m_group;
};

} // namespace

Group b2b_edit(const model::Project& project, const schedule::B2bDesk& desk,
               const schedule::B2bPlan& plan)
{
    Planner planner(project, desk);
    for (std::size_t i = 0; i < desk.wishes.size(); ++i) {
        if (plan.slots[i] < 0) {
            planner.leave_out(desk.wishes[i]);
            continue;
        }
        const schedule::Interval& slot = desk.slots[static_cast<std::size_t>(plan.slots[i])];
        const auto iso = [&](schedule::Minute minute) {
            return desk.calendar.iso_at(minute, desk.zone);
        };
        planner.hold(desk.wishes[i], {{iso(slot.begin) + "/" + iso(slot.end)},
                                      desk.venue,
                                      static_cast<double>(plan.tables[i] + 1)});
    }
    return planner.take();
}

} // namespace dostyk::editor
