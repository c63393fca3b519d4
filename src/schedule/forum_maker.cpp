#include "schedule/forum_maker.hpp"

#include "schedule/compile.hpp"
#include "schedule/forum_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace dostyk::schedule {

namespace {

using model::Entity;
using model::Refs;
using Texts = std::vector<std::string>;

struct City {
    std::string_view node; ///< Of the transport graph
    std::string_view country;
};

/// Within a day's drive of each other, on both sides of the border.
constexpr std::array<City, 12> cities{{{"bishkek", "KG"},
                                       {"almaty", "KZ"},
                                       {"tokmok", "KG"},
                                       {"korday", "KZ"},
                                       {"taraz", "KZ"},
                                       {"talas", "KG"},
                                       {"shu", "KZ"},
                                       {"balykchy", "KG"},
                                       {"cholpon-ata", "KG"},
                                       {"merke", "KZ"},
                                       {"kara-balta", "KG"},
                                       {"shymkent", "KZ"}}};
constexpr std::array<int, 6> capacities{20, 40, 60, 90, 150, 300};
const Texts tag_names{"booths", "flags", "press", "stage"};
/// Pairs of languages that sessions are held in, and how many of a hundred have them.
const std::array<std::pair<Texts, int>, 3> speeches{
    {{{"kk", "ky"}, 15}, {{"ru", "en"}, 10}, {{"ky", "en"}, 5}}};
constexpr std::string_view source_id = "measuring";
constexpr std::string_view meeting_id = "forum";
constexpr int seats_of_bus = 20;

class Maker {
public:
    Maker(const ForumSize& size, std::uint32_t seed, const model::Transport& transport)
    : m_size(size), m_dice(seed)
    {
        m_project.id = meeting_id;
        m_project.name = name("Forum", "Форум", "Форум", "Форум", 0);
        m_project.transport = transport;
    }

    Result<model::Project> make(bool is_placed)
    {
        if (const Status status = make_places(); !status) {
            return status.error();
        }
        const auto compiled = compile(with_entities(), meeting_id);
        if (!compiled) {
            return compiled.error();
        }
        const Problem& problem = compiled->problem;
        const auto plan = draw_plan(problem, m_size.delegations, m_size.sessions, m_dice);
        if (static_cast<int>(plan.size()) < m_size.sessions) {
            return Error{ErrorCode::invalid,
                         {"error.schedule.forum_is_full",
                          {{"asked", std::to_string(m_size.sessions)},
                           {"fit", std::to_string(plan.size())}}},
                         {}};
        }
        make_delegations(problem, plan);
        make_sessions(problem, plan, is_placed);
        make_relations(problem, plan);
        make_interpreters(plan);
        const int people = most_on_the_way(problem, plan, m_sizes);
        for (int i = 0; i * seats_of_bus < people; ++i) {
            Entity bus = made("vehicle", id("bus", i), "Bus", "Автобус", "Автобус", "Автобус", i);
            set(bus, "meeting", Refs{{std::string(meeting_id)}});
            set(bus, "capacity", double{seats_of_bus});
            add(std::move(bus));
        }
        return with_entities();
    }

private:
    static std::string id(std::string_view word, int index)
    {
        return fmt::format("{}-{:04}", word, index + 1);
    }

    /// "Made up", and a number.
    static Text4 name(std::string_view en, std::string_view kk, std::string_view ky,
                      std::string_view ru, int index)
    {
        Text4 text;
        text[Language::en] = fmt::format("{} {} (made up)", en, index + 1);
        text[Language::kk] = fmt::format("{} {} (ойдан шығарылған)", kk, index + 1);
        text[Language::ky] = fmt::format("{} {} (ойдон чыгарылган)", ky, index + 1);
        text[Language::ru] = fmt::format("{} {} (вымышлено)", ru, index + 1);
        return text;
    }

    static void set(Entity& entity, std::string_view field, model::Value value)
    {
        model::Claim claim;
        claim.value = std::move(value);
        claim.pack = model::Pack::enriched;
        claim.flags = model::flag::demo;
        if (entity.kind != "source") {
            claim.sources = {std::string(source_id)};
        }
        entity.fields[std::string(field)] = {std::move(claim)};
    }

    static Entity made(std::string_view kind, std::string entity_id, std::string_view en,
                       std::string_view kk, std::string_view ky, std::string_view ru, int index)
    {
        Entity entity;
        entity.kind = kind;
        entity.id = std::move(entity_id);
        entity.pack = model::Pack::enriched;
        set(entity, "name", name(en, kk, ky, ru, index));
        return entity;
    }

    void add(Entity entity) { m_entities.push_back(std::move(entity)); }

    [[nodiscard]] model::Project with_entities() const
    {
        model::Project project = m_project;
        project.entities = m_entities;
        project.entities.sort();
        return project;
    }

    /// A time as the project writes it.
    static std::string iso(const Problem& problem, Minute minute)
    {
        return problem.calendar.iso_at(minute, problem.calendar.zone());
    }

    static std::string period(const Problem& problem, Interval interval)
    {
        return iso(problem, interval.begin) + "/" + iso(problem, interval.end);
    }

    /// The source, the meeting and its venues.
    Status make_places()
    {
        Entity source;
        source.kind = "source";
        source.id = source_id;
        source.pack = model::Pack::enriched;
        set(source, "title", std::string("Made up for measuring"));
        set(source, "url", std::string("none"));
        add(std::move(source));
        Entity meeting =
            made("meeting", std::string(meeting_id), "Forum", "Форум", "Форум", "Форум", 0);
        set(meeting, "date",
            model::DateText{fmt::format("2027-05-10/2027-05-{}", 9 + m_size.days)});
        set(meeting, "day_zone", std::string("Asia/Almaty"));
        set(meeting, "host", Refs{{"KZ"}});
        add(std::move(meeting));
        for (int i = 0; i < m_size.venues; ++i) {
            const City& city = cities[static_cast<std::size_t>(i % m_size.cities)];
            const auto& nodes = m_project.transport.nodes;
            const auto node = std::find_if(nodes.begin(), nodes.end(),
                                           [&](const auto& each) { return each.id == city.node; });
            if (node == nodes.end()) {
                return Error{ErrorCode::not_found,
                             {"error.schedule.no_such_town", {{"town", std::string(city.node)}}},
                             {}};
            }
            constexpr double spread = 0.04; // [deg] some kilometres
            model::Place place;
            place.type = model::PlaceType::point;
            place.precision = model::Precision::approximate;
            place.at = {node->at.lon + spread * (m_dice.share() - 0.5),
                        node->at.lat + spread * (m_dice.share() - 0.5)};
            Entity venue = made("venue", id("venue", i), "Hall", "Зал", "Зал", "Зал", i);
            set(venue, "place", place);
            set(venue, "city", node->name);
            set(venue, "country", Refs{{std::string(city.country)}});
            m_capacities.push_back(capacities[static_cast<std::size_t>(
                m_dice.roll(0, static_cast<int>(capacities.size()) - 1))]);
            set(venue, "capacity", static_cast<double>(m_capacities.back()));
            m_tags.emplace_back();
            for (const std::string& tag : tag_names) {
                if (m_dice.percent(50)) {
                    m_tags.back().push_back(tag);
                }
            }
            if (!m_tags.back().empty()) {
                set(venue, "tags", m_tags.back());
            }
            if (m_dice.percent(50)) {
                set(venue, "setup", 15.0);
            }
            if (m_dice.percent(30)) {
                set(venue, "hours", Texts{"09:00-20:00"});
            }
            add(std::move(venue));
        }
        return ok();
    }

    void make_delegations(const Problem& problem, const std::vector<DrawnSession>& plan)
    {
        const Minute end = problem.calendar.days().back().whole.end;
        for (int i = 0; i < m_size.delegations; ++i) {
            Intervals busy;
            for (const DrawnSession& each : plan) {
                if (std::binary_search(each.delegations.begin(), each.delegations.end(), i)) {
                    busy.push_back(each.held);
                }
            }
            busy = united(std::move(busy));
            Entity delegation = made("delegation", id("delegation", i), "Delegation", "Делегация",
                                     "Делегация", "Делегация", i);
            m_sizes.push_back(m_dice.roll(1, 8));
            set(delegation, "meeting", Refs{{std::string(meeting_id)}});
            set(delegation, "country", Refs{{i % 2 == 0 ? "KZ" : "KG"}});
            set(delegation, "size", static_cast<double>(m_sizes.back()));
            if (!busy.empty() && m_dice.percent(60)) {
                // It arrives shortly before its first session, and leaves after its last one.
                const Interval stay{busy.front().begin - 15 * m_dice.roll(2, 24),
                                    std::min(end, busy.back().end + 15 * m_dice.roll(2, 24))};
                set(delegation, "availability", Texts{period(problem, stay)});
            }
            add(std::move(delegation));
        }
    }

    [[nodiscard]] Interval window_around(const Problem& problem, const DrawnSession& drawn)
    {
        const auto day = static_cast<std::size_t>(problem.calendar.day_of(drawn.held.begin));
        const Interval whole = problem.calendar.days()[day].whole;
        if (m_dice.percent(50)) {
            return whole;
        }
        return {std::max(whole.begin, drawn.held.begin - 60 * m_dice.roll(2, 6)),
                std::min(whole.end, drawn.held.end + 60 * m_dice.roll(2, 6))};
    }

    void make_sessions(const Problem& problem, const std::vector<DrawnSession>& plan,
                       bool is_placed)
    {
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const DrawnSession& drawn = plan[i];
            const auto index = static_cast<int>(i);
            Entity session = made("session", id("session", index), "Session", "Отырыс", "Отурум",
                                  "Сессия", index);
            set(session, "meeting", Refs{{std::string(meeting_id)}});
            set(session, "duration", static_cast<double>(length(drawn.held)));
            Refs participants;
            for (const Index delegation : drawn.delegations) {
                participants.ids.push_back(id("delegation", delegation));
            }
            set(session, "participants", participants);
            const auto venue = static_cast<std::size_t>(drawn.venue);
            set(session, "size",
                std::max(1.0,
                         static_cast<double>(m_capacities[venue] * m_dice.roll(50, 100) / 100)));
            if (!m_tags[venue].empty() && m_dice.percent(30)) {
                set(session, "venue_needs", Texts{m_dice.pick(m_tags[venue])});
            }
            if (m_dice.percent(50)) {
                set(session, "windows", Texts{period(problem, window_around(problem, drawn))});
            }
            if (m_dice.percent(20)) {
                const Minute from = drawn.held.begin - 60 * m_dice.roll(0, 6);
                set(session, "preferred_windows", Texts{period(problem, {from, from + 7 * 60})});
            }
            m_speech.push_back(none);
            for (std::size_t pair = 0; pair < speeches.size(); ++pair) {
                if (m_speech.back() == none && m_dice.percent(speeches[pair].second)) {
                    m_speech.back() = static_cast<Index>(pair);
                    set(session, "languages", speeches[pair].first);
                }
            }
            set(session, "tracks", Texts{fmt::format("track-{}", m_dice.roll(1, 12))});
            const bool is_pinned = m_dice.percent(2);
            if (is_placed || is_pinned) {
                set(session, "date", model::DateText{period(problem, drawn.held)});
                set(session, "venue", Refs{{id("venue", drawn.venue)}});
            }
            if (is_pinned) {
                set(session, "pinned", true);
            }
            add(std::move(session));
        }
    }

    /// What holds between two sessions of the plan shall hold between them in every plan.
    void make_relations(const Problem& problem, const std::vector<DrawnSession>& plan)
    {
        const auto last = static_cast<int>(plan.size()) - 1;
        for (int i = 0; i < last / 5; ++i) {
            int one = m_dice.roll(0, last);
            int other = m_dice.roll(0, last);
            const auto held = [&](int index) { return plan[static_cast<std::size_t>(index)].held; };
            if (held(other).begin < held(one).begin) {
                std::swap(one, other);
            }
            const bool is_same_day = problem.calendar.day_of(held(one).begin) ==
                                     problem.calendar.day_of(held(other).begin);
            const bool is_apart = overlap(held(one), held(other)) <= 0;
            if (one == other || (!is_same_day && !is_apart)) {
                continue;
            }
            const bool is_order = is_apart && m_dice.percent(60);
            const char* type = is_order ? "precedes" : is_apart ? "excludes" : "same_day";
            Entity relation =
                made("relation", id("relation", i), "Relation", "Байланыс", "Байланыш", "Связь", i);
            set(relation, "type", model::Word{type});
            set(relation, "from", Refs{{id("session", one)}});
            set(relation, "to", Refs{{id("session", other)}});
            add(std::move(relation));
        }
    }

    /// For each pair of languages as many interpreters as the plan needs at once.
    void make_interpreters(const std::vector<DrawnSession>& plan)
    {
        int index = 0;
        for (std::size_t pair = 0; pair < speeches.size(); ++pair) {
            int needed = 0;
            for (const DrawnSession& moment : plan) {
                int at_once = 0;
                for (std::size_t i = 0; i < plan.size(); ++i) {
                    at_once += m_speech[i] == static_cast<Index>(pair) &&
                                       plan[i].held.begin <= moment.held.begin &&
                                       moment.held.begin < plan[i].held.end
                                   ? 1
                                   : 0;
                }
                needed = std::max(needed, at_once);
            }
            for (int i = 0; i < needed; ++i, ++index) {
                Entity interpreter = made("interpreter", id("interpreter", index), "Interpreter",
                                          "Аудармашы", "Котормочу", "Переводчик", index);
                const Texts& languages = speeches[pair].first;
                set(interpreter, "meeting", Refs{{std::string(meeting_id)}});
                set(interpreter, "language_pairs", Texts{languages[0] + "-" + languages[1]});
                add(std::move(interpreter));
            }
        }
    }

    ForumSize m_size;
    Dice m_dice;
    model::Project m_project; ///< Without entities
    std::vector<Entity> m_entities;
    std::vector<int> m_capacities; ///< (venues)
    std::vector<Texts> m_tags;     ///< (venues)
    std::vector<int> m_sizes;      ///< (delegations) people
    std::vector<Index> m_speech;   ///< (sessions) place of its languages; none = no interpreter
};

} // namespace

Result<model::Project> make_forum(const ForumSize& size, std::uint32_t seed,
                                  const model::Transport& transport, bool is_placed)
{
    const auto is_within = [&](int ForumSize::*member) {
        return size.*member >= 1 && size.*member <= largest_forum.*member;
    };
    if (!is_within(&ForumSize::sessions) || !is_within(&ForumSize::delegations) ||
        !is_within(&ForumSize::venues) || !is_within(&ForumSize::cities) ||
        !is_within(&ForumSize::days)) {
        return Error{ErrorCode::invalid,
                     {"error.schedule.forum_size",
                      {{"sessions", std::to_string(largest_forum.sessions)},
                       {"delegations", std::to_string(largest_forum.delegations)},
                       {"venues", std::to_string(largest_forum.venues)},
                       {"cities", std::to_string(largest_forum.cities)},
                       {"days", std::to_string(largest_forum.days)}}},
                     {}};
    }
    return Maker(size, seed, transport).make(is_placed);
}

} // namespace dostyk::schedule
