/// \file
/// Which names stand on the map, and where: no two overlap, symbols push them away, and what stood
/// in the last frame stays if it can.

#pragma once

#include "scene/box_grid.hpp"
#include "scene/frame.hpp"
#include "scene/style.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dostyk::scene {

struct LabelLine {
    std::string text;
    LabelStyle style;     ///< size_px already holds the view's scale.
    float spacing_em = 0; ///< Between letters, for names of countries, regions and ranges.
};

enum class LabelKind : std::uint8_t {
    point, ///< Beside a point: right, left, above, below.
    area,  ///< Centred on the point, or on one of the others.
    path,  ///< Along the path, letter by letter.
};

/// A name that wants a place.
struct LabelRequest {
    std::uint64_t key = 0; ///< The same thing in every frame.
    std::string layer;
    LabelKind kind = LabelKind::point;
    float priority = 0; ///< The highest is placed first.
    std::vector<LabelLine> lines;
    geo::ScreenPoint at;
    std::vector<geo::ScreenPoint> others; ///< Further places, tried in this order.
    float clearance_px = 0;               ///< From the point to the text: the radius of the symbol.
    int first_slot = 0; ///< Side that is tried first: 0 right, 1 left, 2 above, 3 below.
    float mark_px = 0;  ///< Half the size of a dot that is drawn with the label; 0 = none.
    std::vector<geo::ScreenPoint> path;
    float opacity = 1;
    bool is_forced = false; ///< Hovered or selected: placed even where it covers others' symbols.
};

/// What the next frame needs to stay calm.
struct StandingLabel {
    int slot = 0;         ///< Which side of which place
    float position = 0.5; ///< path: share of its length
};

/// Places labels of frame after frame.
class LabelPlacer {
public:
    explicit LabelPlacer(text::FontSet& fonts) : m_fonts(fonts) {}

    /// Forget what stood: another language or style.
    void reset() { m_standing.clear(); }

    /// Place as many as fit.
    ///
    /// \param requests  In any order.
    /// \param blocked   Boxes that labels keep off: symbols and badges.
    [[nodiscard]] std::vector<DrawLabel> place(std::vector<LabelRequest> requests,
                                               const std::vector<ScreenBox>& blocked,
                                               Viewport viewport);

    /// True when the last place() found room for the label.
    [[nodiscard]] bool is_standing(std::uint64_t key) const;

    /// Keys of the labels that stand, for tests of calmness.
    [[nodiscard]] std::vector<std::uint64_t> standing() const;

private:
    struct Attempt;
    bool place_straight(const LabelRequest& request, BoxGrid& grid, std::vector<DrawLabel>& labels);
    bool place_along_path(const LabelRequest& request, BoxGrid& grid,
                          std::vector<DrawLabel>& labels);

    text::FontSet& m_fonts;
    Viewport m_viewport;
    std::unordered_map<std::uint64_t, StandingLabel> m_standing;
    std::unordered_map<std::uint64_t, StandingLabel> m_next;
};

/// 64-bit FNV-1a: the key of a label from its layer and id.
[[nodiscard]] std::uint64_t label_key(std::string_view layer, std::string_view id) noexcept;

} // namespace dostyk::scene
