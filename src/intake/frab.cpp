#include "intake/frab.hpp"

#include "intake/frab_event.hpp"
#include "json/document.hpp"

#include <expat.h>

#include <memory>
#include <optional>

namespace dostyk::intake {

namespace {

Error refusal(ErrorCode code, const char* key, const std::filesystem::path& file,
              std::string value = {})
{
    return Error{
        code, {key, {{"file", file.filename().string()}, {"most", value}, {"line", value}}}, {}};
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(blanks) + 1 - first));
}

/// The member of an event that an element or a member of JSON fills; null for any other.
std::string* member_of(FrabEvent& event, std::string_view name)
{
    return name == "title"         ? &event.title
           : name == "room"        ? &event.room
           : name == "date"        ? &event.date
           : name == "duration"    ? &event.duration
           : name == "slug"        ? &event.slug
           : name == "language"    ? &event.language
           : name == "description" ? &event.description
                                   : nullptr;
}

/// What is heard of a file while it streams by.
class Listener {
public:
    explicit Listener(std::size_t most_events) : m_most_events(most_events) {}

    void begin(std::string_view name, const char** attributes, std::size_t line)
    {
        m_text.clear();
        m_has_schedule = m_has_schedule || (m_path.empty() && name == "schedule");
        if (name == "event" && !m_event) {
            m_event.emplace();
            m_event->place = std::to_string(line);
            m_event_depth = m_path.size();
            for (; *attributes != nullptr; attributes += 2) {
                if (std::string_view(attributes[0]) == "id") {
                    m_event->number = attributes[1];
                }
            }
        }
        m_path.emplace_back(name);
    }

    void end(std::string_view name)
    {
        m_path.pop_back();
        const std::string_view parent = m_path.empty() ? std::string_view() : m_path.back();
        if (m_event && m_path.size() == m_event_depth) {
            if (m_schedule.events.size() < m_most_events) {
                m_schedule.events.push_back(*std::move(m_event));
            } else {
                m_has_too_many = true;
            }
            m_event.reset();
        } else if (m_event && m_path.size() == m_event_depth + 1) {
            if (std::string* member = member_of(*m_event, name)) {
                *member = trimmed(m_text);
            }
        } else if (parent == "conference" && name == "acronym") {
            m_schedule.acronym = trimmed(m_text);
        } else if (parent == "conference" && name == "time_zone_name") {
            m_schedule.zone = trimmed(m_text);
        }
        m_text.clear();
    }

    void hear(std::string_view text) { m_text += text; }

    [[nodiscard]] bool has_schedule() const noexcept { return m_has_schedule; }
    [[nodiscard]] bool has_too_many() const noexcept { return m_has_too_many; }
    [[nodiscard]] const FrabSchedule& schedule() const noexcept { return m_schedule; }

    XML_Parser parser = nullptr; ///< That is heard: it knows the line.

private:
    std::size_t m_most_events;
    FrabSchedule m_schedule;
    std::optional<FrabEvent> m_event;
    std::size_t m_event_depth = 0;
    std::vector<std::string> m_path; ///< Elements around what is read
    std::string m_text;
    bool m_has_schedule = false;
    bool m_has_too_many = false;
};

Listener& listener(void* data)
{
    return *static_cast<Listener*>(data);
}

std::string text_in(json::Value object, std::string_view name)
{
    const auto found = object.find(name);
    return found && found->is_string() ? trimmed(found->text()) : std::string();
}

/// A name as a step of a JSON pointer.
std::string step_of(std::string_view name)
{
    std::string step;
    for (const char letter : name) {
        step += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
    }
    return step;
}

FrabEvent event_of(json::Value value, std::string place)
{
    FrabEvent event;
    event.place = std::move(place);
    for (const auto& [name, member] : value.members()) {
        std::string* text = member_of(event, name);
        if (text != nullptr && member.is_string()) {
            *text = trimmed(member.text());
        } else if (name == "id" && member.is_whole()) {
            event.number = member.digits();
        }
    }
    return event;
}

} // namespace

Result<Table> read_frab_xml(std::string_view bytes, const std::filesystem::path& file,
                            const gis::ForeignLimits& limits)
{
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), XML_ParserFree);
    Listener heard(limits.rows);
    heard.parser = parser.get();
    XML_SetUserData(parser.get(), &heard);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const char* name, const char** attributes) {
            Listener& self = listener(data);
            self.begin(name, attributes, XML_GetCurrentLineNumber(self.parser));
        },
        [](void* data, const char* name) { listener(data).end(name); });
    XML_SetCharacterDataHandler(parser.get(), [](void* data, const char* text, int length) {
        listener(data).hear({text, static_cast<std::size_t>(length)});
    });
    constexpr std::size_t piece = 1 << 20; // [bytes]: the parser counts in int
    for (std::size_t at = 0; at <= bytes.size(); at += piece) {
        const std::string_view part = bytes.substr(at, piece);
        const bool is_last = at + piece > bytes.size();
        if (XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), is_last ? 1 : 0) !=
            XML_STATUS_OK) {
            return refusal(ErrorCode::unreadable, "import.no_xml", file,
                           std::to_string(XML_GetCurrentLineNumber(parser.get())));
        }
    }
    if (!heard.has_schedule()) {
        return refusal(ErrorCode::unreadable, "import.no_schedule", file);
    }
    if (heard.has_too_many()) {
        return refusal(ErrorCode::unsupported, "error.foreign_rows", file,
                       std::to_string(limits.rows));
    }
    return table_of(heard.schedule(), file);
}

bool is_frab_json(std::string_view bytes) noexcept
{
    const std::string_view head = bytes.substr(0, frab_head);
    const auto has = [&](std::string_view word) {
        return head.find(word) != std::string_view::npos;
    };
    return has("\"schedule\"") && !has("\"FeatureCollection\"") && !has("\"Feature\"");
}

Result<Table> read_frab_json(std::string_view bytes, const std::filesystem::path& file,
                             const gis::ForeignLimits& limits)
{
    Diagnostics diagnostics;
    const auto document = json::parse(bytes, file.filename().string(), diagnostics);
    if (!document) {
        const Finding& finding = diagnostics.findings.front();
        return Error{ErrorCode::unreadable, finding.message,
                     finding.file + ":" + std::to_string(finding.line)};
    }
    const auto schedule = document->value().find("schedule");
    const auto conference = schedule ? schedule->find("conference") : std::nullopt;
    const auto days = conference ? conference->find("days") : std::nullopt;
    if (!days || !days->is_array()) {
        return refusal(ErrorCode::unreadable, "import.no_schedule", file);
    }
    FrabSchedule read{text_in(*conference, "acronym"), text_in(*conference, "time_zone_name"), {}};
    std::size_t day_number = 0;
    for (const json::Value day : days->elements()) {
        const std::string of_day =
            " /schedule/conference/days/" + std::to_string(day_number++) + "/rooms/";
        const auto rooms = day.find("rooms");
        if (!rooms) {
            continue;
        }
        for (const auto& [name, events] : rooms->members()) {
            std::size_t number = 0;
            for (const json::Value event : events.elements()) {
                if (read.events.size() >= limits.rows) {
                    return refusal(ErrorCode::unsupported, "error.foreign_rows", file,
                                   std::to_string(limits.rows));
                }
                read.events.push_back(
                    event_of(event, of_day + step_of(name) + "/" + std::to_string(number++)));
            }
        }
    }
    return table_of(read, file);
}

} // namespace dostyk::intake
