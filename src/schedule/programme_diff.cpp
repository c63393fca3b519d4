#include "schedule/programme_diff.hpp"

#include "core/format.hpp"
#include "core/message.hpp"
#include "schedule/violation_text.hpp"

#include <algorithm>
#include <iterator>

namespace dostyk::schedule {

namespace {

const ProgrammeSession* find_held(const Programme& programme, const std::string& id)
{
    const ProgrammeSession* found = programme.find(id);
    return found != nullptr && !found->is_cancelled ? found : nullptr;
}

bool is_changed(const SessionChange& change)
{
    return change.is_added() || change.is_removed() || change.has_other_time() ||
           change.has_other_venue() || change.has_other_duration() || change.has_other_title() ||
           change.has_other_people();
}

/// Of two sorted lists what only the first has.
std::vector<std::string> only_in(const std::vector<std::string>& a,
                                 const std::vector<std::string>& b)
{
    std::vector<std::string> rest;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
    return rest;
}

/// True for a change that everybody who is there has to know of.
bool concerns_all(const SessionChange& change)
{
    return change.is_added() || change.is_removed() || change.has_other_time() ||
           change.has_other_venue() || change.has_other_duration() || change.has_other_title();
}

std::string names_of(const std::vector<std::string>& ids, const model::NameResolver& name_of)
{
    std::string names;
    for (const std::string& id : ids) {
        names += (names.empty() ? "" : ", ") + name_of(id);
    }
    return names;
}

/// Of "12 May 2026, 16:00 UTC+5" what begins with the time.
std::string time_part_of(const std::string& text, const std::string& time)
{
    const std::size_t at = text.find(time);
    return at != std::string::npos ? text.substr(at) : text;
}

/// Says the parts of a change one after the other.
class Teller {
public:
    Teller(const SessionChange& change, const std::string& zone, Language language,
           const model::NameResolver& name_of)
    : m_change(change), m_zone(zone), m_language(language), m_name_of(name_of)
    {}

    [[nodiscard]] std::string text()
    {
        if (m_change.is_added() || m_change.is_removed()) {
            const ProgrammeSession& session =
                m_change.is_added() ? *m_change.after : *m_change.before;
            say(m_change.is_added() ? "diff.added" : "diff.removed",
                {{"time", time_of(session)},
                 {"venue", m_name_of(session.venue)},
                 {"duration", duration_text(session.duration, m_language)}});
            return m_text;
        }
        say_differences();
        return m_text;
    }

private:
    using Values = std::vector<std::pair<std::string, std::string>>;

    void say_differences()
    {
        const ProgrammeSession& before = *m_change.before;
        const ProgrammeSession& after = *m_change.after;
        if (m_change.has_other_title()) {
            say("diff.title", {{"before", quoted(before)}});
        }
        if (m_change.has_other_time()) {
            say("diff.time", {{"before", time_of(before)}, {"after", time_of(after)}});
        }
        if (m_change.has_other_venue()) {
            say("diff.venue",
                {{"before", m_name_of(before.venue)}, {"after", m_name_of(after.venue)}});
        }
        if (m_change.has_other_duration()) {
            say("diff.duration", {{"before", duration_text(before.duration, m_language)},
                                  {"after", duration_text(after.duration, m_language)}});
        }
        if (const auto come = only_in(after.who, before.who); !come.empty()) {
            say("diff.come", {{"names", names_of(come, m_name_of)}});
        }
        if (const auto gone = only_in(before.who, after.who); !gone.empty()) {
            say("diff.gone", {{"names", names_of(gone, m_name_of)}});
        }
    }

    void say(const char* key, Values values)
    {
        const ProgrammeSession& shown = m_change.after ? *m_change.after : *m_change.before;
        values.emplace_back("session", quoted(shown));
        m_text += (m_text.empty() ? "" : " ") + tr(m_language, Message{key, std::move(values)});
    }

    [[nodiscard]] std::string quoted(const ProgrammeSession& session) const
    {
        const std::string_view title = session.title.in(m_language);
        return tr(m_language, Message{"schedule.quoted",
                                      {{"name", title.empty() ? session.id : std::string(title)}}});
    }

    [[nodiscard]] std::string time_of(const ProgrammeSession& session) const
    {
        return both_clocks(session.start, session.zone, m_zone, m_language);
    }

    const SessionChange& m_change;
    const std::string& m_zone;
    Language m_language;
    const model::NameResolver& m_name_of;
    std::string m_text;
};

} // namespace

bool SessionChange::has_other_time() const
{
    return before && after && before->start != after->start;
}

bool SessionChange::has_other_venue() const
{
    return before && after && before->venue != after->venue;
}

bool SessionChange::has_other_duration() const
{
    return before && after && before->duration != after->duration;
}

bool SessionChange::has_other_title() const
{
    return before && after && before->title != after->title;
}

bool SessionChange::has_other_people() const
{
    return before && after && before->who != after->who;
}

ProgrammeDiff diff_of(const Programme& before, const Programme& after)
{
    ProgrammeDiff diff{after.zone.empty() ? before.zone : after.zone, {}};
    std::vector<std::string> ids;
    for (const Programme* each : {&before, &after}) {
        for (const ProgrammeSession& session : each->sessions) {
            ids.push_back(session.id);
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const std::string& id : ids) {
        const ProgrammeSession* was = find_held(before, id);
        const ProgrammeSession* is = find_held(after, id);
        SessionChange change;
        if (was != nullptr) {
            change.before = *was;
        }
        if (is != nullptr) {
            change.after = *is;
        }
        if ((was != nullptr || is != nullptr) && is_changed(change)) {
            diff.changes.push_back(std::move(change));
        }
    }
    return diff;
}

std::map<std::string, std::vector<std::size_t>> affected_by(const ProgrammeDiff& diff)
{
    std::map<std::string, std::vector<std::size_t>> affected;
    static const std::vector<std::string> nobody;
    for (std::size_t i = 0; i < diff.changes.size(); ++i) {
        const SessionChange& change = diff.changes[i];
        const auto& was = change.before ? change.before->who : nobody;
        const auto& is = change.after ? change.after->who : nobody;
        std::vector<std::string> ids = only_in(was, is);
        const auto come = only_in(is, was);
        ids.insert(ids.end(), come.begin(), come.end());
        if (concerns_all(change)) {
            std::set_intersection(was.begin(), was.end(), is.begin(), is.end(),
                                  std::back_inserter(ids));
            for (const auto* session : {&change.before, &change.after}) {
                if (*session) {
                    ids.push_back((*session)->venue);
                }
            }
        }
        for (const std::string& id : ids) {
            auto& places = affected[id];
            if (places.empty() || places.back() != i) {
                places.push_back(i);
            }
        }
    }
    return affected;
}

std::vector<VenueMove> venue_moves(const ProgrammeDiff& diff)
{
    std::vector<VenueMove> moves;
    for (const SessionChange& change : diff.changes) {
        if (change.has_other_venue()) {
            moves.push_back({change.session(), change.before->venue, change.after->venue});
        }
    }
    return moves;
}

std::string text_of(const SessionChange& change, const std::string& meeting_zone, Language language,
                    const model::NameResolver& name_of)
{
    return Teller(change, meeting_zone, language, name_of).text();
}

std::string both_clocks(Instant instant, const std::string& zone, const std::string& meeting_zone,
                        Language language)
{
    const std::string there = format_date(iso_on(zone, instant), language);
    const ZonedTime venue_clock = time_in(zone, instant);
    const ZonedTime meeting_clock = time_in(meeting_zone, instant);
    if (venue_clock.offset == meeting_clock.offset) {
        return there;
    }
    const std::string here = format_date(iso_on(meeting_zone, instant), language);
    // The day is said again where the two clocks are not in the same one.
    return there + " (" +
           (venue_clock.date == meeting_clock.date ? time_part_of(here, meeting_clock.time)
                                                   : here) +
           ")";
}

} // namespace dostyk::schedule
