#include "scene/layer_content.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon_query.hpp"
#include "geo/simplify.hpp"
#include "geo/triangulate.hpp"
#include "scene/color.hpp"
#include "scene/map_features.hpp"
#include "scene/mesh_fill.hpp"
#include "scene/mesh_line.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace dostyk::scene {

namespace {

/// Vertices from which on a layer is drawn coarser, in proportion.
constexpr double calm_from = 15'000;
constexpr double calmest = 12;
/// A feature smaller than this on the screen is a speck: a box of its size, without an outline.
constexpr double speck_px = 2;

std::size_t index_of(int level) noexcept
{
    return static_cast<std::size_t>(
        std::clamp(level, LayerContent::coarsest_level, LayerContent::finest_level) -
        LayerContent::coarsest_level);
}

/// The size of a pixel at a zoom. [world units]
double pixel_at(int zoom) noexcept
{
    constexpr double world_px = 512;
    return 1 / (world_px * std::exp2(zoom));
}

std::shared_ptr<const Image> make_image(const geo::Raster& picture)
{
    auto image = std::make_shared<Image>();
    image->id = next_mesh_id();
    image->width = picture.width;
    image->height = picture.height;
    image->bounds = picture.bounds;
    image->pixels.resize(picture.pixels.size());
    for (std::size_t i = 0; i + 3 < picture.pixels.size(); i += 4) {
        const auto bytes = premultiplied_bytes({picture.pixels[i], picture.pixels[i + 1],
                                                picture.pixels[i + 2], picture.pixels[i + 3]});
        std::copy(bytes.begin(), bytes.end(),
                  image->pixels.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return image;
}

/// Two triangles as large as a feature that is too small to have a form.
geo::Triangles box_of(const geo::WorldBounds& bounds)
{
    return {{bounds.min, {bounds.max.x, bounds.min.y}, bounds.max, {bounds.min.x, bounds.max.y}},
            {0, 1, 2, 0, 2, 3}};
}

double distance_to_segment(geo::WorldPoint point, geo::WorldPoint a, geo::WorldPoint b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t =
        length > 0 ? std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0.0, 1.0)
                   : 0.0;
    return std::hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

double distance_to(const geo::MultiLineString& lines, geo::WorldPoint at)
{
    double least = std::numeric_limits<double>::infinity();
    for (const geo::LineString& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            least = std::min(
                least, distance_to_segment(at, geo::to_world(line[i - 1]), geo::to_world(line[i])));
        }
    }
    return least;
}

/// The middle of the longest part of a line.
std::optional<geo::WorldPoint> middle_of(const geo::MultiLineString& lines)
{
    const auto longest = std::max_element(
        lines.begin(), lines.end(),
        [](const geo::LineString& a, const geo::LineString& b) { return a.size() < b.size(); });
    if (longest == lines.end() || longest->empty()) {
        return std::nullopt;
    }
    return geo::to_world((*longest)[longest->size() / 2]);
}

} // namespace

LayerContent::LayerContent(geo::Layer rows) : m_rows(std::move(rows))
{
    const auto make_path = [](const geo::LineString& points) {
        return Path{points, geo::compute_importance(points)};
    };
    for (std::size_t i = 0; i < m_rows.features.size(); ++i) {
        const geo::Geometry& geometry = m_rows.features[i].geometry;
        const auto feature = static_cast<std::uint32_t>(i);
        m_feature_bounds.push_back(world_bounds_of(geometry));
        m_bounds.add(m_feature_bounds.back());
        Shape shape{feature, {}, {}};
        if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
            m_points.push_back({geo::to_world(*at), feature});
            ++m_vertex_count;
        } else if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
            for (const geo::LineString& line : *lines) {
                m_vertex_count += line.size();
                shape.lines.push_back(make_path(line));
            }
            m_has_lines = true;
        } else if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
            for (const geo::Polygon& polygon : *polygons) {
                std::vector<Path> rings{make_path(polygon.outer)};
                for (const geo::Ring& hole : polygon.holes) {
                    rings.push_back(make_path(hole));
                }
                for (const Path& ring : rings) {
                    m_vertex_count += ring.points.size();
                }
                shape.polygons.push_back(std::move(rings));
            }
            m_has_areas = true;
        }
        if (!shape.lines.empty() || !shape.polygons.empty()) {
            m_shapes.push_back(std::move(shape));
        }
    }
    m_calm = std::clamp(static_cast<double>(m_vertex_count) / calm_from, 1.0, calmest);
    m_index.emplace(m_feature_bounds);
    m_anchors.resize(m_rows.features.size());
}

LayerContent::LayerContent(geo::Raster picture)
: m_picture(make_image(picture)), m_bounds(picture.bounds)
{}

int LayerContent::level_of(double zoom) noexcept
{
    return std::clamp(static_cast<int>(std::ceil(zoom - 0.01)), coarsest_level, finest_level);
}

std::shared_ptr<const LayerContent::Level> LayerContent::make_level(int level,
                                                                    const std::stop_token& stop)
{
    const double min_area = geo::min_area_at_zoom(level) * m_calm;
    const double speck = pixel_at(level) * speck_px;
    const geo::WorldPoint origin = m_bounds.centre();
    FillMeshBuilder areas(origin);
    LineMeshBuilder outlines(origin);
    LineMeshBuilder lines(origin);
    const auto simplified = [&](const Path& path) {
        return geo::simplify(path.points, path.importance, min_area);
    };
    for (const Shape& shape : m_shapes) {
        if (stop.stop_requested()) {
            return nullptr;
        }
        const auto feature = static_cast<std::int32_t>(shape.feature);
        const geo::WorldBounds& bounds = m_feature_bounds[shape.feature];
        const bool is_speck =
            bounds.max.x - bounds.min.x < speck && bounds.max.y - bounds.min.y < speck;
        if (is_speck && !shape.polygons.empty()) {
            areas.add(box_of(bounds), feature);
            continue;
        }
        geo::MultiPolygon polygons;
        for (const std::vector<Path>& rings : shape.polygons) {
            geo::Polygon polygon{simplified(rings.front()), {}};
            outlines.add(to_world(polygon.outer), feature);
            for (std::size_t hole = 1; hole < rings.size(); ++hole) {
                polygon.holes.push_back(simplified(rings[hole]));
                outlines.add(to_world(polygon.holes.back()), feature);
            }
            polygons.push_back(std::move(polygon));
        }
        if (!polygons.empty()) {
            areas.add(geo::triangulate(polygons), feature);
        }
        for (const Path& line : shape.lines) {
            lines.add(to_world(simplified(line)), feature);
        }
    }
    return std::make_shared<const Level>(Level{areas.finish(), outlines.finish(), lines.finish()});
}

void LayerContent::cook(int level, std::stop_token stop)
{
    const std::size_t at = index_of(level);
    const std::lock_guard lock(m_cooking);
    if (m_is_cooked[at].load(std::memory_order_relaxed)) {
        return;
    }
    if (auto made = make_level(level, stop)) {
        m_levels[at] = std::move(made);
        m_is_cooked[at].store(true, std::memory_order_release);
    }
}

bool LayerContent::is_cooked(int level) const noexcept
{
    return m_is_cooked[index_of(level)].load(std::memory_order_acquire);
}

std::shared_ptr<const LayerContent::Level> LayerContent::level(int level) const noexcept
{
    const auto wanted = static_cast<int>(index_of(level));
    const auto total = static_cast<int>(level_total);
    for (int away = 0; away < total; ++away) {
        // Of two that are as near the finer one: it is only slower.
        for (const int at : {wanted + away, wanted - away}) {
            if (at >= 0 && at < total &&
                m_is_cooked[static_cast<std::size_t>(at)].load(std::memory_order_acquire)) {
                return m_levels[static_cast<std::size_t>(at)];
            }
        }
    }
    return nullptr;
}

const Classification& LayerContent::classified(const model::LayerClasses& classes,
                                               bool is_dark) const
{
    if (m_classified.classes != classes || m_classified.is_dark != is_dark) {
        m_classified = {classes, is_dark,
                        classes.field.empty() ? Classification{}
                                              : classify(m_rows, classes, is_dark)};
    }
    return m_classified.made;
}

std::optional<geo::WorldPoint> LayerContent::anchor_of(std::size_t feature) const
{
    auto& kept = m_anchors[feature];
    if (kept) {
        return kept;
    }
    const geo::Geometry& geometry = m_rows.features[feature].geometry;
    if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
        kept = geo::to_world(*at);
    } else if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
        kept = middle_of(*lines);
    } else if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
        kept = geo::to_world(geo::interior_point(*polygons));
    }
    return kept;
}

std::optional<std::uint32_t> LayerContent::find(geo::WorldPoint at, double reach) const
{
    if (!m_index) {
        return std::nullopt;
    }
    geo::WorldBounds around;
    around.add(geo::WorldPoint{at.x - reach, at.y - reach});
    around.add(geo::WorldPoint{at.x + reach, at.y + reach});
    std::optional<std::uint32_t> nearest;
    std::optional<std::uint32_t> smallest;
    double least = reach;
    double least_area = std::numeric_limits<double>::infinity();
    for (const std::uint32_t feature : m_index->find(around)) {
        const geo::Geometry& geometry = m_rows.features[feature].geometry;
        if (const auto* polygons = std::get_if<geo::MultiPolygon>(&geometry)) {
            const geo::WorldBounds& bounds = m_feature_bounds[feature];
            const double area = (bounds.max.x - bounds.min.x) * (bounds.max.y - bounds.min.y);
            if (area < least_area && geo::contains(*polygons, geo::to_lon_lat(at))) {
                smallest = feature;
                least_area = area;
            }
            continue;
        }
        double distance = std::numeric_limits<double>::infinity();
        if (const auto* point = std::get_if<geo::LonLat>(&geometry)) {
            const geo::WorldPoint world = geo::to_world(*point);
            distance = std::hypot(world.x - at.x, world.y - at.y);
        } else if (const auto* lines = std::get_if<geo::MultiLineString>(&geometry)) {
            distance = distance_to(*lines, at);
        }
        if (distance <= least) {
            nearest = feature;
            least = distance;
        }
    }
    return nearest ? nearest : smallest;
}

} // namespace dostyk::scene
