#include "geo/spatial_index.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace dostyk::geo {

namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

using Point = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<Point>;
using Entry = std::pair<Box, std::uint32_t>;

constexpr std::size_t entries_per_node = 16;
using Tree = bgi::rtree<Entry, bgi::rstar<entries_per_node>>;

Point to_boost(WorldPoint point)
{
    return {point.x, point.y};
}

Box to_boost(const WorldBounds& bounds)
{
    return {to_boost(bounds.min), to_boost(bounds.max)};
}

template <typename Predicate>
std::vector<std::uint32_t> found_in(const Tree& tree, const Predicate& predicate)
{
    std::vector<std::uint32_t> found;
    for (auto entry = tree.qbegin(predicate); entry != tree.qend(); ++entry) {
        found.push_back(entry->second);
    }
    return found;
}

} // namespace

struct SpatialIndex::State {
    Tree tree;
};

SpatialIndex::SpatialIndex(std::span<const WorldBounds> boxes)
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].is_empty()) {
            entries.emplace_back(to_boost(boxes[i]), static_cast<std::uint32_t>(i));
        }
    }
    m_state = std::make_unique<State>(State{Tree(entries)}); // a range packs the tree
}

SpatialIndex::SpatialIndex(SpatialIndex&&) noexcept = default;
SpatialIndex& SpatialIndex::operator=(SpatialIndex&&) noexcept = default;
SpatialIndex::~SpatialIndex() = default;

std::vector<std::uint32_t> SpatialIndex::find(const WorldBounds& area) const
{
    if (area.is_empty()) {
        return {};
    }
    auto found = found_in(m_state->tree, bgi::intersects(to_boost(area)));
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> SpatialIndex::find(WorldPoint point) const
{
    return find(WorldBounds{point, point});
}

std::vector<std::uint32_t> SpatialIndex::nearest(WorldPoint point, std::size_t count) const
{
    if (count == 0) {
        return {};
    }
    std::vector<Entry> entries;
    m_state->tree.query(bgi::nearest(to_boost(point), static_cast<unsigned>(count)),
                        std::back_inserter(entries));
    // Boost gives them in no order.
    std::vector<std::pair<double, std::uint32_t>> by_distance;
    for (const auto& [box, value] : entries) {
        by_distance.emplace_back(bg::comparable_distance(to_boost(point), box), value);
    }
    std::sort(by_distance.begin(), by_distance.end());
    std::vector<std::uint32_t> found;
    for (const auto& [distance, value] : by_distance) {
        found.push_back(value);
    }
    return found;
}

} // namespace dostyk::geo
