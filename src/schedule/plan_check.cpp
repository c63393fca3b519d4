#include "schedule/plan_check.hpp"

#include "schedule/plan_check_parts.hpp"

namespace dostyk::schedule {

std::vector<Breach> PlanCheck::run()
{
    for (std::size_t i = 0; i < m_placements.size(); ++i) {
        check_session(static_cast<Index>(i));
    }
    for (const Relation& relation : m_problem.relations) {
        check_relation(relation);
    }
    for (std::size_t i = 0; i < m_problem.venues.size(); ++i) {
        check_venue(static_cast<Index>(i));
    }
    for (std::size_t i = 0; i < m_problem.attendees.size(); ++i) {
        check_attendee(static_cast<Index>(i));
    }
    check_groups();
    check_pools();
    check_breaks();
    return std::move(m_breaches);
}

void PlanCheck::check_session(Index session)
{
    const Session& self = facts(session);
    const Placement& now = at(session);
    if (now.is_dropped) {
        return;
    }
    if (self.pinned && *self.pinned != now) {
        tell(RuleId::h10, {session});
    }
    if (!now.is_placed()) {
        if (self.match_score == 0) {
            tell(RuleId::h01, {session});
        }
        return;
    }
    const Venue& venue = m_problem.venue(now.venue);
    if (venue.capacity > 0 && self.size > venue.capacity) {
        tell(RuleId::h05, {session});
    }
    if (!covers(venue.open, held(session))) {
        tell(RuleId::h06, {session});
    }
    const Interval hours = m_problem.hours[day(session)];
    const Minute shift = venue.clock_shift[day(session)];
    if (!covers(self.windows, held(session)) ||
        !covers({{hours.begin - shift, hours.end - shift}}, held(session))) {
        tell(RuleId::h08, {session});
    }
    if (!has(self.venues, now.venue)) {
        tell(RuleId::h09, {session});
    }
}

void PlanCheck::check_relation(const Relation& relation)
{
    if (relation.kind == RelationKind::before && at(relation.a).is_placed() &&
        at(relation.b).is_placed()) {
        const Minute between = held(relation.b).begin - held(relation.a).end;
        if (between < relation.lag || (relation.longest_lag && between > *relation.longest_lag)) {
            tell(RuleId::h11, {relation.a, relation.b});
        }
    } else if (relation.kind == RelationKind::apart) {
        for (const Index a : sessions_of(relation.a)) {
            for (const Index b : sessions_of(relation.b)) {
                if (a != b && at(a).venue == at(b).venue && meet(held(a), held(b))) {
                    tell(RuleId::h17, {a, b}, relation.a);
                }
            }
        }
    }
}

void PlanCheck::check_venue(Index index)
{
    const Venue& venue = m_problem.venue(index);
    const auto taken = [&](Index session) {
        return Interval{held(session).begin - venue.setup, held(session).end + venue.teardown};
    };
    for (const Index session : m_placed) {
        int present = 0;
        for (const Index other : m_placed) {
            present += at(session).venue == index && at(other).venue == index &&
                               taken(other).begin <= taken(session).begin &&
                               taken(session).begin < taken(other).end
                           ? 1
                           : 0;
        }
        if (present > venue.parallel) {
            tell(RuleId::h04, {session});
        }
    }
}

void PlanCheck::check_attendee(Index index)
{
    const Attendee& attendee = m_problem.attendee(index);
    const std::vector<Index> all = sessions_of(index);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!covers(attendee.available, held(all[i]))) {
            tell(RuleId::h07, {all[i]}, index);
        }
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (meet(held(all[i]), held(all[j]))) {
                tell(RuleId::h02, {all[i], all[j]}, index);
            }
        }
        if (i + 1 < all.size()) {
            check_way(index, all[i], all[i + 1]);
        }
    }
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && day(all[end]) == day(all[begin])) {
            ++end;
        }
        check_day(index, {all.begin() + static_cast<std::ptrdiff_t>(begin),
                          all.begin() + static_cast<std::ptrdiff_t>(end)});
        begin = end;
    }
}

void PlanCheck::check_way(Index attendee, Index from, Index to)
{
    const Minute gap = held(to).begin - held(from).end;
    const Minute usual = m_problem.travel.usual(at(from).venue, at(to).venue);
    const Minute then = m_problem.travel.leaving_at(at(from).venue, at(to).venue, held(from).end);
    if (usual > 0 && gap < usual) {
        tell(RuleId::h03, {from, to}, attendee);
    }
    // H19 is what a closed crossing adds to what is missing anyway.
    const Minute has_time = std::max(0, gap);
    if (m_problem.grains(then - has_time) > m_problem.grains(usual - has_time)) {
        tell(RuleId::h19, {from, to}, attendee);
    }
    // What the way lacks is H03's: who is asked for no rest lacks none.
    const Minute rest = std::max(0, gap - usual);
    if (day(from) != day(to) && rest < m_problem.book.customs.rest_min) {
        tell(RuleId::h15, {from, to}, attendee);
    }
}

void PlanCheck::check_day(Index index, const std::vector<Index>& today)
{
    const Customs& customs = m_problem.book.customs;
    const Attendee& attendee = m_problem.attendee(index);
    Minute load = 0;
    Minute turn = 0;
    int changes = 0;
    for (std::size_t i = 0; i < today.size(); ++i) {
        const Minute duration = facts(today[i]).duration;
        load += duration;
        const bool goes_on =
            i > 0 && held(today[i]).begin - held(today[i - 1]).end < customs.turn_break_min;
        turn = goes_on ? turn + duration : duration;
        if (attendee.kind == AttendeeKind::interpreter && turn > customs.turn_min) {
            tell(RuleId::h13, {today[i]}, index);
        }
        changes += i > 0 && m_problem.venue(at(today[i]).venue).city !=
                                m_problem.venue(at(today[i - 1]).venue).city
                       ? 1
                       : 0;
    }
    if (load > attendee.day_load) {
        tell(RuleId::h15, today, index);
    }
    if (static_cast<int>(today.size()) > attendee.sessions_a_day ||
        changes > attendee.city_changes_a_day) {
        tell(RuleId::h16, today, index);
    }
    check_meal(index, today);
}

void PlanCheck::check_meal(Index index, const std::vector<Index>& today)
{
    const Customs& customs = m_problem.book.customs;
    const Minute wanted = std::min(customs.meal_min, customs.meal_to_min - customs.meal_from_min);
    const Minute zero = midnight(today.front());
    Minute stretch = 0;
    Minute longest = 0;
    for (Minute minute = customs.meal_from_min; minute < customs.meal_to_min; ++minute) {
        const bool sits = std::any_of(today.begin(), today.end(), [&](Index session) {
            return !facts(session).is_meal &&
                   meet(held(session), {zero + minute, zero + minute + 1});
        });
        stretch = sits ? 0 : stretch + 1;
        longest = std::max(longest, stretch);
    }
    if (wanted > 0 && longest < wanted) {
        tell(RuleId::h15, today, index);
    }
}

std::vector<Breach> check_plan(const Problem& problem, const std::vector<Placement>& placements)
{
    return PlanCheck(problem, placements).run();
}

} // namespace dostyk::schedule
