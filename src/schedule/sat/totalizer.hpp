/// \file
/// How many of some literals are true, as literals.

#pragma once

#include "schedule/sat/solver.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace dostyk::schedule::sat {

/// Which way a count and its inputs decide each other.
enum class Counting {
    upward,   ///< True inputs make the count; enough where counts are only kept low.
    both_ways ///< The count is exactly that of the inputs.
};

/// Totalizer (Bailleux and Boufkhad 2003): a balanced tree that merges unary counts.
///
/// Outputs are made up to the count that was asked for, and more when more is asked for
/// (Martins et al. 2014): a core-guided search needs the first few of many trees.
class Totalizer {
public:
    Totalizer(Solver& solver, std::span<const Literal> inputs, Counting counting);

    /// Number of inputs.
    [[nodiscard]] int size() const noexcept { return m_size; }

    /// The literal of "at least so many are true"; truth for 0, falsity beyond size().
    [[nodiscard]] Literal at_least(int count);

private:
    struct Node {
        std::size_t left = 0; ///< Of leaves both are 0.
        std::size_t right = 0;
        int size = 1;
        std::vector<Literal> outputs; ///< At least i + 1; grows up to size.
    };

    std::size_t make_tree(std::span<const Literal> inputs);
    void extend(std::size_t node, int count);
    void merge(const Node& node, int from, int left, int right);
    [[nodiscard]] Literal output(std::size_t node, int count) const;

    Solver* m_solver;
    Counting m_counting;
    int m_size;
    std::vector<Node> m_nodes; ///< The root is the last one.
};

} // namespace dostyk::schedule::sat
