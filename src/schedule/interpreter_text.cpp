#include "schedule/interpreter_text.hpp"

#include "core/format.hpp"
#include "core/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

namespace dostyk::schedule {

namespace {

std::string absentee_text(const Absentee& absentee, const Telling& telling)
{
    const char* const key = absentee.why == Absence::away        ? "interpreters.away"
                            : absentee.why == Absence::elsewhere ? "interpreters.elsewhere"
                                                                 : "interpreters.on_the_way";
    const std::string other = absentee.other != none
                                  ? telling.name_of(telling.problem.session(absentee.other).id)
                                  : std::string();
    return tr(telling.language,
              Message{key,
                      {{"who", names_text(telling, std::array{absentee.interpreter})},
                       {"session",
                        tr(telling.language, Message{"schedule.quoted", {{"name", other}}})}}});
}

/// From the first of the sessions to the last, on the clock of the first one's venue.
std::string time_of(const std::set<Index>& sessions, const Telling& telling)
{
    Interval whole = telling.plan.interval(*sessions.begin());
    for (const Index each : sessions) {
        whole.begin = std::min(whole.begin, telling.plan.interval(each).begin);
        whole.end = std::max(whole.end, telling.plan.interval(each).end);
    }
    const std::string& zone = telling.problem.venue(telling.plan.venue(*sessions.begin())).zone;
    const Calendar& calendar = telling.problem.calendar;
    return format_date(calendar.iso_at(whole.begin, zone) + "/" + calendar.iso_at(whole.end, zone),
                       telling.language);
}

} // namespace

std::string pair_text(const Telling& telling, Index pair)
{
    const std::string& name = telling.problem.pairs[static_cast<std::size_t>(pair)];
    const std::size_t space = std::min(name.find(' '), name.size());
    const std::string way = name.substr(std::min(space + 1, name.size()));
    return languages_text(name.substr(0, space)) +
           (way.empty() ? std::string()
                        : fmt::format(" ({})", tr(telling.language, "word.interpretation." + way)));
}

std::string languages_text(std::string_view pair)
{
    std::string text(pair);
    if (const std::size_t hyphen = text.find('-'); hyphen != std::string::npos) {
        text.replace(hyphen, 1, "–");
    }
    return text;
}

std::string names_text(const Telling& telling, std::span<const Index> attendees)
{
    std::string all;
    for (const Index each : attendees) {
        all += (all.empty() ? "" : ", ") + telling.name_of(telling.problem.attendee(each).id);
    }
    return all.empty() ? "–" : all;
}

std::string text_of(const SpeechNeed& need, const Telling& telling)
{
    const auto say = [&](const char* key,
                         std::vector<std::pair<std::string, std::string>> values = {}) {
        return tr(telling.language, Message{key, std::move(values)});
    };
    std::string text;
    if (!need.there.empty()) {
        text = say("interpreters.too_few", {{"booth", format_number(need.booth, telling.language)},
                                            {"who", names_text(telling, need.there)}});
    } else if (need.absentees.empty()) {
        text = say("interpreters.nobody_named");
    }
    for (const Absentee& absentee : need.absentees) {
        text += (text.empty() ? "" : " ") + absentee_text(absentee, telling);
    }
    const auto free = who_can(telling.problem, telling.plan, need);
    const bool is_spoken = !speakers_of(telling.problem, need.pair).empty();
    return text + " " +
           (!is_spoken     ? say("interpreters.nobody_speaks")
            : free.empty() ? say("interpreters.nobody_free")
                           : say("interpreters.free", {{"who", names_text(telling, free)}}));
}

std::string text_of(const InterpreterChange& change, const Telling& telling)
{
    const std::string added = change.added.empty() ? "" : "+ " + names_text(telling, change.added);
    const std::string removed =
        change.removed.empty() ? "" : "− " + names_text(telling, change.removed);
    return added + (added.empty() || removed.empty() ? "" : ", ") + removed;
}

std::string summary_of(const Contradiction& shortage, const Telling& telling)
{
    std::set<Index> sessions;
    std::set<Index> pairs;
    std::set<Index> speakers;
    for (const Fact& fact : shortage.facts) {
        if (fact.kind == FactKind::interpreted) {
            sessions.insert(fact.a);
            pairs.insert(fact.b);
            const auto all = speakers_of(telling.problem, fact.b);
            speakers.insert(all.begin(), all.end());
        }
    }
    std::string names;
    for (const Index pair : pairs) {
        names += (names.empty() ? "" : ", ") + pair_text(telling, pair);
    }
    const std::vector<Index> people(speakers.begin(), speakers.end());
    const auto number = [&](std::size_t count) {
        return format_number(static_cast<int>(count), telling.language);
    };
    return tr(telling.language, Message{"interpreters.shortage",
                                        {{"pairs", names},
                                         {"time", time_of(sessions, telling)},
                                         {"sessions", number(sessions.size())},
                                         {"count", number(people.size())},
                                         {"who", names_text(telling, people)}}});
}

} // namespace dostyk::schedule
