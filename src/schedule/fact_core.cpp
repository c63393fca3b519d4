#include "schedule/fact_core.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace dostyk::schedule {

using sat::Answer;
using sat::Literal;

FactCores::FactCores(sat::Solver& solver, const std::map<Fact, Literal>& facts,
                     const sat::Limits& limits, Forbid forbid)
: m_solver(solver), m_facts(facts), m_limits(limits), m_forbid(std::move(forbid))
{}

std::optional<std::vector<Fact>> FactCores::find(const IsAssumed& is_assumed)
{
    for (;;) {
        std::vector<Literal> assumed;
        for (const auto& [fact, literal] : m_facts) {
            if (is_assumed(fact)) {
                assumed.push_back(literal);
            }
        }
        const Answer answer = m_solver.solve(assumed, m_limits);
        if (answer == Answer::unknown) {
            m_is_stopped = true;
            return std::nullopt;
        }
        if (answer == Answer::unsatisfiable) {
            const auto failed = m_solver.failed();
            std::vector<Fact> core;
            for (const auto& [fact, literal] : m_facts) {
                if (std::find(failed.begin(), failed.end(), literal) != failed.end()) {
                    core.push_back(fact);
                }
            }
            return core;
        }
        if (!m_forbid(is_assumed)) {
            return std::nullopt;
        }
    }
}

void FactCores::shrink(std::vector<Fact>& core)
{
    for (std::size_t i = 0; i < core.size();) {
        std::set<Fact> rest(core.begin(), core.end());
        rest.erase(core[i]);
        const auto smaller = find([&](const Fact& fact) { return rest.contains(fact); });
        if (smaller) {
            // What was found to be needed before is needed still.
            std::erase_if(core, [&](const Fact& fact) {
                return !std::binary_search(smaller->begin(), smaller->end(), fact);
            });
        } else {
            ++i;
        }
    }
}

} // namespace dostyk::schedule
