#include "io/timetable_ics.hpp"

#include "core/zone_history.hpp"
#include "io/ical_component.hpp"

#include <algorithm>
#include <set>

namespace dostyk::io {

namespace {

/// Calendars are told what the clocks did since then: older events have no place in a programme
/// that is handed out.
const Instant history_begin = *parse_iso("2000-01-01T00:00:00Z");
constexpr std::chrono::hours day{24};

void add(icalcomponent& component, icalproperty* property)
{
    icalcomponent_add_property(&component, property);
}

/// What a clock shows that is so far ahead of UTC, as a time without a zone.
icaltimetype shown(Instant instant, std::chrono::seconds offset)
{
    icaltimetype time = ical_time(instant + offset);
    time.zone = nullptr;
    return time;
}

Component zone_component(const std::string& zone, Instant last)
{
    Component made(icalcomponent_new(ICAL_VTIMEZONE_COMPONENT));
    add(*made, icalproperty_new_tzid(zone.c_str()));
    for (const ClockPeriod& period : zone_history(zone, history_begin, last + day)) {
        Component part(icalcomponent_new(period.is_summer_time ? ICAL_XDAYLIGHT_COMPONENT
                                                               : ICAL_XSTANDARD_COMPONENT));
        add(*part, icalproperty_new_dtstart(shown(period.from, period.before)));
        add(*part, icalproperty_new_tzoffsetfrom(static_cast<int>(period.before.count())));
        add(*part, icalproperty_new_tzoffsetto(static_cast<int>(period.offset.count())));
        add(*part, icalproperty_new_tzname(period.name.c_str()));
        icalcomponent_add_component(made.get(), part.release());
    }
    return made;
}

/// True in the hours that a clock shows twice, because it is put back: readers do not agree on
/// which of the two is meant (RFC 5545 says the first one, libical takes the second).
bool is_shown_twice(Instant instant, const std::string& zone)
{
    const auto periods = zone_history(zone, instant - day, instant + day);
    return std::any_of(periods.begin(), periods.end(), [&](const ClockPeriod& period) {
        const std::chrono::seconds back = period.before - period.offset;
        return period.from - back <= instant && instant < period.from + back;
    });
}

/// A property of a time, on the clock of a zone; in UTC where the clock does not tell.
icalproperty* on_clock(icalproperty* (*make)(icaltimetype), Instant instant,
                       const std::string& zone)
{
    const auto periods = zone_history(zone, instant, instant);
    if (periods.empty() || is_shown_twice(instant, zone)) {
        return make(ical_time(instant));
    }
    icalproperty* property = make(shown(instant, periods.front().offset));
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone.c_str()));
    return property;
}

class Calendar {
public:
    Calendar(const Timetable& timetable, ExportNotes& notes)
    : m_timetable(timetable), m_notes(notes), m_root(make_calendar())
    {}

    std::string write()
    {
        add(*m_root, icalproperty_new_method(ICAL_METHOD_PUBLISH));
        icalproperty* name =
            icalproperty_new_x(ical_text(m_timetable.title, m_notes.replaced).c_str());
        icalproperty_set_x_name(name, "X-WR-CALNAME");
        add(*m_root, name);
        add_zones();
        for (const TimetableEvent& event : m_timetable.events) {
            add_event(event);
        }
        return text_of(*m_root);
    }

private:
    void add_zones()
    {
        std::set<std::string> zones;
        Instant last = history_begin;
        for (const TimetableEvent& event : m_timetable.events) {
            zones.insert(event.zone);
            last = std::max(last, event.end);
        }
        for (const std::string& zone : zones) {
            icalcomponent_add_component(m_root.get(), zone_component(zone, last).release());
        }
    }

    void add_event(const TimetableEvent& event)
    {
        Component made(icalcomponent_new(ICAL_VEVENT_COMPONENT));
        add(*made, icalproperty_new_uid(event.uid.c_str()));
        add(*made, icalproperty_new_dtstamp(ical_time(m_timetable.stamp)));
        add(*made, icalproperty_new_sequence(event.sequence));
        add(*made, icalproperty_new_status(event.is_cancelled ? ICAL_STATUS_CANCELLED
                                                              : ICAL_STATUS_CONFIRMED));
        add(*made, on_clock(icalproperty_new_dtstart, event.start, event.zone));
        add(*made, on_clock(icalproperty_new_dtend, event.end, event.zone));
        add_text(*made, icalproperty_new_summary, event.title);
        add_text(*made, icalproperty_new_description, event.description);
        add_text(*made, icalproperty_new_location,
                 event.venue + (event.venue.empty() || event.city.empty() ? "" : ", ") +
                     event.city);
        if (event.at) {
            icalgeotype at{};
            at.lat = event.at->lat;
            at.lon = event.at->lon;
            add(*made, icalproperty_new_geo(at));
        }
        icalcomponent_add_component(m_root.get(), made.release());
    }

    template <typename Make>
    void add_text(icalcomponent& event, Make make, const std::string& text)
    {
        if (!text.empty()) {
            add(event, make(ical_text(text, m_notes.replaced).c_str()));
        }
    }

    const Timetable& m_timetable;
    ExportNotes& m_notes;
    Component m_root;
};

} // namespace

std::string to_ics(const Timetable& timetable, ExportNotes& notes)
{
    return Calendar(timetable, notes).write();
}

} // namespace dostyk::io
