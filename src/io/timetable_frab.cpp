#include "io/timetable_frab.hpp"

#include "core/number_text.hpp"
#include "core/version.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace dostyk::io {

namespace {

using Json = nlohmann::json;
using Events = std::vector<const TimetableEvent*>;

struct Day {
    std::string date; ///< On the meeting's clock
    std::map<std::string, Events> rooms;
    Instant begin; ///< Of its first event
    Instant end;   ///< Of its last one
};

struct Schedule {
    std::vector<Day> days; ///< By date
    std::map<const TimetableEvent*, int> numbers;
};

/// "2026-05-12T10:00:00+05:00"
std::string stamp_of(Instant instant, const std::string& zone)
{
    const ZonedTime shown = time_in(zone, instant);
    constexpr std::size_t whole_hours = 3; // "+05"
    return shown.date + "T" + shown.time + ":00" + shown.offset +
           (shown.offset.size() == whole_hours ? ":00" : "");
}

std::string duration_of(const TimetableEvent& event)
{
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(event.end - event.start).count();
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string slug_of(const Timetable& timetable, const TimetableEvent& event)
{
    return timetable.id + "-" + event.id;
}

/// Numbers that stay the same as long as the events do, because apps keep favourites by them: of
/// the head of the UUID, the next free one where two have the same.
std::map<const TimetableEvent*, int> numbers_of(Events events)
{
    std::sort(events.begin(), events.end(),
              [](const auto* a, const auto* b) { return a->guid < b->guid; });
    std::map<const TimetableEvent*, int> numbers;
    std::set<int> taken;
    for (const TimetableEvent* event : events) {
        constexpr std::size_t digits = 7; // 28 bits: positive in every reader's int
        int number = 1;
        for (const char digit : event->guid.substr(0, digits)) {
            const bool is_letter = digit >= 'a' && digit <= 'f';
            number = number * 16 + (is_letter ? digit - 'a' + 10 : digit - '0');
        }
        number &= 0x0FFFFFFF;
        while (number == 0 || !taken.insert(number).second) {
            ++number;
        }
        numbers.emplace(event, number);
    }
    return numbers;
}

Schedule schedule_of(const Timetable& timetable)
{
    Schedule schedule;
    Events held;
    std::map<std::string, Day> days;
    for (const TimetableEvent& event : timetable.events) {
        if (event.is_cancelled) {
            continue;
        }
        held.push_back(&event);
        const std::string date = time_in(timetable.zone, event.start).date;
        Day& day = days.try_emplace(date, Day{date, {}, event.start, event.end}).first->second;
        day.begin = std::min(day.begin, event.start);
        day.end = std::max(day.end, event.end);
        day.rooms[event.venue].push_back(&event);
    }
    for (auto& [date, day] : days) {
        schedule.days.push_back(std::move(day));
    }
    schedule.numbers = numbers_of(std::move(held));
    return schedule;
}

std::vector<std::string> people_of(const TimetableEvent& event)
{
    std::vector<std::string> people = event.delegations;
    people.insert(people.end(), event.persons.begin(), event.persons.end());
    return people;
}

/// Writes elements, each with its text escaped.
class XmlWriter {
public:
    XmlWriter(const Timetable& timetable, ExportNotes& notes)
    : m_timetable(timetable), m_schedule(schedule_of(timetable)), m_notes(notes)
    {}

    std::string write()
    {
        m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n";
        m_out += fmt::format("<generator name=\"dostyk\" version=\"{}\"/>\n", escaped(version()));
        element("version", m_timetable.version);
        write_conference();
        int index = 0;
        for (const Day& day : m_schedule.days) {
            write_day(day, ++index);
        }
        return m_out + "</schedule>\n";
    }

private:
    void write_conference()
    {
        m_out += "<conference>\n";
        element("title", m_timetable.title);
        element("acronym", m_timetable.id);
        if (!m_schedule.days.empty()) {
            element("start", m_schedule.days.front().date);
            element("end", m_schedule.days.back().date);
        }
        element("days", std::to_string(m_schedule.days.size()));
        element("timeslot_duration",
                fmt::format("{:02}:{:02}", m_timetable.grain_min / 60, m_timetable.grain_min % 60));
        element("time_zone_name", m_timetable.zone);
        m_out += "</conference>\n";
    }

    void write_day(const Day& day, int index)
    {
        m_out +=
            fmt::format("<day index=\"{}\" date=\"{}\" start=\"{}\" end=\"{}\">\n", index, day.date,
                        stamp_of(day.begin, m_timetable.zone), stamp_of(day.end, m_timetable.zone));
        for (const auto& [name, events] : day.rooms) {
            m_out += fmt::format("<room name=\"{}\">\n", escaped(name));
            for (const TimetableEvent* event : events) {
                write_event(*event);
            }
            m_out += "</room>\n";
        }
        m_out += "</day>\n";
    }

    void write_event(const TimetableEvent& event)
    {
        m_out += fmt::format("<event guid=\"{}\" id=\"{}\">\n", escaped(event.guid),
                             m_schedule.numbers.at(&event));
        element("date", stamp_of(event.start, event.zone));
        element("start", time_in(event.zone, event.start).time);
        element("duration", duration_of(event));
        element("room", event.venue);
        element("slug", slug_of(m_timetable, event));
        element("title", event.title);
        element("subtitle", {});
        element("track", {});
        element("type", event.format);
        element("language", event.language);
        element("abstract", {});
        element("description", event.description);
        m_out += "<persons>\n";
        for (const std::string& person : people_of(event)) {
            element("person", person);
        }
        m_out += "</persons>\n<links/>\n</event>\n";
    }

    void element(std::string_view name, std::string_view text)
    {
        m_out += fmt::format("<{0}>{1}</{0}>\n", name, escaped(text));
    }

    std::string escaped(std::string_view text) { return xml_text(text, m_notes.replaced); }

    const Timetable& m_timetable;
    Schedule m_schedule;
    ExportNotes& m_notes;
    std::string m_out;
};

Json json_of(const Timetable& timetable, const TimetableEvent& event, int number)
{
    Json persons = Json::array();
    for (const std::string& person : people_of(event)) {
        persons.push_back({{"name", person}});
    }
    return {{"id", number},
            {"guid", event.guid},
            {"date", stamp_of(event.start, event.zone)},
            {"start", time_in(event.zone, event.start).time},
            {"duration", duration_of(event)},
            {"room", event.venue},
            {"slug", slug_of(timetable, event)},
            {"url", "urn:uuid:" + event.guid},
            {"title", event.title},
            {"subtitle", ""},
            {"track", nullptr},
            {"type", event.format},
            {"language", event.language},
            {"abstract", ""},
            {"description", event.description},
            {"persons", std::move(persons)},
            {"links", Json::array()}};
}

} // namespace

std::string to_frab_xml(const Timetable& timetable, ExportNotes& notes)
{
    return XmlWriter(timetable, notes).write();
}

std::string to_frab_json(const Timetable& timetable)
{
    const Schedule schedule = schedule_of(timetable);
    Json days = Json::array();
    for (const Day& day : schedule.days) {
        Json rooms = Json::object();
        for (const auto& [name, events] : day.rooms) {
            Json& room = rooms[name] = Json::array();
            for (const TimetableEvent* event : events) {
                room.push_back(json_of(timetable, *event, schedule.numbers.at(event)));
            }
        }
        days.push_back({{"index", days.size() + 1},
                        {"date", day.date},
                        {"day_start", stamp_of(day.begin, timetable.zone)},
                        {"day_end", stamp_of(day.end, timetable.zone)},
                        {"rooms", std::move(rooms)}});
    }
    Json conference{{"acronym", timetable.id},
                    {"title", timetable.title},
                    {"daysCount", days.size()},
                    {"timeslot_duration", fmt::format("{:02}:{:02}", timetable.grain_min / 60,
                                                      timetable.grain_min % 60)},
                    {"time_zone_name", timetable.zone}};
    conference["start"] = schedule.days.empty() ? "" : schedule.days.front().date;
    conference["end"] = schedule.days.empty() ? "" : schedule.days.back().date;
    conference["days"] = std::move(days);
    return json::to_canonical_text(Json{
        {"generator", {{"name", "dostyk"}, {"version", version()}}},
        {"schedule", {{"version", timetable.version}, {"conference", std::move(conference)}}}});
}

} // namespace dostyk::io
