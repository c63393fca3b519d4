/// \file
/// A whole number between two bounds as literals.

#pragma once

#include "schedule/sat/solver.hpp"

#include <vector>

namespace dostyk::schedule::sat {

/// Order encoding (Crawford and Baker 1994; Tamura et al. 2009): a literal for each "at least v".
///
/// A bound on a difference of two such numbers is then a set of clauses of two or three literals,
/// and a unit propagation moves whole ranges.
class OrderInteger {
public:
    /// \pre low <= high
    OrderInteger(Solver& solver, int low, int high);

    [[nodiscard]] int low() const noexcept { return m_low; }
    [[nodiscard]] int high() const noexcept { return m_low + static_cast<int>(m_steps.size()); }

    /// Any value may be asked for: below the range it is truth, above it falsity.
    [[nodiscard]] Literal at_least(int value) const;
    [[nodiscard]] Literal at_most(int value) const { return -at_least(value + 1); }

    /// The literal of "is this value"; made at its first use, falsity outside of the range.
    [[nodiscard]] Literal equals(int value);

    /// Take one value out of the range.
    void forbid(int value);

    /// Value in the model. \pre The last answer of the solver was satisfiable.
    [[nodiscard]] int value() const;

private:
    Solver* m_solver;
    int m_low;
    std::vector<Literal> m_steps;  ///< (high - low) at least low + 1 + i
    std::vector<Literal> m_values; ///< (high - low + 1), number 0 where it was not made yet
};

/// first + distance <= second, wherever `unless` does not hold.
void add_distance(Solver& solver, const OrderInteger& first, const OrderInteger& second,
                  int distance, Literal unless);

} // namespace dostyk::schedule::sat
