/// \file
/// What a Composer keeps from frame to frame, and what its parts share within one.

#pragma once

#include "scene/compose.hpp"
#include "scene/entity_view.hpp"
#include "scene/label_placement.hpp"
#include "scene/layer_classes.hpp"
#include "scene/layer_content.hpp"
#include "scene/map_state.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::scene {

/// Something that answers a click, in the order of drawing.
struct PickTarget {
    std::vector<geo::ScreenPoint> line; ///< Two or more points: a line; else the box counts.
    ScreenBox box;
    float reach_px = 0; ///< Half the width of the line.
    Hit hit;
    bool is_area = false; ///< The line is closed, and what it holds answers as well.
};

/// A layer of the project's own: what is in its file, and its features in classes.
struct LayerLook {
    std::shared_ptr<const LayerContent> content;
    const Classification* classified = nullptr; ///< The content's; set for each frame
};

struct Composer::State {
    State(std::shared_ptr<MapScene> scene, Style wanted, text::FontSet& font_set)
    : map(std::move(scene)), style(std::move(wanted)), fonts(font_set), placer(font_set)
    {}

    std::shared_ptr<MapScene> map;
    Style style;
    text::FontSet& fonts;
    std::shared_ptr<const model::Project> project;
    LabelPlacer placer;

    std::shared_ptr<const Image> relief;
    float relief_opacity = -1;                       ///< that `relief` was made for
    std::vector<std::shared_ptr<const Image>> edges; ///< Fade of the data's four edges.

    EntityView entities;
    /// Fills of the view's polygons, made when they are first drawn.
    std::map<const model::Place*, std::shared_ptr<const FillMesh>> shape_meshes;
    std::shared_ptr<const geo::MultiPolygon> reach; ///< That reach_mesh is of
    std::shared_ptr<const FillMesh> reach_mesh;
    std::map<std::string, LayerLook, std::less<>> looks; ///< By the layer's id
    std::string solo;                                    ///< Of the last frame's layers
    std::string entities_key;                            ///< What `entities` was made for.
    EntityFilters filters;                               ///< The same
    std::string selected;                       ///< Whom `entities` holds whatever the mode is
    std::optional<EntityView> without_selected; ///< What it was before that one was added
    std::string language_key;                   ///< What the standing labels were placed for.
    Division* division = nullptr;               ///< The units of the view's date.
    Division* countries = nullptr;
    std::string division_date;

    std::vector<PickTarget> targets; ///< Of the last frame, topmost last.
    Camera last_camera;
    Viewport last_viewport;
    int last_level = 0;
};

/// One frame in the making.
struct FrameContext {
    const ViewState& view;
    Viewport viewport;
    geo::WorldBounds visible; ///< A little more than the viewport: lines have width.
    int level = 0;
    Frame& frame;
    std::vector<LabelRequest> requests;
    std::vector<ScreenBox> blocked;

    [[nodiscard]] geo::ScreenPoint at(geo::WorldPoint point) const
    {
        return to_screen(view.camera, viewport, point);
    }
    [[nodiscard]] bool is_shown(std::string_view layer) const
    {
        return view.layers.is_shown(layer);
    }
    [[nodiscard]] float opacity_of(std::string_view layer) const;
    /// A style's width at this zoom and scale. [px]
    [[nodiscard]] float width_at(float width_px) const;
};

/// The ranges of a mesh that can be seen and that `wants` takes.
template <typename Mesh, typename Wants>
[[nodiscard]] std::vector<std::uint32_t>
visible_ranges(const Mesh& mesh, const geo::WorldBounds& visible, Wants wants)
{
    std::vector<std::uint32_t> ranges;
    for (std::uint32_t i = 0; i < mesh.ranges.size(); ++i) {
        if (mesh.ranges[i].bounds.intersects(visible) && wants(mesh.ranges[i])) {
            ranges.push_back(i);
        }
    }
    return ranges;
}

/// A line with its casing under it.
void add_line(FrameContext& context, std::string_view layer,
              const std::shared_ptr<const LineMesh>& mesh, std::vector<std::uint32_t> ranges,
              const LineStyle& style, float factor = 1);

/// The style of a label at the view's scale.
[[nodiscard]] LabelStyle scaled_label(const FrameContext& context, const LabelStyle& style);

void add_land(Composer::State& state, FrameContext& context);
void add_areas(Composer::State& state, FrameContext& context);
/// Pictures and areas of the project's own layers; below our borders and roads.
void add_own_areas(Composer::State& state, FrameContext& context);
void add_own_lines(Composer::State& state, FrameContext& context);
/// Below our symbols; their names, too.
void add_own_points(Composer::State& state, FrameContext& context);
void add_water(Composer::State& state, FrameContext& context);
void add_roads(Composer::State& state, FrameContext& context);
void add_borders(Composer::State& state, FrameContext& context);
void add_bands(Composer::State& state, FrameContext& context);
void add_edges(Composer::State& state, FrameContext& context);
void add_shapes(Composer::State& state, FrameContext& context);
void add_highlight(Composer::State& state, FrameContext& context);
void add_corridors(Composer::State& state, FrameContext& context);
void add_flows(Composer::State& state, FrameContext& context);
void add_symbols(Composer::State& state, FrameContext& context);
/// What is reached, ways and rings; below the symbols.
void add_programme_ways(Composer::State& state, FrameContext& context);
/// Arrows from venue to venue, with what moved; below the symbols.
void add_programme_moves(Composer::State& state, FrameContext& context);
/// Rings about the venues that a plan uses; below the symbols.
void add_programme_tallies(Composer::State& state, FrameContext& context);
/// Queues and people; over the symbols.
void add_programme_signs(Composer::State& state, FrameContext& context);
/// After the labels: over all else.
void add_tool(Composer::State& state, FrameContext& context);
void add_graticule(Composer::State& state, FrameContext& context);

/// Requests for the names of the base map.
void request_names(Composer::State& state, FrameContext& context);
/// Dots of the places whose names found room.
void add_place_dots(Composer::State& state, FrameContext& context);

/// The feature of a layer of the project's own that the last frame shows at a point.
[[nodiscard]] std::optional<Hit> pick_own_layer(const Composer::State& state,
                                                geo::ScreenPoint point);

/// A line from one end to the other that bows to its left. \param bow  Share of its length
[[nodiscard]] std::vector<geo::ScreenPoint> bowed(geo::ScreenPoint from, geo::ScreenPoint to,
                                                  float bow);

/// A text broken into lines of about `width` letters at its spaces.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

} // namespace dostyk::scene
