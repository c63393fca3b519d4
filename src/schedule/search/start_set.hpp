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
struct DayGrid {
    Minute first = 0;
    Minute grain = 15;

    [[nodiscard]] Minute at(std::size_t index) const noexcept
    {
        return first + static_cast<Minute>(index) * grain;
    }
    /// The index of the first time after a minute; 0 for a minute before the day.
    [[nodiscard]] std::size_t after(Minute minute) const noexcept
    {
        return minute < first ? 0 : static_cast<std::size_t>((minute - first) / grain) + 1;
    }
    /// The index of the first time that is not before a minute.
    [[nodiscard]] std::size_t from(Minute minute) const noexcept { return after(minute - 1); }
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
    explicit StartSet(std::span<const StartWord> words) : m_count(words.size())
    {
        std::copy(words.begin(), words.end(), m_words.begin());
    }
    /// None of so many words.
    explicit StartSet(std::size_t words) : m_count(words)
    {
        std::fill_n(m_words.begin(), words, StartWord{0});
    }
    StartSet(const StartSet& other) : StartSet(other.words()) {}
    StartSet& operator=(const StartSet& other)
    {
        m_count = other.m_count;
        std::copy_n(other.m_words.begin(), m_count, m_words.begin());
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
    /// `change(word, bits)` for each word that holds some of the times from `begin` to before
    /// `end`, with these as bits.
    template <typename Change>
    void for_range(std::size_t begin, std::size_t end, const Change& change)
    {
        end = std::min(end, m_count * starts_a_word);
        while (begin < end) {
            const std::size_t word = begin / starts_a_word;
            const std::size_t next = std::min(end, (word + 1) * starts_a_word);
            const StartWord bits = next - begin == starts_a_word
                                       ? ~StartWord{0}
                                       : ((StartWord{1} << (next - begin)) - 1)
                                             << (begin % starts_a_word);
            change(word, bits);
            begin = next;
        }
    }
    void remove(std::size_t begin, std::size_t end)
    {
        for_range(begin, end, [&](std::size_t word, StartWord bits) { m_words[word] &= ~bits; });
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
    std::array<StartWord, most_start_words> m_words;
    std::size_t m_count = 0;
};

} // namespace dostyk::schedule
