#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

namespace dostyk::schedule {

namespace {

constexpr int seats_per_car = 4; ///< So many who lack a seat make one unit.

/// A delegation on the way by road.
struct Leg {
    Interval way;
    int people = 0;
    Index to = none; ///< The session that they go to
};

/// People who set out, or arrive.
struct Change {
    Minute at = 0;
    int people = 0;
};

std::vector<Leg> legs_of(const Problem& problem, const Plan& plan, Index day)
{
    std::vector<Leg> legs;
    legs.reserve(problem.attendees.size());
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        const auto lane = static_cast<Index>(i);
        const std::span<const Index> row = plan.row(lane, day);
        if (problem.attendees[i].kind != AttendeeKind::delegation) {
            continue;
        }
        for (std::size_t j = 0; j + 1 < row.size(); ++j) {
            const Minute leaves = plan.interval(row[j]).end;
            const Minute minutes = plan.travel(row[j], row[j + 1]);
            if (minutes > 0 && minutes < Journey::unreachable) {
                legs.push_back({{leaves, leaves + minutes}, problem.attendees[i].size, row[j + 1]});
            }
        }
    }
    return legs;
}

/// Most people who are on the way at once: counted by the minute, which is faster than to sort.
int most_on_the_way(const std::vector<Leg>& legs)
{
    Interval whole = legs.front().way;
    for (const Leg& leg : legs) {
        whole = {std::min(whole.begin, leg.way.begin), std::max(whole.end, leg.way.end)};
    }
    std::vector<int> changes(static_cast<std::size_t>(length(whole)) + 1);
    for (const Leg& leg : legs) {
        changes[static_cast<std::size_t>(leg.way.begin - whole.begin)] += leg.people;
        changes[static_cast<std::size_t>(leg.way.end - whole.begin)] -= leg.people;
    }
    int people = 0;
    int most = 0;
    for (const int change : changes) {
        people += change;
        most = std::max(most, people);
    }
    return most;
}

int seats_at(const Problem& problem, Interval time)
{
    int seats = 0;
    for (const Vehicle& vehicle : problem.vehicles) {
        seats += outside(time, vehicle.available) == 0 ? vehicle.seats : 0;
    }
    return seats;
}

/// Seats of the vehicles that are there the whole day and the night after it.
int seats_all_day(const Problem& problem, Index day)
{
    const Interval whole = problem.calendar.days()[static_cast<std::size_t>(day)].whole;
    return seats_at(problem, {whole.begin, whole.end + length(whole)});
}

/// All who are on the way at a time have a seat; who leaves does so at once, with all their people.
/// A meeting of which no vehicle is known has as many as it needs.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (problem.vehicles.empty()) {
            return;
        }
        const std::vector<Leg> legs = legs_of(problem, plan, unit.day);
        if (legs.empty() || most_on_the_way(legs) <= seats_all_day(problem, unit.day)) {
            return;
        }
        std::vector<Change> changes;
        changes.reserve(2 * legs.size());
        for (const Leg& leg : legs) {
            changes.push_back({leg.way.begin, leg.people});
            changes.push_back({leg.way.end, -leg.people});
        }
        std::sort(changes.begin(), changes.end(),
                  [](const Change& a, const Change& b) { return a.at < b.at; });
        int people = 0;
        for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
            people += changes[i].people;
            const Interval time{changes[i].at, changes[i + 1].at};
            const int seats = people > 0 && length(time) > 0 ? seats_at(problem, time) : people;
            if (people > seats) {
                const int cars = (people - seats + seats_per_car - 1) / seats_per_car;
                report(cars * problem.grains(length(time)), [&] {
                    Violation violation;
                    for (const Leg& leg : legs) {
                        if (overlap(leg.way, time) > 0) {
                            violation.sessions.push_back(leg.to);
                        }
                    }
                    violation.needed = people;
                    violation.has = seats;
                    return violation;
                });
            }
        }
    }
};

} // namespace

const Constraint& transport_pool()
{
    static const WalkConstraint<Walk> constraint(RuleId::h14, UnitKind::lane_day, LaneKind::whole);
    return constraint;
}

} // namespace dostyk::schedule
