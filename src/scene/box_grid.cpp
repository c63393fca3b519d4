#include "scene/box_grid.hpp"

#include <algorithm>

namespace dostyk::scene {

namespace {

constexpr int cell_px = 64;

int cell_of(float position, int count) noexcept
{
    return std::clamp(static_cast<int>(position) / cell_px, 0, count - 1);
}

} // namespace

BoxGrid::BoxGrid(Viewport viewport)
: m_columns(std::max(1, viewport.width / cell_px + 1)),
  m_rows(std::max(1, viewport.height / cell_px + 1)),
  m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{}

BoxGrid::Cells BoxGrid::cells_of(const ScreenBox& box) const noexcept
{
    return {cell_of(box.min.x, m_columns), cell_of(box.max.x, m_columns),
            cell_of(box.min.y, m_rows), cell_of(box.max.y, m_rows)};
}

bool BoxGrid::is_free(const ScreenBox& box) const
{
    const Cells cells = cells_of(box);
    for (int y = cells.first_y; y <= cells.last_y; ++y) {
        for (int x = cells.first_x; x <= cells.last_x; ++x) {
            for (const std::uint32_t index : m_cells[static_cast<std::size_t>(y * m_columns + x)]) {
                if (m_boxes[index].overlaps(box)) {
                    return false;
                }
            }
        }
    }
    return true;
}

void BoxGrid::add(const ScreenBox& box)
{
    const Cells cells = cells_of(box);
    for (int y = cells.first_y; y <= cells.last_y; ++y) {
        for (int x = cells.first_x; x <= cells.last_x; ++x) {
            m_cells[static_cast<std::size_t>(y * m_columns + x)].push_back(
                static_cast<std::uint32_t>(m_boxes.size()));
        }
    }
    m_boxes.push_back(box);
}

} // namespace dostyk::scene
