/// \file
/// A satisfiability solver that lives on between questions: literals, clauses, assumptions.

#pragma once

#include <chrono>
#include <compare>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace dostyk::schedule::sat {

/// A Boolean variable or its negation, as DIMACS numbers them.
struct Literal {
    int number = 0; ///< Positive: the variable, negative: its negation; 0 is none.

    friend Literal operator-(Literal literal) noexcept { return {-literal.number}; }
    friend auto operator<=>(const Literal&, const Literal&) = default;
};

/// When a search has to end without an answer.
struct Limits {
    std::stop_token stop;                                          ///< May be set by any thread.
    std::optional<std::chrono::steady_clock::time_point> deadline; ///< On the wall.

    [[nodiscard]] bool is_over() const;
};

enum class Answer { satisfiable, unsatisfiable, unknown };

/// CaDiCaL (Biere et al.) in this process. One object belongs to one thread.
///
/// Clauses stay for good and assumptions for one question, so that a requirement which may have
/// to go is guarded by a selector literal that is assumed while it holds; failed() then names the
/// selectors that cannot hold together.
class Solver {
public:
    Solver();
    ~Solver();
    Solver(Solver&&) noexcept;
    Solver& operator=(Solver&&) noexcept;

    [[nodiscard]] Literal make_literal();

    /// The literal that is always true; its negation is the one that never is.
    [[nodiscard]] Literal truth() const noexcept { return m_truth; }
    [[nodiscard]] Literal falsity() const noexcept { return -m_truth; }

    /// At least one of them holds. None: the clauses have no model any more.
    void add_clause(std::span<const Literal> clause);
    void add_clause(std::initializer_list<Literal> clause);

    /// Looked for first where the clauses leave a choice; no constraint.
    void prefer(Literal literal);

    /// Is there a model of all clauses in which the assumptions hold?
    ///
    /// \param conflicts  Answers unknown after so many; nothing: without such an end.
    [[nodiscard]] Answer solve(std::span<const Literal> assumptions, const Limits& limits,
                               std::optional<int> conflicts = std::nullopt);

    /// \pre The last answer was satisfiable, and no clause came since.
    [[nodiscard]] bool is_true(Literal literal) const;

    /// Assumptions of the last question that cannot hold together; empty when the clauses alone
    /// have no model. Not a least set.
    ///
    /// \pre The last answer was unsatisfiable, and no clause came since.
    [[nodiscard]] std::vector<Literal> failed() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
    Literal m_truth;
};

} // namespace dostyk::schedule::sat
