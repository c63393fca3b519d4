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
    const Rule& rule = problem.book[constraint.rule()];
    const std::int64_t cost = std::int64_t{constraint.amount(problem, plan, unit)} * rule.weight;
    return rule.tier == Tier::hard ? Score{cost, 0} : Score{0, cost};
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

Scorer::Scorer(const Problem& problem, Plan plan) : m_problem(&problem), m_plan(std::move(plan))
{
    std::size_t units = 0;
    for (const Constraint* constraint : all_constraints()) {
        if (!is_on(problem, *constraint)) {
            continue;
        }
        const UnitKind kind = constraint->unit_kind();
        const LaneKind lanes = constraint->lane_kind();
        auto group = std::find_if(m_groups.begin(), m_groups.end(), [&](const UnitGroup& each) {
            return each.kind == kind && (kind != UnitKind::lane_day || each.lane_kind == lanes);
        });
        if (group == m_groups.end()) {
            m_groups.push_back({kind, lanes, {}, units});
            units += unit_count(problem, kind, lanes);
            group = m_groups.end() - 1;
        }
        group->constraints.push_back(constraint);
    }
    // What takes the whole plan into account is counted when all else is little enough.
    std::stable_sort(m_groups.begin(), m_groups.end(), [](const UnitGroup& a, const UnitGroup& b) {
        const auto is_dear = [](const UnitGroup& each) {
            return std::pair(each.kind == UnitKind::whole, each.lane_kind == LaneKind::whole);
        };
        return is_dear(a) < is_dear(b);
    });
    m_costs.resize(units);
    m_marks.resize(units);
    for (const UnitGroup& group : m_groups) {
        const std::size_t count = unit_count(problem, group.kind, group.lane_kind);
        for (std::size_t place = 0; place < count; ++place) {
            const Score cost = cost_of(group, unit_at(problem, group.kind, group.lane_kind, place));
            m_costs[group.first + place] = cost;
            m_score += cost;
        }
    }
}

Score Scorer::cost_of(const UnitGroup& group, Unit unit) const
{
    Score cost;
    for (const Constraint* constraint : group.constraints) {
        cost += cost_of_rule(*m_problem, m_plan, *constraint, unit);
    }
    return cost;
}

void Scorer::touch(std::size_t group, Unit unit)
{
    const UnitGroup& units = m_groups[group];
    std::size_t place = units.first;
    if (units.kind == UnitKind::lane_day) {
        const Index lane = unit.of - m_problem->lane(units.lane_kind, 0);
        place += static_cast<std::size_t>(lane * m_problem->day_count() + unit.day);
    } else {
        place += static_cast<std::size_t>(unit.of);
    }
    if (m_marks[place] != m_turn) {
        m_marks[place] = m_turn;
        m_touched.push_back({group, place, unit, {}});
    }
}

void Scorer::touch_day(Index session, Index day)
{
    const std::vector<Index>& lanes = m_problem->lanes_of[static_cast<std::size_t>(session)];
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        if (m_groups[group].kind != UnitKind::lane_day) {
            continue;
        }
        const LaneKind kind = m_groups[group].lane_kind;
        const Index first = m_problem->lane(kind, 0);
        const Index end = first + m_problem->lanes(kind);
        const auto touch_lane = [&](Index lane) {
            touch(group, {lane, day});
            if (kind == LaneKind::attendee) {
                // The last day before on which there is something: its way leads to this day.
                for (Index before = day - 1; before >= 0; --before) {
                    touch(group, {lane, before});
                    if (!m_plan.row(lane, before).empty()) {
                        break;
                    }
                }
            }
        };
        if (kind == LaneKind::venue) {
            touch_lane(first + m_plan.venue(session));
            continue;
        }
        for (const Index lane : lanes) {
            if (lane >= first && lane < end) {
                touch_lane(lane);
            }
        }
    }
}

void Scorer::touch_session(Index session)
{
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        if (m_groups[group].kind == UnitKind::session) {
            touch(group, {session, 0});
        } else if (m_groups[group].kind == UnitKind::whole) {
            touch(group, {0, 0});
        } else if (m_groups[group].kind == UnitKind::relation) {
            for (const Index each : m_problem->relations_of[static_cast<std::size_t>(session)]) {
                touch(group, {each, 0});
            }
        }
    }
    if (m_plan[session].is_placed()) {
        touch_day(session, m_problem->calendar.day_of(m_plan[session].start));
    }
}

bool Scorer::apply_if(std::span<const Shift> shifts, std::int64_t hard_weight, std::int64_t most)
{
    ++m_turn;
    m_touched.clear();
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
    for (Touched& touched : m_touched) {
        touched.after = cost_of(m_groups[touched.group], touched.unit);
        score += touched.after;
        if (score.hard * hard_weight + score.soft > most) {
            for (auto back = m_back.rbegin(); back != m_back.rend(); ++back) {
                m_plan.place(back->session, back->to);
            }
            return false;
        }
    }
    for (const Touched& touched : m_touched) {
        m_costs[touched.place] = touched.after;
    }
    m_score = score;
    return true;
}

void Scorer::apply(std::span<const Shift> shifts)
{
    (void)apply_if(shifts, 0, std::numeric_limits<std::int64_t>::max());
}

} // namespace dostyk::schedule
