#include "schedule/search/leg_costs.hpp"

#include "schedule/constraints/walks.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

constexpr std::size_t day_min = 24 * 60;

} // namespace

LegCosts::LegCosts(const Problem& problem)
: m_problem(&problem),
  m_venues(problem.venues.size()),
  m_is_full(static_cast<std::size_t>(problem.day_count()))
{
    const auto soft = [&](RuleId rule, int amount) {
        return weighed(problem.book[rule], amount).soft;
    };
    const auto venues = static_cast<Index>(m_venues);
    for (Index from = 0; from < venues; ++from) {
        for (Index to = 0; to < venues; ++to) {
            m_ways.push_back(soft(RuleId::s04, way_load(problem, from, to)));
        }
    }
    for (std::size_t spare = 0; spare <= day_min; ++spare) {
        const Minute waits = idle(problem, static_cast<Minute>(spare), 0);
        m_waits.push_back(
            waits > 0 ? soft(RuleId::s01, problem.grains(waits)) + soft(RuleId::s02, 1) : 0);
    }
}

void LegCosts::look(const Plan& plan, Index session, std::span<const Shift> elsewhere)
{
    m_plan = &plan;
    m_session = session;
    m_elsewhere = elsewhere;
    m_is_full.assign(m_is_full.size(), false);
}

LegCosts::Stop LegCosts::stop_at(Index session) const
{
    const Held& held = m_plan->held(session);
    return {session, held.time, held.venue, true};
}

void LegCosts::fill(Row& row, Index attendee, Index day) const
{
    row.clear();
    const auto is_here = [&](Index other) {
        return other != m_session &&
               std::none_of(m_elsewhere.begin(), m_elsewhere.end(),
                            [&](const Shift& each) { return each.session == other; });
    };
    const Index lane = m_problem->lane(LaneKind::attendee, attendee);
    for (Index before = day - 1; before >= 0 && row.empty(); --before) {
        const std::span<const Index> theirs = m_plan->row(lane, before);
        const auto last = std::find_if(theirs.rbegin(), theirs.rend(), is_here);
        if (last != theirs.rend()) {
            row.push_back(stop_at(*last));
            row.back().is_that_day = false;
        }
    }
    for (const Index other : m_plan->row(lane, day)) {
        if (is_here(other)) {
            row.push_back(stop_at(other));
        }
    }
    for (const auto& [other, to] : m_elsewhere) {
        const std::vector<Index>& theirs = m_problem->session(other).required;
        if (other != m_session && m_problem->calendar.day_of(to.start) == day &&
            std::binary_search(theirs.begin(), theirs.end(), attendee)) {
            const Interval time{to.start, to.start + m_problem->session(other).duration};
            const auto place = std::find_if(row.begin(), row.end(), [&](const Stop& each) {
                return each.time.begin > time.begin;
            });
            row.insert(place, {other, time, to.venue, true});
        }
    }
    for (Index after = day + 1; after < m_problem->day_count(); ++after) {
        const std::span<const Index> theirs = m_plan->row(lane, after);
        const auto first = std::find_if(theirs.begin(), theirs.end(), is_here);
        if (first != theirs.end()) {
            row.push_back(stop_at(*first));
            row.back().is_that_day = false;
            return;
        }
    }
}

std::span<const LegCosts::Row> LegCosts::rows(Index day)
{
    const std::vector<Index>& required = m_problem->session(m_session).required;
    const std::size_t first = static_cast<std::size_t>(day) * required.size();
    if (!m_is_full[static_cast<std::size_t>(day)]) {
        m_is_full[static_cast<std::size_t>(day)] = true;
        m_rows.resize(std::max(m_rows.size(), first + required.size()));
        for (std::size_t i = 0; i < required.size(); ++i) {
            fill(m_rows[first + i], required[i], day);
        }
    }
    return std::span(m_rows).subspan(first, required.size());
}

std::int64_t LegCosts::leg(const Stop& from, const Stop& to) const
{
    const std::int64_t way = m_ways[static_cast<std::size_t>(from.venue) * m_venues +
                                    static_cast<std::size_t>(to.venue)];
    if (!from.is_that_day || !to.is_that_day) {
        return way;
    }
    const Minute spare =
        to.time.begin - from.time.end - m_problem->travel.usual(from.venue, to.venue);
    return spare > 0 ? way + m_waits[std::min(static_cast<std::size_t>(spare), day_min)] : way;
}

std::int64_t LegCosts::cost(const Placement& to, Index day, Index without)
{
    const Minute end = to.start + m_problem->session(m_session).duration;
    const Stop self{m_session, {to.start, end}, to.venue, true};
    std::int64_t sum = 0;
    for (const Row& row : rows(day)) {
        const Stop* before = nullptr;
        const Stop* after = nullptr;
        for (const Stop& each : row) {
            if (each.session == without) {
                continue;
            }
            if (each.time.begin >= to.start) {
                after = &each;
                break;
            }
            before = &each;
        }
        if (before != nullptr) {
            sum += leg(*before, self);
        }
        if (after != nullptr) {
            sum += leg(self, *after);
        }
        if (before != nullptr && after != nullptr) {
            sum -= leg(*before, *after);
        }
    }
    return sum;
}

} // namespace dostyk::schedule
