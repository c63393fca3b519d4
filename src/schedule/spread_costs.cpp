#include "schedule/spread_costs.hpp"

#include <algorithm>

namespace dostyk::schedule {

std::size_t SpreadCosts::place(Day day) const
{
    return static_cast<std::size_t>(day.attendee) *
               static_cast<std::size_t>(m_problem->day_count()) +
           static_cast<std::size_t>(day.day);
}

Score SpreadCosts::add(const SpreadConstraint& constraint, const Plan& plan)
{
    Spread spread;
    spread.constraint = &constraint;
    spread.sums.resize(m_problem->attendees.size());
    spread.is_extreme.resize(spread.sums.size());
    for (std::size_t i = 0; i < spread.sums.size(); ++i) {
        for (Index day = 0; day < m_problem->day_count(); ++day) {
            spread.days.push_back(constraint.tally(*m_problem, plan, static_cast<Index>(i), day));
            spread.sums[i] += spread.days.back();
        }
    }
    spread.cost = weighed(m_problem->book[constraint.rule()],
                          constraint.amount_of(*m_problem, plan, spread.sums));
    take_sums(spread);
    m_spreads.push_back(std::move(spread));
    return m_spreads.back().cost;
}

void SpreadCosts::touch(Index attendee, Index day)
{
    const Day touched{attendee, day};
    if (std::find(m_touched.begin(), m_touched.end(), touched) == m_touched.end()) {
        m_touched.push_back(touched);
    }
}

void SpreadCosts::take_sums(Spread& spread)
{
    const Extremes extremes(spread.sums);
    for (std::size_t i = 0; i < spread.sums.size(); ++i) {
        const Tally& sum = spread.sums[i];
        spread.is_extreme[i] =
            sum.counts &&
            (sum.count == extremes.most.count || sum.count == extremes.least.count ||
             sum.minutes == extremes.most.minutes || sum.minutes == extremes.least.minutes);
    }
}

Score SpreadCosts::most_saved() const
{
    Score saved;
    for (const Spread& spread : m_spreads) {
        const bool may_shrink =
            std::any_of(m_touched.begin(), m_touched.end(), [&](const Day& each) {
                return spread.is_extreme[static_cast<std::size_t>(each.attendee)];
            });
        saved += may_shrink ? spread.cost : Score{};
    }
    return saved;
}

Score SpreadCosts::change(const Plan& plan)
{
    Score change;
    for (Spread& spread : m_spreads) {
        spread.next_days.clear();
        spread.next_cost = spread.cost;
        bool is_changed = false;
        for (const Day& each : m_touched) {
            spread.next_days.push_back(
                spread.constraint->tally(*m_problem, plan, each.attendee, each.day));
            is_changed = is_changed || spread.next_days.back() != spread.days[place(each)];
        }
        if (!is_changed) {
            continue;
        }
        spread.next_sums = spread.sums;
        for (const Day& each : m_touched) {
            // Whether a sum counts cannot be taken back, so it is summed anew.
            Tally& sum = spread.next_sums[static_cast<std::size_t>(each.attendee)];
            sum = {};
            for (Index day = 0; day < m_problem->day_count(); ++day) {
                const Day other{each.attendee, day};
                const auto found = std::find(m_touched.begin(), m_touched.end(), other);
                sum += found != m_touched.end()
                           ? spread.next_days[static_cast<std::size_t>(found - m_touched.begin())]
                           : spread.days[place(other)];
            }
        }
        spread.next_cost =
            weighed(m_problem->book[spread.constraint->rule()],
                    spread.constraint->amount_of(*m_problem, plan, spread.next_sums));
        change += spread.next_cost;
        change -= spread.cost;
    }
    return change;
}

void SpreadCosts::keep()
{
    for (Spread& spread : m_spreads) {
        bool is_changed = false;
        for (std::size_t i = 0; i < m_touched.size(); ++i) {
            Tally& day = spread.days[place(m_touched[i])];
            is_changed = is_changed || day != spread.next_days[i];
            day = spread.next_days[i];
        }
        if (is_changed) {
            std::swap(spread.sums, spread.next_sums);
            spread.cost = spread.next_cost;
            take_sums(spread);
        }
    }
}

} // namespace dostyk::schedule
