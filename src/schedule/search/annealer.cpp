#include "schedule/search/annealer.hpp"

#include "schedule/search/first_plan.hpp"
#include "schedule/search/move.hpp"
#include "schedule/search/rebuild.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace dostyk::schedule {

namespace {

/// What a unit of a hard rule weighs against wishes while plans are compared, at the beginning and
/// at the end. Never infinite: the way to a good plan leads through bad ones.
constexpr double lightest = 100;
constexpr double heaviest = 1000;
/// What a move may make worse, on average: some wishes at the beginning, hardly one at the end:
/// the best of those that were tried on a forum of 400 sessions with four million moves.
constexpr double hottest = 80;
constexpr double coldest = 3;
/// Above 1 more time is spent hot than cold.
constexpr double cooling = 1.4;
/// How much more than it may cost a move may seem to cost at a quick look, to be counted: as much
/// as what the look does not see may save.
constexpr double unseen = 30;
constexpr double unseen_by_heat = 1;
constexpr int moves_between_looks = 5'000;
/// From this share of the walk on what is still broken is a knot, which is taken out and put back
/// in another order: so often, and with wishes that may lose so much by it.
constexpr double untying_from = 0.3;
constexpr int moves_between_unties = 256;
constexpr std::int64_t untying_slack = 300;
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

std::vector<Index> movable_of(const Problem& problem, const Slots& slots,
                              const std::vector<Placement>& start)
{
    std::vector<Index> movable;
    for (std::size_t i = 0; i < start.size(); ++i) {
        const auto session = static_cast<Index>(i);
        if (!problem.sessions[i].pinned && !start[i].is_dropped && !slots.of(session).empty()) {
            movable.push_back(session);
        }
    }
    return movable;
}

} // namespace

Annealer::Annealer(const Problem& problem, const Slots& slots, const std::vector<Placement>& start,
                   std::uint64_t seed)
: m_problem(problem),
  m_slots(slots),
  m_dice(seed),
  m_scorer(problem, Plan(problem, start)),
  m_movable(problem, movable_of(problem, slots, start)),
  m_room(problem, m_scorer.plan(), slots)
{
    m_best = m_scorer.plan().placements();
    m_best_score = m_scorer.score();
    place_all(m_scorer, problem, slots, m_dice);
    keep_best();
    look_for_trouble();
}

void Annealer::keep_best()
{
    if (m_scorer.score() < m_best_score) {
        m_best_score = m_scorer.score();
        m_best = m_scorer.plan().placements();
    }
}

void Annealer::look_for_trouble()
{
    m_moves_since_look = 0;
    m_troubled.clear();
    if (m_scorer.score().hard == 0) {
        return;
    }
    for (const Violation& violation : explain(m_problem, m_scorer.plan())) {
        if (m_problem.book[violation.rule].tier == Tier::hard) {
            m_troubled.insert(m_troubled.end(), violation.sessions.begin(),
                              violation.sessions.end());
        }
    }
    std::erase_if(m_troubled, [&](Index each) { return !m_movable.has(each); });
}

Index Annealer::pick_session()
{
    const bool is_mending = m_scorer.score().hard > 0 && !m_troubled.empty();
    return m_dice.pick(is_mending && m_dice.percent(trouble_percent) ? m_troubled
                                                                     : m_movable.all());
}

void Annealer::untie(const MoveContext& context)
{
    const Score now = m_scorer.score();
    const auto weight = static_cast<std::int64_t>(heaviest);
    if (rebuild(m_scorer, context, m_dice.pick(m_troubled), m_dice, weight,
                now.hard * weight + now.soft + untying_slack)) {
        keep_best();
    }
}

void Annealer::run(int moves, double share)
{
    if (!can_move()) {
        return;
    }
    const double heat = hottest * std::pow(coldest / hottest, std::pow(share, cooling));
    const auto hard_weight =
        static_cast<std::int64_t>(lightest * std::pow(heaviest / lightest, share));
    m_room.weights.warm(heat);
    MoveContext context{m_problem, m_scorer.plan(), m_slots, m_movable, m_room};
    for (int i = 0; i < moves; ++i) {
        if (++m_moves_since_look >= moves_between_looks) {
            look_for_trouble();
        }
        const Index session = pick_session();
        if (share > untying_from && m_moves_since_look % moves_between_unties == 0 &&
            !m_troubled.empty() && m_scorer.score().hard > 0) {
            untie(context);
        }
        // What Metropolis would take, drawn before it is counted: the count can then stop early.
        const Score now = m_scorer.score();
        const double worse = -heat * std::log(1.0 - m_dice.share());
        // While hard rules are broken it may be worth any wish to mend one.
        context.most_added =
            now.hard > 0 ? std::numeric_limits<std::int64_t>::max()
                         : static_cast<std::int64_t>(worse + unseen + unseen_by_heat * heat);
        if (!draw_move(m_dice)(context, session, m_dice, m_shifts)) {
            continue;
        }
        const std::int64_t most =
            now.hard * hard_weight + now.soft + static_cast<std::int64_t>(worse);
        if (m_scorer.apply_if(m_shifts, hard_weight, most)) {
            keep_best();
        }
    }
}

} // namespace dostyk::schedule
