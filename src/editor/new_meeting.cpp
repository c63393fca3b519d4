#include "editor/new_meeting.hpp"

#include "core/time.hpp"
#include "io/project_folder.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace dostyk::editor {

namespace {

/// An entity whose claims all have one source.
class Draft {
public:
    Draft(std::string kind, std::string id, std::string source) : m_source(std::move(source))
    {
        m_entity.kind = std::move(kind);
        m_entity.id = std::move(id);
        m_entity.pack = model::Pack::enriched;
    }

    void add(const std::string& field, model::Value value)
    {
        model::Claim claim;
        claim.value = std::move(value);
        claim.pack = model::Pack::enriched; // as the whole entity: a strict one would not be sound
        if (!m_source.empty()) {
            claim.sources = {m_source};
        }
        m_entity.fields[field] = {std::move(claim)};
    }
    void add_word(const std::string& field, const std::string& word)
    {
        if (!word.empty()) {
            add(field, model::Word{word});
        }
    }
    void add_date(const std::string& iso)
    {
        if (!iso.empty()) {
            add("date", model::DateText{iso});
        }
    }
    void add_ref(const std::string& field, const std::string& id)
    {
        if (!id.empty()) {
            add(field, model::Refs{{id}});
        }
    }

    [[nodiscard]] Insert insert() const
    {
        return {m_entity.kind, m_entity.id, io::to_text(m_entity)};
    }

private:
    std::string m_source;
    model::Entity m_entity;
};

/// An id that the project does not have: "meeting-20261124-1".
std::string free_id(const std::string& stem, const model::Project& project)
{
    for (int i = 1;; ++i) {
        std::string id = stem + "-" + std::to_string(i);
        if (project.find(id) == nullptr) {
            return id;
        }
    }
}

std::string last_day_of(const io::MeetingTemplate& from, const std::string& first_day)
{
    int last = 0;
    for (const io::TemplateSession& session : from.sessions) {
        last = std::max(last, session.day);
    }
    return last == 0 ? std::string() : days_after(first_day, last);
}

} // namespace

std::string days_after(const std::string& iso, int days)
{
    const auto instant = parse_iso(iso + "T00:00:00Z");
    return instant ? to_iso(*instant + std::chrono::days(days)).substr(0, 10) : std::string();
}

NewMeeting new_meeting(const io::MeetingTemplate& from, const MeetingPlan& plan,
                       const model::Project& project, const std::string& today,
                       const std::string& source)
{
    std::string day = today;
    std::erase(day, '-');
    NewMeeting made{free_id("meeting-" + day, project), {}};
    const std::string source_id = free_id("planning-" + day, project);

    Draft origin("source", source_id, {});
    origin.add("title", source);
    origin.add("url", "plan:" + made.id);
    origin.add_word("standing", "unconfirmed");
    origin.add("read", model::DateText{today});
    made.edit.parts.emplace_back(origin.insert());

    Draft meeting("meeting", made.id, source_id);
    meeting.add("name", plan.name);
    meeting.add_word("status", "planned");
    meeting.add_word("visit_kind", from.visit_kind);
    if (project.find(from.institution) != nullptr) {
        meeting.add_ref("institution", from.institution);
    }
    const std::string last = last_day_of(from, plan.first_day);
    meeting.add_date(last.empty() ? plan.first_day : plan.first_day + "/" + last);
    meeting.add_ref("host", plan.host);
    made.edit.parts.emplace_back(meeting.insert());

    int number = 0;
    for (const io::TemplateSession& planned : from.sessions) {
        Draft session("session", made.id + "-session-" + std::to_string(++number), source_id);
        session.add("name", planned.name);
        session.add_ref("meeting", made.id);
        session.add_word("format", planned.format);
        session.add_date(days_after(plan.first_day, planned.day));
        made.edit.parts.emplace_back(session.insert());
    }
    return made;
}

} // namespace dostyk::editor
