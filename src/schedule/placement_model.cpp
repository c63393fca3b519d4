#include "schedule/placement_model.hpp"

#include "schedule/always.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

using sat::Literal;

namespace {

bool lies_in(Interval part, const Intervals& intervals)
{
    return std::any_of(intervals.begin(), intervals.end(), [&](Interval each) {
        return part.begin >= each.begin && part.end <= each.end;
    });
}

} // namespace

PlacementModel::PlacementModel(const Problem& problem, Plan base, Naming naming)
: m_problem(problem),
  m_base(std::move(base)),
  m_naming(naming),
  m_ways(problem.travel),
  m_at(problem.sessions.size(), none),
  m_kept_of(problem.sessions.size())
{
    // One place at a time and the way there are the same clauses, which forbid more than either.
    m_is_exact = is_hard(RuleId::h02) && is_hard(RuleId::h03);
}

Literal PlacementModel::unless(Fact fact)
{
    if (!names_facts()) {
        return m_solver.falsity();
    }
    const auto [found, is_new] = m_facts.try_emplace(fact);
    if (is_new) {
        found->second = m_solver.make_literal();
    }
    return -found->second;
}

Literal PlacementModel::kept(Index session)
{
    Literal& literal = m_kept_of[static_cast<std::size_t>(session)];
    if (literal.number == 0) {
        literal = m_solver.make_literal();
        m_solver.prefer(literal);
        m_kept.emplace_back(session, literal);
    }
    return literal;
}

Literal PlacementModel::both_kept(Index a, Index b)
{
    const auto [found, is_new] = m_both.try_emplace(std::minmax(a, b));
    if (is_new) {
        found->second = m_solver.make_literal();
        m_solver.add_clause({-found->second, kept(a)});
        m_solver.add_clause({-found->second, kept(b)});
    }
    return found->second;
}

Literal PlacementModel::from(const Free& free, Minute minute)
{
    const auto place = std::lower_bound(free.starts.begin(), free.starts.end(), minute);
    return free.start.at_least(static_cast<int>(place - free.starts.begin()));
}

/// Times on the grid; only those that its own windows and attendees allow, where facts are not
/// named.
std::vector<Minute> PlacementModel::starts_of(Index session) const
{
    constexpr Minute clocks_apart = 3 * 60; // venues' clocks may differ from the meeting's
    const Session& facts = m_problem.session(session);
    Intervals within{always};
    if (!names_facts()) {
        within = is_hard(RuleId::h08) ? facts.windows : within;
        for (const Index attendee : facts.required) {
            within = is_hard(RuleId::h07) ? shared(within, m_problem.attendee(attendee).available)
                                          : within;
        }
    }
    std::vector<Minute> starts;
    for (const Interval& hours : m_problem.hours) {
        for (Minute at = hours.begin - clocks_apart; at < hours.end + clocks_apart;
             at += m_problem.book.customs.grain_min) {
            if (lies_in({at, at + facts.duration}, within)) {
                starts.push_back(at);
            }
        }
    }
    if (m_base[session].is_placed()) {
        starts.push_back(m_base[session].start);
    }
    if (facts.pinned) {
        starts.push_back(facts.pinned->start);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

void PlacementModel::expand(Index session)
{
    if (is_expanded(session)) {
        return;
    }
    std::vector<Minute> starts = starts_of(session);
    const bool is_possible = !starts.empty();
    if (!is_possible) {
        starts = {m_problem.hours.front().begin};
    }
    const int last = static_cast<int>(starts.size()) - 1;
    const Literal held = names_facts() ? -unless({FactKind::held, session}) : m_solver.truth();
    m_at[static_cast<std::size_t>(session)] = static_cast<Index>(m_free.size());
    m_free.push_back({session,
                      m_problem.session(session).duration,
                      std::move(starts),
                      sat::OrderInteger(m_solver, 0, last),
                      {},
                      held});
    Free& free = m_free.back();
    add_venues(free);
    if (!is_possible) {
        m_solver.add_clause({-held});
    }
    add_base(free);
    add_pin(free);
    add_times(free);
    add_neighbours(free);
}

void PlacementModel::add_venues(Free& free)
{
    const Session& facts = m_problem.session(free.session);
    Literals somewhere{-free.held};
    for (std::size_t i = 0; i < m_problem.venues.size(); ++i) {
        const auto index = static_cast<Index>(i);
        const Venue& venue = m_problem.venues[i];
        const bool fits = !is_hard(RuleId::h09) ||
                          std::binary_search(facts.venues.begin(), facts.venues.end(), index);
        const bool is_large =
            !is_hard(RuleId::h05) || venue.capacity == 0 || facts.size <= venue.capacity;
        const bool is_base = m_base[free.session].venue == index;
        free.at.push_back((fits && is_large) || is_base || names_facts() ? m_solver.make_literal()
                                                                         : m_solver.falsity());
        if (free.at.back() == m_solver.falsity()) {
            continue;
        }
        somewhere.push_back(free.at.back());
        if (!fits) {
            forbid_starts(free, always, index, {unless({FactKind::fitting, free.session})});
        }
        if (!is_large) {
            forbid_starts(free, always, index, {unless({FactKind::seats, free.session})});
        }
        if (is_hard(RuleId::h06)) {
            allow(free, venue.open, index, unless({FactKind::open, index}));
        }
        if (is_hard(RuleId::h08)) {
            allow(free, m_problem.hours_at(venue), index, unless({FactKind::hours}));
        }
    }
    m_solver.add_clause(somewhere);
}

/// Whoever is kept is where the base plan has it, and the solver looks there first.
void PlacementModel::add_base(Free& free)
{
    const Placement base = m_base[free.session];
    if (!base.is_placed()) {
        return;
    }
    const Literal stays = kept(free.session);
    m_solver.add_clause({-stays, from(free, base.start)});
    m_solver.add_clause({-stays, -from(free, base.start + 1)});
    m_solver.add_clause({-stays, free.at[static_cast<std::size_t>(base.venue)]});
    m_solver.prefer(free.at[static_cast<std::size_t>(base.venue)]);
    for (const Minute start : free.starts) {
        const Literal step = from(free, start);
        if (step != m_solver.truth()) {
            m_solver.prefer(start <= base.start ? step : -step);
        }
    }
}

void PlacementModel::add_pin(Free& free)
{
    const std::optional<Placement>& pin = m_problem.session(free.session).pinned;
    if (!pin || !is_hard(RuleId::h10)) {
        return;
    }
    const Literal unless_pinned = unless({FactKind::pinned, free.session});
    forbid_starts(free, {always.begin, pin->start}, none, {unless_pinned});
    forbid_starts(free, {pin->start + 1, always.end}, none, {unless_pinned});
    for (std::size_t i = 0; i < free.at.size(); ++i) {
        if (static_cast<Index>(i) != pin->venue && free.at[i] != m_solver.falsity()) {
            forbid_starts(free, always, static_cast<Index>(i), {unless_pinned});
        }
    }
}

void PlacementModel::add_times(Free& free)
{
    const Session& facts = m_problem.session(free.session);
    if (is_hard(RuleId::h08)) {
        allow(free, facts.windows, none, unless({FactKind::windows, free.session}));
    }
    if (is_hard(RuleId::h07)) {
        for (const Index attendee : facts.required) {
            allow(free, m_problem.attendee(attendee).available, none,
                  unless({FactKind::available, attendee}));
        }
    }
}

void PlacementModel::allow(Free& free, const Intervals& within, Index venue, Literal unless)
{
    Minute closed_from = always.begin;
    for (const Interval& each : within) {
        if (length(each) >= free.duration) {
            forbid_starts(free, {closed_from, each.begin}, venue, {unless});
            closed_from = each.end - free.duration + 1;
        }
    }
    forbid_starts(free, {closed_from, always.end}, venue, {unless});
}

void PlacementModel::forbid_starts(Free& free, Interval starts, Index venue, const Literals& unless)
{
    if (starts.begin >= starts.end) {
        return;
    }
    const Placement base = m_base[free.session];
    Literals clause = unless;
    clause.push_back(-free.held);
    clause.push_back(-from(free, starts.begin));
    clause.push_back(from(free, starts.end));
    if (venue != none) {
        clause.push_back(-free.at[static_cast<std::size_t>(venue)]);
    }
    if (base.is_placed() && base.start >= starts.begin && base.start < starts.end &&
        (venue == none || venue == base.venue)) {
        // What the base plan breaks by itself is forbidden when it is found to be too much.
        clause.push_back(kept(free.session));
    }
    m_solver.add_clause(clause);
}

Plan PlacementModel::read() const
{
    Plan plan = m_base;
    for (const Free& free : m_free) {
        const Literal kept = m_kept_of[static_cast<std::size_t>(free.session)];
        if (kept.number != 0 && m_solver.is_true(kept)) {
            continue;
        }
        Placement placement;
        if (m_solver.is_true(free.held)) {
            const auto is_there = [&](Index venue) {
                const Literal at = free.at[static_cast<std::size_t>(venue)];
                return at != m_solver.falsity() && m_solver.is_true(at);
            };
            placement.start = free.starts[static_cast<std::size_t>(free.start.value())];
            // More than one may be true: what holds of all of them holds of each.
            placement.venue = m_base[free.session].venue;
            if (placement.venue == none || !is_there(placement.venue)) {
                placement.venue = 0;
                while (!is_there(placement.venue)) {
                    ++placement.venue;
                }
            }
        } else {
            placement.is_dropped = true;
        }
        plan.place(free.session, placement);
    }
    return plan;
}

} // namespace dostyk::schedule
