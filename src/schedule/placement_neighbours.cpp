// What an expanded session may not do beside the others of the base plan, as long as they stay.

#include "schedule/always.hpp"
#include "schedule/placement_model.hpp"

#include <algorithm>

namespace dostyk::schedule {

using sat::Literal;

namespace {

bool share(const std::vector<Index>& a, const std::vector<Index>& b)
{
    return std::any_of(a.begin(), a.end(),
                       [&](Index each) { return std::binary_search(b.begin(), b.end(), each); });
}

bool share_unsorted(const std::vector<Index>& a, const std::vector<Index>& b)
{
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

} // namespace

void PlacementModel::add_neighbours(Free& free)
{
    const Session& facts = m_problem.session(free.session);
    for (std::size_t i = 0; i < m_problem.sessions.size(); ++i) {
        const auto other = static_cast<Index>(i);
        if (other == free.session || !m_base[other].is_placed()) {
            continue;
        }
        const Session& theirs = m_problem.sessions[i];
        if (share(facts.required, theirs.required)) {
            add_way_against(free, other);
        }
        if (is_hard(RuleId::h12) && share_unsorted(facts.groups, theirs.groups)) {
            forbid_overlap(free, other, none, 0);
        }
        add_hall_against(free, other);
    }
    add_order_against(free);
}

void PlacementModel::forbid_overlap(Free& free, Index other, Index venue, Minute between)
{
    const Interval held = m_base.interval(other);
    forbid_starts(free, {held.begin - free.duration - between + 1, held.end + between}, venue,
                  {-kept(other)});
}

/// One place at a time, with the way between two.
void PlacementModel::add_way_against(Free& free, Index other)
{
    if (!is_hard(RuleId::h02) && !is_hard(RuleId::h03)) {
        return;
    }
    const Interval held = m_base.interval(other);
    const Index there = m_base.venue(other);
    if (!is_hard(RuleId::h03)) {
        forbid_overlap(free, other, none, 0);
        return;
    }
    for (std::size_t i = 0; i < free.at.size(); ++i) {
        const auto venue = static_cast<Index>(i);
        if (free.at[i] == m_solver.falsity()) {
            continue;
        }
        const bool has_hours = is_hard(RuleId::h19);
        const Minute leaves = has_hours ? m_ways.departure(venue, there, held.begin)
                                        : held.begin - m_ways.least(venue, there);
        const Minute arrives = has_hours ? m_ways.arrival(there, venue, held.end)
                                         : held.end + m_ways.least(there, venue);
        forbid_starts(free, {leaves - free.duration + 1, arrives}, venue, {-kept(other)});
        if (is_hard(RuleId::h15)) {
            add_rest_against(free, other, venue);
        }
    }
}

void PlacementModel::add_rest_against(Free& free, Index other, Index venue)
{
    const Interval held = m_base.interval(other);
    const Index there = m_base.venue(other);
    const Minute rest = m_problem.book.customs.rest_min;
    const Index day = m_problem.calendar.day_of(held.begin);
    const auto& days = m_problem.calendar.days();
    if (day + 1 < m_problem.day_count()) {
        const Interval next = days[static_cast<std::size_t>(day) + 1].whole;
        const Minute rested = held.end + m_ways.least(there, venue) + rest;
        forbid_starts(free, {next.begin, std::min(rested, next.end)}, venue, {-kept(other)});
    }
    if (day > 0) {
        const Interval before = days[static_cast<std::size_t>(day) - 1].whole;
        const Minute last = held.begin - rest - m_ways.least(venue, there) - free.duration;
        forbid_starts(free, {std::max(last + 1, before.begin), before.end}, venue, {-kept(other)});
    }
}

/// In a hall for one session, and where two are kept apart.
void PlacementModel::add_hall_against(Free& free, Index other)
{
    const Index there = m_base.venue(other);
    const Venue& venue = m_problem.venue(there);
    if (free.at[static_cast<std::size_t>(there)] == m_solver.falsity()) {
        return;
    }
    if (is_hard(RuleId::h04) && venue.parallel == 1) {
        forbid_overlap(free, other, there, venue.setup + venue.teardown);
    }
    if (!is_hard(RuleId::h17)) {
        return;
    }
    const std::vector<Index>& ours = m_problem.session(free.session).required;
    const std::vector<Index>& theirs = m_problem.session(other).required;
    const auto has = [](const std::vector<Index>& all, Index attendee) {
        return std::binary_search(all.begin(), all.end(), attendee);
    };
    for (const Index index : m_problem.relations_of[static_cast<std::size_t>(free.session)]) {
        const Relation& each = m_problem.relations[static_cast<std::size_t>(index)];
        if (each.kind == RelationKind::apart && ((has(ours, each.a) && has(theirs, each.b)) ||
                                                 (has(ours, each.b) && has(theirs, each.a)))) {
            forbid_overlap(free, other, there, 0);
        }
    }
}

void PlacementModel::add_order_against(Free& free)
{
    if (!is_hard(RuleId::h11)) {
        return;
    }
    for (const Index index : m_problem.relations_of[static_cast<std::size_t>(free.session)]) {
        const Relation& each = m_problem.relations[static_cast<std::size_t>(index)];
        const bool is_later = each.b == free.session;
        const Index other = is_later ? each.a : each.b;
        if (each.kind != RelationKind::before || other == free.session ||
            !m_base[other].is_placed()) {
            continue;
        }
        const Interval held = m_base.interval(other);
        const Literal moves = -kept(other);
        if (is_later) {
            forbid_starts(free, {always.begin, held.end + each.lag}, none, {moves});
            if (each.longest_lag) {
                forbid_starts(free, {held.end + *each.longest_lag + 1, always.end}, none, {moves});
            }
            continue;
        }
        const Minute last = held.begin - free.duration;
        forbid_starts(free, {last - each.lag + 1, always.end}, none, {moves});
        if (each.longest_lag) {
            forbid_starts(free, {always.begin, last - *each.longest_lag}, none, {moves});
        }
    }
}

} // namespace dostyk::schedule
