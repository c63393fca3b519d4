// The reader of instance_json.hpp.

#include "schedule/instance_json.hpp"
#include "schedule/instance_members.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dostyk::schedule {

namespace {

using json::Value;

// More than any programme has, and little enough to be held.
constexpr std::size_t most_venues = 500;
constexpr int most_number = 1'000'000;

void sort_once(std::vector<Index>& indices)
{
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
}

class Reader {
public:
    Reader(const json::Document& document, std::string_view file)
    : m_root(document.value()), m_members(document, file)
    {}

    Result<Instance> read()
    {
        if (m_members.text(m_root, "format") != instance_format ||
            m_members.number(m_root, "version", 1, 1) != 1) {
            m_members.refuse(m_root, "error.instance.format");
        }
        m_problem.id = m_members.text(m_root, "id");
        // Each step needs what the one before it has read.
        for (void (Reader::*step)() :
             {&Reader::read_days, &Reader::read_rules, &Reader::read_names, &Reader::read_venues,
              &Reader::read_travel, &Reader::read_attendees, &Reader::read_vehicles,
              &Reader::read_sessions, &Reader::read_relations, &Reader::read_plan}) {
            if (m_members.error()) {
                break;
            }
            (this->*step)();
        }
        if (m_members.error()) {
            return *m_members.error();
        }
        m_problem.finish();
        return Instance{std::move(m_problem), std::move(m_placements)};
    }

private:
    void read_days()
    {
        const auto days = m_members.list(m_root, "days", 100);
        if (days.empty()) {
            m_members.refuse(m_root, "error.instance.missing", "days");
            return;
        }
        auto calendar =
            Calendar::make(m_members.text(m_root, "timezone"), m_members.text(days.front(), "date"),
                           m_members.text(days.back(), "date"));
        if (!calendar || calendar->days().size() != days.size()) {
            m_members.refuse(days.front(), "error.instance.days");
            return;
        }
        m_problem.calendar = *std::move(calendar);
        for (std::size_t i = 0; i < days.size(); ++i) {
            if (m_members.text(days[i], "date") != m_problem.calendar.days()[i].date) {
                m_members.refuse(days[i], "error.instance.days");
            }
            m_problem.hours.push_back({time(days[i], "open"), time(days[i], "close")});
        }
    }

    void read_rules()
    {
        m_problem.book = default_rules();
        const auto apply = [&](Value at, const std::string& line) {
            if (!apply_line(m_problem.book, line)) {
                m_members.refuse(at, "error.instance.rule", line);
            }
        };
        for (const char* table : {"weights", "customs"}) {
            const auto found = m_root.find(table);
            if (!found || !found->is_object()) {
                m_members.refuse(m_root, "error.instance.missing", table);
                return;
            }
            const bool is_custom = std::string_view(table) == "customs";
            for (const auto& [name, value] : found->members()) {
                const std::string word =
                    value.is_number() ? (is_custom ? "" : "soft ") +
                                            std::to_string(m_members.number(value, 0, most_number))
                                      : m_members.text(value);
                apply(value, std::string(name) + " " + word);
            }
        }
    }

    void read_names()
    {
        fill(m_cities, "cities", m_problem.cities);
        fill(m_tracks, "tracks", m_problem.tracks);
        fill(m_contents, "topics", m_problem.contents);
        fill(m_pairs, "language_pairs", m_problem.pairs);
        fill(m_languages, "languages", m_problem.languages);
    }

    void fill(Names& names, const char* member, std::vector<std::string>& table)
    {
        for (const Value each : m_members.list(m_root, member)) {
            table.push_back(m_members.text(each));
            names.add(m_members, each, table.back());
        }
    }

    void read_venues()
    {
        for (const Value each : m_members.list(m_root, "venues", most_venues)) {
            Venue venue;
            venue.id = m_members.text(each, "id");
            venue.city = m_cities.find(m_members, each, "city");
            venue.capacity = m_members.number(each, "cap", 0, most_number);
            venue.parallel = m_members.number(each, "parallel", 1, most_number);
            venue.setup = m_members.number(each, "setup", 0, year_min);
            venue.teardown = m_members.number(each, "teardown", 0, year_min);
            venue.zone = m_members.text(each, "timezone");
            if (!offset_at(venue.zone, Instant{})) {
                m_members.refuse(each, "error.instance.zone", venue.zone);
                return;
            }
            venue.clock_shift = m_problem.calendar.clock_shifts(venue.zone);
            venue.open = periods(each, "open");
            m_venues.add(m_members, each, venue.id);
            m_problem.venues.push_back(std::move(venue));
        }
    }

    void read_travel()
    {
        const std::size_t venues = m_problem.venues.size();
        m_problem.travel = TravelTable(static_cast<Index>(venues));
        const auto travel = m_root.find("travel");
        if (!travel) {
            m_members.refuse(m_root, "error.instance.missing", "travel");
            return;
        }
        std::vector<bool> known(venues * venues);
        for (const Value each : m_members.list(*travel, "edges", venues * venues)) {
            const Index from = m_venues.find(m_members, each, "from");
            const Index to = m_venues.find(m_members, each, "to");
            Journey way = journey(each);
            if (m_members.error()) {
                return;
            }
            known[static_cast<std::size_t>(from) * venues + static_cast<std::size_t>(to)] = true;
            m_problem.travel.set(from, to, std::move(way));
        }
        if (std::find(known.begin(), known.end(), false) != known.end()) {
            m_members.refuse(*travel, "error.instance.ways");
        }
    }

    [[nodiscard]] Journey journey(Value edge)
    {
        Journey way;
        const std::string mode = m_members.text(edge, "mode");
        if (mode != "stay" && mode != "city" && mode != "road" && mode != "air") {
            m_members.refuse(edge, "error.instance.unknown", mode);
        }
        way.mode = mode == "city"   ? TravelMode::city
                   : mode == "road" ? TravelMode::road
                   : mode == "air"  ? TravelMode::air
                                    : TravelMode::stay;
        way.minutes = edge.find("min") ? m_members.number(edge, "min", 0, Journey::unreachable - 1)
                                       : Journey::unreachable;
        if (const auto border = edge.find("border")) {
            way.crossing = m_members.text(*border, "id");
            way.queue_p50 = m_members.number(*border, "queue_p50", 0, year_min);
            way.queue_p90 = m_members.number(*border, "queue_p90", 0, year_min);
            way.is_queue_assumed = m_members.flag(*border, "assumed");
        }
        if (edge.find("min_by_departure")) {
            for (const Value each : m_members.list(edge, "min_by_departure")) {
                way.by_departure.push_back(m_members.number(each, 0, Journey::unreachable));
            }
        }
        return way;
    }

    void read_attendees()
    {
        std::vector<std::pair<Value, Attendee>> read;
        for (const auto& [table, kind] : {std::pair{"delegations", AttendeeKind::delegation},
                                          {"persons", AttendeeKind::person},
                                          {"interpreters", AttendeeKind::interpreter}}) {
            for (const Value each : m_members.list(m_root, table)) {
                read.emplace_back(each, attendee(each, kind));
            }
        }
        m_problem.attendees.resize(read.size());
        std::vector<std::optional<Value>> places(read.size());
        for (auto& [at, attendee] : read) {
            const int index = m_members.number(at, "index", 0, static_cast<int>(read.size()) - 1);
            if (places[static_cast<std::size_t>(index)]) {
                m_members.refuse(at, "error.instance.twice", std::to_string(index));
                return;
            }
            places[static_cast<std::size_t>(index)] = at;
            m_problem.attendees[static_cast<std::size_t>(index)] = std::move(attendee);
        }
        for (std::size_t i = 0; i < read.size(); ++i) {
            m_attendees.add(m_members, *places[i], m_problem.attendees[i].id);
        }
    }

    [[nodiscard]] Attendee attendee(Value value, AttendeeKind kind)
    {
        Attendee made;
        made.id = m_members.text(value, "id");
        made.kind = kind;
        made.size = m_members.number(value, "size", 0, most_number);
        made.available = periods(value, "avail");
        made.day_load = m_members.number(value, "max_load_day", 0, year_min);
        made.sessions_a_day = m_members.number(value, "max_sessions_day", 0, most_number);
        made.city_changes_a_day = m_members.number(value, "max_city_changes_day", 0, most_number);
        made.pairs = m_pairs.find_all(m_members, value, "pairs");
        return made;
    }

    void read_vehicles()
    {
        for (const Value each : m_members.list(m_root, "vehicles")) {
            m_problem.vehicles.push_back({m_members.text(each, "id"),
                                          m_members.number(each, "seats", 0, most_number),
                                          periods(each, "avail")});
        }
    }

    void read_sessions()
    {
        for (const Value each : m_members.list(m_root, "sessions")) {
            m_problem.sessions.push_back(session(each));
            m_sessions.add(m_members, each, m_problem.sessions.back().id);
            if (m_members.error()) {
                return;
            }
        }
    }

    [[nodiscard]] Session session(Value value)
    {
        Session made;
        made.id = m_members.text(value, "id");
        made.duration = m_members.number(value, "dur", 1, year_min);
        made.size = m_members.number(value, "size", 0, most_number);
        made.priority = m_members.number(value, "priority", 1, most_number);
        made.required = m_attendees.find_all(m_members, value, "required");
        made.optional = m_attendees.find_all(m_members, value, "optional");
        sort_once(made.required);
        sort_once(made.optional);
        made.windows = periods(value, "windows");
        made.preferred = periods(value, "preferred_windows");
        made.venues = m_venues.find_all(m_members, value, "venues");
        sort_once(made.venues);
        for (const Value each : m_members.list(value, "lacking", m_problem.venues.size())) {
            made.lacking.push_back(m_members.number(each, 0, most_number));
        }
        if (!made.lacking.empty() && made.lacking.size() != m_problem.venues.size()) {
            m_members.refuse(value, "error.instance.lacking");
        }
        made.tracks = m_tracks.find_all(m_members, value, "tracks");
        made.contents = m_contents.find_all(m_members, value, "topics");
        made.pairs = m_pairs.find_all(m_members, value, "pairs");
        made.languages = m_languages.find_all(m_members, value, "langs");
        made.is_published = m_members.flag(value, "published");
        made.is_meal = m_members.flag(value, "meal");
        made.is_b2b = m_members.flag(value, "b2b");
        made.match_score = m_members.number(value, "score", 0, most_number);
        if (const auto pinned = value.find("pinned")) {
            made.pinned = placement(*pinned);
        }
        return made;
    }

    void read_relations()
    {
        for (const auto& [table, kind] : {std::pair{"precedence", RelationKind::before},
                                          {"same_day", RelationKind::same_day},
                                          {"apart", RelationKind::apart}}) {
            for (const Value each : m_members.list(m_root, table)) {
                const Names& names = kind == RelationKind::apart ? m_attendees : m_sessions;
                Relation relation{kind,
                                  names.find(m_members, each, "a"),
                                  names.find(m_members, each, "b"),
                                  0,
                                  {}};
                if (kind == RelationKind::before) {
                    relation.lag = m_members.number(each, "lag", 0, year_min);
                    if (each.find("maxlag")) {
                        relation.longest_lag = m_members.number(each, "maxlag", 0, year_min);
                    }
                }
                m_problem.relations.push_back(relation);
            }
        }
        for (const Value each : m_members.list(m_root, "exclusions")) {
            const auto group = static_cast<Index>(m_problem.groups.size());
            m_problem.groups.push_back(m_members.text(each, "id"));
            for (const Index session : m_sessions.find_all(m_members, each, "sessions")) {
                if (session != none) {
                    m_problem.sessions[static_cast<std::size_t>(session)].groups.push_back(group);
                }
            }
        }
    }

    void read_plan()
    {
        m_placements.resize(m_problem.sessions.size());
        for (const char* table : {"baseline", "assign"}) {
            const auto found = m_root.find(table);
            for (const Session& session : m_problem.sessions) {
                const auto at = found ? found->find(session.id) : std::nullopt;
                if (!at) {
                    continue;
                }
                const auto index = static_cast<std::size_t>(&session - m_problem.sessions.data());
                if (std::string_view(table) == "assign") {
                    m_placements[index] = placement(*at);
                } else {
                    m_problem.sessions[index].baseline = placement(*at);
                }
            }
        }
    }

    [[nodiscard]] Placement placement(Value value)
    {
        Placement made;
        if (!value.is_object()) {
            m_members.refuse(value, "error.instance.placement");
            return made;
        }
        made.is_dropped = value.find("dropped") && m_members.flag(value, "dropped");
        if (value.find("start")) {
            made.start = time(value, "start");
        }
        if (value.find("venue")) {
            made.venue = m_venues.find(m_members, value, "venue");
        }
        return made;
    }

    [[nodiscard]] Minute time(Value object, const char* member)
    {
        return m_members.time(m_problem.calendar, object, member);
    }

    [[nodiscard]] Intervals periods(Value object, const char* member)
    {
        return m_members.periods(m_problem.calendar, object, member);
    }

    Value m_root;
    Members m_members;
    Problem m_problem;
    std::vector<Placement> m_placements;
    Names m_cities;
    Names m_venues;
    Names m_attendees;
    Names m_sessions;
    Names m_tracks;
    Names m_contents;
    Names m_pairs;
    Names m_languages;
};

} // namespace

Result<Instance> read_instance(std::string_view text, std::string_view file)
{
    Diagnostics diagnostics;
    const auto document = json::parse(text, file, diagnostics);
    if (!document) {
        const Finding& finding = diagnostics.findings.front();
        return Error{ErrorCode::parse, finding.message,
                     fmt::format("{}:{}:{}", file, finding.line, finding.column)};
    }
    return Reader(*document, file).read();
}

} // namespace dostyk::schedule
