// Two expanded sessions that a plan had too near to each other.

#include "schedule/placement_model.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::schedule {

using sat::Literal;

Literal PlacementModel::in_city(Free& free, Index city)
{
    const auto [found, is_new] = m_cities.try_emplace({free.session, city});
    if (is_new) {
        found->second = m_solver.make_literal();
        for (std::size_t i = 0; i < free.at.size(); ++i) {
            if (m_problem.venues[i].city == city) {
                m_solver.add_clause({-free.at[i], found->second});
            }
        }
    }
    return found->second;
}

Literal PlacementModel::is_first(Index a, Index b)
{
    const auto [found, is_new] = m_first.try_emplace(std::minmax(a, b));
    if (is_new) {
        found->second = m_solver.make_literal();
    }
    return a < b ? found->second : -found->second;
}

PlacementModel::Literals PlacementModel::unless_there(Free& a, Free& b, Spot spot)
{
    if (spot.is_city) {
        return {-in_city(a, spot.a), -in_city(b, spot.b)};
    }
    return {-a.at[static_cast<std::size_t>(spot.a)], -b.at[static_cast<std::size_t>(spot.b)]};
}

/// `visit(venue of a, venue of b)` for all that the two may be at.
template <typename Visit>
void PlacementModel::for_each_way(const Free& a, const Free& b, Spot spot, const Visit& visit) const
{
    if (!spot.is_city) {
        visit(spot.a, spot.b);
        return;
    }
    for (std::size_t i = 0; i < a.at.size(); ++i) {
        for (std::size_t j = 0; j < b.at.size(); ++j) {
            if (m_problem.venues[i].city == spot.a && m_problem.venues[j].city == spot.b &&
                a.at[i] != m_solver.falsity() && b.at[j] != m_solver.falsity()) {
                visit(static_cast<Index>(i), static_cast<Index>(j));
            }
        }
    }
}

Minute PlacementModel::least_way(const Free& a, const Free& b, Spot spot) const
{
    Minute least = Journey::unreachable;
    for_each_way(a, b, spot,
                 [&](Index from, Index to) { least = std::min(least, m_ways.least(from, to)); });
    return least;
}

Minute PlacementModel::arrival(const Free& a, const Free& b, Spot spot, Minute leaves) const
{
    const bool has_hours = is_hard(RuleId::h19);
    Minute first = leaves + Journey::unreachable;
    for_each_way(a, b, spot, [&](Index from, Index to) {
        first = std::min(first, has_hours ? m_ways.arrival(from, to, leaves)
                                          : leaves + m_ways.least(from, to));
    });
    return first;
}

void PlacementModel::part_starts(Free& a, Free& b, Literals unless, const After& after_a,
                                 const After& after_b)
{
    unless.push_back(-a.held);
    unless.push_back(-b.held);
    const Placement& base_a = m_base[a.session];
    const Placement& base_b = m_base[b.session];
    if (base_a.is_placed() && base_b.is_placed() &&
        after_a(base_a.start + a.duration) > base_b.start &&
        after_b(base_b.start + b.duration) > base_a.start) {
        unless.push_back(both_kept(a.session, b.session));
    }
    const Literal a_is_first = is_first(a.session, b.session);
    const auto part_one = [&](const Free& first, const Free& second, Literal is_other_way,
                              const After& after) {
        for (const Minute start : first.starts) {
            const Literal later = from(second, after(start + first.duration));
            Literals clause = unless;
            clause.insert(clause.end(), {is_other_way, -from(first, start), later});
            m_solver.add_clause(clause);
            if (later == m_solver.falsity()) {
                break; // What begins later still is forbidden by the same clause.
            }
        }
    };
    part_one(a, b, -a_is_first, after_a);
    part_one(b, a, a_is_first, after_b);
}

bool PlacementModel::part_overlap(Index a, Index b, const Parting& by, Literals unless,
                                  Minute between)
{
    if (!m_parted.insert(by).second) {
        return false;
    }
    const After after = [between](Minute end) { return end + between; };
    part_starts(free_of(a), free_of(b), std::move(unless), after, after);
    return true;
}

/// By their cities first: one set of clauses for all venues of the two.
bool PlacementModel::part_on_way(const Violation& violation, const Plan& plan)
{
    const Index first = std::min(violation.sessions[0], violation.sessions[1]);
    const Index second = std::max(violation.sessions[0], violation.sessions[1]);
    Free& a = free_of(first);
    Free& b = free_of(second);
    const Fact one_place{FactKind::one_place, violation.attendee};
    const bool is_overlap = overlap(plan.interval(first), plan.interval(second)) > 0;
    const Index whom = names_facts() ? violation.attendee : none;
    if (is_overlap && (names_facts() || !is_hard(RuleId::h03))) {
        return part_overlap(first, second, {first, second, RuleId::h02, 0, whom, none},
                            {unless(one_place)}, 0);
    }
    const std::array spots{Spot{plan.city(first), plan.city(second), true},
                           Spot{plan.venue(first), plan.venue(second), false}};
    for (const Spot& spot : spots) {
        const After after_a = [&](Minute end) { return arrival(a, b, spot, end); };
        const Spot back{spot.b, spot.a, spot.is_city};
        const After after_b = [&](Minute end) { return arrival(b, a, back, end); };
        const bool is_enough = after_a(plan.interval(first).end) > plan[second].start &&
                               after_b(plan.interval(second).end) > plan[first].start;
        // Facts are told by attendee, so that each of them who attends both has clauses.
        const Parting by{first,  second, RuleId::h03, spot.is_city ? (whom + 1) * 2 : whom * 2 + 3,
                         spot.a, spot.b};
        if (!is_enough || !m_parted.insert(by).second) {
            continue;
        }
        Literals unless_apart = unless_there(a, b, spot);
        unless_apart.push_back(unless(one_place));
        unless_apart.push_back(unless(way_of(first, second, plan)));
        part_starts(a, b, std::move(unless_apart), after_a, after_b);
        return true;
    }
    return false;
}

/// The first is on the day before the second.
bool PlacementModel::part_for_rest(const Violation& violation, const Plan& plan)
{
    const Index first = violation.sessions[0];
    const Index second = violation.sessions[1];
    Free& a = free_of(first);
    Free& b = free_of(second);
    const Index day = plan.held(first).day;
    const auto& days = m_problem.calendar.days();
    const Interval evening = days[static_cast<std::size_t>(day)].whole;
    const Interval morning = days[static_cast<std::size_t>(day) + 1].whole;
    const Index whom = names_facts() ? violation.attendee : none;
    const std::array spots{Spot{}, Spot{plan.city(first), plan.city(second), true},
                           Spot{plan.venue(first), plan.venue(second), false}};
    for (const Spot& spot : spots) {
        const bool is_anywhere = spot.a == none;
        if (is_anywhere && !names_facts()) {
            continue;
        }
        const Minute needed =
            m_problem.book.customs.rest_min + (is_anywhere ? 0 : least_way(a, b, spot));
        const bool is_enough = plan.interval(first).end + needed > plan[second].start;
        const int level = is_anywhere ? 0 : spot.is_city ? 1 : 2;
        const Parting by{first,  second, RuleId::h15, (whom + 1) * 1000 + day * 3 + level,
                         spot.a, spot.b};
        if (!is_enough || !m_parted.insert(by).second) {
            continue;
        }
        Literals unless_rested{-a.held,
                               -b.held,
                               unless({FactKind::rest, violation.attendee}),
                               from(a, evening.end),
                               -from(b, morning.begin),
                               from(b, morning.end)};
        const Placement& base_a = m_base[first];
        const Placement& base_b = m_base[second];
        if (base_a.is_placed() && base_b.is_placed() &&
            base_a.start + a.duration + needed > base_b.start) {
            unless_rested.push_back(both_kept(first, second));
        }
        if (!is_anywhere) {
            const Literals there = unless_there(a, b, spot);
            unless_rested.insert(unless_rested.end(), there.begin(), there.end());
            unless_rested.push_back(unless(way_of(first, second, plan)));
        }
        for (const Minute start : a.starts) {
            Literals clause = unless_rested;
            clause.push_back(-from(a, start));
            clause.push_back(from(b, start + a.duration + needed));
            m_solver.add_clause(clause);
        }
        return true;
    }
    return false;
}

/// In a hall for one session at a time.
bool PlacementModel::part_at_venue(const Violation& violation, const Plan& plan)
{
    const Venue& venue = m_problem.venue(violation.venue);
    if (venue.parallel > 1) {
        return false;
    }
    bool is_parted = false;
    const Index last = violation.sessions.back();
    for (const Index other : violation.sessions) {
        if (other == last || !is_expanded(other) || !is_expanded(last)) {
            continue;
        }
        const auto [first, second] = std::minmax(other, last);
        Literals unless_apart = unless_there(free_of(first), free_of(second),
                                             {plan.venue(first), plan.venue(second), false});
        unless_apart.push_back(unless({FactKind::single, violation.venue}));
        is_parted =
            part_overlap(first, second, {first, second, RuleId::h04, 0, violation.venue, none},
                         std::move(unless_apart), venue.setup + venue.teardown) ||
            is_parted;
    }
    return is_parted;
}

bool PlacementModel::part_in_order(const Violation& violation, Index index)
{
    const Relation& relation = m_problem.relations[static_cast<std::size_t>(index)];
    if (!m_parted.insert({relation.a, relation.b, RuleId::h11, 0, index, none}).second) {
        return false;
    }
    Free& a = free_of(violation.sessions[0]);
    Free& b = free_of(violation.sessions[1]);
    Literals unless_ordered{-a.held, -b.held, unless({FactKind::order, index})};
    const Placement& base_a = m_base[a.session];
    const Placement& base_b = m_base[b.session];
    if (base_a.is_placed() && base_b.is_placed()) {
        const Minute has = base_b.start - base_a.start - a.duration;
        if (has < relation.lag || (relation.longest_lag && has > *relation.longest_lag)) {
            unless_ordered.push_back(both_kept(a.session, b.session));
        }
    }
    for (const Minute start : a.starts) {
        const Minute end = start + a.duration;
        Literals clause = unless_ordered;
        clause.insert(clause.end(), {-from(a, start), from(b, end + relation.lag)});
        m_solver.add_clause(clause);
        if (relation.longest_lag) {
            clause = unless_ordered;
            clause.insert(clause.end(),
                          {from(a, start + 1), -from(b, end + *relation.longest_lag + 1)});
            m_solver.add_clause(clause);
        }
    }
    return true;
}

bool PlacementModel::part(const Violation& violation, const Break& found, const Plan& plan)
{
    const std::vector<Index>& sessions = violation.sessions;
    if (sessions.size() < 2 || !is_expanded(sessions.front()) || !is_expanded(sessions.back())) {
        return false;
    }
    const auto [a, b] = std::minmax(sessions[0], sessions[1]);
    switch (violation.rule) {
    case RuleId::h02:
    case RuleId::h03:
    case RuleId::h19:
        return part_on_way(violation, plan);
    case RuleId::h04:
        return part_at_venue(violation, plan);
    case RuleId::h11:
        return part_in_order(violation, found.unit.of);
    case RuleId::h12: {
        const Index group = found.unit.of - m_problem.lane(LaneKind::group, 0);
        return part_overlap(a, b, {a, b, RuleId::h12, 0, names_facts() ? group : none, none},
                            {unless({FactKind::exclusion, group})}, 0);
    }
    case RuleId::h15:
        return violation.aspect == 2 && part_for_rest(violation, plan);
    case RuleId::h17: {
        Literals unless_apart =
            unless_there(free_of(a), free_of(b), {violation.venue, violation.venue, false});
        unless_apart.push_back(unless({FactKind::apart, found.unit.of}));
        return part_overlap(a, b, {a, b, RuleId::h17, found.unit.of, violation.venue, none},
                            std::move(unless_apart), 0);
    }
    default:
        return false;
    }
}

} // namespace dostyk::schedule
