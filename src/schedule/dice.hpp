/// \file
/// Chance that is the same everywhere: the standard leaves distributions to each library.

#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace dostyk::schedule {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    /// A whole number, both ends included. The bias of so small a range is far below what any of
    /// its uses could tell.
    [[nodiscard]] int roll(int least, int most)
    {
        const auto range = static_cast<std::uint64_t>(most - least) + 1;
        return least + static_cast<int>(m_engine() % range);
    }
    /// A whole number from 0 to below another one, without a division: searches draw millions.
    [[nodiscard]] int below(int end)
    {
        constexpr int half = 32;
        return static_cast<int>(((m_engine() >> half) * static_cast<std::uint64_t>(end)) >> half);
    }
    /// In [0, 1)
    [[nodiscard]] double share()
    {
        constexpr int shift = 64 - 53; // what a double holds
        constexpr double unit = 0x1.0p-53;
        return static_cast<double>(m_engine() >> shift) * unit;
    }
    /// Two of them at once, in steps of 2^-32: for draws by the million.
    [[nodiscard]] std::pair<double, double> two_shares()
    {
        constexpr double unit = 0x1.0p-32;
        const std::uint64_t drawn = m_engine();
        return {static_cast<double>(drawn >> 32U) * unit,
                static_cast<double>(drawn & 0xffffffffU) * unit};
    }
    /// True in so many of a hundred.
    [[nodiscard]] bool percent(int chance) { return roll(0, 99) < chance; }

    template <typename T>
    [[nodiscard]] const T& pick(const std::vector<T>& all)
    {
        return all[static_cast<std::size_t>(roll(0, static_cast<int>(all.size()) - 1))];
    }
    template <typename T>
    void shuffle(std::vector<T>& all)
    {
        for (std::size_t i = all.size(); i > 1; --i) {
            std::swap(all[i - 1], all[static_cast<std::size_t>(roll(0, static_cast<int>(i) - 1))]);
        }
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace dostyk::schedule
