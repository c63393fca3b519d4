// What a plan breaks, forbidden: by clauses on two sessions, else as one combination of zones.

#include "schedule/placement_model.hpp"

#include <algorithm>

namespace dostyk::schedule {

using sat::Literal;

namespace {

/// Of these rules a session more hardly ever makes a break less (see may_be_mended()), so that the
/// sessions without which there is none are forbidden to come together again, whatever the others
/// do.
bool grows_with_sessions(RuleId rule)
{
    return rule != RuleId::h14 && rule != RuleId::h18;
}

void add_unique(std::vector<Index>& all, Index session)
{
    if (std::find(all.begin(), all.end(), session) == all.end()) {
        all.push_back(session);
    }
}

} // namespace

bool PlacementModel::is_one_clock() const
{
    const auto& venues = m_problem.venues;
    return std::all_of(venues.begin(), venues.end(), [&](const Venue& venue) {
        return venue.clock_shift == venues.front().clock_shift;
    });
}

/// It takes two who come or go: while a single one is away those who stay are all there are, and
/// who is never there takes turns with nobody.
bool PlacementModel::may_take_turns() const
{
    const auto& days = m_problem.calendar.days();
    const Interval meeting{days.front().whole.begin, days.back().whole.end};
    const auto& all = m_problem.attendees;
    return std::count_if(all.begin(), all.end(), [&](const Attendee& attendee) {
               const Minute away = outside(meeting, attendee.available);
               return attendee.kind == AttendeeKind::interpreter && away > 0 &&
                      away < length(meeting);
           }) > 1;
}

bool PlacementModel::may_be_mended(FactKind kind) const
{
    return (kind == FactKind::meal && !is_one_clock()) ||
           (kind == FactKind::interpreters && may_take_turns());
}

/// What of a unit is broken, of facts that are assumed; nothing where it is not more than allowed.
std::vector<Violation> PlacementModel::violations_of(const Break& found, const Plan& plan,
                                                     const IsAssumed& is_assumed) const
{
    std::vector<Violation> all;
    found.constraint->explain(m_problem, plan, found.unit, all);
    if (names_facts()) {
        std::erase_if(all, [&](const Violation& each) {
            const auto facts = facts_of(each, found, plan);
            return !std::all_of(facts.begin(), facts.end(), is_assumed);
        });
    }
    int amount = 0;
    for (const Violation& each : all) {
        amount += each.amount;
    }
    return amount > found.allowed ? all : std::vector<Violation>();
}

bool PlacementModel::forbid(const Break& found, const Plan& plan, const IsAssumed& is_assumed)
{
    if (found.constraint->rule() == RuleId::h01) {
        expand(found.unit.of);
        return true;
    }
    const auto violations = violations_of(found, plan, is_assumed);
    bool is_parted = false;
    for (const Violation& violation : violations) {
        is_parted = part(violation, found, plan) || is_parted;
    }
    if (!is_parted && !violations.empty()) {
        cut(found, plan, is_assumed);
    }
    return !violations.empty();
}

/// Sessions that have to do with a break: those of its row, and those that it names.
std::vector<Index> PlacementModel::concerned(const std::vector<Violation>& violations,
                                             const Break& found, const Plan& plan) const
{
    std::vector<Index> all;
    for (const Violation& violation : violations) {
        for (const Index session : violation.sessions) {
            add_unique(all, session);
        }
    }
    if (found.constraint->rule() == RuleId::h14) {
        // Whoever goes somewhere comes from somewhere.
        const std::vector<Index> going = all;
        for (const Index to : going) {
            for (const Index attendee : m_problem.session(to).required) {
                const auto row = plan.row(attendee, found.unit.day);
                const auto at = std::find(row.begin(), row.end(), to);
                if (at != row.end() && at != row.begin()) {
                    add_unique(all, *(at - 1));
                }
            }
        }
    } else if (found.constraint->unit_kind() == UnitKind::lane_day) {
        for (const Index session : plan.row(found.unit.of, found.unit.day)) {
            add_unique(all, session);
        }
    }
    return all;
}

PlacementModel::Zone PlacementModel::zone_at(Index session, const Plan& plan)
{
    return {{plan[session].start, plan[session].start + 1}, {plan.venue(session)}};
}

/// Placements of a session by which the same is broken, as long as the others stay.
PlacementModel::Zone PlacementModel::zone_of(Index session, const Violation& violation,
                                             std::span<const Index> all, const Plan& plan) const
{
    const Minute duration = m_problem.session(session).duration;
    const Index venue = plan.venue(session);
    const Interval held = plan.interval(session);
    const Zone here = zone_at(session, plan);
    // All that hold at a time hold between the last begin and the first end.
    Interval together{held.begin, held.end};
    for (const Index each : all) {
        together.begin = std::max(together.begin, plan.interval(each).begin);
        together.end = std::min(together.end, plan.interval(each).end);
    }
    const Interval covering{together.end - duration, together.begin + 1};
    if (violation.rule == RuleId::h04 && overlap(together, together) > 0) {
        return {covering, {venue}};
    }
    if (violation.rule == RuleId::h13 && violation.aspect == 0 && overlap(together, together) > 0) {
        return {covering, {}};
    }
    const auto day = static_cast<std::size_t>(m_problem.calendar.day_of(held.begin));
    const bool counts_a_day = (violation.rule == RuleId::h15 && violation.aspect == 1) ||
                              (violation.rule == RuleId::h16 && violation.aspect == 0);
    if (counts_a_day) {
        return {m_problem.calendar.days()[day].whole, {}};
    }
    if (violation.rule == RuleId::h15 && violation.aspect == 0) {
        // Within the hours of the meal it takes at least as much as it does here.
        const Customs& customs = m_problem.book.customs;
        const Minute midnight = m_problem.calendar.days()[day].whole.begin;
        Zone zone{{}, {}};
        const Minute shift = m_problem.venue(venue).clock_shift[day];
        const Interval hours{midnight + customs.meal_from_min - shift,
                             midnight + customs.meal_to_min - shift};
        const Interval taken{std::max(held.begin, hours.begin), std::min(held.end, hours.end)};
        const bool is_one_clock = std::all_of(all.begin(), all.end(), [&](Index each) {
            return m_problem.venue(plan.venue(each)).clock_shift[day] == shift;
        });
        if (length(taken) <= 0 || !is_one_clock) {
            return here;
        }
        for (std::size_t i = 0; i < m_problem.venues.size(); ++i) {
            if (m_problem.venues[i].clock_shift[day] == shift) {
                zone.venues.push_back(static_cast<Index>(i));
            }
        }
        zone.starts = {std::max(taken.end - duration, midnight), taken.begin + 1};
        return zone;
    }
    return here;
}

/// True wherever the session is within the zone.
Literal PlacementModel::within(Index session, const Zone& zone)
{
    if (!is_expanded(session)) {
        return kept(session);
    }
    const auto [found, is_new] = m_zones.try_emplace({session, zone});
    if (is_new) {
        const Literal made = m_solver.make_literal();
        found->second = made;
        const Free& free = free_of(session);
        const Literal before = -from(free, zone.starts.begin);
        const Literal after = from(free, zone.starts.end);
        if (zone.venues.empty()) {
            m_solver.add_clause({made, before, after, -free.held});
        }
        for (const Index venue : zone.venues) {
            m_solver.add_clause(
                {made, before, after, -free.held, -free.at[static_cast<std::size_t>(venue)]});
        }
    }
    return found->second;
}

void PlacementModel::cut(const Break& found, const Plan& plan, const IsAssumed& is_assumed)
{
    std::vector<Violation> violations = violations_of(found, plan, is_assumed);
    std::vector<Index> all = concerned(violations, found, plan);
    if (grows_with_sessions(found.constraint->rule())) {
        Plan rest = plan;
        std::vector<Index> needed;
        for (const Index session : all) {
            Placement without;
            without.is_dropped = true;
            rest.place(session, without);
            if (violations_of(found, rest, is_assumed).empty()) {
                rest.place(session, plan[session]);
                needed.push_back(session);
            }
        }
        all = std::move(needed);
        violations = violations_of(found, rest, is_assumed);
    } else {
        m_is_exact = false;
    }
    const Violation& first = violations.front();
    const bool is_rest = first.rule == RuleId::h15 && first.aspect == 2;
    if (first.rule == RuleId::h03 || first.rule == RuleId::h19 || is_rest) {
        // By a third venue there may be a faster way, which another plan might take.
        m_is_exact = m_is_exact &&
                     m_ways.is_direct(plan.venue(first.sessions[0]), plan.venue(first.sessions[1]));
    }
    Literals clause;
    for (const Fact& fact : facts_of(first, found, plan)) {
        if (names_facts()) {
            clause.push_back(unless(fact));
        } else {
            m_is_exact = m_is_exact && !may_be_mended(fact.kind);
        }
    }
    const bool is_one = violations.size() == 1 && found.allowed == 0;
    for (const Index session : all) {
        clause.push_back(
            -within(session, is_one ? zone_of(session, first, all, plan) : zone_at(session, plan)));
    }
    m_solver.add_clause(clause);
}

std::vector<Fact> PlacementModel::facts_of(const Violation& violation, const Break& found,
                                           const Plan& plan) const
{
    const Index attendee = violation.attendee;
    switch (violation.rule) {
    case RuleId::h02:
        return {{FactKind::one_place, attendee}};
    case RuleId::h03:
    case RuleId::h19: {
        const Fact way = way_of(violation.sessions[0], violation.sessions[1], plan);
        return {{FactKind::one_place, attendee}, way};
    }
    case RuleId::h04:
        return {{FactKind::single, violation.venue}};
    case RuleId::h11:
        return {{FactKind::order, found.unit.of}};
    case RuleId::h12:
        return {{FactKind::exclusion, found.unit.of - m_problem.lane(LaneKind::group, 0)}};
    case RuleId::h13:
        return {violation.aspect == 1 ? Fact{FactKind::turns, attendee}
                                      : Fact{FactKind::interpreters}};
    case RuleId::h15: {
        if (violation.aspect != 2) {
            return {{violation.aspect == 0 ? FactKind::meal : FactKind::day_load, attendee}};
        }
        const Index first = violation.sessions[0];
        const Index second = violation.sessions[1];
        const Fact rest{FactKind::rest, attendee};
        const bool is_way_needed =
            plan.interval(first).end + m_problem.book.customs.rest_min <= plan[second].start;
        return is_way_needed ? std::vector<Fact>{rest, way_of(first, second, plan)}
                             : std::vector<Fact>{rest};
    }
    case RuleId::h16:
        return {{violation.aspect == 0 ? FactKind::day_count : FactKind::city_changes, attendee}};
    case RuleId::h17:
        return {{FactKind::apart, found.unit.of}};
    default:
        return {};
    }
}

} // namespace dostyk::schedule
