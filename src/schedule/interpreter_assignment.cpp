#include "schedule/interpreter_assignment.hpp"

#include "schedule/fact_core.hpp"
#include "schedule/sat/core_guided.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <set>
#include <utility>

namespace dostyk::schedule {

using sat::Literal;

namespace {

/// The fewest literals that have to be true, of a model that breaks nothing.
struct Least {
    InterpreterLists named;
    int count = 0;
    bool is_proved = false;
};

std::optional<Least> find_least(InterpreterModel& model, const std::vector<Literal>& costly,
                                const sat::Limits& limits)
{
    std::vector<sat::CostLiteral> costs;
    for (const Literal each : costly) {
        costs.push_back({each, 1});
    }
    for (;;) {
        std::optional<Least> best;
        const sat::SearchResult result =
            sat::find_least_cost(model.solver(), costs, limits, [&](sat::Cost cost) {
                best = Least{model.read(), static_cast<int>(cost), false};
            });
        if (!best) {
            return std::nullopt;
        }
        if (!model.forbid(best->named)) {
            best->is_proved = result.end == sat::SearchEnd::proved;
            return best;
        }
    }
}

/// Keep to what was found to be the fewest.
void keep_to(InterpreterModel& model, const std::vector<Literal>& costly, int count)
{
    if (!costly.empty()) {
        sat::Totalizer total(model.solver(), costly, sat::Counting::upward);
        model.solver().add_clause({-total.at_least(count + 1)});
    }
}

/// Of what is left open let nobody have much more to do than others, as far as that is found soon.
void share_out(InterpreterModel& model, InterpreterLists& named, sat::Limits limits)
{
    constexpr std::chrono::seconds time_to_share{1};
    const auto until = std::chrono::steady_clock::now() + time_to_share;
    limits.deadline = std::min(limits.deadline.value_or(until), until);
    if (auto even = find_least(model, model.loads(), limits)) {
        named = std::move(even->named);
    }
}

/// Literals of the needs that are not covered.
std::vector<Literal> uncovered_needs(InterpreterModel& model)
{
    std::vector<Literal> all;
    for (std::size_t i = 0; i < model.needs().size(); ++i) {
        all.push_back(-model.has_speakers(i, model.needs()[i].booth));
    }
    return all;
}

/// Literals of the places in booths that stay empty.
std::vector<Literal> empty_places(InterpreterModel& model)
{
    std::vector<Literal> all;
    for (std::size_t i = 0; i < model.needs().size(); ++i) {
        for (int count = 1; count <= model.needs()[i].booth; ++count) {
            all.push_back(-model.has_speakers(i, count));
        }
    }
    return all;
}

/// Needs that cannot all be covered, and why.
class Shortages {
public:
    Shortages(const Problem& problem, const Plan& plan, const sat::Limits& limits)
    : m_model(problem, plan, InterpreterModel::Naming::facts),
      m_cores(m_model.solver(), m_model.facts(), limits,
              [this](const FactCores::IsAssumed& is_assumed) {
                  return m_model.forbid(m_model.read(), is_assumed);
              })
    {}

    /// \param uncovered  Of an assignment that leaves as little uncovered as can be.
    /// \param is_whole   Set where all of them are explained.
    std::vector<Contradiction> run(const std::vector<SpeechNeed>& uncovered, bool& is_whole)
    {
        std::set<Fact> open;
        for (const SpeechNeed& need : uncovered) {
            open.insert({FactKind::interpreted, need.session, need.pair});
        }
        std::vector<Contradiction> found;
        std::set<Fact> explained;
        while (!open.empty()) {
            auto why = find_one(explained);
            if (!why) {
                break;
            }
            for (const Fact& fact : why->facts) {
                if (open.erase(fact) > 0) {
                    explained.insert(fact);
                }
            }
            found.push_back(*std::move(why));
        }
        is_whole = open.empty() && !m_cores.is_stopped();
        return found;
    }

private:
    std::optional<Contradiction> find_one(const std::set<Fact>& without)
    {
        auto core = m_cores.find([&](const Fact& fact) { return !without.contains(fact); });
        if (!core) {
            return std::nullopt;
        }
        // The needs first: without one of them most of the others are not needed.
        std::stable_partition(core->begin(), core->end(),
                              [](const Fact& fact) { return fact.kind == FactKind::interpreted; });
        m_cores.shrink(*core);
        std::sort(core->begin(), core->end());
        return Contradiction{*std::move(core), !m_cores.is_stopped()};
    }

    InterpreterModel m_model;
    FactCores m_cores;
};

std::vector<Index> in_first_alone(const std::vector<Index>& first, const std::vector<Index>& second)
{
    std::vector<Index> made;
    std::set_difference(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(made));
    return made;
}

std::vector<InterpreterChange> changes_between(const InterpreterLists& before,
                                               const InterpreterLists& after, const Plan& plan)
{
    std::vector<InterpreterChange> changes;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] != after[i]) {
            changes.push_back({static_cast<Index>(i), in_first_alone(after[i], before[i]),
                               in_first_alone(before[i], after[i])});
        }
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [&](const InterpreterChange& a, const InterpreterChange& b) {
                         return plan[a.session].start < plan[b.session].start;
                     });
    return changes;
}

std::vector<SpeechNeed> uncovered_by(const Problem& problem, const Plan& plan,
                                     const InterpreterLists& named)
{
    const Problem after = with_interpreters(problem, named);
    std::vector<SpeechNeed> needs = find_cover(after, Plan(after, plan.placements())).needs;
    std::erase_if(needs, [](const SpeechNeed& need) { return need.is_covered(); });
    return needs;
}

} // namespace

std::optional<InterpreterAssignment> assign_interpreters(const Problem& problem, const Plan& plan,
                                                         std::span<const Index> absent,
                                                         const sat::Limits& limits)
{
    const Problem present = without_interpreters(problem, absent);
    const Plan held(present, plan.placements());
    InterpreterModel model(present, held);
    InterpreterAssignment made;
    made.is_least = true;
    for (const auto& costly : {uncovered_needs(model), empty_places(model), model.changes()}) {
        auto least = find_least(model, costly, limits);
        made.is_least = made.is_least && least && least->is_proved;
        if (!least) {
            break;
        }
        keep_to(model, costly, least->count);
        made.named = std::move(least->named);
    }
    if (made.named.empty() && !problem.sessions.empty()) {
        return std::nullopt;
    }
    if (made.is_least) {
        share_out(model, made.named, limits);
    }
    made.changes = changes_between(interpreters_of(problem), made.named, plan);
    made.uncovered = uncovered_by(present, plan, made.named);
    made.is_proved = made.uncovered.empty();
    if (!made.is_proved) {
        made.shortages = Shortages(present, held, limits).run(made.uncovered, made.is_proved);
    }
    return made;
}

std::vector<Breach> breaches_of(const Problem& problem, const Plan& plan,
                                const InterpreterAssignment& assignment)
{
    const auto before = check_plan(problem, plan.placements());
    auto after = check_plan(with_interpreters(problem, assignment.named), plan.placements());
    std::erase_if(after, [&](const Breach& breach) {
        const bool is_pool = breach.rule == RuleId::h13 && breach.attendee == none;
        const auto is_uncovered = [&](Index session) {
            return std::any_of(assignment.uncovered.begin(), assignment.uncovered.end(),
                               [&](const SpeechNeed& need) { return need.session == session; });
        };
        return std::find(before.begin(), before.end(), breach) != before.end() ||
               (is_pool &&
                std::any_of(breach.sessions.begin(), breach.sessions.end(), is_uncovered));
    });
    return after;
}

} // namespace dostyk::schedule
