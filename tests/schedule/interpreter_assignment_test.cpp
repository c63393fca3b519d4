#include "schedule/interpreter_assignment.hpp"

#include "schedule/interpreter_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stop_token>
#include <tuple>
#include <utility>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

Plan held(const Problem& problem, const std::vector<Placement>& placements)
{
    Plan plan(problem);
    for (std::size_t i = 0; i < placements.size(); ++i) {
        plan.place(static_cast<Index>(i), placements[i]);
    }
    return plan;
}

/// What is broken of the rules about one attendee, by the checker, which shares nothing with the
/// model.
bool is_kept(const Problem& problem, const std::vector<Placement>& placements)
{
    const auto breaches = check_plan(problem, placements);
    return std::none_of(breaches.begin(), breaches.end(),
                        [](const Breach& each) { return each.attendee != none; });
}

/// Tries everybody at everything.
class BruteForce {
public:
    BruteForce(const Problem& problem, const Plan& plan)
    : m_problem(problem), m_placements(plan.placements()), m_named(interpreters_of(problem))
    {
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            const Session& session = problem.sessions[i];
            if (!session.pairs.empty() && plan[static_cast<Index>(i)].is_placed()) {
                m_open.push_back(i);
            }
        }
        m_before = m_named;
        run(0);
    }

    int uncovered = 1'000'000; ///< The fewest needs
    int empty = 1'000'000;     ///< The fewest places of booths, with so many
    int changes = 1'000'000;   ///< The fewest, with both

private:
    void run(std::size_t from)
    {
        if (from == m_open.size()) {
            look();
            return;
        }
        for (unsigned chosen = 0; chosen < 8; ++chosen) {
            std::vector<Index>& list = m_named[m_open[from]];
            list.clear();
            bool may_be = true;
            for (Index who = 0; who < 3; ++who) {
                if ((chosen >> static_cast<unsigned>(who) & 1U) != 0) {
                    list.push_back(who);
                    may_be = may_be && is_of_use(m_open[from], who);
                }
            }
            if (may_be) {
                run(from + 1);
            }
        }
    }

    /// Others would only be more changes, and more to do.
    [[nodiscard]] bool is_of_use(std::size_t session, Index who) const
    {
        const auto& pairs = m_problem.sessions[session].pairs;
        const auto& before = m_before[session];
        return std::binary_search(before.begin(), before.end(), who) ||
               std::any_of(pairs.begin(), pairs.end(),
                           [&](Index pair) { return speaks(m_problem.attendee(who), pair); });
    }

    void look()
    {
        const Problem after = with_interpreters(m_problem, m_named);
        int open = 0;
        int places = 0;
        for (const SpeechNeed& need : find_cover(after, held(after, m_placements)).needs) {
            open += need.is_covered() ? 0 : 1;
            places += std::max(0, need.booth - static_cast<int>(need.there.size()));
        }
        int changed = 0;
        for (std::size_t i = 0; i < m_named.size(); ++i) {
            for (Index who = 0; who < 3; ++who) {
                changed += std::binary_search(m_named[i].begin(), m_named[i].end(), who) !=
                                   std::binary_search(m_before[i].begin(), m_before[i].end(), who)
                               ? 1
                               : 0;
            }
        }
        if (std::tuple(open, places, changed) < std::tuple(uncovered, empty, changes) &&
            is_kept(after, m_placements)) {
            uncovered = open;
            empty = places;
            changes = changed;
        }
    }

    const Problem& m_problem;
    std::vector<Placement> m_placements;
    InterpreterLists m_named;
    InterpreterLists m_before;
    std::vector<std::size_t> m_open;
};

int changes_of(const InterpreterAssignment& assignment)
{
    int count = 0;
    for (const InterpreterChange& change : assignment.changes) {
        count += static_cast<int>(change.added.size() + change.removed.size());
    }
    return count;
}

int places_in(const std::vector<SpeechNeed>& needs)
{
    int count = 0;
    for (const SpeechNeed& need : needs) {
        count += need.booth - static_cast<int>(need.there.size());
    }
    return count;
}

/// The problem with no more needs than a shortage names.
Problem only_needs(Problem problem, const Contradiction& shortage)
{
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        Session& session = problem.sessions[i];
        const bool keeps_them = session.pairs.empty();
        std::erase_if(session.pairs, [&](Index pair) {
            const Fact fact{FactKind::interpreted, static_cast<Index>(i), pair};
            return std::find(shortage.facts.begin(), shortage.facts.end(), fact) ==
                   shortage.facts.end();
        });
        if (session.pairs.empty() && !keeps_them) {
            session.required.clear();
        }
    }
    problem.finish();
    return problem;
}

/// Whether facts leave a way of naming people.
bool go_together(InterpreterModel& model, const std::vector<Fact>& facts)
{
    const auto is_assumed = [&](const Fact& fact) {
        return std::find(facts.begin(), facts.end(), fact) != facts.end();
    };
    for (;;) {
        std::vector<sat::Literal> assumed;
        for (const auto& [fact, literal] : model.facts()) {
            if (is_assumed(fact)) {
                assumed.push_back(literal);
            }
        }
        if (model.solver().solve(assumed, {}) == sat::Answer::unsatisfiable) {
            return false;
        }
        if (!model.forbid(model.read(), is_assumed)) {
            return true;
        }
    }
}

/// What stays as it is, sessions without languages, breaks nothing by itself.
bool is_sound(const Problem& problem, const Plan& plan)
{
    InterpreterLists fixed = interpreters_of(problem);
    for (std::size_t i = 0; i < fixed.size(); ++i) {
        if (!problem.sessions[i].pairs.empty()) {
            fixed[i].clear();
        }
    }
    return is_kept(with_interpreters(problem, fixed), plan.placements());
}

/// Three sessions that need "kk-ky" at one time, and three who speak it.
Problem three_talks()
{
    Problem problem = test::small_forum();
    problem.pairs = {"kk-ky"};
    problem.attendees = {test::interpreter("aida", {0}), test::interpreter("dana", {0}),
                         test::interpreter("erlan", {0})};
    for (const char* id : {"first", "second", "third"}) {
        problem.sessions.push_back(test::session_of(problem, id));
        problem.sessions.back().pairs = {0};
    }
    problem.finish();
    return problem;
}

const std::vector<Placement> at_one_time{{at(0, 10), 0}, {at(0, 10), 1}, {at(0, 10, 30), 0}};

} // namespace

TEST_SUITE("schedule/interpreter_assignment") {

TEST_CASE("as many are covered, with as few changes, as when everything is tried")
{
    std::mt19937 random(20261201);
    int short_ones = 0;
    int whole_ones = 0;
    for (int i = 0; i < 160; ++i) {
        CAPTURE(i);
        const Problem problem = test::interpreted_forum(random, 2 + i % 3);
        const Plan plan = test::interpreted_plan(problem, random);
        if (!is_sound(problem, plan)) {
            continue;
        }
        const BruteForce best(problem, plan);

        const auto made = assign_interpreters(problem, plan, {}, {});

        REQUIRE(made);
        CHECK(made->is_least);
        CHECK(made->is_proved);
        REQUIRE(static_cast<int>(made->uncovered.size()) == best.uncovered);
        REQUIRE(places_in(made->uncovered) == best.empty);
        REQUIRE(changes_of(*made) == best.changes);
        CHECK(breaches_of(problem, plan, *made).empty());
        (best.uncovered > 0 ? short_ones : whole_ones) += 1;
    }
    CHECK(short_ones > 20);
    CHECK(whole_ones > 20);
}

TEST_CASE("a shortage holds, and does no longer without any one of its facts")
{
    std::mt19937 random(20261202);
    int shortages = 0;
    for (int i = 0; i < 120; ++i) {
        CAPTURE(i);
        const Problem problem = test::interpreted_forum(random, 2 + i % 3);
        const Plan plan = test::interpreted_plan(problem, random);
        if (!is_sound(problem, plan)) {
            continue;
        }
        const auto made = assign_interpreters(problem, plan, {}, {});
        REQUIRE(made);
        for (const Contradiction& shortage : made->shortages) {
            ++shortages;
            CHECK(shortage.is_minimal);
            const Problem named = only_needs(problem, shortage);
            REQUIRE(BruteForce(named, held(named, plan.placements())).uncovered > 0);
            InterpreterModel model(problem, plan, InterpreterModel::Naming::facts);
            REQUIRE_FALSE(go_together(model, shortage.facts));
            for (const Fact& fact : shortage.facts) {
                std::vector<Fact> rest = shortage.facts;
                std::erase(rest, fact);
                REQUIRE(go_together(model, rest));
            }
        }
    }
    CHECK(shortages > 20);
}

TEST_CASE("what is covered already stays as it is")
{
    Problem problem = three_talks();
    problem.sessions[0].required = {1};
    problem.sessions[1].required = {2};
    problem.finish();

    const auto made = assign_interpreters(problem, held(problem, at_one_time), {}, {});

    REQUIRE(made);
    CHECK(made->changes == std::vector<InterpreterChange>{{2, {0}, {}}});
    CHECK(made->uncovered.empty());
    CHECK(made->shortages.empty());
}

TEST_CASE("without one of three, three sessions at a time are too many, and that is said")
{
    Problem problem = three_talks();
    problem.sessions[0].required = {1};
    problem.finish();
    const std::vector<Index> absent{1};

    const auto made = assign_interpreters(problem, held(problem, at_one_time), absent, {});

    REQUIRE(made);
    CHECK(made->uncovered.size() == 1);
    CHECK(made->is_proved);
    for (const InterpreterChange& change : made->changes) {
        CHECK(change.removed ==
              (change.session == 0 ? std::vector<Index>{1} : std::vector<Index>{}));
    }
    REQUIRE(made->shortages.size() == 1);
    CHECK(made->shortages[0].facts == std::vector<Fact>{{FactKind::one_place, 0},
                                                        {FactKind::one_place, 2},
                                                        {FactKind::interpreted, 0, 0},
                                                        {FactKind::interpreted, 1, 0},
                                                        {FactKind::interpreted, 2, 0},
                                                        {FactKind::speakers, 0}});
}

TEST_CASE("nobody speaks for longer than a turn, and who has to may be relieved")
{
    Problem problem = three_talks();
    problem.attendees.resize(2);
    for (Session& session : problem.sessions) {
        session.duration = 90;
    }
    problem.finish();
    const Plan plan = held(problem, {{at(0, 9), 0}, {at(0, 10, 30), 0}, {at(0, 14), 0}});

    const auto made = assign_interpreters(problem, plan, {}, {});

    REQUIRE(made);
    CHECK(made->uncovered.empty());
    CHECK(made->named[0] != made->named[1]);
    problem.attendees.resize(1);
    problem.finish();
    const auto alone = assign_interpreters(problem, held(problem, plan.placements()), {}, {});
    REQUIRE(alone);
    REQUIRE(alone->shortages.size() == 1);
    CHECK(alone->shortages[0].facts == std::vector<Fact>{{FactKind::turns, 0},
                                                         {FactKind::interpreted, 0, 0},
                                                         {FactKind::interpreted, 1, 0},
                                                         {FactKind::speakers, 0}});
}

TEST_CASE("what nobody is named for yet is shared out evenly")
{
    const Problem problem = three_talks();
    const Plan plan = held(problem, {{at(0, 9), 0}, {at(0, 12), 0}, {at(0, 15), 0}});

    const auto made = assign_interpreters(problem, plan, {}, {});

    REQUIRE(made);
    const Problem after = with_interpreters(problem, made->named);
    for (const InterpreterLoad& load : find_cover(after, held(after, plan.placements())).loads) {
        CHECK(load.sessions == 1);
    }
}

TEST_CASE("sessions that say no languages, or wait to be scheduled, keep whom they have")
{
    Problem problem = three_talks();
    problem.sessions[1].pairs.clear();
    problem.sessions[1].required = {0, 1};
    problem.sessions[2].required = {0};
    problem.finish();

    const auto made =
        assign_interpreters(problem, held(problem, {{at(0, 10), 0}, {at(0, 10), 1}}), {}, {});

    REQUIRE(made);
    CHECK(made->changes == std::vector<InterpreterChange>{{0, {2}, {}}});
}

TEST_CASE("a search that is stopped at once offers nothing")
{
    const Problem problem = three_talks();
    std::stop_source source;
    source.request_stop();

    CHECK_FALSE(assign_interpreters(problem, held(problem, at_one_time), {},
                                    {source.get_token(), std::nullopt}));
}

TEST_CASE("an assignment that breaks a rule is refused")
{
    const Problem problem = three_talks();
    const Plan plan = held(problem, at_one_time);
    InterpreterAssignment forged;
    forged.named = {{0}, {0}, {1}};

    const auto breaches = breaches_of(problem, plan, forged);

    CHECK(std::any_of(breaches.begin(), breaches.end(), [](const Breach& breach) {
        return breach.rule == RuleId::h02 && breach.attendee == 0;
    }));
}

} // TEST_SUITE
