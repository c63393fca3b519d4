#include "schedule/instance_members.hpp"

#include <fmt/format.h>

namespace dostyk::schedule {

namespace {

using json::Value;

constexpr const char* missing = "error.instance.missing";

} // namespace

void Members::refuse(Value at, const char* key, std::string value)
{
    if (!m_error) {
        const std::string pointer = m_document.pointer_of(at);
        const json::Position place = m_document.position_of(pointer);
        m_error = Error{ErrorCode::parse,
                        {key, {{"value", std::move(value)}}},
                        fmt::format("{}:{}:{}: {}", m_file, place.line, place.column, pointer)};
    }
}

int Members::number(Value object, const char* name, int least, int most)
{
    const auto found = object.find(name);
    return found ? number(*found, least, most) : (refuse(object, missing, name), least);
}

int Members::number(Value value, int least, int most)
{
    if (!value.is_whole() || value.number() < least || value.number() > most) {
        refuse(value, "error.instance.number", fmt::format("{}–{}", least, most));
        return least;
    }
    return static_cast<int>(value.number());
}

std::string Members::text(Value object, const char* name)
{
    const auto found = object.find(name);
    return found ? text(*found) : (refuse(object, missing, name), std::string());
}

std::string Members::text(Value value)
{
    if (!value.is_string() || value.text().empty()) {
        refuse(value, "error.instance.text");
        return {};
    }
    return std::string(value.text());
}

bool Members::flag(Value object, const char* name)
{
    const auto found = object.find(name);
    if (!found || !found->is_boolean()) {
        refuse(found.value_or(object), found ? "error.instance.flag" : missing, name);
        return false;
    }
    return found->flag();
}

std::vector<Value> Members::list(Value object, const char* name, std::size_t most)
{
    const auto found = object.find(name);
    if (!found || !found->is_array() || found->size() > most) {
        refuse(found.value_or(object), found ? "error.instance.list" : missing,
               found ? std::to_string(most) : name);
        return {};
    }
    std::vector<Value> values;
    for (const Value each : found->elements()) {
        values.push_back(each);
    }
    return values;
}

Minute Members::time(const Calendar& calendar, Value object, const char* name)
{
    const auto found = object.find(name);
    return found ? time(calendar, *found) : (refuse(object, missing, name), 0);
}

Minute Members::time(const Calendar& calendar, Value value)
{
    const auto instant = parse_iso(text(value));
    const auto away = instant ? *instant - calendar.instant_at(0) : Instant::duration{};
    if (!instant || std::chrono::abs(away) > std::chrono::minutes(year_min)) {
        refuse(value, "error.instance.time");
        return 0;
    }
    return calendar.minute_of(*instant);
}

Intervals Members::periods(const Calendar& calendar, Value object, const char* name)
{
    Intervals made;
    for (const Value each : list(object, name)) {
        if (!each.is_array() || each.size() != 2) {
            refuse(each, "error.instance.period");
            return {};
        }
        made.push_back({time(calendar, each.at(0)), time(calendar, each.at(1))});
        if (made.back().end <= made.back().begin) {
            refuse(each, "error.instance.period");
        }
    }
    return united(std::move(made));
}

void Names::add(Members& members, Value at, const std::string& name)
{
    if (!m_places.try_emplace(name, static_cast<Index>(m_places.size())).second) {
        members.refuse(at, "error.instance.twice", name);
    }
}

Index Names::find(Members& members, Value at) const
{
    const std::string name = members.text(at);
    const auto found = m_places.find(name);
    if (found == m_places.end()) {
        members.refuse(at, "error.instance.unknown", name);
        return none;
    }
    return found->second;
}

Index Names::find(Members& members, Value object, const char* member) const
{
    const auto found = object.find(member);
    return found ? find(members, *found) : (members.refuse(object, missing, member), none);
}

std::vector<Index> Names::find_all(Members& members, Value object, const char* member) const
{
    std::vector<Index> made;
    for (const Value each : members.list(object, member, most_rows)) {
        made.push_back(find(members, each));
    }
    return made;
}

} // namespace dostyk::schedule
