#include "io/timetable_table.hpp"

#include "io/export_layers.hpp"

namespace dostyk::io {

namespace {

geo::Feature row_of(const TimetableEvent& event, const std::string& meeting_zone)
{
    const ZonedTime start = time_in(event.zone, event.start);
    const ZonedTime meeting = time_in(meeting_zone, event.start);
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(event.end - event.start).count();
    geo::Feature row;
    row.attributes = {event.id,
                      event.title,
                      event.format,
                      start.date,
                      start.time,
                      time_in(event.zone, event.end).time,
                      event.zone,
                      meeting.date + " " + meeting.time + " UTC" + meeting.offset,
                      std::int64_t{minutes},
                      event.venue,
                      event.city,
                      list_text(event.delegations),
                      list_text(event.persons),
                      list_text(event.interpreters)};
    for (geo::Value& value : row.attributes) {
        const auto* text = std::get_if<std::string>(&value);
        if (text != nullptr && text->empty()) {
            value = std::monostate{};
        }
    }
    if (event.at) {
        row.geometry = *event.at;
    }
    return row;
}

} // namespace

geo::Layer table_of(const Timetable& timetable)
{
    geo::Layer table;
    table.name = "session";
    table.fields = {"id",   "name",        "format",        "date",        "time",
                    "end",  "zone",        "meeting_clock", "duration",    "venue",
                    "city", "delegations", "persons",       "interpreters"};
    for (const TimetableEvent& event : timetable.events) {
        if (!event.is_cancelled) {
            table.features.push_back(row_of(event, timetable.zone));
        }
    }
    return table;
}

} // namespace dostyk::io
