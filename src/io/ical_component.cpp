#include "io/ical_component.hpp"

namespace dostyk::io {

Component make_calendar()
{
    Component root(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(root.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(root.get(), icalproperty_new_prodid("-//Dostyk//Dostyk//EN"));
    icalcomponent_add_property(root.get(), icalproperty_new_calscale("GREGORIAN"));
    return root;
}

std::string ical_text(std::string_view text, std::size_t& replaced)
{
    std::string out;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '\r') {
            continue; // a line end is a line feed there
        }
        if ((byte < 0x20 && letter != '\n' && letter != '\t') || byte == 0x7F) {
            out += "\xEF\xBF\xBD";
            ++replaced;
        } else {
            out += letter;
        }
    }
    return out;
}

icaltimetype ical_time(Instant instant)
{
    return icaltime_from_timet_with_zone(instant.time_since_epoch().count(), 0,
                                         icaltimezone_get_utc_timezone());
}

std::string text_of(icalcomponent& component)
{
    char* const text = icalcomponent_as_ical_string_r(&component);
    std::string copy(text);
    icalmemory_free_buffer(text);
    return copy;
}

} // namespace dostyk::io
