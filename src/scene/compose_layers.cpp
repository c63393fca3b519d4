#include "scene/layer_look.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace dostyk::scene {

namespace {

constexpr float dot_widths = 5; // of the layer's width
constexpr float least_dot_px = 4;
constexpr float casing_px = 0.9F;
constexpr float mark_px = 2; // wider than its neighbours
/// A line of its own below lines costs as much again: small layers have it.
constexpr std::size_t most_cased_vertices = 20'000;
/// Marks in a frame, about 7 us each on a CPU; of more a sample is shown that spreads over the
/// picture and grows as one zooms in.
constexpr std::size_t most_dots = 4'000;
constexpr std::size_t most_names = 220;
constexpr float name_priority = 120;
/// An area or line shorter than this on the screen has no room for a name. [px]
constexpr double least_named_px = 36;

/// The part of a mesh that a level owns.
template <typename Mesh>
std::shared_ptr<const Mesh> part_of(const std::shared_ptr<const LayerContent::Level>& level,
                                    const Mesh& mesh)
{
    return {level, &mesh};
}

/// The ranges that can be seen, class by class; -1 = without a value.
template <typename Mesh>
std::map<int, std::vector<std::uint32_t>>
ranges_by_class(const Mesh& mesh, const geo::WorldBounds& visible, const Classification& classified)
{
    std::map<int, std::vector<std::uint32_t>> ranges;
    for (std::uint32_t i = 0; i < mesh.ranges.size(); ++i) {
        const MeshRange& range = mesh.ranges[i];
        if (range.bounds.intersects(visible)) {
            const int of_class =
                classified.is_empty()
                    ? 0
                    : classified.of_feature[static_cast<std::size_t>(range.feature)];
            ranges[of_class].push_back(i);
        }
    }
    return ranges;
}

class LayerDrawer {
public:
    LayerDrawer(Composer::State& state, FrameContext& context, const model::UserLayer& layer,
                const LayerLook& look)
    : m_state(state),
      m_context(context),
      m_layer(layer),
      m_look(look),
      m_name(own_layer_name(layer.id)),
      m_opacity(static_cast<float>(layer.opacity)),
      m_level(look.content->level(LayerContent::level_of(context.view.camera.zoom)))
    {}

    void add_picture()
    {
        const auto& picture = m_look.content->picture();
        if (picture != nullptr && picture->bounds.intersects(m_context.visible)) {
            m_context.frame.items.emplace_back(DrawImage{m_name, picture, m_opacity});
        }
    }

    void add_areas()
    {
        if (m_level == nullptr || !m_look.content->has_areas()) {
            return;
        }
        const float alpha = m_opacity * static_cast<float>(m_layer.fill);
        for (auto& [of_class, ranges] :
             ranges_by_class(m_level->areas, m_context.visible, *m_look.classified)) {
            m_context.frame.items.emplace_back(DrawFill{m_name,
                                                        part_of(m_level, m_level->areas),
                                                        std::move(ranges),
                                                        faded(color_of_class(of_class), alpha),
                                                        {},
                                                        nullptr});
        }
        auto ranges = visible_ranges(m_level->outlines, m_context.visible,
                                     [](const MeshRange&) { return true; });
        add_stroke(m_level->outlines, std::move(ranges), faded(own_color(), m_opacity), 0);
    }

    void add_lines()
    {
        if (m_level == nullptr || !m_look.content->has_lines()) {
            return;
        }
        auto by_class = ranges_by_class(m_level->lines, m_context.visible, *m_look.classified);
        if (m_look.content->vertex_count() <= most_cased_vertices) {
            std::vector<std::uint32_t> all;
            for (const auto& [of_class, ranges] : by_class) {
                all.insert(all.end(), ranges.begin(), ranges.end());
            }
            std::sort(all.begin(), all.end());
            add_stroke(m_level->lines, std::move(all), faded(halo(), m_opacity),
                       2 * casing_px * m_context.view.scale);
        }
        for (auto& [of_class, ranges] : by_class) {
            add_stroke(m_level->lines, std::move(ranges),
                       faded(color_of_class(of_class), m_opacity), 0);
        }
    }

    /// Points that would lie on each other are one mark.
    void add_dots()
    {
        const float size = dot_px();
        float cell = std::max(3.0F, size * 0.45F);
        std::vector<const LayerContent::Point*> shown = thinned(cell);
        while (shown.size() > most_dots) {
            cell *= 1.5F;
            shown = thinned(cell);
        }
        constexpr std::size_t most_blocking = 400;
        const bool is_blocking = shown.size() <= most_blocking;
        for (const LayerContent::Point* point : shown) {
            DrawSymbol dot =
                dot_at(*point, size, faded(color_of_class(class_of(point->feature)), m_opacity));
            if (is_blocking) {
                const float half = size / 2;
                m_context.blocked.push_back(
                    {{dot.at.x - half, dot.at.y - half}, {dot.at.x + half, dot.at.y + half}});
            }
            m_context.frame.symbols.push_back(std::move(dot));
        }
    }

    /// The feature that stands out, over its neighbours.
    void add_mark()
    {
        const auto& marked = m_context.view.marked;
        if (!marked || marked->layer != m_layer.id ||
            marked->feature >= m_look.content->rows().features.size()) {
            return;
        }
        const auto is_marked = [&](const MeshRange& range) {
            return range.feature == static_cast<std::int32_t>(marked->feature);
        };
        const Color color = color_of(m_state.style, "selection");
        const float wider_px = mark_px * m_context.view.scale;
        if (m_level != nullptr) {
            for (const LineMesh* mesh : {&m_level->outlines, &m_level->lines}) {
                add_stroke(*mesh, visible_ranges(*mesh, m_context.visible, is_marked), color,
                           wider_px);
            }
        }
        for (const LayerContent::Point& point : m_look.content->points()) {
            if (point.feature == marked->feature && m_context.visible.contains(point.at)) {
                m_context.frame.symbols.push_back(dot_at(point, dot_px() + 2 * wider_px, color));
            }
        }
    }

    void request_names()
    {
        const geo::Layer& rows = m_look.content->rows();
        const int field = rows.find_field(m_layer.label);
        if (field < 0) {
            return;
        }
        for (const std::uint32_t feature : named_features()) {
            const std::string text = geo::text_at(rows, rows.features[feature], m_layer.label);
            const auto anchor = text.empty() ? std::nullopt : m_look.content->anchor_of(feature);
            if (!anchor || !m_context.visible.contains(*anchor)) {
                continue;
            }
            request_name(feature, text, *anchor);
        }
    }

private:
    [[nodiscard]] Color halo() const { return label_of(m_state.style, "entity").halo; }
    [[nodiscard]] Color own_color() const
    {
        return legible(parse_color(m_layer.color).value_or(Color{}), ground_of(m_state.style));
    }
    [[nodiscard]] int class_of(std::uint32_t feature) const
    {
        return m_look.classified->is_empty() ? 0 : m_look.classified->of_feature[feature];
    }
    [[nodiscard]] Color color_of_class(int of_class) const
    {
        return class_color(m_state, m_layer, m_look, of_class);
    }
    [[nodiscard]] float dot_px() const
    {
        return std::max(least_dot_px,
                        m_context.width_at(static_cast<float>(m_layer.width_px)) * dot_widths);
    }

    [[nodiscard]] DrawSymbol dot_at(const LayerContent::Point& point, float size_px,
                                    Color fill) const
    {
        DrawSymbol dot;
        dot.layer = m_name;
        dot.at = m_context.at(point.at);
        dot.size_px = size_px;
        dot.fill = fill;
        dot.outline = faded(halo(), m_opacity);
        return dot;
    }

    void add_stroke(const LineMesh& mesh, std::vector<std::uint32_t> ranges, Color color,
                    float wider_px)
    {
        if (ranges.empty()) {
            return;
        }
        DrawLine line;
        line.layer = m_name;
        line.mesh = part_of(m_level, mesh);
        line.ranges = std::move(ranges);
        line.color = color;
        line.width_px = m_context.width_at(static_cast<float>(m_layer.width_px)) + wider_px;
        m_context.frame.items.emplace_back(std::move(line));
    }

    /// The points that can be seen, the first of each cell of the screen.
    [[nodiscard]] std::vector<const LayerContent::Point*> thinned(float cell_px) const
    {
        const geo::WorldBounds& visible = m_context.visible;
        const double cell =
            static_cast<double>(cell_px) / m_context.view.camera.px_per_world_unit();
        // Cells are of the world, so that a pan keeps the same points.
        const double first_x = std::floor(visible.min.x / cell);
        const double first_y = std::floor(visible.min.y / cell);
        const auto columns = static_cast<std::size_t>((visible.max.x / cell) - first_x) + 2;
        const auto rows = static_cast<std::size_t>((visible.max.y / cell) - first_y) + 2;
        std::vector<bool> is_taken(columns * rows);
        std::vector<const LayerContent::Point*> shown;
        for (const LayerContent::Point& point : m_look.content->points()) {
            if (!visible.contains(point.at)) {
                continue;
            }
            const auto column = static_cast<std::size_t>(std::floor(point.at.x / cell) - first_x);
            const auto row = static_cast<std::size_t>(std::floor(point.at.y / cell) - first_y);
            const std::size_t at = row * columns + column;
            if (!is_taken[at]) {
                is_taken[at] = true;
                shown.push_back(&point);
            }
        }
        return shown;
    }

    /// Features with room for a name, the largest first.
    [[nodiscard]] std::vector<std::uint32_t> named_features() const
    {
        const double least = least_named_px / m_context.view.camera.px_per_world_unit();
        std::vector<std::pair<double, std::uint32_t>> found;
        for (std::uint32_t i = 0; i < m_look.content->rows().features.size(); ++i) {
            const geo::WorldBounds& bounds = m_look.content->bounds_of(i);
            const double size = std::max(bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
            const bool is_point = size <= 0;
            if (bounds.intersects(m_context.visible) && (is_point || size >= least)) {
                found.emplace_back(size, i);
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        if (found.size() > most_names) {
            found.resize(most_names);
        }
        std::vector<std::uint32_t> features;
        for (const auto& [size, feature] : found) {
            features.push_back(feature);
        }
        return features;
    }

    void request_name(std::uint32_t feature, const std::string& text, geo::WorldPoint anchor)
    {
        const bool is_point =
            std::holds_alternative<geo::LonLat>(m_look.content->rows().features[feature].geometry);
        LabelRequest request;
        request.key = label_key(m_name, std::to_string(feature));
        request.layer = m_name;
        request.kind = is_point ? LabelKind::point : LabelKind::area;
        request.priority = name_priority;
        request.at = m_context.at(anchor);
        request.clearance_px = dot_px() / 2 + 1;
        request.opacity = m_opacity;
        LabelStyle style = scaled_label(m_context, label_of(m_state.style, "entity"));
        style.color = legible(mix(own_color(), style.color, 0.55F), ground_of(m_state.style));
        for (std::string& line : wrapped(text, 24)) {
            request.lines.push_back({std::move(line), style});
        }
        constexpr std::size_t most_lines = 3;
        if (request.lines.size() > most_lines) {
            request.lines.resize(most_lines);
            request.lines.back().text += "…";
        }
        m_context.requests.push_back(std::move(request));
    }

    Composer::State& m_state;
    FrameContext& m_context;
    const model::UserLayer& m_layer;
    const LayerLook& m_look;
    std::string m_name;
    float m_opacity;
    std::shared_ptr<const LayerContent::Level> m_level;
};

template <typename Draw>
void draw_each(Composer::State& state, FrameContext& context, Draw draw)
{
    each_shown(state, context.view.layers.solo,
               [&](const model::UserLayer& layer, const LayerLook& look) {
                   LayerDrawer drawer(state, context, layer, look);
                   draw(drawer);
               });
}

} // namespace

void add_own_areas(Composer::State& state, FrameContext& context)
{
    refresh_looks(state);
    state.solo = context.view.layers.solo;
    draw_each(state, context, [](LayerDrawer& drawer) {
        drawer.add_picture();
        drawer.add_areas();
    });
}

void add_own_lines(Composer::State& state, FrameContext& context)
{
    draw_each(state, context, [](LayerDrawer& drawer) { drawer.add_lines(); });
}

void add_own_points(Composer::State& state, FrameContext& context)
{
    draw_each(state, context, [](LayerDrawer& drawer) {
        drawer.add_dots();
        drawer.add_mark();
        drawer.request_names();
    });
}

std::optional<Hit> pick_own_layer(const Composer::State& state, geo::ScreenPoint point)
{
    constexpr double reach_px = 6;
    const geo::WorldPoint world = to_world(state.last_camera, state.last_viewport, point);
    std::optional<Hit> topmost;
    each_shown(state, state.solo, [&](const model::UserLayer& layer, const LayerLook& look) {
        const double reach = (reach_px + layer.width_px) / state.last_camera.px_per_world_unit();
        if (const auto feature = look.content->find(world, reach)) {
            topmost = Hit{};
            topmost->layer = layer.id;
            topmost->feature = *feature;
        }
    });
    return topmost;
}

} // namespace dostyk::scene
