/// \file
/// The least cost of a model, proved by unsatisfiable cores.

#pragma once

#include "schedule/sat/solver.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace dostyk::schedule::sat {

using Cost = std::int64_t;

/// A literal that costs something where it is true.
struct CostLiteral {
    Literal literal;
    Cost weight = 1; ///< [cost] positive
};

enum class SearchEnd {
    proved,     ///< The best model found has the least cost.
    impossible, ///< The clauses have no model.
    stopped,    ///< The limits were reached first.
};

struct SearchResult {
    SearchEnd end = SearchEnd::stopped;
    Cost lower = 0;            ///< No model costs less.
    std::optional<Cost> upper; ///< Cost of the best model; nothing where none was found.
};

/// Called while the solver holds a model that is better than all before.
using OnBetter = std::function<void(Cost cost)>;

/// Find a model of least cost.
///
/// OLL (Andres et al. 2012; Morgado et al. 2014): all costs are assumed away, and each core that
/// the solver finds raises the lower bound and is replaced by a count of its literals. Cores are
/// minimised; a round of cores that share nothing is found before their counts are assumed, so that
/// each round ends with a model, and the heavy ones come first. A bound is only ever assumed: what
/// is added for good follows from the clauses, so the solver can be asked other questions
/// afterwards.
[[nodiscard]] SearchResult find_least_cost(Solver& solver, std::span<const CostLiteral> costs,
                                           const Limits& limits, const OnBetter& on_better);

} // namespace dostyk::schedule::sat
