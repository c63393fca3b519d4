#include "schedule/infeasibility.hpp"

#include "schedule/small_forum.hpp"
#include "schedule/tiny_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

const Intervals always{{at(-7, 0), at(9, 0)}};

constexpr int many = 100'000;

/// The problem with some facts alone, all others as if they were none; nothing where the tables
/// cannot say so.
class Relaxing {
public:
    Relaxing(Problem problem, const std::vector<Fact>& facts)
    : m_problem(std::move(problem)), m_facts(facts)
    {}

    std::optional<Problem> run()
    {
        relax_sessions();
        relax_venues();
        relax_attendees();
        relax_relations();
        relax_rules();
        m_problem.finish();
        return m_is_possible ? std::optional(std::move(m_problem)) : std::nullopt;
    }

private:
    [[nodiscard]] bool has(FactKind kind, std::size_t a = 0, Index b = none) const
    {
        const Index first = kind == FactKind::hours || kind == FactKind::interpreters
                                ? none
                                : static_cast<Index>(a);
        return std::find(m_facts.begin(), m_facts.end(), Fact{kind, first, b}) != m_facts.end();
    }
    [[nodiscard]] bool has_any(FactKind kind) const
    {
        return std::any_of(m_facts.begin(), m_facts.end(),
                           [&](const Fact& each) { return each.kind == kind; });
    }

    void relax_sessions()
    {
        for (std::size_t i = 0; i < m_problem.sessions.size(); ++i) {
            Session& session = m_problem.sessions[i];
            session.windows = has(FactKind::windows, i) ? session.windows : always;
            session.venues =
                has(FactKind::fitting, i) ? session.venues : std::vector<Index>{0, 1, 2};
            session.size = has(FactKind::seats, i) ? session.size : 0;
            session.groups = has(FactKind::exclusion) ? session.groups : std::vector<Index>();
            if (!has(FactKind::pinned, i)) {
                session.pinned.reset();
            }
        }
        for (Interval& hours : m_problem.hours) {
            const Minute more = has(FactKind::hours) ? 0 : 3 * 60; // as far as starts are tried
            hours = {hours.begin - more, hours.end + more};
        }
    }

    void relax_venues()
    {
        for (std::size_t i = 0; i < m_problem.venues.size(); ++i) {
            Venue& venue = m_problem.venues[i];
            venue.open = has(FactKind::open, i) ? venue.open : always;
            venue.parallel = has(FactKind::single, i) ? venue.parallel : many;
        }
        for (Index from = 0; from < m_problem.travel.size(); ++from) {
            for (Index to = 0; to < m_problem.travel.size(); ++to) {
                const auto [a, b] =
                    std::minmax(m_problem.venue(from).city, m_problem.venue(to).city);
                if (!has(FactKind::way, static_cast<std::size_t>(a), b)) {
                    m_problem.travel.set(from, to, {});
                }
            }
        }
    }

    void relax_attendees()
    {
        const std::size_t count = m_problem.attendees.size();
        for (std::size_t i = 0; i < count; ++i) {
            Attendee& attendee = m_problem.attendees[i];
            attendee.available = has(FactKind::available, i) ? attendee.available : always;
            attendee.day_load = has(FactKind::day_load, i) ? attendee.day_load : many;
            attendee.sessions_a_day = has(FactKind::day_count, i) ? attendee.sessions_a_day : many;
            attendee.city_changes_a_day =
                has(FactKind::city_changes, i) ? attendee.city_changes_a_day : many;
            if (has(FactKind::one_place, i)) {
                continue;
            }
            // In two places at a time is who is two people; what counts their day is then lost.
            for (const FactKind kind :
                 {FactKind::rest, FactKind::meal, FactKind::day_load, FactKind::day_count,
                  FactKind::city_changes, FactKind::turns}) {
                m_is_possible = m_is_possible && !has(kind, i);
            }
            m_is_possible =
                m_is_possible && !(has(FactKind::interpreters) || has_any(FactKind::apart));
            for (Session& session : m_problem.sessions) {
                for (Index& who : session.required) {
                    if (who == static_cast<Index>(i)) {
                        who = static_cast<Index>(m_problem.attendees.size());
                        m_problem.attendees.push_back(m_problem.attendees[i]);
                    }
                }
                std::sort(session.required.begin(), session.required.end());
            }
        }
    }

    void relax_relations()
    {
        for (std::size_t i = 0; i < m_problem.relations.size(); ++i) {
            Relation& relation = m_problem.relations[i];
            const bool is_order = relation.kind == RelationKind::before;
            if (!has(is_order ? FactKind::order : FactKind::apart, i)) {
                relation = {RelationKind::same_day, 0, 1, 0, {}}; // a wish
            }
        }
    }

    /// Rules that tables say for all: where one attendee's is to stay, all have it.
    void relax_rules()
    {
        relax_custom(FactKind::rest, m_problem.book.customs.rest_min);
        relax_custom(FactKind::meal, m_problem.book.customs.meal_min);
        int breaks = 0;
        relax_custom(FactKind::turns, breaks);
        if (!has_any(FactKind::turns) && !has(FactKind::interpreters)) {
            m_problem.book[RuleId::h13].tier = Tier::off;
        }
        m_is_possible = m_is_possible && has_any(FactKind::turns) == has(FactKind::interpreters);
    }

    void relax_custom(FactKind kind, int& minutes)
    {
        if (!has_any(kind)) {
            minutes = 0;
        }
        for (std::size_t i = 0; i < 3 && has_any(kind); ++i) {
            m_is_possible = m_is_possible && has(kind, i);
        }
    }

    Problem m_problem;
    const std::vector<Fact>& m_facts;
    bool m_is_possible = true;
};

std::vector<Index> all_of(const Problem& problem)
{
    std::vector<Index> all;
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        all.push_back(static_cast<Index>(i));
    }
    return all;
}

} // namespace

TEST_SUITE("schedule/infeasibility") {

TEST_CASE("a contradiction is told exactly where sessions cannot be held, and needs each fact")
{
    std::mt19937 random(31);
    int contradictions = 0;
    int told_apart = 0;
    int taken_out = 0;
    for (int round = 0; round < 80; ++round) {
        CAPTURE(round);
        const Problem problem = test::tiny_forum(random, 3);
        const std::vector<Index> sessions = all_of(problem);

        const auto found = find_contradiction(problem, sessions, {});

        REQUIRE(found.has_value() == !test::can_be_held(problem, sessions));
        if (!found) {
            continue;
        }
        ++contradictions;
        CHECK(found->is_minimal);
        CHECK(std::is_sorted(found->facts.begin(), found->facts.end()));
        std::vector<Index> held;
        for (const Fact& fact : found->facts) {
            if (fact.kind == FactKind::held) {
                held.push_back(fact.a);
            }
        }
        if (const auto alone = Relaxing(problem, found->facts).run()) {
            ++told_apart;
            CHECK_FALSE(test::can_be_held(*alone, held));
        }
        for (std::size_t i = 0; i < found->facts.size(); ++i) {
            CAPTURE(static_cast<int>(found->facts[i].kind));
            std::vector<Fact> rest = found->facts;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
            std::vector<Index> left = held;
            if (found->facts[i].kind == FactKind::held) {
                std::erase(left, found->facts[i].a);
            }
            if (const auto relaxed = Relaxing(problem, rest).run()) {
                ++taken_out;
                CHECK(test::can_be_held(*relaxed, left));
            }
        }
    }
    CHECK(contradictions > 20);
    CHECK(told_apart > 10);
    CHECK(taken_out > 50);
}

TEST_CASE("where a contradiction of some rules out all there is no plan of all")
{
    std::mt19937 random(47);
    int ruled_out = 0;
    for (int round = 0; round < 120; ++round) {
        CAPTURE(round);
        const Problem problem = test::tiny_forum(random, 3);
        const std::vector<Index> sessions = all_of(problem);

        const auto why = find_why(problem, sessions, {});

        if (why && rules_out_all(*why, problem, Plan(problem))) {
            ++ruled_out;
            CHECK_FALSE(test::can_be_held(problem, sessions));
        }
    }
    CHECK(ruled_out > 30);
}

TEST_CASE("what another session might mend rules out nothing")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "signing", {0})};
    problem.sessions[0].pinned = Placement{at(0, 12), 0};
    problem.sessions[0].duration = 120;
    problem.finish();
    const Plan plan(problem);
    const auto find = [&] { return find_why(problem, all_of(problem), {}); };

    auto why = find();
    REQUIRE(why);
    CHECK(rules_out_all(*why, problem, plan));

    // With a session before it at the other venue, the meal would be at other hours.
    problem.venues[1].clock_shift = {60};
    why = find();
    REQUIRE(why);
    CHECK_FALSE(rules_out_all(*why, problem, plan));

    // Times that the search may keep are not among those that were looked at.
    problem.venues[1].clock_shift = problem.venues[0].clock_shift;
    problem.sessions.push_back(test::session_of(problem, "talks", {1}));
    problem.finish();
    Plan beside(problem);
    beside.place(1, {at(0, 9, 7), 0});
    why = find();
    REQUIRE(why);
    CHECK(rules_out_all(*why, problem, Plan(problem)));
    CHECK_FALSE(rules_out_all(*why, problem, beside));
    problem.book[RuleId::h01].tier = Tier::soft;
    CHECK_FALSE(rules_out_all(*why, problem, Plan(problem)));
}

TEST_CASE("who comes too late for a pinned session is named with it")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "signing", {0})};
    problem.sessions[0].pinned = Placement{at(0, 10), 0};
    problem.attendees[0].available = {{at(0, 14), at(1, 0)}};
    problem.finish();

    const auto found = find_why(problem, all_of(problem), {});

    REQUIRE(found);
    CHECK(found->facts ==
          std::vector<Fact>{{FactKind::held, 0}, {FactKind::pinned, 0}, {FactKind::available, 0}});
}

TEST_CASE("the way between two pinned sessions is named, and nothing of a third session")
{
    Problem problem = test::small_forum(1);
    for (int i = 0; i < 3; ++i) {
        problem.sessions.push_back(test::session_of(problem, "session-" + std::to_string(i), {0}));
    }
    problem.sessions[0].pinned = Placement{at(0, 10), 0};
    problem.sessions[1].pinned = Placement{at(0, 11, 30), 1};
    problem.finish();

    const auto found = find_why(problem, all_of(problem), {});

    REQUIRE(found);
    CHECK(found->facts == std::vector<Fact>{{FactKind::held, 0},
                                            {FactKind::held, 1},
                                            {FactKind::pinned, 0},
                                            {FactKind::pinned, 1},
                                            {FactKind::one_place, 0},
                                            {FactKind::way, 0, 1}});
}

TEST_CASE("more sessions than fit a day are told with their limit")
{
    Problem problem = test::small_forum(1);
    for (int i = 0; i < 4; ++i) {
        problem.sessions.push_back(test::session_of(problem, "session-" + std::to_string(i), {1}));
    }
    problem.attendees[1].sessions_a_day = 3;
    problem.finish();

    const auto found = find_why(problem, all_of(problem), {});

    REQUIRE(found);
    REQUIRE(found->facts.size() >= 5);
    CHECK(std::find(found->facts.begin(), found->facts.end(), Fact{FactKind::day_count, 1}) !=
          found->facts.end());
    problem.attendees[1].sessions_a_day = 4;
    CHECK_FALSE(find_why(problem, all_of(problem), {}));
}

TEST_CASE("no time ends without an answer, and what is dropped is not to be held")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "signing", {0}),
                        test::session_of(problem, "talks", {0})};
    problem.sessions[0].pinned = Placement{at(0, 3), 0};
    problem.finish();
    schedule::sat::Limits over;
    over.deadline = std::chrono::steady_clock::now();
    CHECK_FALSE(find_why(problem, all_of(problem), over));

    Plan plan(problem);
    Placement dropped;
    dropped.is_dropped = true;
    plan.place(0, dropped);
    CHECK(sessions_to_hold(problem, plan) == std::vector<Index>{1});
}

} // TEST_SUITE
