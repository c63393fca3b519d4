#include "schedule/interpreter_model.hpp"

#include "schedule/scorer.hpp"

#include <algorithm>

namespace dostyk::schedule {

using sat::Literal;

namespace {

bool is_interpreter(const Problem& problem, Index attendee)
{
    return problem.attendee(attendee).kind == AttendeeKind::interpreter;
}

/// Rules of a day of one attendee, each of which more sessions break only more.
bool is_of_day(const Violation& violation)
{
    return violation.rule == RuleId::h13 || violation.rule == RuleId::h16 ||
           (violation.rule == RuleId::h15 && violation.aspect != 2);
}

FactKind fact_of(const Violation& violation)
{
    return violation.rule == RuleId::h13 ? FactKind::turns
           : violation.rule == RuleId::h16
               ? (violation.aspect == 0 ? FactKind::day_count : FactKind::city_changes)
           : violation.aspect == 0 ? FactKind::meal
                                   : FactKind::day_load;
}

/// The tables that rules of a day are counted by, without sessions and people.
Problem make_alone(Problem problem)
{
    problem.sessions.clear();
    problem.attendees.resize(1);
    problem.vehicles.clear();
    problem.relations.clear();
    problem.tracks.clear();
    problem.contents.clear();
    problem.groups.clear();
    problem.pairs.clear();
    for (std::size_t i = 0; i < rule_count; ++i) {
        const auto id = static_cast<RuleId>(i);
        Rule& rule = problem.book[id];
        const bool is_needed = id == RuleId::h13 || id == RuleId::h15 || id == RuleId::h16;
        rule.tier = is_needed && rule.tier == Tier::hard ? Tier::hard : Tier::off;
    }
    return problem;
}

} // namespace

InterpreterModel::InterpreterModel(const Problem& problem, const Plan& plan, Naming naming)
: m_problem(problem),
  m_plan(plan),
  m_naming(naming),
  m_alone(make_alone(problem)),
  m_stops(problem.attendees.size()),
  m_needs(find_cover(problem, plan).needs)
{
    for (SpeechNeed& need : m_needs) {
        need.there.clear();
        need.absentees.clear();
    }
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        const auto interpreter = static_cast<Index>(i);
        if (is_interpreter(problem, interpreter)) {
            add_stops(interpreter);
            add_presence(interpreter);
            add_ways(interpreter);
        }
    }
    add_needs();
}

Literal InterpreterModel::unless(Fact fact)
{
    if (m_naming == Naming::nothing) {
        return m_solver.falsity();
    }
    const auto [found, is_first] = m_facts.try_emplace(fact);
    if (is_first) {
        found->second = m_solver.make_literal();
    }
    return -found->second;
}

void InterpreterModel::add_stops(Index interpreter)
{
    std::vector<Stop>& stops = m_stops[static_cast<std::size_t>(interpreter)];
    for (std::size_t i = 0; i < m_problem.sessions.size(); ++i) {
        const auto session = static_cast<Index>(i);
        const Session& facts = m_problem.session(session);
        const bool was_named =
            std::binary_search(facts.required.begin(), facts.required.end(), interpreter);
        const bool may_be =
            was_named || std::any_of(facts.pairs.begin(), facts.pairs.end(), [&](Index pair) {
                return speaks(m_problem.attendee(interpreter), pair);
            });
        if (!may_be || !m_plan[session].is_placed()) {
            continue;
        }
        const bool is_fixed = facts.pairs.empty();
        Literal named = is_fixed ? m_solver.truth() : m_solver.make_literal();
        if (is_fixed && m_naming == Naming::facts) {
            named = -unless({FactKind::named, interpreter, session});
        }
        stops.push_back({session, named, is_fixed, was_named});
    }
    std::stable_sort(stops.begin(), stops.end(), [&](const Stop& a, const Stop& b) {
        return m_plan[a.session].start < m_plan[b.session].start;
    });
}

void InterpreterModel::add_needs()
{
    for (const SpeechNeed& need : m_needs) {
        Literals speakers;
        for (std::size_t i = 0; i < m_stops.size(); ++i) {
            for (const Stop& stop : m_stops[i]) {
                if (stop.session == need.session && speaks(m_problem.attendees[i], need.pair)) {
                    speakers.push_back(stop.named);
                }
            }
        }
        auto& count = m_counts.emplace_back();
        if (!speakers.empty()) {
            count.emplace(m_solver, speakers, sat::Counting::both_ways);
        }
        if (m_naming == Naming::facts) {
            m_solver.add_clause({unless({FactKind::interpreted, need.session, need.pair}),
                                 unless({FactKind::speakers, need.pair}),
                                 has_speakers(m_counts.size() - 1, need.booth)});
        }
    }
}

Literal InterpreterModel::has_speakers(std::size_t need, int count)
{
    return m_counts[need] ? m_counts[need]->at_least(count) : m_solver.falsity();
}

void InterpreterModel::add_presence(Index interpreter)
{
    for (const Stop& stop : m_stops[static_cast<std::size_t>(interpreter)]) {
        const bool is_away =
            outside(m_plan.interval(stop.session), m_problem.attendee(interpreter).available) > 0;
        if (is_away && is_hard(RuleId::h07) && !stop.is_fixed) {
            m_solver.add_clause({unless({FactKind::available, interpreter}), -stop.named});
        }
    }
}

Fact InterpreterModel::way_of(Index from, Index to) const
{
    return {FactKind::way, std::min(m_plan.city(from), m_plan.city(to)),
            std::max(m_plan.city(from), m_plan.city(to))};
}

InterpreterModel::Literals InterpreterModel::between(Index interpreter, std::size_t first,
                                                     std::size_t second) const
{
    Literals all;
    const std::vector<Stop>& stops = m_stops[static_cast<std::size_t>(interpreter)];
    for (std::size_t i = first + 1; i < second; ++i) {
        all.push_back(stops[i].named);
    }
    return all;
}

/// Rules about two sessions that follow each other say nothing where a third one lies between.
void InterpreterModel::add_parting(Index interpreter, std::size_t first, std::size_t second)
{
    const std::vector<Stop>& stops = m_stops[static_cast<std::size_t>(interpreter)];
    const Index from = stops[first].session;
    const Index to = stops[second].session;
    const Literals both{-stops[first].named, -stops[second].named};
    const auto forbid = [&](const std::vector<Fact>& facts, Literals clause) {
        clause.insert(clause.end(), both.begin(), both.end());
        for (const Fact& fact : facts) {
            clause.push_back(unless(fact));
        }
        m_solver.add_clause(clause);
    };
    const Fact one_place{FactKind::one_place, interpreter};
    const auto why = absence_after(m_problem, m_plan, from, to);
    if (why == Absence::elsewhere) {
        forbid({one_place}, {});
        return;
    }
    if (why) {
        forbid({one_place, way_of(from, to)}, between(interpreter, first, second));
    }
    const Minute gap = m_plan[to].start - m_plan.interval(from).end;
    const Minute way = m_plan.travel(from, to);
    const Customs& customs = m_problem.book.customs;
    const bool is_next_day = m_plan.held(from).day != m_plan.held(to).day;
    if (is_next_day && is_hard(RuleId::h15) && gap - way < customs.rest_min) {
        const Fact rest{FactKind::rest, interpreter};
        forbid(gap < customs.rest_min ? std::vector<Fact>{rest}
                                      : std::vector<Fact>{rest, way_of(from, to)},
               between(interpreter, first, second));
    }
}

void InterpreterModel::add_ways(Index interpreter)
{
    const std::vector<Stop>& stops = m_stops[static_cast<std::size_t>(interpreter)];
    for (std::size_t first = 0; first < stops.size(); ++first) {
        for (std::size_t second = first + 1; second < stops.size(); ++second) {
            // What stays as it is may break what it will.
            if (!stops[first].is_fixed || !stops[second].is_fixed) {
                add_parting(interpreter, first, second);
            }
        }
    }
}

std::vector<Literal> InterpreterModel::changes() const
{
    Literals all;
    for (const std::vector<Stop>& stops : m_stops) {
        for (const Stop& stop : stops) {
            if (!stop.is_fixed) {
                all.push_back(stop.was_named ? -stop.named : stop.named);
            }
        }
    }
    return all;
}

std::vector<Literal> InterpreterModel::loads()
{
    Literals all;
    for (const std::vector<Stop>& stops : m_stops) {
        Literals named;
        for (const Stop& stop : stops) {
            named.push_back(stop.named);
        }
        if (named.empty()) {
            continue;
        }
        sat::Totalizer count(m_solver, named, sat::Counting::upward);
        // The second session of somebody costs more than another one's first.
        for (int i = 2; i <= count.size(); ++i) {
            all.insert(all.end(), static_cast<std::size_t>(i - 1), count.at_least(i));
        }
    }
    return all;
}

InterpreterLists InterpreterModel::read() const
{
    InterpreterLists named = interpreters_of(m_problem);
    for (std::size_t i = 0; i < named.size(); ++i) {
        if (m_plan[static_cast<Index>(i)].is_placed()) {
            named[i].clear();
        }
    }
    for (std::size_t i = 0; i < m_stops.size(); ++i) {
        for (const Stop& stop : m_stops[i]) {
            if (m_solver.is_true(stop.named)) {
                named[static_cast<std::size_t>(stop.session)].push_back(static_cast<Index>(i));
            }
        }
    }
    return named;
}

std::vector<Fact> InterpreterModel::broken_by(Index interpreter, std::span<const Index> sessions)
{
    m_alone.attendees.front() = m_problem.attendee(interpreter);
    m_alone.attendees.front().pairs.clear();
    m_alone.attendees.front().party = none;
    m_alone.sessions.clear();
    for (const Index each : sessions) {
        const Session& facts = m_problem.session(each);
        Session alone;
        alone.id = facts.id;
        alone.duration = facts.duration;
        alone.is_meal = facts.is_meal;
        alone.required = {0};
        m_alone.sessions.push_back(std::move(alone));
    }
    m_alone.finish();
    Plan plan(m_alone);
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        plan.place(static_cast<Index>(i), m_plan[sessions[i]]);
    }
    std::vector<Fact> facts;
    for (const Violation& violation : explain(m_alone, plan)) {
        if (is_of_day(violation)) {
            facts.push_back({fact_of(violation), interpreter});
        }
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

bool InterpreterModel::forbid_day(Index interpreter, const std::vector<Index>& today,
                                  const IsAssumed& is_assumed)
{
    const std::vector<Stop>& stops = m_stops[static_cast<std::size_t>(interpreter)];
    const auto stop_of = [&](Index session) -> const Stop& {
        return *std::find_if(stops.begin(), stops.end(),
                             [&](const Stop& each) { return each.session == session; });
    };
    const auto is_fixed = [&](Index session) { return stop_of(session).is_fixed; };
    bool is_forbidden = false;
    for (const Fact& fact : broken_by(interpreter, today)) {
        if (m_naming == Naming::facts && !is_assumed(fact)) {
            continue;
        }
        const std::vector<Index> fewest = fewest_breaking(interpreter, today, fact);
        Literals clause{unless(fact)};
        for (const Index session : fewest) {
            clause.push_back(-stop_of(session).named);
        }
        if (!std::all_of(fewest.begin(), fewest.end(), is_fixed)) {
            m_solver.add_clause(clause);
            is_forbidden = true;
            continue;
        }
        // What stays may break it; nobody gets more to do on such a day.
        for (const Index session : today) {
            if (!is_fixed(session)) {
                Literals one = clause;
                one.push_back(-stop_of(session).named);
                m_solver.add_clause(one);
                is_forbidden = true;
            }
        }
    }
    return is_forbidden;
}

std::vector<Index> InterpreterModel::fewest_breaking(Index interpreter, std::vector<Index> sessions,
                                                     const Fact& fact)
{
    for (std::size_t i = 0; i < sessions.size();) {
        std::vector<Index> rest = sessions;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        const auto broken = broken_by(interpreter, rest);
        if (std::binary_search(broken.begin(), broken.end(), fact)) {
            sessions = std::move(rest);
        } else {
            ++i;
        }
    }
    return sessions;
}

bool InterpreterModel::forbid(const InterpreterLists& named, const IsAssumed& is_assumed)
{
    bool is_forbidden = false;
    for (std::size_t i = 0; i < m_stops.size(); ++i) {
        const auto interpreter = static_cast<Index>(i);
        std::map<Index, std::vector<Index>> by_day;
        for (const Stop& stop : m_stops[i]) {
            const auto& list = named[static_cast<std::size_t>(stop.session)];
            if (std::binary_search(list.begin(), list.end(), interpreter)) {
                by_day[m_plan.held(stop.session).day].push_back(stop.session);
            }
        }
        for (const auto& [day, today] : by_day) {
            is_forbidden = forbid_day(interpreter, today, is_assumed) || is_forbidden;
        }
    }
    return is_forbidden;
}

} // namespace dostyk::schedule
