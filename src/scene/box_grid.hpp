/// \file
/// Boxes on the screen, found by place.

#pragma once

#include "scene/frame.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::scene {

/// Uniform grid over the viewport: a box is looked up in the few cells that it touches.
class BoxGrid {
public:
    explicit BoxGrid(Viewport viewport);

    [[nodiscard]] bool is_free(const ScreenBox& box) const;
    void add(const ScreenBox& box);

private:
    struct Cells {
        int first_x, last_x, first_y, last_y;
    };
    [[nodiscard]] Cells cells_of(const ScreenBox& box) const noexcept;

    int m_columns = 0;
    int m_rows = 0;
    std::vector<ScreenBox> m_boxes;
    std::vector<std::vector<std::uint32_t>> m_cells; ///< (rows, columns) indices of m_boxes
};

} // namespace dostyk::scene
