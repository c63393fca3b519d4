#include "schedule/search/proposer.hpp"

#include <cmath>
#include <limits>
#include <numeric>

namespace dostyk::schedule {

namespace {

/// How much more than it may cost a move may seem to cost at a quick look, to be counted: as much
/// as what the look does not see may save.
constexpr double unseen = 30;
constexpr double unseen_by_heat = 1;
/// Of a hundred moves while hard rules are broken, for sessions that break them.
constexpr int trouble_percent = 40;

Move draw_move(Dice& dice)
{
    const auto moves = all_moves();
    static const int total =
        std::accumulate(moves.begin(), moves.end(), 0,
                        [](int sum, const WeightedMove& each) { return sum + each.weight; });
    int left = dice.roll(0, total - 1);
    for (const WeightedMove& each : moves) {
        if (left < each.weight) {
            return each.move;
        }
        left -= each.weight;
    }
    return moves.front().move;
}

} // namespace

Proposer::Proposer(const Problem& problem, const Plan& plan, const Slots& slots,
                   const Movable& movable, std::uint64_t seed)
: m_problem(problem),
  m_plan(plan),
  m_slots(slots),
  m_movable(movable),
  m_dice(seed),
  m_room(problem, plan, slots)
{}

bool Proposer::draw(const Outlook& outlook, Proposal& proposal)
{
    const bool is_mending = outlook.is_broken && !outlook.troubled.empty();
    const Index session = m_dice.pick(
        is_mending && m_dice.percent(trouble_percent) ? outlook.troubled : m_movable.all());
    const double worse = -outlook.heat * std::log(1.0 - m_dice.share());
    proposal.allowance = static_cast<std::int64_t>(worse);
    MoveContext around = context();
    // While hard rules are broken it may be worth any wish to mend one.
    around.most_added =
        outlook.is_broken
            ? std::numeric_limits<std::int64_t>::max()
            : static_cast<std::int64_t>(worse + unseen + unseen_by_heat * outlook.heat);
    return draw_move(m_dice)(around, session, m_dice, proposal.shifts);
}

} // namespace dostyk::schedule
