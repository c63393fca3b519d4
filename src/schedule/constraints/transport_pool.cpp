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

std::vector<Leg> legs_of(const Problem& problem, const Plan& plan, Index day)
{
    std::vector<Leg> legs;
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

int seats_at(const Problem& problem, Interval time)
{
    int seats = 0;
    for (const Vehicle& vehicle : problem.vehicles) {
        seats += outside(time, vehicle.available) == 0 ? vehicle.seats : 0;
    }
    return seats;
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
        std::vector<Minute> times;
        for (const Leg& leg : legs) {
            times.push_back(leg.way.begin);
            times.push_back(leg.way.end);
        }
        std::sort(times.begin(), times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
        for (std::size_t i = 0; i + 1 < times.size(); ++i) {
            const Interval time{times[i], times[i + 1]};
            int people = 0;
            for (const Leg& leg : legs) {
                people += overlap(leg.way, time) > 0 ? leg.people : 0;
            }
            const int seats = people > 0 ? seats_at(problem, time) : 0;
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
