// What all sessions share: groups, interpreters, seats, and the breaks of B2B.

#include "schedule/plan_check_parts.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/max_cardinality_matching.hpp>

#include <set>

namespace dostyk::schedule {

void PlanCheck::check_groups()
{
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        for (std::size_t j = i + 1; j < m_placed.size(); ++j) {
            const std::vector<Index>& groups = facts(m_placed[i]).groups;
            const bool is_exclusive = std::any_of(groups.begin(), groups.end(), [&](Index group) {
                return has(facts(m_placed[j]).groups, group);
            });
            if (is_exclusive && meet(held(m_placed[i]), held(m_placed[j]))) {
                tell(RuleId::h12, {m_placed[i], m_placed[j]});
            }
        }
    }
}

void PlanCheck::check_pools()
{
    // Whoever interprets does so from one beginning or end of what is interpreted to the next.
    std::set<Minute> times;
    for (const Index session : m_placed) {
        const auto& required = facts(session).required;
        if (!facts(session).pairs.empty() ||
            std::any_of(required.begin(), required.end(), [&](Index each) {
                return m_problem.attendee(each).kind == AttendeeKind::interpreter;
            })) {
            times.insert(held(session).begin);
            times.insert(held(session).end);
        }
    }
    for (auto time = times.begin(); time != times.end() && std::next(time) != times.end(); ++time) {
        check_interpreters({*time, *std::next(time)});
    }
    if (m_problem.vehicles.empty()) {
        return;
    }
    struct Ride {
        Interval way;
        int people = 0;
    };
    std::vector<Ride> rides;
    std::set<Minute> departures;
    for (std::size_t i = 0; i < m_problem.attendees.size(); ++i) {
        const std::vector<Index> all = sessions_of(static_cast<Index>(i));
        for (std::size_t j = 0; j + 1 < all.size(); ++j) {
            const Minute minutes = m_problem.travel.usual(at(all[j]).venue, at(all[j + 1]).venue);
            if (m_problem.attendees[i].kind == AttendeeKind::delegation && minutes > 0 &&
                minutes < Journey::unreachable && day(all[j]) == day(all[j + 1])) {
                const Minute leaves = held(all[j]).end;
                rides.push_back({{leaves, leaves + minutes}, m_problem.attendees[i].size});
                departures.insert(leaves);
                departures.insert(leaves + minutes);
            }
        }
    }
    for (auto time = departures.begin();
         time != departures.end() && std::next(time) != departures.end(); ++time) {
        const Interval moment{*time, *std::next(time)};
        int people = 0;
        for (const Ride& ride : rides) {
            people += meet(ride.way, moment) ? ride.people : 0;
        }
        int seats = 0;
        for (const Vehicle& vehicle : m_problem.vehicles) {
            seats += covers(vehicle.available, moment) ? vehicle.seats : 0;
        }
        if (people > seats) {
            tell(RuleId::h14, {});
        }
    }
}

void PlanCheck::check_interpreters(Interval moment)
{
    std::vector<Index> needs;
    std::vector<Index> speaking;
    std::vector<bool> is_busy(m_problem.attendees.size());
    for (const Index session : m_placed) {
        if (!meet(held(session), moment)) {
            continue;
        }
        for (const Index each : facts(session).required) {
            is_busy[static_cast<std::size_t>(each)] = true;
        }
        for (const Index pair : facts(session).pairs) {
            const Customs& customs = m_problem.book.customs;
            int wanted = facts(session).duration <= customs.solo_min ? 1 : customs.booth_size;
            for (const Index each : facts(session).required) {
                wanted -= has(m_problem.attendee(each).pairs, pair) ? 1 : 0;
            }
            if (wanted > 0) {
                needs.insert(needs.end(), static_cast<std::size_t>(wanted), pair);
                speaking.push_back(session);
            }
        }
    }
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    Graph graph(needs.size() + m_problem.attendees.size());
    for (std::size_t i = 0; i < m_problem.attendees.size(); ++i) {
        const Attendee& each = m_problem.attendees[i];
        if (each.kind == AttendeeKind::interpreter && !is_busy[i] &&
            covers(each.available, moment)) {
            for (std::size_t need = 0; need < needs.size(); ++need) {
                if (has(each.pairs, needs[need])) {
                    boost::add_edge(need, needs.size() + i, graph);
                }
            }
        }
    }
    std::vector<Graph::vertex_descriptor> mates(boost::num_vertices(graph));
    boost::edmonds_maximum_cardinality_matching(graph, mates.data());
    if (boost::matching_size(graph, mates.data()) < needs.size()) {
        tell(RuleId::h13, speaking);
    }
}

void PlanCheck::check_breaks()
{
    std::vector<int> breaks;
    for (std::size_t i = 0; i < m_problem.attendees.size(); ++i) {
        std::vector<Index> meetings = sessions_of(static_cast<Index>(i));
        std::erase_if(meetings, [&](Index session) { return !facts(session).is_b2b; });
        if (meetings.empty()) {
            continue;
        }
        breaks.push_back(0);
        for (std::size_t j = 0; j + 1 < meetings.size(); ++j) {
            const Minute idle =
                held(meetings[j + 1]).begin - held(meetings[j]).end -
                m_problem.travel.usual(at(meetings[j]).venue, at(meetings[j + 1]).venue) -
                m_problem.book.customs.allowed_break_min;
            breaks.back() += day(meetings[j]) == day(meetings[j + 1]) && idle > 0 ? 1 : 0;
        }
    }
    if (!breaks.empty()) {
        const auto [least, most] = std::minmax_element(breaks.begin(), breaks.end());
        if (*most - *least > m_problem.book.customs.breaks_apart) {
            tell(RuleId::h18, {});
        }
    }
}

} // namespace dostyk::schedule
