#include "schedule/instance_json.hpp"

#include "schedule/scorer.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

namespace dostyk::schedule {

namespace {

using Json = nlohmann::json;

/// Turns tables of a problem into JSON, with ids in place of indices.
class Writer {
public:
    Writer(const Problem& problem, const Plan& plan) : m_problem(problem), m_plan(plan) {}

    [[nodiscard]] Json write() const
    {
        Json made{{"format", instance_format},
                  {"version", 1},
                  {"id", m_problem.id},
                  {"timezone", m_problem.calendar.zone()}};
        made["grain_min"] = m_problem.book.customs.grain_min;
        made["days"] = days();
        made["cities"] = m_problem.cities;
        made["venues"] = venues();
        made["travel"] = {{"edges", edges()}};
        for (const auto& [table, kind] : {std::pair{"delegations", AttendeeKind::delegation},
                                          {"persons", AttendeeKind::person},
                                          {"interpreters", AttendeeKind::interpreter}}) {
            made[table] = attendees(kind);
        }
        made["vehicles"] = vehicles();
        made["sessions"] = sessions();
        add_relations(made);
        made["tracks"] = m_problem.tracks;
        made["topics"] = m_problem.contents;
        made["language_pairs"] = m_problem.pairs;
        made["languages"] = m_problem.languages;
        made["weights"] = weights();
        for (const Custom& each : customs()) {
            made["customs"][std::string(each.name)] = m_problem.book.customs.*each.member;
        }
        for (std::size_t i = 0; i < m_problem.sessions.size(); ++i) {
            const Session& session = m_problem.sessions[i];
            if (session.baseline) {
                made["baseline"][session.id] = placement(*session.baseline);
            }
            made["assign"][session.id] = placement(m_plan.placements()[i]);
        }
        const Score score = compute_score(m_problem, m_plan);
        made["score"] = {{"hard", score.hard}, {"soft", score.soft}};
        return made;
    }

private:
    [[nodiscard]] std::string time(Minute minute) const
    {
        return to_iso(m_problem.calendar.instant_at(minute));
    }

    [[nodiscard]] Json periods(const Intervals& intervals) const
    {
        Json made = Json::array();
        for (const Interval& each : intervals) {
            made.push_back({time(each.begin), time(each.end)});
        }
        return made;
    }

    [[nodiscard]] Json placement(const Placement& at) const
    {
        Json made = Json::object();
        if (at.is_dropped) {
            made["dropped"] = true;
        }
        if (at.start != Placement::unplaced) {
            made["start"] = time(at.start);
        }
        if (at.venue != none) {
            made["venue"] = m_problem.venue(at.venue).id;
        }
        return made;
    }

    template <typename Table>
    [[nodiscard]] static Json ids(const Table& table, const std::vector<Index>& indices)
    {
        Json made = Json::array();
        for (const Index index : indices) {
            made.push_back(table[static_cast<std::size_t>(index)].id);
        }
        return made;
    }

    [[nodiscard]] static Json names(const std::vector<std::string>& table,
                                    const std::vector<Index>& indices)
    {
        Json made = Json::array();
        for (const Index index : indices) {
            made.push_back(table[static_cast<std::size_t>(index)]);
        }
        return made;
    }

    [[nodiscard]] Json days() const
    {
        Json made = Json::array();
        for (std::size_t i = 0; i < m_problem.hours.size(); ++i) {
            made.push_back({{"date", m_problem.calendar.days()[i].date},
                            {"open", time(m_problem.hours[i].begin)},
                            {"close", time(m_problem.hours[i].end)}});
        }
        return made;
    }

    [[nodiscard]] Json venues() const
    {
        Json made = Json::array();
        for (const Venue& venue : m_problem.venues) {
            made.push_back({{"id", venue.id},
                            {"city", m_problem.cities[static_cast<std::size_t>(venue.city)]},
                            {"cap", venue.capacity},
                            {"parallel", venue.parallel},
                            {"setup", venue.setup},
                            {"teardown", venue.teardown},
                            {"timezone", venue.zone},
                            {"open", periods(venue.open)}});
        }
        return made;
    }

    [[nodiscard]] Json edges() const
    {
        constexpr const char* modes[] = {"stay", "city", "road", "air"};
        Json made = Json::array();
        for (Index from = 0; from < m_problem.travel.size(); ++from) {
            for (Index to = 0; to < m_problem.travel.size(); ++to) {
                const Journey& way = m_problem.travel.journey(from, to);
                Json edge{{"from", m_problem.venue(from).id},
                          {"to", m_problem.venue(to).id},
                          {"mode", modes[static_cast<std::size_t>(way.mode)]}};
                if (way.minutes < Journey::unreachable) {
                    edge["min"] = way.minutes;
                }
                if (!way.crossing.empty()) {
                    edge["border"] = {{"id", way.crossing},
                                      {"queue_p50", way.queue_p50},
                                      {"queue_p90", way.queue_p90},
                                      {"assumed", way.is_queue_assumed}};
                }
                if (!way.by_departure.empty()) {
                    edge["min_by_departure"] = way.by_departure;
                }
                made.push_back(std::move(edge));
            }
        }
        return made;
    }

    /// `index` is the place among all of them, of whatever kind: it decides what of two equal
    /// choices is taken.
    [[nodiscard]] Json attendees(AttendeeKind kind) const
    {
        Json made = Json::array();
        for (std::size_t i = 0; i < m_problem.attendees.size(); ++i) {
            const Attendee& attendee = m_problem.attendees[i];
            if (attendee.kind == kind) {
                made.push_back({{"id", attendee.id},
                                {"index", i},
                                {"size", attendee.size},
                                {"avail", periods(attendee.available)},
                                {"max_load_day", attendee.day_load},
                                {"max_sessions_day", attendee.sessions_a_day},
                                {"max_city_changes_day", attendee.city_changes_a_day},
                                {"pairs", names(m_problem.pairs, attendee.pairs)}});
            }
        }
        return made;
    }

    [[nodiscard]] Json vehicles() const
    {
        Json made = Json::array();
        for (const Vehicle& vehicle : m_problem.vehicles) {
            made.push_back({{"id", vehicle.id},
                            {"seats", vehicle.seats},
                            {"avail", periods(vehicle.available)}});
        }
        return made;
    }

    [[nodiscard]] Json sessions() const
    {
        Json made = Json::array();
        for (const Session& session : m_problem.sessions) {
            made.push_back({{"id", session.id},
                            {"dur", session.duration},
                            {"size", session.size},
                            {"priority", session.priority},
                            {"required", ids(m_problem.attendees, session.required)},
                            {"optional", ids(m_problem.attendees, session.optional)},
                            {"windows", periods(session.windows)},
                            {"preferred_windows", periods(session.preferred)},
                            {"venues", ids(m_problem.venues, session.venues)},
                            {"lacking", session.lacking},
                            {"tracks", names(m_problem.tracks, session.tracks)},
                            {"topics", names(m_problem.contents, session.contents)},
                            {"pairs", names(m_problem.pairs, session.pairs)},
                            {"langs", names(m_problem.languages, session.languages)},
                            {"published", session.is_published},
                            {"meal", session.is_meal},
                            {"b2b", session.is_b2b},
                            {"score", session.match_score}});
            if (session.pinned) {
                made.back()["pinned"] = placement(*session.pinned);
            }
        }
        return made;
    }

    void add_relations(Json& made) const
    {
        made["precedence"] = made["same_day"] = made["apart"] = Json::array();
        for (const Relation& relation : m_problem.relations) {
            if (relation.kind == RelationKind::apart) {
                made["apart"].push_back({{"a", m_problem.attendee(relation.a).id},
                                         {"b", m_problem.attendee(relation.b).id}});
                continue;
            }
            Json pair{{"a", m_problem.session(relation.a).id},
                      {"b", m_problem.session(relation.b).id}};
            if (relation.kind == RelationKind::before) {
                pair["lag"] = relation.lag;
                if (relation.longest_lag) {
                    pair["maxlag"] = *relation.longest_lag;
                }
            }
            made[relation.kind == RelationKind::before ? "precedence" : "same_day"].push_back(
                std::move(pair));
        }
        Json& groups = made["exclusions"] = Json::array();
        for (std::size_t i = 0; i < m_problem.groups.size(); ++i) {
            groups.push_back({{"id", m_problem.groups[i]}, {"sessions", Json::array()}});
            for (const Session& session : m_problem.sessions) {
                if (std::find(session.groups.begin(), session.groups.end(),
                              static_cast<Index>(i)) != session.groups.end()) {
                    groups.back()["sessions"].push_back(session.id);
                }
            }
        }
    }

    [[nodiscard]] Json weights() const
    {
        Json made;
        for (std::size_t i = 0; i < rule_count; ++i) {
            const auto id = static_cast<RuleId>(i);
            const Rule& rule = m_problem.book[id];
            made[code_of(id)] = rule.tier == Tier::hard  ? Json("hard")
                                : rule.tier == Tier::off ? Json("off")
                                                         : Json(rule.weight);
        }
        return made;
    }

    const Problem& m_problem;
    const Plan& m_plan;
};

} // namespace

Plan Instance::plan() const
{
    return {problem, placements};
}

std::string instance_text(const Problem& problem, const Plan& plan)
{
    return json::to_canonical_text(Writer(problem, plan).write());
}

} // namespace dostyk::schedule
