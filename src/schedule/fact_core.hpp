/// \file
/// Facts of a model that contradict each other, and the fewest of them.

#pragma once

#include "schedule/fact.hpp"
#include "schedule/sat/solver.hpp"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace dostyk::schedule {

class FactCores {
public:
    using IsAssumed = std::function<bool(const Fact&)>;
    /// Forbid what the solver's model breaks of the facts that are assumed; false where it breaks
    /// nothing.
    using Forbid = std::function<bool(const IsAssumed&)>;

    /// \param facts  With the literal that selects each; it may grow while something is forbidden.
    /// All of it outlives the cores.
    FactCores(sat::Solver& solver, const std::map<Fact, sat::Literal>& facts,
              const sat::Limits& limits, Forbid forbid);

    /// Some of the facts that are assumed which contradict each other, sorted; nothing where they
    /// do not, or the time is over.
    [[nodiscard]] std::optional<std::vector<Fact>> find(const IsAssumed& is_assumed);
    /// Leave out what a core does without, from its first fact to its last.
    void shrink(std::vector<Fact>& core);
    /// A question was given up: what was found need not be minimal, nor all there is.
    [[nodiscard]] bool is_stopped() const noexcept { return m_is_stopped; }

private:
    sat::Solver& m_solver;
    const std::map<Fact, sat::Literal>& m_facts;
    const sat::Limits& m_limits;
    Forbid m_forbid;
    bool m_is_stopped = false;
};

} // namespace dostyk::schedule
