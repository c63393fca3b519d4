/// \file
/// A tool: what pointer and keys mean on the map, as a state machine without a window.

#pragma once

#include "editor/buffer_query.hpp"
#include "editor/command.hpp"
#include "editor/tools/map_lookup.hpp"
#include "model/project.hpp"
#include "scene/compose.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

enum class ToolId : std::uint8_t {
    select,
    move,
    point,
    line,
    polygon,
    vertices,
    border,
    buffer,
    measure,
    measure_road,
};

/// In the order in which a tool bar shows them.
inline constexpr std::array all_tools{
    ToolId::select,   ToolId::move,   ToolId::point,  ToolId::line,    ToolId::polygon,
    ToolId::vertices, ToolId::border, ToolId::buffer, ToolId::measure, ToolId::measure_road};

/// "measure_road": its action is "tool_measure_road", its icon "tool_measure_road".
[[nodiscard]] std::string_view name_of(ToolId tool) noexcept;

enum class AimedBy : std::uint8_t { pointer, keyboard, text };

/// A place that a tool is pointed at: snapped, constrained and rounded already.
struct ToolPoint {
    geo::LonLat at;
    geo::ScreenPoint px; ///< Of the place
    AimedBy by = AimedBy::pointer;
    std::optional<SnapTarget> snap;
    bool is_whole = false; ///< Shift is held: a border tool takes the whole border

    /// How exactly it says where something is.
    [[nodiscard]] model::Precision precision() const noexcept;
};

/// What a tool sees of the program.
struct ToolView {
    const model::Project& project;
    const geo::MapData& map;
    MapLookup& lookup;
    scene::Camera camera;
    scene::Viewport viewport;
    float scale = 1;
    Language language = Language::en;
    model::Pack pack = model::Pack::enriched;
    const model::Entity* selected = nullptr;
    /// Id of the entity that the map shows at a point; empty = none. [px]
    std::function<std::string(geo::ScreenPoint)> pick;
    /// The feature of the project's own layers there, where no entity is. [px]
    std::function<std::optional<scene::FeatureRef>(geo::ScreenPoint)> pick_feature;

    [[nodiscard]] geo::ScreenPoint px_of(geo::LonLat at) const noexcept;
    /// Are two places within so much of each other on the screen? [px at scale 1]
    [[nodiscard]] bool is_near(geo::LonLat a, geo::LonLat b, float reach_px) const noexcept;
    /// Its shown place; null when it has none of its own.
    [[nodiscard]] const model::Place* place_of(const model::Entity* entity) const;
};

/// What came of an event.
struct ToolResult {
    std::optional<Command> command;    ///< To be submitted: one step of the history
    std::optional<std::string> select; ///< Empty = nothing
    /// Of the project's own layers, where nothing is selected
    std::optional<scene::FeatureRef> mark;
    std::optional<BufferAnswer> answer; ///< Of a buffer
    std::optional<Message> notice;      ///< Why nothing came of it
    geo::WorldBounds show;              ///< Where the map goes, if not all of it is seen
};

/// One way to use the pointer. The toolbox snaps and constrains before it asks the tool.
class Tool {
public:
    virtual ~Tool() = default;

    /// It was taken up, or something else was selected meanwhile.
    virtual ToolResult begin(const ToolView&) { return {}; }
    /// The pointer or the cross-hair is here now, no button held.
    virtual void hover(const ToolView&, const ToolPoint&) {}
    /// A button went down: true when the drag is the tool's, else it pans.
    virtual bool grab(const ToolView&, const ToolPoint&) { return false; }
    virtual void drag(const ToolView&, const ToolPoint&) {}
    /// The end of a drag that it grabbed.
    virtual ToolResult release(const ToolView&, const ToolPoint&) { return {}; }
    /// A click, Enter on the cross-hair, or coordinates as text.
    virtual ToolResult place(const ToolView& view, const ToolPoint& at) = 0;
    /// A plain number as text: a radius.
    virtual std::optional<ToolResult> number(const ToolView&, double) { return std::nullopt; }
    /// What was placed so far is all.
    virtual ToolResult finish(const ToolView&) { return {}; }
    /// Take the last vertex back.
    virtual ToolResult step_back(const ToolView&) { return {}; }
    /// Leave what was begun; false when nothing was.
    virtual bool cancel() { return false; }

    /// What Shift constrains about.
    [[nodiscard]] virtual std::optional<geo::LonLat> anchor() const { return std::nullopt; }
    /// Vertices of its own that draw the pointer to them.
    [[nodiscard]] virtual std::vector<geo::LonLat> own_vertices() const { return {}; }
    /// The entity whose vertices do not: the one that moves.
    [[nodiscard]] virtual std::string_view edited() const { return {}; }
    [[nodiscard]] virtual bool snaps() const { return true; }
    /// The length of what was measured so far; nothing where there is none. [km]
    [[nodiscard]] virtual std::optional<double> measured_km() const { return std::nullopt; }
    [[nodiscard]] virtual scene::ToolOverlay overlay(const ToolView&) const = 0;
};

[[nodiscard]] std::unique_ptr<Tool> make_tool(ToolId id);

/// "12.4 km" with as many decimals as the length is worth.
[[nodiscard]] std::string km_text(double km, Language language);

/// How near a handle has to be pointed at. [px at scale 1]
inline constexpr float handle_reach_px = 9;

} // namespace dostyk::editor
