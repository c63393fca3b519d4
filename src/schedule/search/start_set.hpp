/// \file
/// Starts of a day as bits of its grid.

#pragma once

#include "schedule/interval.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>

namespace dostyk::schedule {

/// The times of a day at which a session may begin: `first`, and on by `grain`.
class DayGrid {
public:
    /// \pre 0 < grain <= 1440
    DayGrid(Minute first, Minute grain)
    : m_first(first), m_grain(grain), m_inverse(one / static_cast<std::uint64_t>(grain) + 1)
    {}

    [[nodiscard]] Minute at(std::size_t index) const noexcept
    {
        return m_first + static_cast<Minute>(index) * m_grain;
    }
    /// The index of the first time after a minute; 0 for a minute before the day.
    ///
    /// \pre minute < first + 2'900'000: then the product is that of a division.
    [[nodiscard]] std::size_t after(Minute minute) const noexcept
    {
        const auto since = static_cast<std::uint64_t>(std::max(0, minute - m_first + m_grain));
        return since * m_inverse >> shift;
    }
    /// The index of the first time that is not before a minute.
    [[nodiscard]] std::size_t from(Minute minute) const noexcept { return after(minute - 1); }

private:
    static constexpr int shift = 32;
    static constexpr std::uint64_t one = std::uint64_t{1} << shift;

    Minute m_first;
    Minute m_grain;
    std::uint64_t m_inverse;
};

using StartWord = std::uint64_t;
inline constexpr std::size_t starts_a_word = 64;

/// 48 hours by the minute: no clock was ever put back by more than a day.
inline constexpr std::size_t most_start_words = 46;

/// Some of the times of a grid. It lies in itself and copies only what it uses: searches make
/// millions of it.
class StartSet {
public:
    StartSet() = default;
    explicit StartSet(std::span<const StartWord> words) : m_count(words.size()) { copy(words); }
    /// None of so many words.
    explicit StartSet(std::size_t words) : m_count(words)
    {
        std::fill_n(m_words.begin(), words, StartWord{0});
    }
    StartSet(const StartSet& other) : StartSet(other.words()) {}
    StartSet& operator=(const StartSet& other)
    {
        m_count = other.m_count;
        copy(other.words());
        return *this;
    }

    [[nodiscard]] std::span<const StartWord> words() const noexcept
    {
        return std::span(m_words).first(m_count);
    }
    [[nodiscard]] std::span<StartWord> words() noexcept
    {
        return std::span(m_words).first(m_count);
    }

    [[nodiscard]] bool has(std::size_t index) const
    {
        return index < m_count * starts_a_word &&
               ((m_words[index / starts_a_word] >> (index % starts_a_word)) & 1) != 0;
    }
    void add(std::size_t index)
    {
        m_words[index / starts_a_word] |= StartWord{1} << (index % starts_a_word);
    }
    /// Those times of a word that are from `begin` to before `end`.
    [[nodiscard]] static StartWord bits_of_range(std::size_t word, std::size_t begin,
                                                 std::size_t end) noexcept
    {
        const std::size_t first = word * starts_a_word;
        return bits_before(end, first) & ~bits_before(begin, first);
    }

    [[nodiscard]] int count() const noexcept
    {
        int count = 0;
        for (const StartWord word : words()) {
            count += std::popcount(word);
        }
        return count;
    }
    /// \pre nth < count()
    [[nodiscard]] std::size_t nth(int nth) const noexcept
    {
        std::size_t word = 0;
        for (; nth >= std::popcount(m_words[word]); ++word) {
            nth -= std::popcount(m_words[word]);
        }
        StartWord bits = m_words[word];
        for (; nth > 0; --nth) {
            bits &= bits - 1;
        }
        return word * starts_a_word + static_cast<std::size_t>(std::countr_zero(bits));
    }
    /// `visit(index)`, in their order.
    template <typename Visit>
    void for_each(const Visit& visit) const
    {
        for (std::size_t word = 0; word < m_count; ++word) {
            for (StartWord bits = m_words[word]; bits != 0; bits &= bits - 1) {
                visit(word * starts_a_word + static_cast<std::size_t>(std::countr_zero(bits)));
            }
        }
    }
    /// Take out those that have a neighbour on both sides.
    void keep_edges()
    {
        StartWord before = 0; // the last bit of the word before
        for (std::size_t i = 0; i < m_count; ++i) {
            const StartWord word = m_words[i];
            const StartWord after = i + 1 < m_count ? m_words[i + 1] & 1 : 0;
            m_words[i] =
                word & ~(((word << 1) | before) & ((word >> 1) | (after << (starts_a_word - 1))));
            before = word >> (starts_a_word - 1);
        }
    }

private:
    /// Those of a word, which begins with the time `first`, that are before a time.
    static StartWord bits_before(std::size_t time, std::size_t first) noexcept
    {
        const std::size_t count = time > first ? time - first : 0;
        return count < starts_a_word ? (StartWord{1} << count) - 1 : ~StartWord{0};
    }
    void copy(std::span<const StartWord> words) noexcept
    {
        if (words.size() == 1) { // most days: not worth a call
            m_words[0] = words[0];
        } else {
            std::copy(words.begin(), words.end(), m_words.begin());
        }
    }

    std::array<StartWord, most_start_words> m_words;
    std::size_t m_count = 0;
};

} // namespace dostyk::schedule
