#include "schedule/search/rebuild.hpp"

#include "schedule/search/moves/draws.hpp"

#include <array>

namespace dostyk::schedule {

namespace {

constexpr std::size_t most_sessions = 10;
constexpr int samples = 6;

std::int64_t cost_of(const Scorer& scorer, std::int64_t hard_weight)
{
    return scorer.score().hard * hard_weight + scorer.score().soft;
}

/// The session, and behind it others that its attendees have on a day on which it could be held.
std::vector<Index> knot_of(const MoveContext& context, Index session, Dice& dice)
{
    const Index day = context.problem.calendar.day_of(any_slot(context, session, dice).start);
    std::vector<Index> others;
    for (const Index attendee : context.problem.session(session).required) {
        const Index lane = context.problem.lane(LaneKind::attendee, attendee);
        for (const Index other : context.plan.row(lane, day)) {
            if (other != session && context.is_movable(other) &&
                std::find(others.begin(), others.end(), other) == others.end()) {
                others.push_back(other);
            }
        }
    }
    dice.shuffle(others);
    others.resize(std::min(others.size(), most_sessions - 1));
    others.insert(others.begin(), session);
    return others;
}

/// Put a session that is nowhere where it costs least of some places.
void put_back(Scorer& scorer, const MoveContext& context, Index session, Dice& dice,
              std::int64_t hard_weight)
{
    bool is_placed = false;
    for (int i = 0; i < samples; ++i) {
        look_around(context, session, {});
        const auto gap = any_gap(context, dice);
        const Placement to = gap ? gap->to : any_slot(context, session, dice);
        const std::array<Shift, 1> shift{{{session, to}}};
        if (!is_placed) {
            scorer.apply(shift);
            is_placed = true;
        } else {
            scorer.apply_if(shift, hard_weight, cost_of(scorer, hard_weight) - 1);
        }
    }
}

} // namespace

bool rebuild(Scorer& scorer, const MoveContext& context, Index session, Dice& dice,
             std::int64_t hard_weight, std::int64_t most)
{
    const std::vector<Index> knot = knot_of(context, session, dice);
    std::vector<Shift> back;
    std::vector<Shift> out;
    for (const Index each : knot) {
        back.push_back({each, context.plan[each]});
        out.push_back({each, {}});
    }
    scorer.apply(out);
    for (const Index each : knot) {
        put_back(scorer, context, each, dice, hard_weight);
    }
    if (cost_of(scorer, hard_weight) > most) {
        scorer.apply(back);
        return false;
    }
    return true;
}

} // namespace dostyk::schedule
