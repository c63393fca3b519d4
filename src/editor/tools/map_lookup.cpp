#include "editor/tools/map_lookup.hpp"

#include "geo/proximity.hpp"
#include "geo/topology.hpp"

#include <array>
#include <limits>
#include <utility>

namespace dostyk::editor {

std::vector<BorderStretch> compute_border_stretches(const geo::MapData& map)
{
    struct Unit {
        std::string iso;
        std::uint32_t feature = 0;
    };
    const geo::Layer* regions = map.find_layer("regions");
    std::vector<geo::MultiPolygon> polygons;
    std::vector<Unit> kz, kg;
    for (std::size_t i = 0; regions != nullptr && i < regions->features.size(); ++i) {
        const geo::Feature& feature = regions->features[i];
        const auto* land = std::get_if<geo::MultiPolygon>(&feature.geometry);
        const std::string iso = geo::text_at(*regions, feature, "iso");
        if (land == nullptr || !geo::text_at(*regions, feature, "valid_to").empty()) {
            continue;
        }
        (iso.starts_with("KZ") ? kz : kg)
            .push_back({iso, static_cast<std::uint32_t>(polygons.size())});
        polygons.push_back(*land);
    }
    const geo::Topology topology = geo::build_topology(polygons);
    std::vector<BorderStretch> stretches;
    for (const Unit& left : kz) {
        for (const Unit& right : kg) {
            const std::array one{left.feature};
            const std::array other{right.feature};
            auto lines = geo::shared_border(topology, one, other, 0);
            if (!lines.empty()) {
                stretches.push_back({left.iso, right.iso, std::move(lines)});
            }
        }
    }
    return stretches;
}

const BorderStretch* nearest_stretch(const std::vector<BorderStretch>& stretches, geo::LonLat at)
{
    const BorderStretch* best = nullptr;
    double nearest = std::numeric_limits<double>::infinity();
    for (const BorderStretch& stretch : stretches) {
        for (const geo::LineString& line : stretch.lines) {
            const double distance = geo::nearest_on(line, at).distance_m;
            if (distance < nearest) {
                nearest = distance;
                best = &stretch;
            }
        }
    }
    return best;
}

MapLookup::MapLookup(std::shared_ptr<const model::Project> project,
                     std::shared_ptr<const geo::MapData> map, model::Pack pack)
: m_project(std::move(project)), m_map(std::move(map)), m_pack(pack)
{}

void MapLookup::set_project(std::shared_ptr<const model::Project> project, model::Pack pack)
{
    if (project != m_project || pack != m_pack) {
        m_snapper.reset();
        m_roads.reset();
        m_project = std::move(project);
        m_pack = pack;
    }
}

const Snapper& MapLookup::snapper()
{
    if (!m_snapper) {
        m_snapper.emplace(*m_project, *m_map, m_pack);
    }
    return *m_snapper;
}

const schedule::RoadRouter& MapLookup::roads()
{
    if (!m_roads) {
        m_roads.emplace(m_project->transport);
    }
    return *m_roads;
}

const std::vector<BorderStretch>& MapLookup::stretches()
{
    if (!m_stretches) {
        m_stretches = compute_border_stretches(*m_map);
    }
    return *m_stretches;
}

} // namespace dostyk::editor
