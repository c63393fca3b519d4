#include "schedule/repair.hpp"

#include "schedule/placement_model.hpp"
#include "schedule/sat/core_guided.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dostyk::schedule {

using sat::Answer;
using sat::Literal;

namespace {

using Clock = std::chrono::steady_clock;

class Repairing {
public:
    Repairing(const Problem& problem, const Plan& plan, const RepairRequest& request)
    : m_problem(problem), m_request(request), m_model(problem, plan)
    {}

    Repair run()
    {
        if (forbid_breaks(m_model.base())) {
            sat::Limits limits = m_request.limits;
            if (limits.deadline) {
                const auto left = *limits.deadline - Clock::now();
                limits.deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                                     left * m_request.proof_share);
            }
            if (!search_fewest(limits)) {
                search_any();
            }
        } else {
            m_repair.end = RepairEnd::found;
            m_repair.is_least = true;
        }
        for (std::size_t i = 0; i < m_problem.sessions.size(); ++i) {
            if (m_model.is_expanded(static_cast<Index>(i))) {
                m_repair.looked_at.push_back(static_cast<Index>(i));
            }
        }
        return std::move(m_repair);
    }

private:
    /// True where there was something to forbid.
    bool forbid_breaks(const Plan& plan)
    {
        const auto breaks = find_breaks(m_problem, plan, m_request.allowed);
        for (const Break& each : breaks) {
            m_model.forbid(each, plan);
        }
        return !breaks.empty();
    }

    /// What was broken before is forbidden to sessions that move, though it need not be mended.
    [[nodiscard]] bool is_proof() const { return m_model.is_exact() && m_request.allowed.empty(); }

    /// Expand whoever the bound moves, until it moves nobody else. False when the time is over.
    bool search_fewest(const sat::Limits& limits)
    {
        bool is_first = true;
        for (;;) {
            std::vector<sat::CostLiteral> costs;
            for (const auto& [session, kept] : m_model.kept()) {
                costs.push_back({-kept, 1});
            }
            std::vector<Index> moved;
            std::optional<Plan> plan;
            const auto take = [&](sat::Cost /*cost*/) {
                moved.clear();
                for (const auto& [session, kept] : m_model.kept()) {
                    if (!m_model.solver().is_true(kept) && !m_model.is_expanded(session)) {
                        moved.push_back(session);
                    }
                }
                plan = m_model.read();
            };
            const sat::SearchResult result = find_least_cost(m_model.solver(), costs, limits, take);
            if (result.end == sat::SearchEnd::stopped) {
                return false;
            }
            if (result.end == sat::SearchEnd::impossible) {
                m_repair.end = is_proof() ? RepairEnd::impossible : RepairEnd::gave_up;
                return true;
            }
            if (is_first) {
                m_repair.forced = static_cast<int>(result.lower);
                is_first = false;
            }
            for (const Index session : moved) {
                m_model.expand(session);
            }
            if (moved.empty() && !forbid_breaks(*plan)) {
                m_repair.is_least = is_proof();
                finish(*std::move(plan));
                return true;
            }
        }
    }

    /// Keep all that is not expanded, and let go of whoever is in the way.
    void search_any()
    {
        for (;;) {
            std::vector<Literal> assumed;
            for (const auto& [session, kept] : m_model.kept()) {
                if (!m_model.is_expanded(session)) {
                    assumed.push_back(kept);
                }
            }
            const Answer answer = m_model.solver().solve(assumed, m_request.limits);
            if (answer == Answer::unknown) {
                return;
            }
            if (answer == Answer::unsatisfiable) {
                const auto core = m_model.solver().failed();
                if (core.empty()) {
                    m_repair.end = is_proof() ? RepairEnd::impossible : RepairEnd::gave_up;
                    return;
                }
                expand_all(core);
                continue;
            }
            Plan plan = tighten(std::move(assumed));
            if (!forbid_breaks(plan)) {
                finish(std::move(plan));
                return;
            }
        }
    }

    void expand_all(const std::vector<Literal>& core)
    {
        const auto kept = m_model.kept(); // grows while sessions are expanded
        for (const auto& [session, literal] : kept) {
            if (std::find(core.begin(), core.end(), literal) != core.end()) {
                m_model.expand(session);
            }
        }
    }

    /// The plan of a model that keeps whoever can be kept, one after the other.
    Plan tighten(std::vector<Literal> assumed)
    {
        std::vector<Literal> moved;
        const auto look = [&] {
            std::vector<Literal> left;
            for (const auto& [session, kept] : m_model.kept()) {
                if (!m_model.solver().is_true(kept)) {
                    left.push_back(kept);
                }
            }
            return left;
        };
        Plan plan = m_model.read();
        moved = look();
        while (!moved.empty()) {
            const Literal tried = moved.back();
            moved.pop_back();
            assumed.push_back(tried);
            constexpr int conflicts = 2000;
            if (m_model.solver().solve(assumed, m_request.limits, conflicts) !=
                Answer::satisfiable) {
                assumed.pop_back();
                continue;
            }
            plan = m_model.read();
            const auto left = look();
            for (const Literal each : moved) {
                if (std::find(left.begin(), left.end(), each) == left.end()) {
                    assumed.push_back(each);
                }
            }
            std::erase_if(moved, [&](Literal each) {
                return std::find(left.begin(), left.end(), each) == left.end();
            });
        }
        return plan;
    }

    [[nodiscard]] std::vector<Shift> moves_of(const Plan& plan) const
    {
        std::vector<Shift> moves;
        for (std::size_t i = 0; i < m_problem.sessions.size(); ++i) {
            const auto session = static_cast<Index>(i);
            if (plan[session] != m_model.base()[session]) {
                moves.push_back({session, plan[session]});
            }
        }
        return moves;
    }

    void finish(Plan plan)
    {
        Plan better = improve(plan);
        const bool is_sound = find_breaks(m_problem, better, m_request.allowed).empty();
        m_repair.moves = moves_of(is_sound ? better : plan);
        m_repair.end = RepairEnd::found;
    }

    /// Other placements of the sessions that move anyway, as long as that saves soft cost.
    [[nodiscard]] Plan improve(const Plan& plan) const
    {
        Scorer scorer(m_problem, plan);
        constexpr std::int64_t hard_weight = 1'000'000'000;
        constexpr int most_tries = 20'000;
        int tries = 0;
        const auto cost = [&] { return scorer.score().hard * hard_weight + scorer.score().soft; };
        for (const Shift& move : moves_of(plan)) {
            const Index session = move.session;
            const Session& facts = m_problem.session(session);
            if (facts.pinned) {
                continue;
            }
            for (const Minute start : m_model.starts(session)) {
                for (const Index venue : facts.venues) {
                    const Shift shift{session, {start, venue}};
                    if (++tries > most_tries || m_request.limits.is_over()) {
                        return scorer.plan();
                    }
                    if (shift.to != scorer.plan()[session]) {
                        scorer.apply_if({&shift, 1}, hard_weight, cost() - 1);
                    }
                }
            }
        }
        return scorer.plan();
    }

    const Problem& m_problem;
    const RepairRequest& m_request;
    PlacementModel m_model;
    Repair m_repair;
};

} // namespace

Repair repair(const Problem& problem, const Plan& plan, const RepairRequest& request)
{
    return Repairing(problem, plan, request).run();
}

} // namespace dostyk::schedule
