#include "scene/label_placement.hpp"

#include "scene/path_layout.hpp"
#include "scene/text_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::scene {

namespace {

/// A label that stands outranks a newcomer of its own class, never one of a higher class.
constexpr float standing_bonus = 4;
/// Names keep off the edge of the picture, so that none is cut. [px]
constexpr float edge_px = 3;
constexpr int slot_count = 6;

struct Slot {
    geo::ScreenPoint top_left;
    Align align;
};

/// Right, left, above, below, right above, right below the point.
Slot slot_of(int slot, geo::ScreenPoint at, float clearance_px, TextSize size) noexcept
{
    const float gap = clearance_px + 3;
    // The x-height, not the box, is centred on the point.
    const float middle = at.y - size.height * 0.53F;
    switch (slot) {
    case 0:
        return {{at.x + gap, middle}, Align::left};
    case 1:
        return {{at.x - gap - size.width, middle}, Align::right};
    case 2:
        return {{at.x - size.width / 2, at.y - gap - size.height}, Align::centre};
    case 3:
        return {{at.x - size.width / 2, at.y + gap}, Align::centre};
    case 4:
        return {{at.x + gap * 0.7F, at.y - gap * 0.7F - size.height}, Align::left};
    default:
        return {{at.x + gap * 0.7F, at.y + gap * 0.7F}, Align::left};
    }
}

bool is_inside(const DrawLabel& label, Viewport viewport) noexcept
{
    return label.min.x >= edge_px && label.min.y >= edge_px &&
           label.max.x <= static_cast<float>(viewport.width) - edge_px &&
           label.max.y <= static_cast<float>(viewport.height) - edge_px;
}

bool is_free(const DrawLabel& label, const BoxGrid& grid)
{
    return std::all_of(label.boxes.begin(), label.boxes.end(),
                       [&](const ScreenBox& box) { return grid.is_free(box); });
}

/// \param gap_em  Room to the left and right that stays free, or two names would read as one.
void occupy(const DrawLabel& label, BoxGrid& grid, float gap_em = 0)
{
    const float gap = gap_em * label.size_px;
    for (ScreenBox box : label.boxes) {
        box.min.x -= gap;
        box.max.x += gap;
        grid.add(box);
    }
}

} // namespace

std::uint64_t label_key(std::string_view layer, std::string_view id) noexcept
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto add = [&](std::string_view text) {
        for (const char c : text) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        }
    };
    add(layer);
    add(":");
    add(id);
    return hash;
}

bool LabelPlacer::place_straight(const LabelRequest& request, BoxGrid& grid,
                                 std::vector<DrawLabel>& labels)
{
    const TextSize size = size_of(request.lines, m_fonts);
    const auto standing = m_standing.find(request.key);
    const int sides = request.kind == LabelKind::point ? slot_count : 1;
    const int slots = sides * (1 + static_cast<int>(request.others.size()));
    const int first = std::min(
        standing != m_standing.end() ? standing->second.slot : request.first_slot, slots - 1);
    const ScreenBox mark{{request.at.x - request.mark_px, request.at.y - request.mark_px},
                         {request.at.x + request.mark_px, request.at.y + request.mark_px}};
    if (request.mark_px > 0 && !grid.is_free(mark)) {
        return false;
    }
    constexpr float gap_em = 0.35F;
    std::vector<DrawLabel> blocks;
    for (int i = 0; i < slots; ++i) {
        // What stood last time is tried first, then the usual order.
        const int slot = i == 0 ? first : (i <= first ? i - 1 : i);
        const geo::ScreenPoint at =
            slot < sides ? request.at : request.others[static_cast<std::size_t>(slot / sides - 1)];
        const Slot place =
            request.kind == LabelKind::point
                ? slot_of(slot % sides, at, request.clearance_px, size)
                : Slot{{at.x - size.width / 2, at.y - size.height / 2}, Align::centre};
        blocks.clear();
        append_straight(request, place.top_left, size, place.align, m_fonts, blocks);
        const bool fits = std::all_of(blocks.begin(), blocks.end(), [&](const DrawLabel& block) {
            return is_inside(block, m_viewport) && is_free(block, grid);
        });
        if (!fits) {
            continue;
        }
        for (DrawLabel& block : blocks) {
            occupy(block, grid, gap_em);
            labels.push_back(std::move(block));
        }
        if (request.mark_px > 0) {
            grid.add(mark);
        }
        m_next[request.key] = {slot, 0};
        return true;
    }
    return false;
}

bool LabelPlacer::is_standing(std::uint64_t key) const
{
    return m_standing.count(key) > 0;
}

bool LabelPlacer::place_along_path(const LabelRequest& request, BoxGrid& grid,
                                   std::vector<DrawLabel>& labels)
{
    if (request.path.size() < 2) {
        return false;
    }
    const MeasuredPath path(request.path);
    const float width = width_of(request.lines.front(), m_fonts);
    const float room = path.length() - width;
    if (room <= 0) {
        return false;
    }
    // Shares of the whole path, so that a pan asks for the same places again.
    const int steps = std::clamp(static_cast<int>(room / 24), 1, 400);
    std::vector<float> shares;
    const auto standing = m_standing.find(request.key);
    if (standing != m_standing.end()) {
        shares.push_back(standing->second.position);
    }
    for (int i = 0; i <= steps; ++i) {
        // From the middle outwards: 0.5, 0.5 + d, 0.5 - d, ...
        const int step = (i % 2 == 0 ? -i : i + 1) / 2;
        shares.push_back(0.5F + static_cast<float>(step) / static_cast<float>(steps + 1));
    }
    for (const float share : shares) {
        const float along = path.is_reversed() ? 1 - share : share;
        const float centre = width / 2 + room * along;
        const geo::ScreenPoint middle = path.at(centre, 1).point;
        if (middle.x < 0 || middle.y < 0 || middle.x > static_cast<float>(m_viewport.width) ||
            middle.y > static_cast<float>(m_viewport.height)) {
            continue;
        }
        auto label = layout_along(request, path, centre, m_fonts);
        if (!label || !is_inside(*label, m_viewport) || !is_free(*label, grid)) {
            continue;
        }
        occupy(*label, grid);
        labels.push_back(*std::move(label));
        m_next[request.key] = {0, share};
        return true;
    }
    return false;
}

std::vector<DrawLabel> LabelPlacer::place(std::vector<LabelRequest> requests,
                                          const std::vector<ScreenBox>& blocked, Viewport viewport)
{
    m_viewport = viewport;
    m_next.clear();
    BoxGrid symbols(viewport);
    for (const ScreenBox& box : blocked) {
        symbols.add(box);
    }
    BoxGrid forced(viewport);
    const auto weight = [&](const LabelRequest& request) {
        return request.priority + (request.is_forced ? 1e6F : 0) +
               (m_standing.count(request.key) > 0 ? standing_bonus : 0);
    };
    std::stable_sort(requests.begin(), requests.end(),
                     [&](const LabelRequest& a, const LabelRequest& b) {
                         const float first = weight(a);
                         const float second = weight(b);
                         return first > second || (!(second > first) && a.key < b.key);
                     });
    std::vector<DrawLabel> labels;
    for (const LabelRequest& request : requests) {
        const std::size_t count = labels.size();
        if (request.kind == LabelKind::path) {
            place_along_path(request, symbols, labels);
        } else if (request.is_forced) {
            // It may cover a symbol, never another label: those placed before are forced as well.
            place_straight(request, forced, labels);
        } else {
            place_straight(request, symbols, labels);
        }
        for (std::size_t i = count; request.is_forced && i < labels.size(); ++i) {
            occupy(labels[i], symbols);
        }
    }
    std::swap(m_standing, m_next);
    return labels;
}

std::vector<std::uint64_t> LabelPlacer::standing() const
{
    std::vector<std::uint64_t> keys;
    keys.reserve(m_standing.size());
    for (const auto& [key, label] : m_standing) {
        keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace dostyk::scene
