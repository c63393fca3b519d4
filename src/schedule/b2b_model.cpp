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
        slots.push_back(found != held.end() ? static_cast<int>(found - held.begin()) : -1);
    }
    return slots;
}

Literal B2bModel::held(int meeting, int slot) const
{
    return m_held[at(meeting)][at(slot)];
}

Literal B2bModel::used(int person, int slot) const
{
    return slot < 0 || slot >= m_instance.slots ? m_solver.falsity() : m_used[at(person)][at(slot)];
}

/// Each meeting is held in one of its open slots, or left out where it may be.
void B2bModel::add_meetings()
{
    for (int meeting = 0; meeting < static_cast<int>(m_instance.meetings.size()); ++meeting) {
        std::vector<Literal> held;
        std::vector<Literal> open;
        for (int slot = 0; slot < m_instance.slots; ++slot) {
            const bool is_open = m_instance.is_open(meeting, slot);
            held.push_back(is_open ? m_solver.make_literal() : m_solver.falsity());
            if (is_open) {
                open.push_back(held.back());
            }
        }
        const sat::Cost cost = m_instance.meetings[at(meeting)].left_out_cost;
        m_left_out.push_back(cost > 0 ? m_solver.make_literal() : m_solver.falsity());
        if (cost > 0) {
            open.push_back(m_left_out.back());
            m_costs.push_back({m_left_out.back(), cost});
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

/// A participant is in one meeting at a time, and uses as many slots as they have meetings; those
/// that are left out are counted with the slots, so that the sum stays what it is.
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
        for (const int meeting : own) {
            if (m_left_out[at(meeting)] != m_solver.falsity()) {
                inputs.push_back(m_left_out[at(meeting)]);
            }
        }
        Totalizer count(m_solver, inputs, Counting::both_ways);
        const int meetings = static_cast<int>(own.size());
        m_solver.add_clause({count.at_least(meetings)});
        m_solver.add_clause({-count.at_least(meetings + 1)});
        limit_meetings(person);
    }
}

/// Who has more meetings than they may leaves out the rest.
void B2bModel::limit_meetings(int person)
{
    const std::vector<int>& own = m_instance.meetings_of[at(person)];
    const int surplus =
        m_instance.most.empty() ? 0 : static_cast<int>(own.size()) - m_instance.most[at(person)];
    if (surplus <= 0) {
        return;
    }
    std::vector<Literal> inputs;
    for (const int meeting : own) {
        inputs.push_back(m_left_out[at(meeting)]);
    }
    m_solver.add_clause({Totalizer(m_solver, inputs, Counting::both_ways).at_least(surplus)});
}

void B2bModel::add_precedences()
{
    for (std::size_t later = 0; later < m_instance.earlier.size(); ++later) {
        for (const int earlier : m_instance.earlier[later]) {
            // "By this slot" of the earlier one, "before this slot" of the later one.
            Literal by = m_left_out[at(earlier)];
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

/// The limit of tables, counted over participants where each meeting uses two of them.
void B2bModel::add_tables()
{
    const auto& all = m_instance.meetings;
    const bool is_of_pairs = std::all_of(
        all.begin(), all.end(), [](const B2bMeeting& each) { return each.others.empty(); });
    const auto kept = std::count_if(all.begin(), all.end(),
                                    [](const B2bMeeting& each) { return each.left_out_cost == 0; });
    for (int slot = 0; slot < m_instance.slots; ++slot) {
        if (!is_of_pairs) {
            add_table_limit(slot);
            continue;
        }
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
        const int least = static_cast<int>(kept) - m_instance.tables * (m_instance.slots - 1);
        if (least > 0) {
            m_solver.add_clause({count.at_least(2 * least)});
        }
    }
}

/// The same over meetings: with three at a table participants say nothing of tables.
void B2bModel::add_table_limit(int slot)
{
    std::vector<Literal> inputs;
    for (const auto& held : m_held) {
        if (held[at(slot)] != m_solver.falsity()) {
            inputs.push_back(held[at(slot)]);
        }
    }
    Totalizer count(m_solver, inputs, Counting::upward);
    m_solver.add_clause({-count.at_least(m_instance.tables + 1)});
}

/// A run of meetings that is not the first one comes after a break.
void B2bModel::add_breaks(int person)
{
    // Where some are left out the others have more room between them.
    const std::vector<int>& own = m_instance.meetings_of[at(person)];
    const auto kept = std::count_if(own.begin(), own.end(), [&](int meeting) {
        return m_instance.meetings[at(meeting)].left_out_cost == 0;
    });
    int most = 0;
    for (int held = static_cast<int>(kept); held <= static_cast<int>(own.size()); ++held) {
        most = std::max(most, std::min(held - 1, m_instance.slots - held));
    }
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
