/// \file
/// Rows of a table in order, and those of them that hold some words.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// What a row is sorted by: its number, then its text. What is missing stands last, whichever way.
struct SortKey {
    bool is_missing = true;
    double number = 0;
    std::string text;
};

/// Sorts and filters in slices of time, so that a table of 100,000 rows does not hold up a frame;
/// until they are done the rows stand as they did before.
class RowOrder {
public:
    /// How the rows shall stand.
    struct Wish {
        std::function<SortKey(std::size_t row)> key; ///< Null = as they come
        bool is_descending = false;
        std::string_view words; ///< Each has to be in the row; empty = every row
        /// What the words are looked for in, as core/fold makes it. Called where there are words.
        std::function<std::string(std::size_t row)> folded;
    };

    /// There are other rows. As many as before keep their places until they are sorted anew.
    void read(std::size_t count);
    /// Forget the places too: these are rows of something else.
    void clear();
    void sort_anew();   ///< By other keys
    void turn();        ///< By the same keys, the other way
    void filter_anew(); ///< For other words
    void fold_anew();   ///< In other texts

    [[nodiscard]] bool is_done() const noexcept { return m_is_sorted && m_is_filtered; }
    /// Go on for at most about so long. \returns is_done()
    bool update(const Wish& wish, double budget_ms);

    [[nodiscard]] std::size_t total() const noexcept { return m_count; }
    /// The rows that are shown, in their order.
    [[nodiscard]] const std::vector<std::uint32_t>& shown() const noexcept { return m_shown; }

private:
    void sort(bool is_descending);
    void filter(std::string_view words);

    std::size_t m_count = 0;
    std::vector<std::uint32_t> m_order; ///< All rows, sorted
    std::vector<std::uint32_t> m_shown; ///< Those of them that hold the words
    std::vector<SortKey> m_keys;        ///< Of the first rows
    std::vector<std::string> m_folded;  ///< Of the first rows
    bool m_is_sorted = false, m_is_filtered = false;
};

} // namespace dostyk::editor
