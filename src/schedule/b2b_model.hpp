/// \file
/// A forum's instance as clauses.

#pragma once

#include "schedule/b2b_instance.hpp"
#include "schedule/sat/core_guided.hpp"
#include "schedule/sat/solver.hpp"

#include <optional>
#include <vector>

namespace dostyk::schedule {

/// Clauses whose models are the plans of an instance, with what the plans cost.
class B2bModel {
public:
    /// Adds all clauses to the solver, which has to outlive the model.
    B2bModel(sat::Solver& solver, const B2bInstance& instance, std::optional<int> fairness);

    /// One literal for each break that a participant can have: "at least so many"; and one for
    /// each meeting that may be left out.
    [[nodiscard]] const std::vector<sat::CostLiteral>& costs() const noexcept { return m_costs; }

    /// The plan in the solver's model. (meetings) slots from 0, -1 where it is left out
    /// \pre The last answer of the solver was satisfiable.
    [[nodiscard]] std::vector<int> plan() const;

private:
    void add_meetings();
    void add_precedences();
    void add_usage();
    [[nodiscard]] sat::Literal make_usage(int person, int slot);
    void add_breaks(int person);
    void add_tables();
    void add_fairness(int most);

    void limit_meetings(int person);
    void add_table_limit(int slot);

    [[nodiscard]] sat::Literal held(int meeting, int slot) const;
    [[nodiscard]] sat::Literal used(int person, int slot) const;

    sat::Solver& m_solver;
    const B2bInstance& m_instance;
    std::vector<std::vector<sat::Literal>> m_held;   ///< (meetings, slots) is held in that slot
    std::vector<sat::Literal> m_left_out;            ///< (meetings) falsity where it is held
    std::vector<std::vector<sat::Literal>> m_used;   ///< (participants, slots) meets then
    std::vector<std::vector<sat::Literal>> m_breaks; ///< (participants, most) at least i + 1
    std::vector<sat::CostLiteral> m_costs;
};

} // namespace dostyk::schedule
