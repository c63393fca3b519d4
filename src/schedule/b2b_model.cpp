#include "schedule/b2b_model.hpp"

#include "schedule/sat/totalizer.hpp"

#include <algorithm>

namespace dostyk::schedule {

using sat::Counting;
using sat::Literal;
using sat::Totalizer;

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

B2bModel::B2bModel(sat::Solver& solver, const B2bInstance& instance, std::optional<int> fairness)
: m_solver(solver), m_instance(instance), m_breaks(at(instance.participants))
{
    add_meetings();
    add_usage();
    add_precedences();
    add_tables();
    for (int person = 0; person < instance.participants; ++person) {
        add_breaks(person);
    }
    if (fairness) {
        add_fairness(*fairness);
    }
}

std::vector<int> B2bModel::plan() const
{
    std::vector<int> slots;
    for (const auto& held : m_held) {
        const auto found = std::find_if(held.begin(), held.end(),
                                        [&](Literal literal) { return m_solver.is_true(literal); });
        slots.push_back(static_cast<int>(found - held.begin()));
    }
    return slots;
}

bool B2bModel::is_open(int meeting, int slot) const
{
    const B2bMeeting& asked = m_instance.meetings[at(meeting)];
    const bool is_morning = slot < m_instance.morning_slots;
    const auto is_forbidden = [&](int person) {
        const std::vector<int>& slots = m_instance.forbidden[at(person)];
        return std::find(slots.begin(), slots.end(), slot) != slots.end();
    };
    const int fixed = m_instance.fixed[at(meeting)];
    return (fixed < 0 || fixed == slot) && !is_forbidden(asked.first) &&
           !is_forbidden(asked.second) && (asked.part != PartOfDay::morning || is_morning) &&
           (asked.part != PartOfDay::afternoon || !is_morning);
}

Literal B2bModel::held(int meeting, int slot) const
{
    return m_held[at(meeting)][at(slot)];
}

Literal B2bModel::used(int person, int slot) const
{
    return slot < 0 || slot >= m_instance.slots ? m_solver.falsity() : m_used[at(person)][at(slot)];
}

/// Each meeting is held in one of its open slots.
void B2bModel::add_meetings()
{
    for (int meeting = 0; meeting < static_cast<int>(m_instance.meetings.size()); ++meeting) {
        std::vector<Literal> held;
        std::vector<Literal> open;
        for (int slot = 0; slot < m_instance.slots; ++slot) {
            held.push_back(is_open(meeting, slot) ? m_solver.make_literal() : m_solver.falsity());
            if (is_open(meeting, slot)) {
                open.push_back(held.back());
            }
        }
        m_solver.add_clause(open);
        for (std::size_t i = 0; i < open.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                m_solver.add_clause({-open[i], -open[j]});
            }
        }
        m_held.push_back(std::move(held));
    }
}

/// Whether somebody meets in a slot; then it is one meeting of theirs.
Literal B2bModel::make_usage(int person, int slot)
{
    std::vector<Literal> any;
    for (const int meeting : m_instance.meetings_of[at(person)]) {
        if (held(meeting, slot) != m_solver.falsity()) {
            any.push_back(held(meeting, slot));
        }
    }
    if (any.empty()) {
        return m_solver.falsity();
    }
    const Literal uses = m_solver.make_literal();
    for (std::size_t i = 0; i < any.size(); ++i) {
        m_solver.add_clause({-any[i], uses});
        for (std::size_t j = 0; j < i; ++j) {
            m_solver.add_clause({-any[i], -any[j]});
        }
    }
    any.push_back(-uses);
    m_solver.add_clause(any);
    return uses;
}

/// A participant is in one meeting at a time, and uses as many slots as they have meetings.
void B2bModel::add_usage()
{
    for (int person = 0; person < m_instance.participants; ++person) {
        const std::vector<int>& own = m_instance.meetings_of[at(person)];
        std::vector<Literal> used;
        for (int slot = 0; slot < m_instance.slots; ++slot) {
            used.push_back(make_usage(person, slot));
        }
        m_used.push_back(std::move(used));
        std::vector<Literal> inputs;
        for (const Literal literal : m_used.back()) {
            if (literal != m_solver.falsity()) {
                inputs.push_back(literal);
            }
        }
        Totalizer count(m_solver, inputs, Counting::both_ways);
        const int meetings = static_cast<int>(own.size());
        m_solver.add_clause({count.at_least(meetings)});
        m_solver.add_clause({-count.at_least(meetings + 1)});
    }
}

void B2bModel::add_precedences()
{
    for (std::size_t later = 0; later < m_instance.earlier.size(); ++later) {
        for (const int earlier : m_instance.earlier[later]) {
            // "By this slot" of the earlier one, "before this slot" of the later one.
            Literal by = m_solver.falsity();
            for (int slot = 0; slot < m_instance.slots; ++slot) {
                m_solver.add_clause({-held(static_cast<int>(later), slot), by});
                const Literal now = m_solver.make_literal();
                m_solver.add_clause({-now, by, held(earlier, slot)});
                m_solver.add_clause({now, -by});
                m_solver.add_clause({now, -held(earlier, slot)});
                by = now;
            }
        }
    }
}

/// The limit of tables, counted over participants: each meeting uses two of them.
void B2bModel::add_tables()
{
    const int meetings = static_cast<int>(m_instance.meetings.size());
    for (int slot = 0; slot < m_instance.slots; ++slot) {
        std::vector<Literal> inputs;
        for (int person = 0; person < m_instance.participants; ++person) {
            if (used(person, slot) != m_solver.falsity()) {
                inputs.push_back(used(person, slot));
            }
        }
        Totalizer count(m_solver, inputs, Counting::both_ways);
        const int most = std::min(count.size() / 2, m_instance.tables);
        m_solver.add_clause({-count.at_least(2 * most + 1)});
        for (int pairs = 1; pairs <= most; ++pairs) {
            m_solver.add_clause({-count.at_least(2 * pairs - 1), count.at_least(2 * pairs)});
        }
        const int least = meetings - m_instance.tables * (m_instance.slots - 1);
        if (least > 0) {
            m_solver.add_clause({count.at_least(2 * least)});
        }
    }
}

/// A run of meetings that is not the first one comes after a break.
void B2bModel::add_breaks(int person)
{
    const int meetings = static_cast<int>(m_instance.meetings_of[at(person)].size());
    const int most = std::min(meetings - 1, m_instance.slots - meetings);
    if (most < 1) {
        return;
    }
    std::vector<Literal>& breaks = m_breaks[at(person)];
    for (int i = 0; i < most; ++i) {
        breaks.push_back(m_solver.make_literal());
        m_costs.push_back({breaks.back(), 1});
        if (i > 0) {
            m_solver.add_clause({-breaks[at(i)], breaks[at(i - 1)]});
        }
    }
    // runs[i]: at least i + 1 runs have begun by this slot.
    std::vector<Literal> runs(at(most + 1), m_solver.falsity());
    for (int slot = 0; slot < m_instance.slots; ++slot) {
        std::vector<Literal> now;
        const Literal begins[] = {used(person, slot), -used(person, slot - 1)};
        for (int i = 0; i <= most; ++i) {
            const Literal had = i == 0 ? m_solver.truth() : runs[at(i - 1)];
            const Literal has = m_solver.make_literal();
            m_solver.add_clause({-runs[at(i)], has});
            m_solver.add_clause({-begins[0], -begins[1], -had, has});
            m_solver.add_clause({-has, runs[at(i)], begins[0]});
            m_solver.add_clause({-has, runs[at(i)], begins[1]});
            m_solver.add_clause({-has, runs[at(i)], had});
            now.push_back(has);
        }
        runs = std::move(now);
    }
    for (int i = 0; i < most; ++i) {
        m_solver.add_clause({-runs[at(i + 1)], breaks[at(i)]});
        m_solver.add_clause({runs[at(i + 1)], -breaks[at(i)]});
    }
}

/// Whoever has `most` breaks more than i: then everybody has more than i.
void B2bModel::add_fairness(int most)
{
    const auto at_least = [&](int person, int count) {
        const std::vector<Literal>& breaks = m_breaks[at(person)];
        return count <= 0                                ? m_solver.truth()
               : count > static_cast<int>(breaks.size()) ? m_solver.falsity()
                                                         : breaks[at(count - 1)];
    };
    for (int least = 1; least + most <= m_instance.slots; ++least) {
        const Literal all = m_solver.make_literal();
        for (int person = 0; person < m_instance.participants; ++person) {
            m_solver.add_clause({-at_least(person, least + most), all});
            m_solver.add_clause({-all, at_least(person, least)});
        }
    }
}

} // namespace dostyk::schedule
