/// \file
/// Draws that prefer what costs little, the more so the colder it is.

#pragma once

#include "schedule/dice.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace dostyk::schedule {

/// exp(-cost / heat) of whole costs.
class HeatWeights {
public:
    HeatWeights() { warm(1); }

    /// \param heat  Above 0.
    void warm(double heat)
    {
        constexpr double never = 1e-9; // less than this is not drawn in a walk
        const double step = std::exp(-1 / heat);
        m_weights.clear();
        for (double weight = 1; weight > never; weight *= step) {
            m_weights.push_back(weight);
        }
    }
    /// \param cost  Not negative.
    [[nodiscard]] double operator()(std::int64_t cost) const
    {
        const auto index = static_cast<std::size_t>(cost);
        return index < m_weights.size() ? m_weights[index] : 0;
    }

private:
    std::vector<double> m_weights;
};

/// One of several, each as likely as its weight, of which only the sum is kept. Costs are counted
/// from the least so far.
template <typename T>
class HeatBath {
public:
    HeatBath(const HeatWeights& weights, Dice& dice) : m_weights(&weights), m_dice(&dice) {}

    void offer(const T& each, std::int64_t cost)
    {
        double weight = 1;
        if (m_sum == 0) {
            m_least = cost;
        } else if (cost < m_least) {
            m_sum *= (*m_weights)(std::exchange(m_least, cost) - cost);
        } else {
            weight = (*m_weights)(cost - m_least);
            if (weight == 0) {
                return;
            }
        }
        m_sum += weight;
        if (m_dice->share() * m_sum < weight) {
            m_drawn = each;
        }
    }
    /// Nothing where nothing was offered.
    [[nodiscard]] std::optional<T> drawn() const
    {
        return m_sum > 0 ? std::optional(m_drawn) : std::nullopt;
    }

private:
    const HeatWeights* m_weights;
    Dice* m_dice;
    T m_drawn{};
    std::int64_t m_least = 0;
    double m_sum = 0;
};

} // namespace dostyk::schedule
