/// \file
/// Camera, layers, map and project to a Frame.

#pragma once

#include "core/language.hpp"
#include "model/project.hpp"
#include "scene/entity_filter.hpp"
#include "scene/frame.hpp"
#include "scene/layer_tree.hpp"
#include "scene/map_mode.hpp"
#include "scene/programme_layer.hpp"
#include "scene/style.hpp"
#include "scene/tool_overlay.hpp"
#include "text/font_set.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace dostyk::geo {
struct Layer;
struct MapData;
} // namespace dostyk::geo

namespace dostyk::scene {

class LayerContent;

/// What a person chose to see.
/// A feature of one of the project's own layers, by its place in the layer's rows.
struct FeatureRef {
    std::string layer;
    std::uint32_t feature = 0;

    friend bool operator==(const FeatureRef&, const FeatureRef&) = default;
};

struct ViewState {
    Camera camera;
    Language language = Language::en;
    std::optional<Language> second_language; ///< Two-line bilingual labels.
    MapMode mode = MapMode::events;
    model::Pack pack = model::Pack::enriched;
    std::string date;     ///< ISO date: the division and the facts as of then; empty = today
    std::string selected; ///< Entity id
    std::string hovered;
    std::optional<FeatureRef> marked; ///< Stands out as what is selected does
    EntityFilters filters;            ///< Of lists and tables: what does not pass is not drawn
    LayerTree layers = default_layers();
    bool has_graticule = false;
    float scale = 1;                ///< Of labels, lines and symbols: HiDPI and the hall.
    std::vector<ScreenBox> covered; ///< Where panels lie on the map: no name runs under them.
    ProgrammeLayer programme;       ///< Of the meeting that is shown, at its minute
    ToolOverlay tool;               ///< Over all else

    friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// Something on the map under a point.
struct Hit {
    std::string entity;               ///< Id; of a cluster its highest-ranked member
    std::vector<std::string> members; ///< All of a cluster, by rank
    std::string place;                ///< Label of a map feature (layer:id) when it is no entity
    std::string layer;                ///< Of a feature of the project's own layers, its layer
    std::uint32_t feature = 0;        ///< and its place in the layer's rows
};

/// Geometry of the map, ready to draw: cooked once, immutable, shared with jobs.
class MapScene {
public:
    /// Levels of detail on shared arcs, triangles and line meshes. Costs tens of milliseconds.
    explicit MapScene(std::shared_ptr<const geo::MapData> map);
    ~MapScene();
    MapScene(const MapScene&) = delete;
    MapScene& operator=(const MapScene&) = delete;

    /// Work that prepares a level of detail, so that the first frame which shows it need not: for a
    /// job, while this and other threads use the map scene. The map scene must outlive it.
    ///
    /// \param date  As ViewState has it.
    [[nodiscard]] std::function<void(std::stop_token)> cooking(std::string_view date, int level);

    [[nodiscard]] const geo::MapData& data() const noexcept;
    /// Bounds of "all", of a country or unit by ISO code; nothing when there is none.
    [[nodiscard]] std::optional<geo::WorldBounds> bounds_of(std::string_view code) const;
    /// Where the name of a country or unit stands and its arcs begin.
    [[nodiscard]] std::optional<geo::WorldPoint> anchor_of(std::string_view code) const;

    struct State;
    [[nodiscard]] State& state() const noexcept { return *m_state; }

private:
    std::unique_ptr<State> m_state;
};

/// Composes frames; keeps what makes the next frame calm: which labels stood, shaped names.
class Composer {
public:
    Composer(std::shared_ptr<MapScene> map, Style style, text::FontSet& fonts);
    ~Composer();
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;

    void set_style(Style style);
    [[nodiscard]] const Style& style() const noexcept;

    /// Tell that the project changed: what is derived from it is made anew.
    void set_project(std::shared_ptr<const model::Project> project);

    /// What is in the file of a layer of the project's own; null = not known (any more). A layer
    /// without it is not drawn.
    void set_layer_content(const std::string& layer, std::shared_ptr<const LayerContent> content);

    /// \param viewport [px]
    [[nodiscard]] Frame compose(const ViewState& view, Viewport viewport);

    /// What the last composed frame shows at a point, the topmost first; nothing on empty ground.
    [[nodiscard]] std::optional<Hit> pick(geo::ScreenPoint point) const;

    /// Where an entity is shown; nothing when it has no place. A point has empty extent.
    [[nodiscard]] std::optional<geo::WorldBounds> bounds_of(const model::Entity& entity,
                                                            model::Pack pack) const;

    struct State; ///< Of this module alone.

private:
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::scene
