#include "schedule/fact_text.hpp"

#include "core/format.hpp"
#include "core/message.hpp"
#include "schedule/interpreter_text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dostyk::schedule {

namespace {

constexpr std::array<std::string_view, 24> names{
    "held",  "windows",  "hours",     "pinned",       "fitting",  "seats",
    "open",  "single",   "available", "one_place",    "way",      "rest",
    "meal",  "day_load", "day_count", "city_changes", "turns",    "interpreters",
    "order", "apart",    "exclusion", "interpreted",  "speakers", "named"};
static_assert(names.size() == static_cast<std::size_t>(FactKind::named) + 1);

class Words {
public:
    Words(const Fact& fact, const Contradiction& among, const Telling& telling,
          const CityNames& city_name)
    : m_among(among),
      m_telling(telling),
      m_problem(telling.problem),
      m_city_name(city_name),
      m_message{"why." + std::string(name_of(fact.kind)), {}}
    {
        fill(fact);
    }

    [[nodiscard]] std::string text() const { return tr(m_telling.language, m_message); }

private:
    void say(const char* name, std::string value)
    {
        m_message.values.emplace_back(name, std::move(value));
    }
    void say_minutes(const char* name, Minute minutes)
    {
        say(name, duration_text(minutes, m_telling.language));
    }
    void say_count(const char* name, int count)
    {
        say(name, format_number(count, m_telling.language));
    }

    [[nodiscard]] std::string session(Index index) const { return session_name(m_telling, index); }
    [[nodiscard]] std::string attendee(Index index) const
    {
        return m_telling.name_of(m_problem.attendee(index).id);
    }
    [[nodiscard]] std::string venue(Index index) const
    {
        return m_telling.name_of(m_problem.venue(index).id);
    }

    /// Within the meeting's days; empty for never.
    [[nodiscard]] std::string times(const Intervals& intervals, const std::string& zone) const
    {
        const auto& days = m_problem.calendar.days();
        const Interval meeting{days.front().whole.begin, days.back().whole.end};
        std::string all;
        for (const Interval& each : shared(intervals, {meeting})) {
            const auto iso = [&](Minute minute) { return m_problem.calendar.iso_at(minute, zone); };
            all += (all.empty() ? "" : "; ") +
                   format_date(iso(each.begin) + "/" + iso(each.end), m_telling.language);
        }
        return all;
    }

    /// Where times are what the fact is about, it is put in other words that there are none.
    void say_times(FactKind kind, const Intervals& intervals, const std::string& zone)
    {
        const std::string all = times(intervals, zone);
        const bool is_about_times =
            kind == FactKind::windows || kind == FactKind::open || kind == FactKind::available;
        m_message.key += all.empty() && is_about_times ? ".never" : "";
        say("times", all.empty() ? "–" : all);
    }

    /// The sessions that are told of beside it, and that somebody attends; all of them for none.
    template <typename Takes>
    [[nodiscard]] std::string sessions(const Takes& takes) const
    {
        std::string all;
        for (const Fact& each : m_among.facts) {
            if (each.kind == FactKind::held && takes(m_problem.session(each.a))) {
                all += (all.empty() ? "" : ", ") + session(each.a);
            }
        }
        return all;
    }

    /// The sessions that are told of beside it and that an attendee takes part in, or might
    /// interpret at.
    [[nodiscard]] std::string sessions_of(Index index) const
    {
        std::set<Index> found;
        for (const Fact& each : m_among.facts) {
            const std::vector<Index>* required =
                each.kind == FactKind::held ? &m_problem.session(each.a).required : nullptr;
            if (required != nullptr &&
                std::binary_search(required->begin(), required->end(), index)) {
                found.insert(each.a);
            } else if (each.kind == FactKind::interpreted &&
                       speaks(m_problem.attendee(index), each.b)) {
                found.insert(each.a);
            } else if (each.kind == FactKind::named && each.a == index) {
                found.insert(each.b);
            }
        }
        std::string all;
        for (const Index each : found) {
            all += (all.empty() ? "" : ", ") + session(each);
        }
        return all;
    }

    template <typename Fits>
    [[nodiscard]] std::string venues(const Fits& fits) const
    {
        std::string all;
        for (std::size_t i = 0; i < m_problem.venues.size(); ++i) {
            if (fits(static_cast<Index>(i))) {
                all += (all.empty() ? "" : ", ") + venue(static_cast<Index>(i));
            }
        }
        return all.empty() ? "–" : all;
    }

    void fill(const Fact& fact)
    {
        switch (fact.kind) {
        case FactKind::held:
        case FactKind::windows:
        case FactKind::pinned:
        case FactKind::fitting:
        case FactKind::seats:
            fill_session(fact);
            break;
        case FactKind::open:
        case FactKind::single:
            fill_venue(fact);
            break;
        case FactKind::order:
        case FactKind::apart:
        case FactKind::exclusion:
            fill_relation(fact);
            break;
        case FactKind::hours:
            say_times(fact.kind, m_problem.hours, m_problem.calendar.zone());
            break;
        case FactKind::way:
            fill_way(fact);
            break;
        case FactKind::interpreters:
            say_count("count", static_cast<int>(std::count_if(
                                   m_problem.attendees.begin(), m_problem.attendees.end(),
                                   [](const Attendee& each) {
                                       return each.kind == AttendeeKind::interpreter;
                                   })));
            say("sessions", sessions([](const Session& each) { return !each.pairs.empty(); }));
            break;
        case FactKind::interpreted:
        case FactKind::speakers:
        case FactKind::named:
            fill_interpreting(fact);
            break;
        default:
            fill_attendee(fact);
        }
    }

    void fill_interpreting(const Fact& fact)
    {
        if (fact.kind == FactKind::named) {
            say("who", attendee(fact.a));
            say("session", session(fact.b));
            return;
        }
        if (fact.kind == FactKind::speakers) {
            say("pair", pair_text(m_telling, fact.a));
            say("who", names_text(m_telling, speakers_of(m_problem, fact.a)));
            return;
        }
        const schedule::Placement& placement = m_telling.plan[fact.a];
        say("session", session(fact.a));
        say("pair", pair_text(m_telling, fact.b));
        say_count("count", m_problem.booth(fact.a));
        say("time", placement.is_placed() ? time_text(m_telling, placement.start, placement.venue)
                                          : std::string("–"));
        m_message.key += m_problem.booth(fact.a) > 1 ? ".booth" : "";
    }

    void fill_session(const Fact& fact)
    {
        const Session& facts = m_problem.session(fact.a);
        say("session", session(fact.a));
        say_minutes("duration", facts.duration);
        say_count("size", facts.size);
        say_times(fact.kind, facts.windows, m_problem.calendar.zone());
        if (facts.pinned) {
            say("time", time_text(m_telling, facts.pinned->start, facts.pinned->venue));
            say("venue", venue(facts.pinned->venue));
        }
        const bool is_for_seats = fact.kind == FactKind::seats;
        say("venues", venues([&](Index index) {
                const int capacity = m_problem.venue(index).capacity;
                return is_for_seats
                           ? capacity == 0 || capacity >= facts.size
                           : std::binary_search(facts.venues.begin(), facts.venues.end(), index);
            }));
    }

    void fill_venue(const Fact& fact)
    {
        const Venue& facts = m_problem.venue(fact.a);
        say("venue", venue(fact.a));
        say_times(fact.kind, facts.open, facts.zone);
        say_count("count", facts.parallel);
        say_minutes("between", facts.setup + facts.teardown);
    }

    void fill_attendee(const Fact& fact)
    {
        const Attendee& facts = m_problem.attendee(fact.a);
        const Customs& customs = m_problem.book.customs;
        say("who", attendee(fact.a));
        say_times(fact.kind, facts.available, m_problem.calendar.zone());
        say("sessions", sessions_of(fact.a));
        say_minutes("rest", customs.rest_min);
        say_minutes("meal", customs.meal_min);
        say_minutes("load", facts.day_load);
        say_minutes("turn", customs.turn_min);
        say_count("count", fact.kind == FactKind::day_count ? facts.sessions_a_day
                                                            : facts.city_changes_a_day);
    }

    void fill_relation(const Fact& fact)
    {
        if (fact.kind == FactKind::exclusion) {
            say("sessions", sessions([&](const Session& each) {
                    return std::find(each.groups.begin(), each.groups.end(), fact.a) !=
                           each.groups.end();
                }));
            return;
        }
        const Relation& relation = m_problem.relations[static_cast<std::size_t>(fact.a)];
        const bool is_order = fact.kind == FactKind::order;
        say("a", is_order ? session(relation.a) : attendee(relation.a));
        say("b", is_order ? session(relation.b) : attendee(relation.b));
        say_minutes("least", relation.lag);
        if (is_order && relation.longest_lag) {
            m_message.key += ".longest";
            say_minutes("most", *relation.longest_lag);
        }
    }

    /// The fastest way of those between the two cities.
    void fill_way(const Fact& fact)
    {
        const Journey* fastest = nullptr;
        for (Index from = 0; from < m_problem.travel.size(); ++from) {
            for (Index to = 0; to < m_problem.travel.size(); ++to) {
                const Journey& way = m_problem.travel.journey(from, to);
                if (from != to && m_problem.venue(from).city == fact.a &&
                    m_problem.venue(to).city == fact.b &&
                    (fastest == nullptr || way.minutes < fastest->minutes)) {
                    fastest = &way;
                }
            }
        }
        say("from", m_city_name(fact.a));
        say("to", m_city_name(fact.b));
        say_minutes("minutes", fastest != nullptr ? fastest->minutes : 0);
        const bool is_reachable = fastest != nullptr && fastest->minutes < Journey::unreachable;
        const bool is_closing = is_reachable && !fastest->by_departure.empty();
        m_message.key += !is_reachable               ? ".unreachable"
                         : fact.a == fact.b          ? ".city"
                         : fastest->crossing.empty() ? ""
                         : is_closing                ? ".closing"
                                                     : ".crossing";
        if (is_reachable && !fastest->crossing.empty()) {
            say("crossing", m_telling.name_of(fastest->crossing));
        }
    }

    const Contradiction& m_among;
    const Telling& m_telling;
    const Problem& m_problem;
    const CityNames& m_city_name;
    Message m_message;
};

} // namespace

std::string_view name_of(FactKind kind) noexcept
{
    return names[static_cast<std::size_t>(kind)];
}

CityNames city_names(const model::Project& project, const Telling& telling)
{
    return [&](Index city) {
        for (const Venue& venue : telling.problem.venues) {
            const model::Entity* entity = project.find(venue.id);
            const auto* name =
                entity != nullptr && venue.city == city
                    ? model::find_value<Text4>(*entity, "city", model::Pack::enriched)
                    : nullptr;
            if (name != nullptr) {
                return std::string(name->in(telling.language));
            }
            if (venue.city == city) {
                return telling.name_of(venue.id);
            }
        }
        return telling.problem.cities[static_cast<std::size_t>(city)];
    };
}

std::string text_of(const Fact& fact, const Contradiction& among, const Telling& telling,
                    const CityNames& city_name)
{
    return Words(fact, among, telling, city_name).text();
}

} // namespace dostyk::schedule
