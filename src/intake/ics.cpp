#include "intake/ics.hpp"

#include "intake/dialect.hpp"

#include <fmt/format.h>
#include <libical/ical.h>

#include <array>
#include <memory>
#include <string>

namespace dostyk::intake {

namespace {

constexpr std::array headings{"uid",         "name", "start",      "end",    "zone",   "location",
                              "description", "url",  "categories", "status", "repeats"};

struct ComponentDeleter {
    void operator()(icalcomponent* component) const { ::icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

Error refusal(ErrorCode code, const char* key, const std::filesystem::path& file,
              std::size_t most = 0)
{
    return Error{
        code, {key, {{"file", file.filename().string()}, {"most", std::to_string(most)}}}, {}};
}

geo::Value text_or_nothing(const char* text)
{
    return text != nullptr && *text != '\0' ? geo::Value{std::string(text)} : geo::Value{};
}

geo::Value written(const icaltimetype& time)
{
    if (::icaltime_is_null_time(time) != 0) {
        return {};
    }
    std::string text = fmt::format("{:04}-{:02}-{:02}", time.year, time.month, time.day);
    if (time.is_date == 0) {
        text += fmt::format(" {:02}:{:02}", time.hour, time.minute);
    }
    return text;
}

/// The property's zone as it is written; "UTC" for a time that ends with Z.
geo::Value zone_of(icalcomponent* event, const icaltimetype& start)
{
    if (::icaltime_is_utc(start) != 0) {
        return std::string("UTC");
    }
    icalproperty* property = ::icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    icalparameter* zone = property == nullptr
                              ? nullptr
                              : ::icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    return zone == nullptr ? geo::Value{} : text_or_nothing(::icalparameter_get_tzid(zone));
}

/// Text of a property's first occurrence, unescaped.
geo::Value property_text(icalcomponent* event, icalproperty_kind kind)
{
    icalproperty* property = ::icalcomponent_get_first_property(event, kind);
    icalvalue* value = property == nullptr ? nullptr : ::icalproperty_get_value(property);
    if (value == nullptr) {
        return {};
    }
    const char* text = ::icalvalue_isa(value) == ICAL_TEXT_VALUE
                           ? ::icalvalue_get_text(value)
                           : ::icalvalue_as_ical_string(value);
    return text_or_nothing(text);
}

geo::Feature row_of(icalcomponent* event)
{
    // DTSTART itself: the zone's rules are not needed to copy what is written.
    icalproperty* start_property = ::icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    icalproperty* end_property = ::icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
    const icaltimetype start = start_property != nullptr
                                   ? ::icalproperty_get_dtstart(start_property)
                                   : ::icaltime_null_time();
    icaltimetype end =
        end_property != nullptr ? ::icalproperty_get_dtend(end_property) : ::icaltime_null_time();
    if (end.is_date != 0 && ::icaltime_is_null_time(end) == 0) {
        ::icaltime_adjust(&end, -1, 0, 0, 0); // a calendar names the day after the last one
    }
    geo::Feature row;
    row.attributes = {property_text(event, ICAL_UID_PROPERTY),
                      property_text(event, ICAL_SUMMARY_PROPERTY),
                      written(start),
                      written(end),
                      zone_of(event, start),
                      property_text(event, ICAL_LOCATION_PROPERTY),
                      property_text(event, ICAL_DESCRIPTION_PROPERTY),
                      property_text(event, ICAL_URL_PROPERTY),
                      property_text(event, ICAL_CATEGORIES_PROPERTY),
                      property_text(event, ICAL_STATUS_PROPERTY),
                      property_text(event, ICAL_RRULE_PROPERTY)};
    return row;
}

Table with_headings(const std::filesystem::path& file)
{
    Table table;
    table.layer.name = file.stem().string();
    geo::Feature first;
    for (const char* heading : headings) {
        table.layer.fields.push_back("Field" + std::to_string(table.layer.fields.size() + 1));
        first.attributes.emplace_back(std::string(heading));
    }
    table.layer.features.push_back(std::move(first));
    table.row_numbers.push_back(0); // events are counted from one
    return table;
}

} // namespace

void prepare_ics()
{
    ::icalerror_set_errors_are_fatal(0);
    ::icaltimezone_set_builtin_tzdata(0);
}

Result<std::vector<Table>> read_ics(std::string_view bytes, const std::filesystem::path& file,
                                    const gis::ForeignLimits& limits)
{
    const auto decoded = decode(bytes);
    if (!decoded) {
        return refusal(ErrorCode::unreadable, "import.no_text", file);
    }
    const Component root(::icalparser_parse_string(decoded->text.c_str()));
    if (root == nullptr) {
        return refusal(ErrorCode::unreadable, "import.no_calendar", file);
    }
    Table table = with_headings(file);
    icalcompiter events = ::icalcomponent_begin_component(root.get(), ICAL_VEVENT_COMPONENT);
    // Several calendars in one file come as a root without events of its own.
    icalcompiter calendars = ::icalcomponent_begin_component(root.get(), ICAL_VCALENDAR_COMPONENT);
    icalcomponent* calendar = ::icalcompiter_deref(&calendars);
    if (calendar != nullptr) {
        events = ::icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    }
    while (true) {
        icalcomponent* event = ::icalcompiter_deref(&events);
        if (event != nullptr) {
            if (table.layer.features.size() > limits.rows) {
                return refusal(ErrorCode::unsupported, "error.foreign_rows", file, limits.rows);
            }
            table.layer.features.push_back(row_of(event));
            table.row_numbers.push_back(static_cast<std::int64_t>(table.row_numbers.size()));
            ::icalcompiter_next(&events);
            continue;
        }
        calendar = calendar != nullptr ? ::icalcompiter_next(&calendars) : nullptr;
        if (calendar == nullptr) {
            break;
        }
        events = ::icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    }
    std::vector<Table> tables;
    if (table.layer.features.size() > 1) {
        tables.push_back(std::move(table));
    }
    return tables;
}

} // namespace dostyk::intake
