#include "geo/topology.hpp"

#include "geo/simplify.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>

namespace dostyk::geo {

namespace {

using VertexId = std::uint32_t;
using VertexLine = std::vector<VertexId>;

struct LonLatHash {
    std::size_t operator()(LonLat at) const noexcept
    {
        const auto x = std::bit_cast<std::uint64_t>(at.lon);
        const auto y = std::bit_cast<std::uint64_t>(at.lat);
        return (x * 0x9E3779B97F4A7C15ULL) ^ (y + 0x7F4A7C15ULL + (x << 6U) + (x >> 2U));
    }
};

/// Numbers the distinct vertices and learns which of them are junctions.
class VertexTable {
public:
    VertexId id_of(LonLat at)
    {
        const auto [entry, is_new] = m_ids.try_emplace(at, static_cast<VertexId>(m_points.size()));
        if (is_new) {
            m_points.push_back(at);
            m_neighbours.push_back({none, none});
            m_is_junction.push_back(false);
        }
        return entry->second;
    }

    void pass(VertexId before, VertexId vertex, VertexId after)
    {
        const auto pair = std::minmax(before, after);
        auto& seen = m_neighbours[vertex];
        if (seen.first == none) {
            seen = pair;
        } else if (seen != std::pair<VertexId, VertexId>(pair)) {
            m_is_junction[vertex] = true;
        }
    }

    [[nodiscard]] bool is_junction(VertexId vertex) const { return m_is_junction[vertex]; }
    [[nodiscard]] LonLat at(VertexId vertex) const { return m_points[vertex]; }

private:
    static constexpr VertexId none = ~VertexId{0};

    std::unordered_map<LonLat, VertexId, LonLatHash> m_ids;
    std::vector<LonLat> m_points;
    std::vector<std::pair<VertexId, VertexId>> m_neighbours;
    std::vector<bool> m_is_junction;
};

/// A ring as vertex numbers, without the repeated end and without doubled vertices.
VertexLine numbered(const Ring& ring, VertexTable& table)
{
    VertexLine line;
    for (const LonLat at : ring) {
        const VertexId id = table.id_of(at);
        if (line.empty() || line.back() != id) {
            line.push_back(id);
        }
    }
    if (line.size() > 1 && line.front() == line.back()) {
        line.pop_back();
    }
    return line;
}

class Builder {
public:
    Topology build(std::span<const MultiPolygon> features)
    {
        std::vector<std::vector<std::vector<VertexLine>>> lines; // feature, polygon, ring
        for (const MultiPolygon& polygons : features) {
            auto& of_feature = lines.emplace_back();
            for (const Polygon& polygon : polygons) {
                auto& rings = of_feature.emplace_back();
                rings.push_back(learn(polygon.outer));
                for (const Ring& hole : polygon.holes) {
                    rings.push_back(learn(hole));
                }
            }
        }
        for (std::size_t f = 0; f < lines.size(); ++f) {
            m_feature = static_cast<std::uint32_t>(f);
            auto& out = m_topology.features.emplace_back();
            for (const auto& rings : lines[f]) {
                ArcPolygon polygon{cut(rings.front()), {}};
                for (std::size_t r = 1; r < rings.size(); ++r) {
                    polygon.holes.push_back(cut(rings[r]));
                }
                out.push_back(std::move(polygon));
            }
        }
        for (Arc& arc : m_topology.arcs) {
            arc.importance = compute_importance(arc.points);
        }
        return std::move(m_topology);
    }

private:
    VertexLine learn(const Ring& ring)
    {
        VertexLine line = numbered(ring, m_table);
        const std::size_t n = line.size();
        for (std::size_t i = 0; i < n; ++i) {
            m_table.pass(line[(i + n - 1) % n], line[i], line[(i + 1) % n]);
        }
        return line;
    }

    ArcRing cut(const VertexLine& line)
    {
        ArcRing ring;
        if (line.size() < 3) {
            return ring;
        }
        const std::size_t n = line.size();
        const auto first = std::find_if(line.begin(), line.end(),
                                        [&](VertexId id) { return m_table.is_junction(id); });
        if (first == line.end()) {
            ring.push_back(closed_arc(line));
            return ring;
        }
        const auto start = static_cast<std::size_t>(first - line.begin());
        VertexLine piece{line[start]};
        for (std::size_t step = 1; step <= n; ++step) {
            const VertexId id = line[(start + step) % n];
            piece.push_back(id);
            if (m_table.is_junction(id)) {
                ring.push_back(arc_of(std::move(piece)));
                piece = {id};
            }
        }
        return ring;
    }

    /// A ring without junctions starts at its smallest vertex, so that two features that share all
    /// of it (an island and its hole) find the same arc.
    ArcUse closed_arc(const VertexLine& line)
    {
        VertexLine turned = line;
        std::rotate(turned.begin(), std::min_element(turned.begin(), turned.end()), turned.end());
        turned.push_back(turned.front());
        return arc_of(std::move(turned));
    }

    ArcUse arc_of(VertexLine piece)
    {
        VertexLine backwards(piece.rbegin(), piece.rend());
        const bool is_reversed = backwards < piece;
        VertexLine& key = is_reversed ? backwards : piece;
        const auto [entry, is_new] =
            m_arcs.try_emplace(key, static_cast<std::uint32_t>(m_topology.arcs.size()));
        if (is_new) {
            Arc arc;
            for (const VertexId id : key) {
                arc.points.push_back(m_table.at(id));
            }
            m_topology.arcs.push_back(std::move(arc));
        }
        auto& users = m_topology.arcs[entry->second].features;
        if (users.empty() || users.back() != m_feature) {
            users.push_back(m_feature);
        }
        return {entry->second, is_reversed};
    }

    VertexTable m_table;
    std::map<VertexLine, std::uint32_t> m_arcs;
    Topology m_topology;
    std::uint32_t m_feature = 0;
};

Ring simplified_ring(const Topology& topology, const ArcRing& uses, double min_area)
{
    Ring ring;
    for (const ArcUse use : uses) {
        const Arc& arc = topology.arcs[use.arc];
        LineString points = simplify(arc.points, arc.importance, min_area);
        if (use.is_reversed) {
            std::reverse(points.begin(), points.end());
        }
        // The next arc begins where the last one ended.
        ring.insert(ring.end(), points.begin() + (ring.empty() ? 0 : 1), points.end());
    }
    return ring;
}

bool is_shared(const Arc& arc, std::span<const std::uint32_t> left,
               std::span<const std::uint32_t> right)
{
    const auto bounds_one_of = [&](std::span<const std::uint32_t> wanted) {
        return std::any_of(arc.features.begin(), arc.features.end(), [&](std::uint32_t feature) {
            return std::find(wanted.begin(), wanted.end(), feature) != wanted.end();
        });
    };
    return arc.features.size() > 1 && bounds_one_of(left) && bounds_one_of(right);
}

/// Join lines end to end until none meets another.
MultiLineString joined(MultiLineString lines)
{
    for (std::size_t i = 0; i < lines.size();) {
        bool has_grown = false;
        for (std::size_t j = i + 1; j < lines.size() && !has_grown; ++j) {
            LineString& a = lines[i];
            LineString& b = lines[j];
            if (a.front() == b.front() || a.front() == b.back()) {
                std::reverse(a.begin(), a.end());
            }
            if (a.back() == b.back()) {
                std::reverse(b.begin(), b.end());
            }
            if (a.back() == b.front()) {
                a.insert(a.end(), b.begin() + 1, b.end());
                lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
                has_grown = true;
            }
        }
        i += has_grown ? 0 : 1;
    }
    return lines;
}

} // namespace

Topology build_topology(std::span<const MultiPolygon> features)
{
    return Builder().build(features);
}

MultiPolygon simplified_feature(const Topology& topology, std::size_t feature, double min_area)
{
    constexpr std::size_t smallest_ring = 4;
    MultiPolygon polygons;
    for (const ArcPolygon& source : topology.features[feature]) {
        Polygon polygon{simplified_ring(topology, source.outer, min_area), {}};
        if (polygon.outer.size() < smallest_ring) {
            continue;
        }
        for (const ArcRing& hole : source.holes) {
            Ring ring = simplified_ring(topology, hole, min_area);
            if (ring.size() >= smallest_ring) {
                polygon.holes.push_back(std::move(ring));
            }
        }
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

MultiLineString shared_border(const Topology& topology, std::span<const std::uint32_t> left,
                              std::span<const std::uint32_t> right, double min_area)
{
    MultiLineString lines;
    for (const Arc& arc : topology.arcs) {
        if (is_shared(arc, left, right)) {
            lines.push_back(simplify(arc.points, arc.importance, min_area));
        }
    }
    return joined(std::move(lines));
}

} // namespace dostyk::geo
