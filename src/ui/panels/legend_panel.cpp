#include "scene/mode_table.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace dostyk::ui {

namespace {

enum class Swatch { line, dashed, casing, area, band, arc };

struct MapRow {
    const char* message;
    const char* layer; ///< The row counts only while this layer is shown.
    Swatch swatch;
    const char* color; ///< of Style::lines (line, dashed) or Style::colors
};

constexpr std::array base_rows{
    MapRow{"legend.border", "borders", Swatch::line, "border.common"},
    MapRow{"legend.region_border", "regions", Swatch::dashed, "region_border"},
    MapRow{"legend.road", "roads", Swatch::line, "road.main"},
    MapRow{"legend.railway", "railways", Swatch::dashed, "railway"},
    MapRow{"legend.corridor", "corridors", Swatch::line, "corridor"},
    MapRow{"legend.corridor_planned", "corridors", Swatch::dashed, "corridor.planned"},
};
constexpr std::array project_rows{
    MapRow{"legend.area", "areas", Swatch::area, "hatch"},
    MapRow{"legend.band", "bands", Swatch::band, "band"},
    MapRow{"legend.arc.trade", "arcs", Swatch::arc, "arc.trade"},
    MapRow{"legend.arc.award", "arcs", Swatch::arc, "arc.award"},
    MapRow{"legend.arc.commitment", "arcs", Swatch::arc, "arc.commitment"},
    MapRow{"legend.link", "arcs", Swatch::arc, "link"},
};

constexpr float swatch_width = 34, row_height = 30;

ImU32 color_for(const Canvas& canvas, const MapRow& row)
{
    const scene::Style& style = canvas.theme.style();
    const bool is_line = row.swatch == Swatch::line || row.swatch == Swatch::dashed;
    return to_imgui(is_line ? scene::line_of(style, row.color).color
                            : scene::color_of(style, row.color));
}

void draw_dashes(ImDrawList& draw, ImVec2 from, float length, ImU32 color, float thick, float dash)
{
    for (float x = 0; x < length; x += dash * 1.7F) {
        draw.AddLine({from.x + x, from.y}, {from.x + std::min(length, x + dash), from.y}, color,
                     thick);
    }
}

void draw_swatch(const Canvas& canvas, ImVec2 at, float height, const MapRow& row)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 color = color_for(canvas, row);
    const float width = canvas.px(swatch_width - 10);
    const float y = at.y + height / 2;
    const float thick = std::max(1.5F, canvas.px(2.2F));
    const ImVec2 low{at.x, y + canvas.px(8)};
    switch (row.swatch) {
    case Swatch::line:
    case Swatch::casing:
        draw.AddLine({at.x, y}, {at.x + width, y}, color, thick);
        break;
    case Swatch::dashed:
        draw_dashes(draw, {at.x, y}, width, color, thick, canvas.px(5));
        break;
    case Swatch::area: {
        const ImVec2 top{at.x, y - canvas.px(8)};
        draw.PushClipRect(top, {at.x + width, low.y}, true);
        for (float x = -canvas.px(16); x < width; x += canvas.px(5)) {
            draw.AddLine({at.x + x, low.y}, {at.x + x + canvas.px(16), top.y}, color, thick);
        }
        draw.PopClipRect();
        draw.AddRect(top, {at.x + width, low.y}, canvas.colors().border, canvas.px(2));
        break;
    }
    case Swatch::band:
        draw.AddLine({at.x, y}, {at.x + width, y}, color, canvas.px(8));
        break;
    case Swatch::arc:
        draw.AddBezierQuadratic(low, {at.x + width / 2, y - canvas.px(16)}, {at.x + width, low.y},
                                color, thick);
        break;
    }
}

void draw_label(Canvas& canvas, const std::string& text, ImVec2 at, float height, float width)
{
    ImFont* font = canvas.theme.body();
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, width, text.c_str());
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x, at.y + (height - size.y) / 2},
                                        canvas.colors().text, text.c_str(), nullptr, width);
}

float height_of(const Canvas& canvas, const std::string& text, float width)
{
    ImFont* font = canvas.theme.body();
    const float lines = font->CalcTextSizeA(font->FontSize, FLT_MAX, width, text.c_str()).y;
    return std::max(canvas.px(row_height), lines + canvas.px(8));
}

void draw_map_row(Canvas& canvas, const MapRow& row)
{
    if (!canvas.workspace.view().layers.is_shown(row.layer)) {
        return;
    }
    const std::string text = canvas.say(row.message);
    const float width = ImGui::GetContentRegionAvail().x - canvas.px(swatch_width);
    const float height = height_of(canvas, text, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_swatch(canvas, {at.x + canvas.px(2), at.y}, height, row);
    draw_label(canvas, text, {at.x + canvas.px(swatch_width), at.y}, height, width);
    ImGui::Dummy({canvas.px(swatch_width) + width, height});
}

void draw_kind_row(Canvas& canvas, const std::string& kind, int count)
{
    const std::string text = canvas.say("kind." + kind + ".plural") + "  " + std::to_string(count);
    const float width = ImGui::GetContentRegionAvail().x - canvas.px(swatch_width);
    const float height = height_of(canvas, text, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_symbol(canvas, *ImGui::GetWindowDrawList(), {at.x + canvas.px(14), at.y + height / 2},
                canvas.px(22), scene::symbol_of(canvas.theme.style(), kind));
    draw_label(canvas, text, {at.x + canvas.px(swatch_width), at.y}, height, width);
    ImGui::Dummy({canvas.px(swatch_width) + width, height});
}

} // namespace

void draw_legend_panel(Canvas& canvas)
{
    begin_scroll(canvas, "legend");
    const scene::ViewState& view = canvas.workspace.view();
    heading(canvas, canvas.say("mode." + std::string(name_of(view.mode))));

    std::vector<std::pair<std::string, int>> counts; // in the order of the project
    for (const model::Entity& entity : canvas.workspace.project().entities) {
        if (is_in(entity, view.pack) && scene::is_in_mode(entity, view.mode, view.pack)) {
            if (counts.empty() || counts.back().first != entity.kind) {
                counts.emplace_back(entity.kind, 0);
            }
            ++counts.back().second;
        }
    }
    if (counts.empty()) {
        paragraph(canvas,
                  canvas.say(view.mode == scene::MapMode::plain ? "legend.plain" : "legend.empty"),
                  true);
    } else {
        section(canvas, canvas.say("legend.objects"));
        for (const auto& [kind, count] : counts) {
            draw_kind_row(canvas, kind, count);
        }
        section(canvas, canvas.say("legend.places"));
        for (const MapRow& row : project_rows) {
            draw_map_row(canvas, row);
        }
    }
    section(canvas, canvas.say("legend.base"));
    for (const MapRow& row : base_rows) {
        draw_map_row(canvas, row);
    }
    ImGui::Dummy({0, canvas.px(6)});
    small_print(canvas, canvas.say("legend.note"));
    ImGui::EndChild();
}

} // namespace dostyk::ui
