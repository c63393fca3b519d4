#include "render/outline_cache.hpp"

#include <algorithm>
#include <tuple>

namespace dostyk::render {

namespace {

constexpr std::uint64_t kept_frames = 120;

using Edge = OutlineCache::Edge;

std::vector<Edge> find_outline(const scene::FillMesh& mesh, const scene::MeshRange& range)
{
    std::vector<Edge> edges;
    edges.reserve(range.count);
    for (std::uint32_t i = range.first; i + 2 < range.first + range.count; i += 3) {
        for (std::uint32_t side = 0; side < 3; ++side) {
            const std::uint32_t a = mesh.indices[i + side];
            const std::uint32_t b = mesh.indices[i + (side + 1) % 3];
            edges.push_back({std::min(a, b), std::max(a, b)});
        }
    }
    std::sort(edges.begin(), edges.end(),
              [](Edge a, Edge b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    std::vector<Edge> outline;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t end = i;
        while (end < edges.size() && edges[end].from == edges[i].from &&
               edges[end].to == edges[i].to) {
            ++end;
        }
        if ((end - i) % 2 == 1) {
            outline.push_back(edges[i]);
        }
        i = end;
    }
    return outline;
}

} // namespace

const std::vector<Edge>& OutlineCache::outline_of(const scene::FillMesh& mesh, std::uint32_t range)
{
    Entry& entry = m_entries[mesh.id];
    entry.last_used = m_frame;
    entry.outlines.resize(mesh.ranges.size());
    std::vector<Edge>& outline = entry.outlines[range];
    if (outline.empty()) {
        outline = find_outline(mesh, mesh.ranges[range]);
    }
    return outline;
}

void OutlineCache::end_frame()
{
    ++m_frame;
    std::erase_if(m_entries, [&](const auto& entry) {
        return m_frame - entry.second.last_used > kept_frames;
    });
}

} // namespace dostyk::render
