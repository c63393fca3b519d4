#include "editor/tools/tool.hpp"

#include "core/format.hpp"
#include "editor/tools/border_tool.hpp"
#include "editor/tools/buffer_tool.hpp"
#include "editor/tools/path_tool.hpp"
#include "editor/tools/place_tools.hpp"
#include "editor/tools/vertex_tool.hpp"
#include "geo/mercator.hpp"

#include <cmath>

namespace dostyk::editor {

std::string_view name_of(ToolId tool) noexcept
{
    static constexpr std::array<std::string_view, all_tools.size()> names{
        "select",   "move",   "point",  "line",    "polygon",
        "vertices", "border", "buffer", "measure", "measure_road"};
    return names[static_cast<std::size_t>(tool)];
}

model::Precision ToolPoint::precision() const noexcept
{
    if (by == AimedBy::text || (snap && snap->kind == SnapKind::crossing)) {
        return model::Precision::exact;
    }
    return snap && snap->kind == SnapKind::settlement ? model::Precision::settlement
                                                      : model::Precision::approximate;
}

geo::ScreenPoint ToolView::px_of(geo::LonLat at) const noexcept
{
    return scene::to_screen(camera, viewport, geo::to_world(at));
}

bool ToolView::is_near(geo::LonLat a, geo::LonLat b, float reach_px) const noexcept
{
    const geo::ScreenPoint one = px_of(a);
    const geo::ScreenPoint other = px_of(b);
    return std::hypot(one.x - other.x, one.y - other.y) <= reach_px * scale;
}

const model::Place* ToolView::place_of(const model::Entity* entity) const
{
    return entity != nullptr ? model::find_value<model::Place>(*entity, "place", pack) : nullptr;
}

std::unique_ptr<Tool> make_tool(ToolId id)
{
    switch (id) {
    case ToolId::select:
        return std::make_unique<SelectTool>();
    case ToolId::move:
        return std::make_unique<MoveTool>();
    case ToolId::point:
        return std::make_unique<PointTool>();
    case ToolId::line:
        return std::make_unique<PathTool>(PathUse::line);
    case ToolId::polygon:
        return std::make_unique<PathTool>(PathUse::polygon);
    case ToolId::vertices:
        return std::make_unique<VertexTool>();
    case ToolId::border:
        return std::make_unique<BorderTool>();
    case ToolId::buffer:
        return std::make_unique<BufferTool>();
    case ToolId::measure:
        return std::make_unique<PathTool>(PathUse::measure);
    case ToolId::measure_road:
        return std::make_unique<PathTool>(PathUse::measure_road);
    }
    return std::make_unique<SelectTool>();
}

std::string km_text(double km, Language language)
{
    const int decimals = km < 10 ? 2 : km < 100 ? 1 : 0;
    const std::string number = format_number(km, language, decimals);
    return tr(language, Message{"unit.km", {{"number", number}, {"count", number}}});
}

} // namespace dostyk::editor
