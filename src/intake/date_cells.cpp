#include "intake/date_cells.hpp"

#include "core/time.hpp"
#include "model/date_text.hpp"

namespace dostyk::intake {

namespace {

class Reader {
public:
    Reader(const FieldCells& cells, DateOrder order, const std::string& venue_zone)
    : m_cells(cells), m_order(order), m_venue_zone(venue_zone)
    {}

    DateField read()
    {
        if (m_cells.parts.contains("")) { // an end or a time alone says no date
            read_start();
        }
        return std::move(m_made);
    }

private:
    void read_start()
    {
        auto start = date_of("");
        if (!start) {
            return;
        }
        if (m_cells.parts.contains("time") && start->time.empty()) {
            const std::string& text = m_cells.parts.at("time");
            start->time = read_date("2000-01-01 " + text).time;
            if (start->time.empty()) {
                refuse("time", {"import.cell.no_time", {{"value", text}}});
                return;
            }
        }
        const auto first = with_clock(*start);
        if (first && m_cells.parts.contains("end")) {
            read_end(start->readings.front(), *first);
        } else {
            m_made.iso = first;
        }
    }

    void read_end(const std::string& day, const std::string& first)
    {
        const std::string& text = m_cells.parts.at("end");
        // "10:30" ends on the day on which it begins.
        DateReading end = read_date(day + " " + text, m_order);
        if (end.readings.size() != 1 || end.time.empty()) {
            const auto read = date_of("end");
            if (!read) {
                return;
            }
            end = *read;
        }
        const auto last = with_clock(end);
        if (!last) {
            return;
        }
        const std::string period = first == *last ? first : first + '/' + *last;
        if (model::is_date_text(period)) {
            m_made.iso = period;
        } else {
            refuse("end", {"import.cell.end_before_start", {{"value", text}}});
        }
    }

    /// A date of one part that is sure; a note and nothing where it is none.
    std::optional<DateReading> date_of(const std::string& part)
    {
        const std::string& text = m_cells.parts.at(part);
        DateReading reading = read_date(text, m_order);
        if (auto fault = fault_of(reading, text)) {
            m_made.notes.emplace_back(part, *std::move(fault));
            return std::nullopt;
        }
        return reading;
    }

    /// The date with the time and the offset of its clock; without, where no clock is known.
    std::optional<std::string> with_clock(const DateReading& reading)
    {
        const std::string& date = reading.readings.front();
        const std::string local = date + 'T' + reading.time;
        const auto shown = reading.time.empty() ? std::nullopt : model::instant_of(local + 'Z');
        if (!shown) {
            return date;
        }
        const std::string zone = zone_of(reading);
        if (zone.empty()) {
            m_made.notes.emplace_back(
                "", CellNote{Severity::warning,
                             {"import.cell.time_dropped",
                              {{"value", m_cells.parts.at("")}, {"time", reading.time}}}});
            return date;
        }
        if (model::instant_of(local + zone)) {
            return local + zone;
        }
        const auto offset = offset_at(zone, *shown);
        if (!offset) {
            refuse(m_cells.parts.contains("zone") ? "zone" : "",
                   {"import.cell.unknown_zone", {{"value", zone}}});
            return std::nullopt;
        }
        return local + *offset;
    }

    /// Of the cell itself, of its own column, of the venue.
    [[nodiscard]] std::string zone_of(const DateReading& reading) const
    {
        if (!reading.zone.empty()) {
            return reading.zone;
        }
        if (const auto zone = m_cells.parts.find("zone"); zone != m_cells.parts.end()) {
            return zone->second == "UTC" ? "Z" : zone->second;
        }
        return m_venue_zone;
    }

    void refuse(const std::string& part, Message message)
    {
        m_made.notes.emplace_back(part, CellNote{Severity::error, std::move(message)});
    }

    const FieldCells& m_cells;
    DateOrder m_order;
    const std::string& m_venue_zone;
    DateField m_made;
};

} // namespace

DateField read_date_cells(const FieldCells& cells, DateOrder order, const std::string& venue_zone)
{
    return Reader(cells, order, venue_zone).read();
}

} // namespace dostyk::intake
