#include "schedule/small_forum.hpp"

#include <algorithm>

namespace dostyk::test {

using namespace schedule;

namespace {

int pick(std::mt19937& random, int least, int most)
{
    return std::uniform_int_distribution<int>(least, most)(random);
}

std::vector<Index> some(std::mt19937& random, Index count, int most)
{
    std::vector<Index> all;
    for (int i = pick(random, 0, most); i > 0; --i) {
        all.push_back(pick(random, 0, count - 1));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Intervals often_all(std::mt19937& random, const Problem& problem)
{
    const Interval all{0, problem.calendar.days().back().whole.end};
    if (pick(random, 0, 2) > 0) {
        return {all};
    }
    const Minute begin = at(pick(random, 0, problem.day_count() - 1), pick(random, 6, 14));
    return {{begin, begin + pick(random, 1, 10) * 60}};
}

void fill_venues(Problem& problem, std::mt19937& random)
{
    for (int i = 0; i < 4; ++i) {
        Venue venue;
        venue.id = "venue-" + std::to_string(i);
        venue.city = i / 2;
        venue.capacity = pick(random, 0, 80);
        venue.parallel = pick(random, 1, 2);
        venue.setup = pick(random, 0, 1) * 15;
        venue.open = often_all(random, problem);
        venue.zone = i < 2 ? "Asia/Almaty" : "Asia/Bishkek";
        venue.clock_shift = problem.calendar.clock_shifts(venue.zone);
        problem.venues.push_back(std::move(venue));
    }
    problem.cities = {"one", "two"};
    problem.travel = TravelTable(4);
    for (Index from = 0; from < 4; ++from) {
        for (Index to = 0; to < 4; ++to) {
            Journey way;
            way.minutes = from == to ? 0 : from / 2 == to / 2 ? 20 : 150;
            if (from / 2 != to / 2) {
                way.crossing = "border";
                for (Minute m = 0; m < problem.calendar.days().back().whole.end; m += 15) {
                    way.by_departure.push_back(way.minutes + (m % 1440 > 1000 ? 90 : 0));
                }
            }
            problem.travel.set(from, to, std::move(way));
        }
    }
}

void fill_people(Problem& problem, std::mt19937& random)
{
    problem.pairs = {"kk-ky", "en-ru"};
    problem.book.customs.booth_size = pick(random, 1, 2);
    problem.languages = {"kk", "ky", "ru"};
    for (int i = 0; i < 6; ++i) {
        Attendee attendee;
        attendee.id = "attendee-" + std::to_string(i);
        attendee.kind = i < 3   ? AttendeeKind::delegation
                        : i < 4 ? AttendeeKind::person
                                : AttendeeKind::interpreter;
        attendee.size = pick(random, 1, 12);
        attendee.available = often_all(random, problem);
        attendee.day_load = 240;
        attendee.sessions_a_day = 3;
        attendee.city_changes_a_day = 1;
        attendee.pairs = i >= 4 ? std::vector<Index>{pick(random, 0, 1)} : std::vector<Index>{};
        problem.attendees.push_back(std::move(attendee));
    }
    problem.vehicles.push_back({"bus", 10, often_all(random, problem)});
}

Session random_session(const Problem& problem, std::mt19937& random, int index)
{
    Session session = session_of(problem, "session-" + std::to_string(index), some(random, 6, 3));
    session.duration = pick(random, 1, 8) * 15;
    session.size = pick(random, 0, 90);
    session.priority = pick(random, 1, 3);
    for (const Index each : some(random, 6, 2)) {
        if (!std::binary_search(session.required.begin(), session.required.end(), each)) {
            session.optional.push_back(each);
        }
    }
    session.windows = often_all(random, problem);
    session.venues = some(random, 4, 6);
    session.lacking = {0, 1, 0, 2};
    session.tracks = some(random, 2, 1);
    session.contents = some(random, 2, 1);
    session.groups = some(random, 2, 1);
    session.pairs = some(random, 2, 2);
    session.languages = some(random, 3, 2);
    session.is_meal = pick(random, 0, 5) == 0;
    session.is_b2b = pick(random, 0, 2) == 0;
    session.match_score = pick(random, 0, 4) == 0 ? 3 : 0;
    session.is_published = pick(random, 0, 1) == 0;
    if (pick(random, 0, 3) == 0) {
        session.preferred = {{at(0, 9), at(0, 12)}};
        session.pinned = Placement{at(0, 10), 1};
        session.baseline = Placement{at(0, 11), 0};
    }
    return session;
}

} // namespace

Problem empty_forum(int days)
{
    Problem problem;
    problem.id = "forum";
    problem.calendar =
        Calendar::make("Asia/Almaty", "2026-05-12", "2026-05-" + std::to_string(11 + days)).value();
    problem.book = default_rules();
    for (const Day& day : problem.calendar.days()) {
        problem.hours.push_back({day.whole.begin + 8 * 60, day.whole.begin + 20 * 60});
    }
    problem.finish();
    return problem;
}

Problem small_forum(int days)
{
    Problem problem = empty_forum(days);
    const Interval all{0, at(days, 0)};
    for (Index i = 0; i < 2; ++i) {
        Venue venue;
        venue.id = i == 0 ? "hall" : "palace";
        venue.city = i;
        venue.open = {all};
        venue.zone = "Asia/Almaty";
        venue.clock_shift = problem.calendar.clock_shifts(venue.zone);
        problem.venues.push_back(venue);
        Attendee attendee;
        attendee.id = i == 0 ? "a" : "b";
        attendee.available = {all};
        problem.attendees.push_back(attendee);
    }
    problem.cities = {"one", "two"};
    problem.travel = TravelTable(2);
    Journey hour;
    hour.minutes = 60;
    problem.travel.set(0, 1, hour);
    problem.travel.set(1, 0, hour);
    problem.finish();
    return problem;
}

Session session_of(const Problem& problem, std::string id, std::vector<Index> required)
{
    Session session;
    session.id = std::move(id);
    session.required = std::move(required);
    session.windows = {{0, problem.calendar.days().back().whole.end}};
    for (std::size_t i = 0; i < problem.venues.size(); ++i) {
        session.venues.push_back(static_cast<Index>(i));
    }
    return session;
}

Problem random_forum(std::mt19937& random, int sessions, int days)
{
    Problem problem = empty_forum(days);
    problem.book[RuleId::h05] = {Tier::soft, 7};
    problem.book.customs.breaks_apart = 0;
    problem.tracks = {"energy", "water"};
    problem.contents = {"plant", "road"};
    problem.groups = {"one-of", "two-of"};
    fill_venues(problem, random);
    fill_people(problem, random);
    for (int i = 0; i < sessions; ++i) {
        problem.sessions.push_back(random_session(problem, random, i));
    }
    problem.relations = {{RelationKind::before, 0, 1, 30, 120},
                         {RelationKind::same_day, 2, 3, 0, {}},
                         {RelationKind::apart, 0, 1, 0, {}}};
    problem.finish();
    return problem;
}

Placement random_placement(const Problem& problem, std::mt19937& random)
{
    const int kind = pick(random, 0, 12);
    if (kind < 2) {
        Placement none_of_it;
        none_of_it.is_dropped = kind == 0;
        return none_of_it;
    }
    const auto last = static_cast<int>(problem.venues.size()) - 1;
    return {
        at(pick(random, 0, problem.day_count() - 1), pick(random, 7, 23), pick(random, 0, 3) * 15),
        pick(random, 0, last)};
}

Plan random_plan(const Problem& problem, std::mt19937& random)
{
    Plan plan(problem);
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        plan.place(static_cast<Index>(i), random_placement(problem, random));
    }
    return plan;
}

} // namespace dostyk::test
