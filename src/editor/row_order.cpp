#include "editor/row_order.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>

namespace dostyk::editor {

namespace {

/// Ends when its time is up.
class Slice {
public:
    explicit Slice(double budget_ms)
    : m_end(std::chrono::steady_clock::now() +
            std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                std::chrono::duration<double, std::milli>(budget_ms)))
    {}

    /// Call `make` until there are `count`; false when the time was up before. Some are made in any
    /// case.
    template <typename Made, typename Make>
    bool fill(Made& made, std::size_t count, const Make& make) const
    {
        constexpr std::size_t between_looks = 64;
        while (made.size() < count) {
            made.push_back(make(made.size()));
            if (made.size() % between_looks == 0 && std::chrono::steady_clock::now() > m_end) {
                return made.size() == count;
            }
        }
        return true;
    }

private:
    std::chrono::steady_clock::time_point m_end;
};

std::vector<std::string> words_of(const std::string& folded)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at) {
            words.push_back(folded.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

} // namespace

void RowOrder::read(std::size_t count)
{
    if (count != m_order.size() || m_shown.empty()) {
        m_order.resize(count);
        std::iota(m_order.begin(), m_order.end(), 0U);
        m_shown = m_order;
    }
    m_count = count;
    sort_anew();
    fold_anew();
}

void RowOrder::clear()
{
    *this = {};
}

void RowOrder::sort_anew()
{
    m_keys.clear();
    turn();
}

void RowOrder::turn()
{
    m_is_sorted = m_is_filtered = false;
}

void RowOrder::filter_anew()
{
    m_is_filtered = false;
}

void RowOrder::fold_anew()
{
    m_folded.clear();
    m_is_filtered = false;
}

void RowOrder::sort(bool is_descending)
{
    m_order.resize(m_count);
    std::iota(m_order.begin(), m_order.end(), 0U);
    if (m_keys.empty()) {
        return;
    }
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const SortKey& left = m_keys[a];
        const SortKey& right = m_keys[b];
        if (left.is_missing != right.is_missing) {
            return right.is_missing;
        }
        const SortKey& low = is_descending ? right : left;
        const SortKey& high = is_descending ? left : right;
        return low.number != high.number ? low.number < high.number : low.text < high.text;
    });
}

void RowOrder::filter(std::string_view words)
{
    const auto wanted = words_of(fold(words));
    if (wanted.empty()) {
        m_shown = m_order;
        return;
    }
    m_shown.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_shown),
                 [&](std::uint32_t row) {
                     return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
                         return m_folded[row].find(word) != std::string::npos;
                     });
                 });
}

bool RowOrder::update(const Wish& wish, double budget_ms)
{
    const Slice slice(budget_ms);
    if (!m_is_sorted) {
        if (wish.key && !slice.fill(m_keys, m_count, wish.key)) {
            return false;
        }
        sort(wish.is_descending);
        m_is_sorted = true;
        m_is_filtered = false;
    }
    if (!m_is_filtered) {
        if (!wish.words.empty() && !slice.fill(m_folded, m_count, wish.folded)) {
            return false;
        }
        filter(wish.words);
        m_is_filtered = true;
    }
    return true;
}

} // namespace dostyk::editor
