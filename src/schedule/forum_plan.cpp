#include "schedule/forum_plan.hpp"

#include <algorithm>
#include <array>

namespace dostyk::schedule {

namespace {

constexpr std::array<Minute, 6> durations{45, 60, 60, 75, 90, 120};
/// How many delegations come to a session, where so many could.
constexpr std::array<std::size_t, 5> attendances{2, 2, 2, 3, 3};

/// The sessions of a delegation, by their beginning.
using Itinerary = std::vector<DrawnSession>;

class Drawing {
public:
    Drawing(const Problem& problem, int delegations, Dice& dice)
    : m_problem(problem),
      m_dice(dice),
      m_itineraries(static_cast<std::size_t>(delegations)),
      m_venues(problem.venues.size())
    {
        for (int i = 0; i < delegations; ++i) {
            m_order.push_back(i);
        }
    }

    /// Try one place and time; true where enough delegations could come.
    bool draw(std::vector<DrawnSession>& plan)
    {
        DrawnSession drawn;
        drawn.venue = m_dice.roll(0, static_cast<int>(m_problem.venues.size()) - 1);
        const auto day = static_cast<std::size_t>(m_dice.roll(0, m_problem.day_count() - 1));
        const Venue& venue = m_problem.venue(drawn.venue);
        const Minute shift = venue.clock_shift[day];
        const Interval hours{m_problem.hours[day].begin - shift, m_problem.hours[day].end - shift};
        const Minute duration = one_of(durations);
        const int grain = m_problem.book.customs.grain_min;
        const Minute begin =
            hours.begin + grain * m_dice.roll(0, (length(hours) - duration) / grain);
        drawn.held = {begin, begin + duration};
        if (outside(drawn.held, venue.open) > 0 || !is_vacant(drawn)) {
            return false;
        }
        m_dice.shuffle(m_order);
        const std::size_t wanted = one_of(attendances);
        for (const Index delegation : m_order) {
            if (drawn.delegations.size() < wanted && fits(delegation, drawn)) {
                drawn.delegations.push_back(delegation);
            }
        }
        if (drawn.delegations.size() < attendances.front()) {
            return false;
        }
        std::sort(drawn.delegations.begin(), drawn.delegations.end());
        for (const Index delegation : drawn.delegations) {
            insert(m_itineraries[static_cast<std::size_t>(delegation)], drawn);
        }
        insert(m_venues[static_cast<std::size_t>(drawn.venue)], drawn);
        plan.push_back(std::move(drawn));
        return true;
    }

private:
    template <typename T, std::size_t count>
    [[nodiscard]] T one_of(const std::array<T, count>& all)
    {
        return all[static_cast<std::size_t>(m_dice.roll(0, static_cast<int>(count) - 1))];
    }

    static void insert(Itinerary& itinerary, const DrawnSession& drawn)
    {
        itinerary.insert(std::upper_bound(itinerary.begin(), itinerary.end(), drawn,
                                          [](const DrawnSession& a, const DrawnSession& b) {
                                              return a.held.begin < b.held.begin;
                                          }),
                         drawn);
    }

    [[nodiscard]] bool is_vacant(const DrawnSession& drawn) const
    {
        const Venue& venue = m_problem.venue(drawn.venue);
        const Itinerary& all = m_venues[static_cast<std::size_t>(drawn.venue)];
        return std::all_of(all.begin(), all.end(), [&](const DrawnSession& each) {
            return overlap({each.held.begin - venue.setup, each.held.end + venue.teardown},
                           {drawn.held.begin - venue.setup, drawn.held.end + venue.teardown}) <= 0;
        });
    }

    [[nodiscard]] Index day_of(const DrawnSession& drawn) const
    {
        return m_problem.calendar.day_of(drawn.held.begin);
    }

    [[nodiscard]] bool fits(Index delegation, const DrawnSession& drawn) const
    {
        Itinerary all = m_itineraries[static_cast<std::size_t>(delegation)];
        insert(all, drawn);
        const Index day = day_of(drawn);
        Itinerary today;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (day_of(all[i]) == day) {
                today.push_back(all[i]);
            }
            if (i + 1 < all.size() && !can_go_on(all[i], all[i + 1])) {
                return false;
            }
        }
        return keeps_limits(today) && has_meal(today);
    }

    /// From one session to the next, overnight with the rest of the night.
    [[nodiscard]] bool can_go_on(const DrawnSession& from, const DrawnSession& to) const
    {
        const Minute way = m_problem.travel.leaving_at(from.venue, to.venue, from.held.end);
        const Minute rest = day_of(from) != day_of(to) ? m_problem.book.customs.rest_min : 0;
        return to.held.begin - from.held.end >= way + rest;
    }

    [[nodiscard]] bool keeps_limits(const Itinerary& today) const
    {
        const Customs& customs = m_problem.book.customs;
        Minute load = 0;
        int changes = 0;
        for (std::size_t i = 0; i < today.size(); ++i) {
            load += length(today[i].held);
            changes += i > 0 && m_problem.venue(today[i].venue).city !=
                                    m_problem.venue(today[i - 1].venue).city
                           ? 1
                           : 0;
        }
        return load <= customs.day_load_min && changes <= customs.city_changes_a_day &&
               static_cast<int>(today.size()) <= customs.sessions_a_day;
    }

    /// Time for a meal, on the clock of whichever venue of the day one looks at.
    [[nodiscard]] bool has_meal(const Itinerary& today) const
    {
        const Customs& customs = m_problem.book.customs;
        return std::all_of(today.begin(), today.end(), [&](const DrawnSession& clock) {
            const auto day = static_cast<std::size_t>(day_of(clock));
            const Minute midnight = m_problem.calendar.days()[day].whole.begin -
                                    m_problem.venue(clock.venue).clock_shift[day];
            Minute free_from = midnight + customs.meal_from_min;
            const Minute end = midnight + customs.meal_to_min;
            Minute longest = 0;
            for (const DrawnSession& each : today) {
                longest = std::max(longest, std::min(each.held.begin, end) - free_from);
                free_from = std::max(free_from, each.held.end);
            }
            return std::max(longest, end - free_from) >= customs.meal_min;
        });
    }

    const Problem& m_problem;
    Dice& m_dice;
    std::vector<Itinerary> m_itineraries; ///< (delegations)
    std::vector<Itinerary> m_venues;      ///< (venues)
    std::vector<Index> m_order;
};

} // namespace

std::vector<DrawnSession> draw_plan(const Problem& problem, int delegations, int sessions,
                                    Dice& dice)
{
    // A place and a time are drawn blindly: the fuller the days are, the more of them are in vain.
    constexpr int tries_each = 400;
    std::vector<DrawnSession> plan;
    Drawing drawing(problem, delegations, dice);
    for (int i = 0; i < tries_each * sessions && static_cast<int>(plan.size()) < sessions; ++i) {
        drawing.draw(plan);
    }
    return plan;
}

int most_on_the_way(const Problem& problem, const std::vector<DrawnSession>& plan,
                    const std::vector<int>& sizes)
{
    struct Change {
        Minute at = 0;
        int people = 0;
    };
    std::vector<Change> changes;
    for (std::size_t delegation = 0; delegation < sizes.size(); ++delegation) {
        std::vector<const DrawnSession*> itinerary;
        for (const DrawnSession& each : plan) {
            if (std::binary_search(each.delegations.begin(), each.delegations.end(),
                                   static_cast<Index>(delegation))) {
                itinerary.push_back(&each);
            }
        }
        std::sort(itinerary.begin(), itinerary.end(),
                  [](const auto* a, const auto* b) { return a->held.begin < b->held.begin; });
        for (std::size_t i = 0; i + 1 < itinerary.size(); ++i) {
            const Minute leaves = itinerary[i]->held.end;
            const Minute way = problem.travel.usual(itinerary[i]->venue, itinerary[i + 1]->venue);
            changes.push_back({leaves, sizes[delegation]});
            changes.push_back({leaves + way, -sizes[delegation]});
        }
    }
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return std::pair(a.at, a.people) < std::pair(b.at, b.people);
    });
    int people = 0;
    int found = 0;
    for (const Change& change : changes) {
        people += change.people;
        found = std::max(found, people);
    }
    return found;
}

} // namespace dostyk::schedule
