#include "editor/edit_distance.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace dostyk::editor {

int edit_distance(std::string_view a, std::string_view b, int limit)
{
    const int rows = static_cast<int>(a.size());
    const int columns = static_cast<int>(b.size());
    if (std::abs(rows - columns) > limit) {
        return limit + 1;
    }
    const auto width = static_cast<std::size_t>(columns) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> current(width);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<int>(i);
        int smallest = current[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], before[j - 2] + 1);
            }
            smallest = std::min(smallest, current[j]);
        }
        if (smallest > limit) {
            return limit + 1;
        }
        std::swap(before, last);
        std::swap(last, current);
    }
    return std::min(last[b.size()], limit + 1);
}

} // namespace dostyk::editor
