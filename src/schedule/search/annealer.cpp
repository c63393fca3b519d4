#include "schedule/search/annealer.hpp"

#include "schedule/search/first_plan.hpp"
#include "schedule/search/rebuild.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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
constexpr int moves_between_looks = 5'000;
/// From this share of the walk on what is still broken is a knot, which is taken out and put back
/// in another order: so often, and with wishes that may lose so much by it.
constexpr double untying_from = 0.3;
constexpr int moves_between_unties = 256;
constexpr std::int64_t untying_slack = 300;

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
  m_scorer(problem, Plan(problem, start)),
  m_movable(problem, movable_of(problem, slots, start)),
  m_proposer(problem, m_scorer.plan(), slots, m_movable, seed)
{
    m_best = m_scorer.plan().placements();
    m_best_score = m_scorer.score();
    place_all(m_scorer, problem, slots, m_proposer.dice());
    keep_best();
    look_for_trouble();
    set_share(0);
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
    std::vector<Index>& troubled = m_outlook.troubled;
    troubled.clear();
    m_outlook.is_broken = m_scorer.score().hard > 0;
    if (!m_outlook.is_broken) {
        return;
    }
    for (const Violation& violation : explain(m_problem, m_scorer.plan())) {
        if (m_problem.book[violation.rule].tier == Tier::hard) {
            troubled.insert(troubled.end(), violation.sessions.begin(), violation.sessions.end());
        }
    }
    std::erase_if(troubled, [&](Index each) { return !m_movable.has(each); });
}

void Annealer::set_share(double share)
{
    m_share = share;
    m_outlook.heat = hottest * std::pow(coldest / hottest, std::pow(share, cooling));
    m_hard_weight = static_cast<std::int64_t>(lightest * std::pow(heaviest / lightest, share));
    m_proposer.warm(m_outlook.heat);
}

void Annealer::note(std::span<const Shift> shifts)
{
    m_taken.insert(m_taken.end(), shifts.begin(), shifts.end());
    m_outlook.is_broken = m_scorer.score().hard > 0;
    keep_best();
}

void Annealer::hand_over(std::vector<Shift>& taken)
{
    taken.clear();
    std::swap(taken, m_taken);
}

void Annealer::untie()
{
    const std::vector<Placement> before = placements();
    const Score now = m_scorer.score();
    const auto weight = static_cast<std::int64_t>(heaviest);
    Dice& dice = m_proposer.dice();
    if (!rebuild(m_scorer, m_proposer.context(), dice.pick(m_outlook.troubled), dice, weight,
                 now.hard * weight + now.soft + untying_slack)) {
        return;
    }
    std::vector<Shift> shifts;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (placements()[i] != before[i]) {
            shifts.push_back({static_cast<Index>(i), placements()[i]});
        }
    }
    note(shifts);
}

void Annealer::take(const Proposal& proposal)
{
    const Score now = m_scorer.score();
    if (m_scorer.apply_if(proposal.shifts, m_hard_weight,
                          now.hard * m_hard_weight + now.soft + proposal.allowance)) {
        note(proposal.shifts);
    }
}

void Annealer::step()
{
    if (++m_moves_since_look >= moves_between_looks) {
        look_for_trouble();
    }
    if (m_share > untying_from && m_moves_since_look % moves_between_unties == 0 &&
        m_outlook.is_broken && !m_outlook.troubled.empty()) {
        untie();
    }
    if (m_proposer.draw(m_outlook, m_proposal)) {
        take(m_proposal);
    }
}

} // namespace dostyk::schedule
