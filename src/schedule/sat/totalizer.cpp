#include "schedule/sat/totalizer.hpp"

#include <algorithm>

namespace dostyk::schedule::sat {

Totalizer::Totalizer(Solver& solver, std::span<const Literal> inputs, Counting counting)
: m_solver(&solver), m_counting(counting), m_size(static_cast<int>(inputs.size()))
{
    if (!inputs.empty()) {
        make_tree(inputs);
    }
}

Literal Totalizer::at_least(int count)
{
    if (count <= 0) {
        return m_solver->truth();
    }
    if (count > m_size) {
        return m_solver->falsity();
    }
    extend(m_nodes.size() - 1, count);
    return output(m_nodes.size() - 1, count);
}

std::size_t Totalizer::make_tree(std::span<const Literal> inputs)
{
    Node node;
    node.size = static_cast<int>(inputs.size());
    if (inputs.size() == 1) {
        node.outputs = {inputs.front()};
    } else {
        const std::size_t half = inputs.size() / 2;
        node.left = make_tree(inputs.first(half));
        node.right = make_tree(inputs.subspan(half));
    }
    m_nodes.push_back(std::move(node));
    return m_nodes.size() - 1;
}

Literal Totalizer::output(std::size_t node, int count) const
{
    if (count <= 0) {
        return m_solver->truth();
    }
    return count > m_nodes[node].size ? m_solver->falsity()
                                      : m_nodes[node].outputs[static_cast<std::size_t>(count - 1)];
}

void Totalizer::extend(std::size_t at, int count)
{
    const int wanted = std::min(count, m_nodes[at].size);
    const int had = static_cast<int>(m_nodes[at].outputs.size());
    if (wanted <= had) {
        return;
    }
    extend(m_nodes[at].left, wanted);
    extend(m_nodes[at].right, wanted);
    Node& node = m_nodes[at];
    for (int i = had; i < wanted; ++i) {
        node.outputs.push_back(m_solver->make_literal());
        if (i > 0) {
            m_solver->add_clause(
                {-node.outputs.back(), node.outputs[static_cast<std::size_t>(i - 1)]});
        }
    }
    const int most_left = std::min(wanted, m_nodes[node.left].size);
    const int most_right = std::min(wanted, m_nodes[node.right].size);
    for (int left = 0; left <= most_left; ++left) {
        for (int right = 0; right <= most_right; ++right) {
            merge(node, had, left, right);
        }
    }
}

/// What counts of both halves say about the sum, where that output is newer than `from`.
void Totalizer::merge(const Node& node, int from, int left, int right)
{
    const int made = static_cast<int>(node.outputs.size());
    const int sum = left + right;
    if (sum > from && sum <= made) {
        m_solver->add_clause({-output(node.left, left), -output(node.right, right),
                              node.outputs[static_cast<std::size_t>(sum - 1)]});
    }
    if (m_counting == Counting::both_ways && sum >= from && sum < made) {
        m_solver->add_clause({output(node.left, left + 1), output(node.right, right + 1),
                              -node.outputs[static_cast<std::size_t>(sum)]});
    }
}

} // namespace dostyk::schedule::sat
