#include "schedule/large_forum.hpp"

#include "schedule/small_forum.hpp"

#include <algorithm>
#include <random>

namespace dostyk::test {

using namespace schedule;

namespace {

constexpr int days = 5;
constexpr Index cities = 8;
constexpr Index venues = 25;
constexpr Index delegations = 60;
constexpr Index first_abroad = 5; ///< City: those from it on are beyond the border.

class Making {
public:
    explicit Making(unsigned seed) : m_random(seed) {}

    LargeForum run(int sessions)
    {
        m_problem = empty_forum(days);
        // What somebody's time costs is not looked at here.
        for (std::size_t rule = static_cast<std::size_t>(RuleId::s01); rule < rule_count; ++rule) {
            const auto id = static_cast<RuleId>(rule);
            if (id != RuleId::s04 && id != RuleId::s05 && id != RuleId::s16) {
                m_problem.book[id].tier = Tier::off;
            }
        }
        fill_places();
        for (Index i = 0; i < delegations; ++i) {
            Attendee attendee;
            attendee.id = "delegation-" + std::to_string(i);
            attendee.size = pick(2, 12);
            const int arrives = pick(0, 4) == 0 ? at(0, pick(10, 20)) : 0;
            attendee.available = {{arrives, at(days, 0)}};
            m_problem.attendees.push_back(std::move(attendee));
            m_homes.push_back(pick(0, cities - 1));
        }
        for (int i = 0; i < sessions; ++i) {
            add_session(i);
        }
        for (int i = 0; i + 1 < sessions; i += 20) {
            m_problem.relations.push_back({RelationKind::before, i, i + 1, 0, {}});
        }
        m_problem.finish();
        return place_all();
    }

private:
    int pick(int least, int most)
    {
        return std::uniform_int_distribution<int>(least, most)(m_random);
    }

    void fill_places()
    {
        for (Index i = 0; i < cities; ++i) {
            m_problem.cities.push_back("city-" + std::to_string(i));
        }
        for (Index i = 0; i < venues; ++i) {
            Venue venue;
            venue.id = "venue-" + std::to_string(i);
            venue.city = i % cities;
            venue.capacity = 40 * pick(1, 6);
            venue.setup = 15;
            venue.open = {{0, at(days, 0)}};
            venue.zone = "Asia/Almaty";
            venue.clock_shift = m_problem.calendar.clock_shifts(venue.zone);
            m_problem.venues.push_back(std::move(venue));
        }
        m_problem.travel = TravelTable(venues);
        for (Index from = 0; from < venues; ++from) {
            for (Index to = 0; to < venues; ++to) {
                m_problem.travel.set(from, to, way(from, to));
            }
        }
    }

    /// Cities lie along a road, 40 min from one to the next, with a border that is closed at night.
    [[nodiscard]] Journey way(Index from, Index to) const
    {
        Journey journey;
        const Index a = from % cities;
        const Index b = to % cities;
        journey.minutes = from == to ? 0 : a == b ? 20 : 40 * std::abs(a - b) + 10;
        if ((a < first_abroad) != (b < first_abroad)) {
            journey.crossing = "border";
            for (Minute m = 0; m < at(days, 0); m += TravelTable::step) {
                const Minute hour = m % 1440;
                journey.by_departure.push_back(journey.minutes +
                                               (hour >= 19 * 60 ? 31 * 60 - hour : 0));
            }
        }
        return journey;
    }

    void add_session(int index)
    {
        std::vector<Index> required;
        const Index city = pick(0, cities - 1);
        for (int tries = pick(2, 4); tries > 0; --tries) {
            const Index who = pick(0, delegations - 1);
            // Mostly those whose home is near.
            if (std::abs(m_homes[static_cast<std::size_t>(who)] - city) <= 2 || pick(0, 3) == 0) {
                required.push_back(who);
            }
        }
        std::sort(required.begin(), required.end());
        required.erase(std::unique(required.begin(), required.end()), required.end());
        Session session = session_of(m_problem, "session-" + std::to_string(index), required);
        session.duration = 30 * pick(1, 4);
        session.size = pick(10, 120);
        m_problem.sessions.push_back(std::move(session));
    }

    LargeForum place_all()
    {
        Plan plan(m_problem);
        Placement dropped;
        dropped.is_dropped = true;
        const auto count = static_cast<Index>(m_problem.sessions.size());
        for (Index i = 0; i < count; ++i) {
            plan.place(i, dropped);
        }
        Scorer scorer(m_problem, plan);
        for (Index i = 0; i < count; ++i) {
            place(scorer, i);
        }
        return {std::move(m_problem), scorer.plan().placements()};
    }

    void place(Scorer& scorer, Index session)
    {
        constexpr std::int64_t hard_weight = 1'000'000'000;
        constexpr int most_tries = 4000;
        for (int tries = 0; tries < most_tries; ++tries) {
            const Shift shift{
                session,
                {at(pick(0, days - 1), pick(8, 19), 15 * pick(0, 3)), pick(0, venues - 1)}};
            if (scorer.apply_if({&shift, 1}, hard_weight, hard_weight - 1)) {
                m_problem.sessions[static_cast<std::size_t>(session)].baseline = shift.to;
                return;
            }
        }
    }

    std::mt19937 m_random;
    Problem m_problem;
    std::vector<Index> m_homes; ///< (delegations) city
};

} // namespace

LargeForum large_forum(unsigned seed, int sessions)
{
    return Making(seed).run(sessions);
}

Plan plan_of(const LargeForum& forum)
{
    Plan plan(forum.problem);
    for (std::size_t i = 0; i < forum.placements.size(); ++i) {
        plan.place(static_cast<Index>(i), forum.placements[i]);
    }
    return plan;
}

} // namespace dostyk::test
