#include "schedule/tiny_forum.hpp"

#include "schedule/small_forum.hpp"

#include <algorithm>

namespace dostyk::test {

using namespace schedule;

namespace {

int pick(std::mt19937& random, int least, int most)
{
    return std::uniform_int_distribution<int>(least, most)(random);
}

bool one_in(std::mt19937& random, int of)
{
    return pick(random, 1, of) == 1;
}

Intervals hours_at_random(std::mt19937& random)
{
    Intervals all;
    for (int day = 0; day < 2; ++day) {
        const int begin = pick(random, 8, 11);
        all.push_back({at(day, begin), at(day, begin + pick(random, 1, 4))});
    }
    return united(all);
}

Session tiny_session(const Problem& problem, std::mt19937& random, int index)
{
    std::vector<Index> required;
    for (Index i = 0; i < 3; ++i) {
        if (one_in(random, 2)) {
            required.push_back(i);
        }
    }
    Session session = session_of(problem, "session-" + std::to_string(index), required);
    session.duration = 60 * pick(random, 1, 2);
    session.size = pick(random, 0, 60);
    if (one_in(random, 3)) {
        session.windows = hours_at_random(random);
    }
    if (one_in(random, 3)) {
        session.venues.erase(session.venues.begin() + pick(random, 0, 2));
    }
    session.groups = one_in(random, 3) ? std::vector<Index>{0} : std::vector<Index>{};
    session.pairs = one_in(random, 3) ? std::vector<Index>{0} : std::vector<Index>{};
    session.is_meal = one_in(random, 5);
    if (one_in(random, 6)) {
        session.pinned = Placement{at(pick(random, 0, 1), pick(random, 9, 11)), pick(random, 0, 2)};
    }
    return session;
}

/// Tries all placements of the sessions from one on; true when one of them is sound.
bool try_all(const Problem& problem, Plan& plan, const Plan& base,
             const std::vector<Index>& sessions, std::size_t from, const BreakAmounts& allowed)
{
    if (from == sessions.size()) {
        return find_breaks(problem, plan, allowed).empty();
    }
    for (const Placement& each : placements_of(problem, base, sessions[from])) {
        plan.place(sessions[from], each);
        if (try_all(problem, plan, base, sessions, from + 1, allowed)) {
            return true;
        }
    }
    plan.place(sessions[from], base[sessions[from]]);
    return false;
}

} // namespace

Problem tiny_forum(std::mt19937& random, int sessions)
{
    Problem problem = empty_forum(2);
    problem.book.customs.grain_min = 60;
    problem.book.customs.rest_min = pick(random, 0, 1) * 20 * 60;
    problem.book.customs.meal_from_min = 11 * 60;
    problem.book.customs.meal_to_min = 13 * 60;
    problem.book.customs.turn_min = 120;
    for (Interval& hours : problem.hours) {
        hours = {hours.begin + 60, hours.begin + 5 * 60}; // 9 to 13
    }
    problem.cities = {"one", "two"};
    problem.groups = {"one-of"};
    problem.pairs = {"kk-ky"};
    problem.travel = TravelTable(3);
    for (Index i = 0; i < 3; ++i) {
        Venue venue;
        venue.id = "venue-" + std::to_string(i);
        venue.city = i / 2;
        venue.capacity = pick(random, 0, 1) * 50;
        venue.parallel = one_in(random, 3) ? 2 : 1;
        venue.setup = one_in(random, 3) ? 30 : 0;
        venue.open = one_in(random, 3) ? hours_at_random(random) : Intervals{{0, at(2, 0)}};
        venue.zone = "Asia/Almaty";
        venue.clock_shift = problem.calendar.clock_shifts(venue.zone);
        problem.venues.push_back(std::move(venue));
        Attendee attendee;
        attendee.id = "attendee-" + std::to_string(i);
        attendee.kind = i == 2 ? AttendeeKind::interpreter : AttendeeKind::delegation;
        attendee.available = one_in(random, 3) ? hours_at_random(random) : Intervals{{0, at(2, 0)}};
        attendee.day_load = pick(random, 2, 5) * 60;
        attendee.sessions_a_day = pick(random, 1, 3);
        attendee.city_changes_a_day = pick(random, 0, 2);
        attendee.pairs = i == 2 ? std::vector<Index>{0} : std::vector<Index>{};
        problem.attendees.push_back(std::move(attendee));
    }
    for (Index from = 0; from < 3; ++from) {
        for (Index to = 0; to < 3; ++to) {
            Journey way;
            way.minutes = from == to ? 0 : from / 2 == to / 2 ? 30 : 90;
            if (from / 2 != to / 2) {
                way.crossing = "border";
                for (Minute m = 0; m < at(2, 0); m += TravelTable::step) {
                    // Closed from 10 to 12: one waits until it opens.
                    const Minute arrives = m % 1440 + 45;
                    const bool is_closed = arrives >= 600 && arrives < 720;
                    way.by_departure.push_back(way.minutes + (is_closed ? 720 - arrives : 0));
                }
            }
            problem.travel.set(from, to, std::move(way));
        }
    }
    for (int i = 0; i < sessions; ++i) {
        problem.sessions.push_back(tiny_session(problem, random, i));
    }
    if (one_in(random, 2)) {
        problem.relations.push_back({RelationKind::before, 0, 1, 60, 120});
    }
    if (one_in(random, 2)) {
        problem.relations.push_back({RelationKind::apart, 0, 1, 0, {}});
    }
    problem.finish();
    return problem;
}

std::vector<Placement> placements_of(const Problem& problem, const Plan& plan, Index session)
{
    std::vector<Placement> all;
    const auto add = [&](Minute start) {
        for (std::size_t i = 0; i < problem.venues.size(); ++i) {
            const Placement placement{start, static_cast<Index>(i)};
            if (std::find(all.begin(), all.end(), placement) == all.end()) {
                all.push_back(placement);
            }
        }
    };
    for (const Interval& hours : problem.hours) {
        for (Minute start = hours.begin; start < hours.end;
             start += problem.book.customs.grain_min) {
            add(start);
        }
    }
    if (plan[session].is_placed()) {
        add(plan[session].start);
    }
    if (problem.session(session).pinned) {
        add(problem.session(session).pinned->start);
    }
    return all;
}

int fewest_moves(const Problem& problem, const Plan& plan, const BreakAmounts& allowed)
{
    const auto count = static_cast<unsigned>(problem.sessions.size());
    for (int moves = 0; moves <= static_cast<int>(count); ++moves) {
        for (unsigned chosen = 0; chosen < (1U << count); ++chosen) {
            std::vector<Index> sessions;
            for (unsigned i = 0; i < count; ++i) {
                if ((chosen >> i & 1U) != 0) {
                    sessions.push_back(static_cast<Index>(i));
                }
            }
            Plan tried = plan;
            if (static_cast<int>(sessions.size()) == moves &&
                try_all(problem, tried, plan, sessions, 0, allowed)) {
                return moves;
            }
        }
    }
    return -1;
}

bool can_be_held(const Problem& problem, const std::vector<Index>& sessions)
{
    Plan base(problem);
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        Placement dropped;
        dropped.is_dropped = true;
        base.place(static_cast<Index>(i), dropped);
    }
    Plan plan = base;
    return try_all(problem, plan, base, sessions, 0, {});
}

} // namespace dostyk::test
