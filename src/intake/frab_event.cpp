#include "intake/frab_event.hpp"

#include "core/number_text.hpp"
#include "core/time.hpp"
#include "intake/frab.hpp"
#include "model/date_text.hpp"

#include <fmt/format.h>

#include <optional>

namespace dostyk::intake {

namespace {

constexpr std::size_t to_the_minute = 16; // "2026-05-12T10:00"
constexpr int longest_min = 7 * 24 * 60;

/// "1:30", "01:30", "01:30:00" and, as pretalx writes what is longer than a day, "1:00:30". [min]
std::optional<int> minutes_of(std::string_view text)
{
    std::vector<int> parts;
    while (true) {
        const std::size_t colon = text.find(':');
        const auto number = to_number<int>(text.substr(0, colon));
        if (!number || *number < 0 || *number > longest_min || parts.size() == 3) {
            return std::nullopt;
        }
        parts.push_back(*number);
        if (colon == std::string_view::npos) {
            break;
        }
        text.remove_prefix(colon + 1);
    }
    if (parts.size() < 2 || parts[1] > 59) {
        return std::nullopt;
    }
    const int minutes = parts[0] * 60 + parts[1];
    return minutes > 0 && minutes <= longest_min ? std::optional(minutes) : std::nullopt;
}

/// A date to the minute with its offset, which the zone gives where the date has none.
std::optional<std::string> start_of(const std::string& date, const std::string& zone)
{
    if (date.size() < to_the_minute) {
        return std::nullopt;
    }
    const std::string local = date.substr(0, to_the_minute);
    std::string_view rest = std::string_view(date).substr(to_the_minute);
    if (rest.size() >= 3 && rest.front() == ':') {
        rest.remove_prefix(3); // seconds
    }
    if (!rest.empty() && rest.front() == '.') {
        rest.remove_prefix(std::min(rest.find_first_of("Z+-"), rest.size()));
    }
    std::string offset(rest);
    const auto shown = model::instant_of(local + "Z");
    if (offset.empty() && shown) {
        offset = offset_at(zone, *shown).value_or("");
    }
    std::string whole = local + offset;
    return model::instant_of(whole) ? std::optional(std::move(whole)) : std::nullopt;
}

/// The same offset from UTC, later.
std::string later(const std::string& start, int minutes)
{
    const std::string offset = start.substr(to_the_minute);
    const Instant shown = *model::instant_of(start.substr(0, to_the_minute) + "Z");
    return to_iso(shown + std::chrono::minutes(minutes)).substr(0, to_the_minute) + offset;
}

/// What the schedule calls the event, without the part that all its events have.
std::string id_of(const FrabEvent& event, const std::string& acronym)
{
    const std::string head = acronym + "-";
    if (!acronym.empty() && event.slug.starts_with(head)) {
        return event.slug.substr(head.size());
    }
    return event.number.empty() || acronym.empty() ? std::string() : head + event.number;
}

geo::Value cell(std::string text)
{
    return text.empty() ? geo::Value{} : geo::Value{std::move(text)};
}

} // namespace

Result<Table> table_of(const FrabSchedule& schedule, const std::filesystem::path& file)
{
    Table table;
    table.layer.name = schedule_table;
    table.layer.fields = {"id",    "name",      "date",        "date end",
                          "venue", "languages", "description", std::string(schedule_meeting)};
    for (const FrabEvent& event : schedule.events) {
        const auto refused = [&](const char* part, const std::string& value) {
            return Error{ErrorCode::invalid,
                         {"import.frab_event", {{"part", part}, {"value", value}}},
                         file.filename().string() + ":" + event.place};
        };
        const auto start = start_of(event.date, schedule.zone);
        const auto minutes = minutes_of(event.duration);
        if (event.title.empty() || event.room.empty()) {
            return refused(event.title.empty() ? "title" : "room", "");
        }
        if (!start || !minutes) {
            return start ? refused("duration", event.duration) : refused("date", event.date);
        }
        geo::Feature row;
        row.attributes = {cell(id_of(event, schedule.acronym)),
                          cell(event.title),
                          cell(*start),
                          cell(later(*start, *minutes)),
                          cell(event.room),
                          cell(event.language),
                          cell(event.description),
                          cell(schedule.acronym)};
        table.layer.features.push_back(std::move(row));
        table.row_numbers.push_back(static_cast<std::int64_t>(table.row_numbers.size()) + 1);
    }
    return table;
}

} // namespace dostyk::intake
