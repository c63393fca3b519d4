#include "schedule/infeasibility.hpp"

#include "schedule/fact_core.hpp"
#include "schedule/placement_model.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

namespace {

/// Rules that are clauses before any plan is found, or are left out of account.
bool is_judged(RuleId rule)
{
    const bool is_encoded = rule >= RuleId::h05 && rule <= RuleId::h10;
    return !is_encoded && rule != RuleId::h14 && rule != RuleId::h18;
}

Plan nothing_held(const Problem& problem)
{
    Plan plan(problem);
    Placement dropped;
    dropped.is_dropped = true;
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        plan.place(static_cast<Index>(i), dropped);
    }
    return plan;
}

class Explaining {
public:
    Explaining(const Problem& problem, std::span<const Index> sessions, const sat::Limits& limits)
    : m_problem(problem),
      m_model(problem, nothing_held(problem), PlacementModel::Naming::facts),
      m_cores(m_model.solver(), m_model.facts(), limits,
              [this](const FactCores::IsAssumed& is_assumed) { return forbid(is_assumed); })
    {
        for (const Index session : sessions) {
            m_model.expand(session);
        }
    }

    std::optional<Contradiction> run()
    {
        auto core = m_cores.find([](const Fact& /*fact*/) { return true; });
        if (!core) {
            return std::nullopt;
        }
        // The sessions come first: without one of them most of the others are not needed.
        m_cores.shrink(*core);
        const bool is_proved =
            m_model.is_exact() && std::none_of(core->begin(), core->end(), [&](const Fact& fact) {
                return m_model.may_be_mended(fact.kind);
            });
        return Contradiction{*std::move(core), !m_cores.is_stopped(), is_proved};
    }

private:
    bool forbid(const FactCores::IsAssumed& is_assumed)
    {
        const Plan plan = m_model.read();
        bool is_broken = false;
        for (const Break& each : find_breaks(m_problem, plan)) {
            if (is_judged(each.constraint->rule()) && m_model.forbid(each, plan, is_assumed)) {
                is_broken = true;
            }
        }
        return is_broken;
    }

    const Problem& m_problem;
    PlacementModel m_model;
    FactCores m_cores;
};

/// The sessions of each attendee, those first that fill the most of their time.
std::vector<std::vector<Index>> groups_of(const Problem& problem, std::span<const Index> sessions)
{
    std::vector<std::pair<double, std::vector<Index>>> groups(problem.attendees.size());
    for (const Index session : sessions) {
        for (const Index attendee : problem.session(session).required) {
            auto& [load, all] = groups[static_cast<std::size_t>(attendee)];
            load += problem.session(session).duration;
            all.push_back(session);
        }
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        Intervals here = shared(problem.attendees[i].available, united(problem.hours));
        Minute time = 1; // who is never there is the first
        for (const Interval& each : here) {
            time += length(each);
        }
        groups[i].first /= time;
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::vector<Index>> made;
    for (auto& [load, all] : groups) {
        if (all.size() > 1) {
            made.push_back(std::move(all));
        }
    }
    return made;
}

} // namespace

std::optional<Contradiction> find_contradiction(const Problem& problem,
                                                std::span<const Index> sessions,
                                                const sat::Limits& limits)
{
    return Explaining(problem, sessions, limits).run();
}

std::optional<Contradiction> find_why(const Problem& problem, std::span<const Index> sessions,
                                      const sat::Limits& limits)
{
    std::vector<std::vector<Index>> groups;
    for (const Index session : sessions) {
        groups.push_back({session});
    }
    for (auto& group : groups_of(problem, sessions)) {
        groups.push_back(std::move(group));
    }
    groups.emplace_back(sessions.begin(), sessions.end());
    for (const auto& group : groups) {
        sat::Limits part = limits;
        if (limits.deadline) {
            // One group that is hard to decide leaves time for the others.
            const auto now = std::chrono::steady_clock::now();
            part.deadline = now + (*limits.deadline - now) / 2;
        }
        if (auto found = find_contradiction(problem, group, part)) {
            return found;
        }
    }
    return std::nullopt;
}

bool rules_out_all(const Contradiction& why, const Problem& problem, const Plan& plan)
{
    const int grain = problem.book.customs.grain_min;
    const bool is_on_grid =
        std::all_of(problem.hours.begin(), problem.hours.end(),
                    [&](const Interval& hours) { return hours.begin % grain == 0; }) &&
        60 % grain == 0;
    const auto is_free = [&](Index session) {
        const Placement& now = plan[session];
        const auto& pinned = problem.session(session).pinned;
        return now.is_placed() && now.start % grain != 0 && (!pinned || pinned->start != now.start);
    };
    bool is_beside = false;
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        is_beside = is_beside || is_free(static_cast<Index>(i));
    }
    return why.is_proved && is_on_grid && !is_beside &&
           problem.book[RuleId::h01].tier == Tier::hard &&
           problem.book[RuleId::h08].tier == Tier::hard;
}

std::vector<Index> sessions_to_hold(const Problem& problem, const Plan& plan)
{
    std::vector<Index> all;
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const auto session = static_cast<Index>(i);
        if (!plan[session].is_dropped && problem.session(session).match_score == 0) {
            all.push_back(session);
        }
    }
    return all;
}

} // namespace dostyk::schedule
