#include "schedule/search/timetables.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

Timetables::Timetables(const Problem& problem)
: m_problem(&problem),
  m_days(static_cast<std::size_t>(problem.day_count())),
  m_other_days(m_days),
  m_marks(problem.sessions.size())
{}

void Timetables::look(const Plan& plan, Index session, std::span<const Shift> elsewhere)
{
    m_turn += turn;
    m_session = session;
    m_elsewhere = elsewhere;
    m_stops.clear();
    m_rows.clear();
    m_firsts.clear();
    m_marks[static_cast<std::size_t>(session)] = m_turn;
    for (const Shift& each : elsewhere) {
        m_marks[static_cast<std::size_t>(each.session)] = m_turn | moved;
    }
    for (const Index attendee : m_problem->session(session).required) {
        fill(plan, attendee);
    }
    collect_others();
}

void Timetables::fill(const Plan& plan, Index attendee)
{
    const Index lane = m_problem->lane(LaneKind::attendee, attendee);
    const std::size_t first_stop = m_stops.size();
    const std::size_t first_day = m_firsts.size();
    for (Index day = 0; day < static_cast<Index>(m_days); ++day) {
        m_firsts.push_back(m_stops.size() - first_stop);
        for (const Index other : plan.row(lane, day)) {
            if (mark(other) < m_turn) {
                const Held& held = plan.held(other);
                m_stops.push_back({other, held.time, held.venue, held.city, day});
            }
        }
    }
    if (!m_elsewhere.empty()) {
        insert_elsewhere(attendee, first_stop, first_day);
    }
    m_rows.push_back({first_stop, m_stops.size() - first_stop});
}

void Timetables::insert_elsewhere(Index attendee, std::size_t first_stop, std::size_t first_day)
{
    for (const Shift& shift : m_elsewhere) {
        const Session& facts = m_problem->session(shift.session);
        if (!std::binary_search(facts.required.begin(), facts.required.end(), attendee)) {
            continue;
        }
        const Stop stop{shift.session,
                        {shift.to.start, shift.to.start + facts.duration},
                        shift.to.venue,
                        m_problem->venue(shift.to.venue).city,
                        m_problem->calendar.day_of(shift.to.start)};
        const auto key = [](const Stop& each) { return std::pair(each.time.begin, each.session); };
        const auto place =
            std::find_if(m_stops.begin() + static_cast<std::ptrdiff_t>(first_stop), m_stops.end(),
                         [&](const Stop& each) { return key(each) > key(stop); });
        m_stops.insert(place, stop);
        const auto day = static_cast<std::size_t>(stop.day);
        for (std::size_t later = day + 1; later < m_days; ++later) {
            ++m_firsts[first_day + later];
        }
    }
}

void Timetables::collect_others()
{
    m_others.clear();
    for (std::size_t day = 0; day < m_days; ++day) {
        const std::size_t first = m_others.size();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const std::size_t end = end_of(i, static_cast<Index>(day));
            for (std::size_t k = m_firsts[i * m_days + day]; k < end; ++k) {
                const Stop& stop = m_stops[m_rows[i].first + k];
                if (!is_in_a_row(stop.session)) {
                    std::uint64_t& mark = m_marks[static_cast<std::size_t>(stop.session)];
                    mark = std::max(mark, m_turn) | in_a_row;
                    m_others.push_back(stop);
                }
            }
        }
        m_other_days[day] = {first, m_others.size() - first};
    }
}

} // namespace dostyk::schedule
