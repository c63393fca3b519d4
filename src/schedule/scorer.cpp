#include "schedule/scorer.hpp"

#include "schedule/constraints/catalogue.hpp"
#include "schedule/units.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace dostyk::schedule {

namespace {

Score cost_of_rule(const Problem& problem, const Plan& plan, const Constraint& constraint,
                   Unit unit)
{
    return weighed(problem.book[constraint.rule()], constraint.amount(problem, plan, unit));
}

bool is_on(const Problem& problem, const Constraint& constraint)
{
    return problem.book[constraint.rule()].tier != Tier::off;
}

} // namespace

Score compute_score(const Problem& problem, const Plan& plan)
{
    Score score;
    for (const Constraint* constraint : all_constraints()) {
        if (is_on(problem, *constraint)) {
            for_each_unit(problem, *constraint, [&](Unit unit) {
                score += cost_of_rule(problem, plan, *constraint, unit);
            });
        }
    }
    return score;
}

std::vector<Violation> explain(const Problem& problem, const Plan& plan)
{
    std::vector<Violation> violations;
    for (const Constraint* constraint : all_constraints()) {
        if (is_on(problem, *constraint)) {
            for_each_unit(problem, *constraint,
                          [&](Unit unit) { constraint->explain(problem, plan, unit, violations); });
        }
    }
    std::stable_sort(
        violations.begin(), violations.end(), [&](const Violation& a, const Violation& b) {
            const auto key = [&](const Violation& each) {
                return std::pair(problem.book[each.rule].tier != Tier::hard, each.rule);
            };
            return key(a) < key(b);
        });
    return violations;
}

Scorer::Scorer(const Problem& problem, Plan plan)
: m_problem(&problem), m_plan(std::move(plan)), m_overlaps(problem), m_spreads(problem)
{
    for (const Constraint* constraint : all_constraints()) {
        if (is_on(problem, *constraint)) {
            add(*constraint);
        }
    }
    // What takes the whole plan into account is counted when all else is little enough.
    const auto is_cheap = [](const UnitGroup& group) {
        return group.lane_kind != LaneKind::whole && group.lane_kind != LaneKind::speech;
    };
    const auto first_dear = std::stable_partition(m_groups.begin(), m_groups.end(), is_cheap);
    m_first_dear = static_cast<std::size_t>(first_dear - m_groups.begin());
    std::size_t units = 0;
    for (UnitGroup& group : m_groups) {
        group.first = units;
        const std::size_t count = unit_count(problem, group.kind, group.lane_kind);
        units += count;
        for (std::size_t place = 0; place < count; ++place) {
            m_costs.push_back(cost_of(group, unit_at(problem, group.kind, group.lane_kind, place)));
            m_score += m_costs.back();
        }
    }
    m_marks.resize(units);
    m_lanes.resize(problem.sessions.size());
    m_venue_group = m_groups.size();
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const LaneKind kind = m_groups[group].lane_kind;
        if (m_groups[group].kind != UnitKind::lane_day) {
            continue;
        }
        if (kind == LaneKind::venue) {
            m_venue_group = group;
        }
        const Index first = problem.lane(kind, 0);
        for (std::size_t session = 0; session < problem.sessions.size(); ++session) {
            for (const Index lane : problem.lanes_of[session]) {
                if (lane >= first && lane < first + problem.lanes(kind)) {
                    m_lanes[session].push_back(units_of(group, lane));
                }
            }
        }
    }
}

void Scorer::add(const Constraint& constraint)
{
    if (const auto* overlap = dynamic_cast<const OverlapConstraint*>(&constraint)) {
        m_overlaps.add(*overlap);
        for_each_unit(*m_problem, constraint, [&](Unit unit) {
            m_score += cost_of_rule(*m_problem, m_plan, constraint, unit);
        });
        return;
    }
    if (const auto* spread = dynamic_cast<const SpreadConstraint*>(&constraint)) {
        m_score += m_spreads.add(*spread, m_plan);
        return;
    }
    const UnitKind kind = constraint.unit_kind();
    const LaneKind lanes = constraint.lane_kind();
    auto group = std::find_if(m_groups.begin(), m_groups.end(), [&](const UnitGroup& each) {
        return each.kind == kind && (kind != UnitKind::lane_day || each.lane_kind == lanes);
    });
    if (group == m_groups.end()) {
        m_groups.push_back({kind, lanes, {}, 0});
        group = m_groups.end() - 1;
    }
    group->constraints.push_back(&constraint);
}

Score Scorer::cost_of(const UnitGroup& group, Unit unit) const
{
    Score cost;
    for (const Constraint* constraint : group.constraints) {
        cost += cost_of_rule(*m_problem, m_plan, *constraint, unit);
    }
    return cost;
}

Scorer::LaneUnits Scorer::units_of(std::size_t group, Index lane) const
{
    const UnitGroup& units = m_groups[group];
    const Index index = lane - m_problem->lane(units.lane_kind, 0);
    return {group, units.first + static_cast<std::size_t>(index * m_problem->day_count()), lane};
}

void Scorer::touch(std::size_t group, std::size_t place, Unit unit)
{
    if (m_marks[place] != m_turn) {
        m_marks[place] = m_turn;
        m_touched.push_back({group, place, unit, {}});
    }
}

void Scorer::touch_day(const LaneUnits& units, Index day)
{
    touch(units.group, units.first + static_cast<std::size_t>(day), {units.lane, day});
    if (m_groups[units.group].lane_kind == LaneKind::attendee) {
        // The last day before on which there is something: its way leads to this day.
        for (Index before = day - 1; before >= 0; --before) {
            if (!m_plan.row(units.lane, before).empty()) {
                touch(units.group, units.first + static_cast<std::size_t>(before),
                      {units.lane, before});
                break;
            }
        }
    }
}

void Scorer::touch_session(Index session)
{
    const auto self = static_cast<std::size_t>(session);
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const UnitGroup& units = m_groups[group];
        if (units.kind == UnitKind::session) {
            touch(group, units.first + self, {session, 0});
        } else if (units.kind == UnitKind::relation) {
            for (const Index each : m_problem->relations_of[self]) {
                touch(group, units.first + static_cast<std::size_t>(each), {each, 0});
            }
        }
    }
    if (!m_plan[session].is_placed()) {
        return;
    }
    const Index day = m_plan.held(session).day;
    const Minute end = m_problem->calendar.days()[static_cast<std::size_t>(day)].whole.end;
    const bool has_next = day + 1 < m_problem->day_count();
    for (const LaneUnits& units : m_lanes[self]) {
        touch_day(units, day);
        // Who speaks after midnight is counted there.
        if (has_next && m_plan.interval(session).end > end &&
            m_groups[units.group].lane_kind == LaneKind::speech) {
            touch_day(units, day + 1);
        }
    }
    if (m_venue_group < m_groups.size()) {
        const Venue& venue = m_problem->venue(m_plan.venue(session));
        const LaneUnits units =
            units_of(m_venue_group, m_problem->lane(LaneKind::venue, m_plan.venue(session)));
        touch_day(units, day);
        // What is not cleared away when the day ends stands in the way of the next.
        if (has_next && m_plan.interval(session).end + venue.teardown + venue.setup > end) {
            touch_day(units, day + 1);
        }
    }
    for (const Index attendee : m_problem->session(session).required) {
        m_spreads.touch(attendee, day);
    }
}

void Scorer::put_back()
{
    for (auto back = m_back.rbegin(); back != m_back.rend(); ++back) {
        m_plan.place(back->session, back->to);
    }
}

bool Scorer::apply_if(std::span<const Shift> shifts, std::int64_t hard_weight, std::int64_t most)
{
    ++m_turn;
    m_touched.clear();
    m_spreads.forget();
    m_back.clear();
    for (const Shift& shift : shifts) {
        touch_session(shift.session);
        m_back.push_back({shift.session, m_plan[shift.session]});
        m_plan.place(shift.session, shift.to);
        touch_session(shift.session);
    }
    // Cheap units first: they are the most, and mostly enough to say no.
    std::sort(m_touched.begin(), m_touched.end(),
              [](const Touched& a, const Touched& b) { return a.group < b.group; });
    Score score = m_score;
    for (const Touched& touched : m_touched) {
        score -= m_costs[touched.place];
    }
    const auto is_too_much = [&] { return score.hard * hard_weight + score.soft > most; };
    auto next = m_touched.begin();
    const auto count_units = [&](std::size_t end) {
        while (next != m_touched.end() && next->group < end && !is_too_much()) {
            next->after = cost_of(m_groups[next->group], next->unit);
            score += next->after;
            ++next;
        }
    };
    m_overlaps.look(m_plan, m_back);
    score -= m_overlaps.cost_before(m_plan);
    const Score saved = m_spreads.most_saved();
    score -= saved;
    count_units(m_first_dear);
    if (!is_too_much()) {
        score += saved;
        score += m_spreads.change(m_plan);
    }
    if (!is_too_much()) {
        score += m_overlaps.cost_after(m_plan);
    }
    count_units(m_groups.size());
    if (is_too_much()) {
        put_back();
        return false;
    }
    for (const Touched& touched : m_touched) {
        m_costs[touched.place] = touched.after;
    }
    m_spreads.keep();
    m_score = score;
    return true;
}

void Scorer::apply(std::span<const Shift> shifts)
{
    (void)apply_if(shifts, 0, std::numeric_limits<std::int64_t>::max());
}

} // namespace dostyk::schedule
