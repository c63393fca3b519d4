/// \file
/// A line of text along a path: rivers and mountain ranges.

#pragma once

#include "scene/label_placement.hpp"

#include <optional>
#include <vector>

namespace dostyk::scene {

/// A path measured once for many attempts.
class MeasuredPath {
public:
    /// Turned round when it runs to the left, so that no letter stands on its head.
    explicit MeasuredPath(std::vector<geo::ScreenPoint> points);

    [[nodiscard]] float length() const noexcept { return m_along.empty() ? 0 : m_along.back(); }
    [[nodiscard]] bool is_reversed() const noexcept { return m_is_reversed; }

    struct At {
        geo::ScreenPoint point;
        float cos_angle = 1;
        float sin_angle = 0;
    };
    /// Point at a length, with the direction of the chord of `reach` px about it.
    [[nodiscard]] At at(float along, float reach) const;

private:
    [[nodiscard]] geo::ScreenPoint point_at(float along) const;

    std::vector<geo::ScreenPoint> m_points;
    std::vector<float> m_along; ///< (points) length up to the point
    bool m_is_reversed = false;
};

/// The text centred at a length of the path; nothing where it bends too much for reading, or runs
/// to the left.
[[nodiscard]] std::optional<DrawLabel> layout_along(const LabelRequest& request,
                                                    const MeasuredPath& path, float centre,
                                                    text::FontSet& fonts);

} // namespace dostyk::scene
