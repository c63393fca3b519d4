#include "schedule/violation_text.hpp"

#include "core/format.hpp"
#include "core/message.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

/// Rules that count something else than minutes.
bool counts(const Violation& violation)
{
    switch (violation.rule) {
    case RuleId::h05:
    case RuleId::h14:
    case RuleId::h16:
    case RuleId::h18:
    case RuleId::s07:
    case RuleId::s08:
    case RuleId::s18:
        return true;
    case RuleId::h13:
        return violation.aspect == 0;
    default:
        return false;
    }
}

std::string number_text(const Violation& violation, Minute number, Language language)
{
    return counts(violation) ? format_number(number, language) : duration_text(number, language);
}

std::string all_sessions(const Violation& violation, const Telling& telling)
{
    std::string all;
    for (const Index session : violation.sessions) {
        all += (all.empty() ? "" : ", ") + session_name(telling, session);
    }
    return all;
}

std::string key_of(const Violation& violation, const Telling& telling)
{
    std::string key = "schedule." + key_of(violation.rule);
    if (violation.aspect > 0) {
        key += "." + std::to_string(violation.aspect);
    }
    if (const Journey* journey = find_journey(violation, telling.problem, telling.plan)) {
        key += journey->minutes >= Journey::unreachable ? ".unreachable"
               : journey->crossing.empty()              ? ""
                                                        : ".crossing";
    }
    return key;
}

} // namespace

const Journey* find_journey(const Violation& violation, const Problem& problem, const Plan& plan)
{
    const bool is_way = violation.rule == RuleId::h03 || violation.rule == RuleId::h19;
    if (!is_way || violation.sessions.size() < 2) {
        return nullptr;
    }
    const Index from = plan.venue(violation.sessions[0]);
    const Index to = plan.venue(violation.sessions[1]);
    return from != none && to != none ? &problem.travel.journey(from, to) : nullptr;
}

std::string queue_text(Minute p50, Minute p90, bool is_assumed, Language language)
{
    return tr(language, Message{is_assumed ? "schedule.queue.assumed" : "schedule.queue",
                                {{"p50", duration_text(p50, language)},
                                 {"p90", duration_text(p90, language)}}});
}

std::string duration_text(Minute minutes, Language language)
{
    const Minute shown = std::max(0, minutes);
    const std::string hours = std::to_string(shown / 60);
    const std::string rest = std::to_string(shown % 60);
    const char* key = shown < 60        ? "duration.minutes"
                      : shown % 60 == 0 ? "duration.hours"
                                        : "duration.hours_minutes";
    return tr(language, Message{key, {{"hours", hours}, {"minutes", rest}}});
}

std::string session_name(const Telling& telling, Index session)
{
    return tr(telling.language,
              Message{"schedule.quoted",
                      {{"name", telling.name_of(telling.problem.session(session).id)}}});
}

std::string time_text(const Telling& telling, Minute minute, Index venue)
{
    const std::string& zone =
        venue != none ? telling.problem.venue(venue).zone : telling.problem.calendar.zone();
    return format_date(telling.problem.calendar.iso_at(minute, zone), telling.language);
}

std::string text_of(const Violation& violation, const Telling& telling)
{
    const Problem& problem = telling.problem;
    Message message{key_of(violation, telling), {}};
    const auto say = [&](const char* name, std::string value) {
        message.values.emplace_back(name, std::move(value));
    };
    if (!violation.sessions.empty()) {
        say("a", session_name(telling, violation.sessions.front()));
        say("b", session_name(telling, violation.sessions.back()));
        say("sessions", all_sessions(violation, telling));
    }
    if (violation.attendee != none) {
        say("who", telling.name_of(problem.attendee(violation.attendee).id));
    }
    if (violation.venue != none) {
        say("venue", telling.name_of(problem.venue(violation.venue).id));
    }
    if (violation.rule == RuleId::h10 || violation.rule == RuleId::s16) {
        say("time", time_text(telling, violation.needed, violation.venue));
    } else {
        say("needed", number_text(violation, violation.needed, telling.language));
        // A venue holds so many sessions, which overlap for so long.
        say("has", violation.rule == RuleId::h04
                       ? format_number(violation.has, telling.language)
                       : number_text(violation, violation.has, telling.language));
        say("missing", duration_text(violation.needed - violation.has, telling.language));
    }
    if (const Journey* journey = find_journey(violation, telling.problem, telling.plan)) {
        say("crossing", journey->crossing.empty() ? "" : telling.name_of(journey->crossing));
        say("queue", queue_text(journey->queue_p50, journey->queue_p90, journey->is_queue_assumed,
                                telling.language));
    }
    return tr(telling.language, message);
}

} // namespace dostyk::schedule
