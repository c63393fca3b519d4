#include "schedule/compile.hpp"

#include "core/time.hpp"
#include "model/date_text.hpp"
#include "model/validate_value.hpp"
#include "schedule/compile_parts.hpp"
#include "schedule/periods.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace dostyk::schedule {

namespace {

constexpr Interval usual_hours{8 * 60, 21 * 60};

/// The clock that the meeting's days are counted by: its own, its host's, or Astana's.
std::string zone_of(const Compiling& compiling)
{
    const auto* zone =
        model::find_value<std::string>(compiling.meeting, "day_zone", model::Pack::enriched);
    if (zone != nullptr && !zone->empty()) {
        return *zone;
    }
    return compiling.ref(compiling.meeting, "host") == "KG" ? "Asia/Bishkek" : "Asia/Almaty";
}

/// The first and the last day: the meeting's, else those of its sessions.
std::pair<std::string, std::string> days_of(const Compiling& compiling)
{
    std::string first;
    std::string last;
    const auto take = [&](const model::Entity& entity) {
        const auto* date =
            model::find_value<model::DateText>(entity, "date", model::Pack::enriched);
        if (date == nullptr) {
            return;
        }
        const auto [begin, end] = model::ends_of(date->iso);
        const std::string from(begin.substr(0, 10));
        const std::string to(end.substr(0, 10));
        first = first.empty() ? from : std::min(first, from);
        last = std::max(last, to);
    };
    take(compiling.meeting);
    if (first.size() == 10 && last.size() == 10) {
        return {first, last};
    }
    first.clear();
    last.clear();
    for (const model::Entity& entity : compiling.project.entities) {
        if (entity.kind == "session" && compiling.ref(entity, "meeting") == compiling.meeting.id) {
            take(entity);
        }
    }
    return {first, last};
}

void compile_rules(Compiling& compiling)
{
    RuleBook book = default_rules();
    for (const std::string& line : compiling.texts(compiling.meeting, "planning")) {
        if (!apply_line(book, line)) {
            compiling.report("schedule.bad_planning", compiling.meeting, "planning", line,
                             Severity::error);
        }
    }
    compiling.problem.book = book;
}

void compile_hours(Compiling& compiling)
{
    Interval hours = usual_hours;
    for (const std::string& text : compiling.texts(compiling.meeting, "day_hours")) {
        if (const auto read = read_hours(text)) {
            hours = *read;
        } else {
            compiling.report("schedule.bad_period", compiling.meeting, "day_hours", text,
                             Severity::error);
        }
    }
    for (const Day& day : compiling.problem.calendar.days()) {
        compiling.problem.hours.push_back(
            {day.whole.begin + hours.begin, day.whole.begin + hours.end});
    }
}

} // namespace

void Compiling::report(std::string code, const model::Entity& entity, std::string_view field,
                       std::string value, Severity severity) const
{
    findings.add(model::make_finding(std::move(code), severity, entity,
                                     "/fields/" + std::string(field), std::string(field),
                                     std::move(value)));
}

int Compiling::number(const model::Entity& entity, std::string_view field, int usual,
                      int least) const
{
    constexpr double most = 1'000'000;
    const auto* number = model::find_value<double>(entity, field, model::Pack::enriched);
    if (number == nullptr) {
        return usual;
    }
    if (*number != std::floor(*number) || *number < least || *number > most) {
        report("schedule.bad_number", entity, field, fmt::format("{}", *number));
        return usual;
    }
    return static_cast<int>(*number);
}

bool Compiling::flag(const model::Entity& entity, std::string_view field) const
{
    const auto* value = model::find_value<bool>(entity, field, model::Pack::enriched);
    return value != nullptr && *value;
}

std::vector<std::string> Compiling::texts(const model::Entity& entity, std::string_view field) const
{
    const auto* value =
        model::find_value<std::vector<std::string>>(entity, field, model::Pack::enriched);
    return value != nullptr ? *value : std::vector<std::string>{};
}

std::vector<std::string> Compiling::refs(const model::Entity& entity, std::string_view field) const
{
    const auto* value = model::find_value<model::Refs>(entity, field, model::Pack::enriched);
    return value != nullptr ? value->ids : std::vector<std::string>{};
}

std::string Compiling::ref(const model::Entity& entity, std::string_view field) const
{
    const auto ids = refs(entity, field);
    return ids.empty() ? std::string() : ids.front();
}

std::optional<Intervals> Compiling::periods(const model::Entity& entity, std::string_view field,
                                            std::string_view zone) const
{
    Intervals all;
    bool is_stated = false;
    for (const std::string& text : texts(entity, field)) {
        if (const auto read = read_period(problem.calendar, zone, text)) {
            is_stated = true;
            all.insert(all.end(), read->begin(), read->end());
        } else {
            report("schedule.bad_period", entity, field, text, Severity::error);
        }
    }
    return is_stated ? std::optional(united(std::move(all))) : std::nullopt;
}

Interval Compiling::horizon() const
{
    constexpr Minute beyond = 7 * 24 * 60;
    const auto& days = problem.calendar.days();
    return {days.front().whole.begin - beyond, days.back().whole.end + beyond};
}

std::string Compiling::word(const model::Entity& entity, std::string_view field)
{
    const auto* word = model::find_value<model::Word>(entity, field, model::Pack::enriched);
    return word != nullptr ? word->word : std::string();
}

std::string pair_name(std::string_view one, std::string_view other, std::string_view way)
{
    const auto [a, b] = std::minmax(one, other);
    return fmt::format("{}-{}{}{}", a, b, way.empty() ? "" : " ", way);
}

Index index_of(std::vector<std::string>& names, const std::string& name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    const auto at = static_cast<Index>(found - names.begin());
    if (found == names.end()) {
        names.push_back(name);
    }
    return at;
}

Plan Compiled::plan() const
{
    return {problem, placements};
}

std::vector<std::string> meetings_with_sessions(const model::Project& project)
{
    std::set<std::string> ids;
    for (const model::Entity& entity : project.entities) {
        const auto* refs =
            entity.kind == "session"
                ? model::find_value<model::Refs>(entity, "meeting", model::Pack::enriched)
                : nullptr;
        if (refs != nullptr && !refs->ids.empty()) {
            ids.insert(refs->ids.front());
        }
    }
    return {ids.begin(), ids.end()};
}

Result<Compiled> compile(const model::Project& project, std::string_view meeting,
                         const Compiled* earlier)
{
    std::string id(meeting);
    if (id.empty()) {
        const auto ids = meetings_with_sessions(project);
        if (ids.size() != 1) {
            return Error{
                ErrorCode::not_found,
                {ids.empty() ? "error.schedule.no_meeting" : "error.schedule.which_meeting",
                 {{"meetings", fmt::format("{}", fmt::join(ids, ", "))}}},
                {}};
        }
        id = ids.front();
    }
    const model::Entity* entity = project.find(id);
    if (entity == nullptr || entity->kind != "meeting") {
        return Error{ErrorCode::not_found, {"error.schedule.not_a_meeting", {{"meeting", id}}}, {}};
    }
    Compiled compiled;
    Compiling compiling{project, *entity, compiled.problem, compiled.findings, {}, {}, {}, {}};
    const auto [first, last] = days_of(compiling);
    auto calendar = Calendar::make(zone_of(compiling), first, last);
    if (!calendar) {
        Error error = calendar.error();
        error.where = "meeting/" + id;
        return error;
    }
    compiled.problem.id = id;
    compiled.problem.calendar = *std::move(calendar);
    compile_rules(compiling);
    compile_hours(compiling);
    compile_venues(compiling);
    compile_attendees(compiling);
    compile_sessions(compiling, compiled.placements);
    compile_relations(compiling);
    compile_travel(compiling, compiled, earlier);
    compiled.problem.finish();
    find_contradictions(compiling);
    return compiled;
}

} // namespace dostyk::schedule
