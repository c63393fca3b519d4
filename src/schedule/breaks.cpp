#include "schedule/breaks.hpp"

#include "schedule/constraints/catalogue.hpp"
#include "schedule/units.hpp"

#include <string>
#include <unordered_map>

namespace dostyk::schedule {

namespace {

/// `visit(place in the catalogue, constraint, unit, amount)` for each unit that is broken.
template <typename Visit>
void for_each_break(const Problem& problem, const Plan& plan, const Visit& visit)
{
    const auto all = all_constraints();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (problem.book[all[i]->rule()].tier != Tier::hard) {
            continue;
        }
        for_each_unit(problem, *all[i], [&](Unit unit) {
            if (const int amount = all[i]->amount(problem, plan, unit); amount > 0) {
                visit(BreakKey{i, unit.of, unit.day}, *all[i], unit, amount);
            }
        });
    }
}

/// (first table) the place of the same id in the second one.
template <typename Table>
std::vector<Index> places_in(const Table& first, const Table& second)
{
    std::unordered_map<std::string, Index> places;
    for (std::size_t i = 0; i < second.size(); ++i) {
        places.emplace(second[i].id, static_cast<Index>(i));
    }
    std::vector<Index> made;
    for (const auto& each : first) {
        const auto found = places.find(each.id);
        made.push_back(found != places.end() ? found->second : none);
    }
    return made;
}

} // namespace

BreakAmounts count_breaks(const Problem& problem, const Plan& plan)
{
    BreakAmounts amounts;
    for_each_break(problem, plan,
                   [&](const BreakKey& key, const Constraint& /*constraint*/, Unit /*unit*/,
                       int amount) { amounts.emplace(key, amount); });
    return amounts;
}

BreakAmounts translated(const BreakAmounts& amounts, const Problem& from, const Problem& to)
{
    const auto sessions = places_in(from.sessions, to.sessions);
    const auto attendees = places_in(from.attendees, to.attendees);
    const auto venues = places_in(from.venues, to.venues);
    BreakAmounts made;
    for (const auto& [key, amount] : amounts) {
        const Constraint& constraint = *all_constraints()[key.constraint];
        BreakKey there = key;
        if (constraint.unit_kind() == UnitKind::session) {
            there.of = sessions[static_cast<std::size_t>(key.of)];
        } else if (constraint.unit_kind() == UnitKind::lane_day) {
            const LaneKind kind = constraint.lane_kind();
            const Index place = key.of - from.lane(kind, 0);
            const Index moved = kind == LaneKind::attendee || kind == LaneKind::wish
                                    ? attendees[static_cast<std::size_t>(place)]
                                : kind == LaneKind::venue ? venues[static_cast<std::size_t>(place)]
                                : place < to.lanes(kind)  ? place
                                                          : none;
            there.of = moved == none ? none : to.lane(kind, moved);
        }
        if (there.of != none) {
            made.emplace(there, amount);
        }
    }
    return made;
}

std::vector<Break> find_breaks(const Problem& problem, const Plan& plan,
                               const BreakAmounts& allowed)
{
    std::vector<Break> breaks;
    for_each_break(problem, plan,
                   [&](const BreakKey& key, const Constraint& constraint, Unit unit, int amount) {
                       const auto found = allowed.find(key);
                       const int most = found != allowed.end() ? found->second : 0;
                       if (amount > most) {
                           breaks.push_back({&constraint, unit, most});
                       }
                   });
    return breaks;
}

} // namespace dostyk::schedule
