#include "core/format.hpp"
#include "scene/layer_content.hpp"
#include "scene/legend.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <string>

namespace dostyk::ui {

namespace {

constexpr float swatch_width = 36, row_height = 30;

void draw_line_sign(const Canvas& canvas, ImVec2 from, float length, const scene::LineStyle& line,
                    bool has_arrow)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float scale = canvas.theme.scale();
    const float thick = std::max(1.0F, line.width_px * scale);
    const ImU32 color = to_imgui(line.color);
    const auto stroke = [&](float x, float end, ImU32 ink, float width) {
        draw.AddLine({from.x + x, from.y}, {from.x + end, from.y}, ink, width);
    };
    if (line.casing_px > 0) {
        stroke(0, length, to_imgui(line.casing), thick + 2 * line.casing_px * scale);
    }
    const float dash = line.dash_px * scale;
    const float gap = line.gap_px * scale;
    const float end = has_arrow ? length - canvas.px(5) : length;
    for (float x = 0; x<end; x += dash> 0 ? dash + gap : end) {
        stroke(x, dash > 0 ? std::min(end, x + dash) : end, color, thick);
    }
    if (has_arrow) {
        const float half = canvas.px(4.5F);
        draw.AddTriangleFilled({from.x + length, from.y},
                               {from.x + length - canvas.px(8), from.y - half},
                               {from.x + length - canvas.px(8), from.y + half}, color);
    }
}

void draw_area_sign(const Canvas& canvas, ImVec2 at, float width, const scene::LegendArea& area)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float half = canvas.px(8);
    const ImVec2 top{at.x, at.y - half};
    const ImVec2 low{at.x + width, at.y + half};
    const ImU32 color = to_imgui(area.color);
    if (area.is_hatched) {
        draw.PushClipRect(top, low, true);
        for (float x = 0; x < width + 2 * half; x += canvas.px(6)) {
            draw.AddLine({top.x + x - 2 * half, top.y}, {top.x + x, low.y}, color,
                         std::max(1.0F, canvas.px(1.6F)));
        }
        draw.PopClipRect();
        draw.AddRect(top, low, color, canvas.px(2));
    } else {
        draw.AddRectFilled(top, low, color, canvas.px(2));
    }
}

void draw_sign(const Canvas& canvas, const scene::LegendRow& row, ImVec2 left_middle)
{
    const float width = canvas.px(swatch_width - 10);
    if (const auto* symbol = std::get_if<scene::SymbolStyle>(&row.sign)) {
        draw_symbol(canvas, *ImGui::GetWindowDrawList(), {left_middle.x + width / 2, left_middle.y},
                    canvas.px(22), *symbol);
    } else if (const auto* line = std::get_if<scene::LineStyle>(&row.sign)) {
        draw_line_sign(canvas, left_middle, width, *line, row.has_arrow);
    } else {
        draw_area_sign(canvas, left_middle, width, std::get<scene::LegendArea>(row.sign));
    }
}

void draw_row(Canvas& canvas, const scene::LegendRow& row)
{
    ImFont* font = canvas.theme.body();
    ImFont* dim = canvas.theme.small_font();
    const std::string text = row.key.empty() ? canvas.lengthened(row.text) : canvas.say(row.key);
    const std::string count =
        row.count > 0 ? format_number(static_cast<double>(row.count), canvas.language, 0)
                      : std::string{};
    const float count_width =
        dim->CalcTextSizeA(dim->FontSize, FLT_MAX, 0, count.c_str()).x + canvas.px(14);
    const float full = ImGui::GetContentRegionAvail().x;
    const float width = full - canvas.px(swatch_width) - count_width;
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, width, text.c_str());
    const float height = std::max(canvas.px(row_height), size.y + canvas.px(8));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_sign(canvas, row, {at.x + canvas.px(2), at.y + height / 2});
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddText(font, font->FontSize,
                 {at.x + canvas.px(swatch_width), at.y + (height - size.y) / 2},
                 canvas.colors().text, text.c_str(), nullptr, width);
    draw.AddText(dim, dim->FontSize,
                 {at.x + full - count_width + canvas.px(6), at.y + (height - dim->FontSize) / 2},
                 canvas.colors().text_dim, count.c_str());
    note_fit(canvas, text, size.x, width + 1);
    ImGui::Dummy({full, height});
}

void draw_group(Canvas& canvas, const std::vector<scene::LegendRow>& rows, scene::LegendGroup group,
                const char* title)
{
    bool has_title = false;
    for (const scene::LegendRow& row : rows) {
        if (row.group != group) {
            continue;
        }
        if (!has_title) {
            section(canvas, canvas.say(title));
            has_title = true;
        }
        draw_row(canvas, row);
    }
}

} // namespace

void LegendPanel::refresh(const Canvas& canvas)
{
    const scene::ViewState& view = canvas.workspace.view();
    const scene::Style& style = canvas.theme.style();
    Shown shown{canvas.workspace.project_version(),
                view.mode,
                view.pack,
                view.date,
                view.filters,
                view.layers,
                style.name};
    if (m_rows.empty() || shown != m_shown) {
        m_rows = scene::make_legend(&canvas.workspace.project(), view, style);
        m_shown = std::move(shown);
    }
}

void LegendPanel::draw(Canvas& canvas)
{
    using scene::LegendGroup;
    begin_scroll(canvas, "legend");
    const scene::ViewState& view = canvas.workspace.view();
    heading(canvas, canvas.say("mode." + std::string(name_of(view.mode))));
    refresh(canvas);
    auto rows = m_rows;
    const auto& own = canvas.workspace.project().layers;
    for (auto layer = own.rbegin(); layer != own.rend(); ++layer) {
        const editor::LoadedLayer* loaded = canvas.workspace.layers().find(layer->id);
        scene::add_layer_rows(rows, *layer, loaded != nullptr ? loaded->content.get() : nullptr,
                              view, canvas.theme.style());
    }
    const bool has_items = std::any_of(rows.begin(), rows.end(), [](const scene::LegendRow& row) {
        return row.group != LegendGroup::base;
    });
    if (!has_items) {
        paragraph(canvas,
                  canvas.say(view.mode == scene::MapMode::plain ? "legend.plain" : "legend.empty"),
                  true);
    }
    draw_group(canvas, rows, LegendGroup::objects, "legend.objects");
    draw_group(canvas, rows, LegendGroup::places, "legend.places");
    draw_group(canvas, rows, LegendGroup::own, "layer_group.own");
    draw_group(canvas, rows, LegendGroup::base, "legend.base");
    ImGui::Dummy({0, canvas.px(6)});
    small_print(canvas, canvas.say("legend.note"));
    small_print(canvas, canvas.say("legend.names"));
    ImGui::EndChild();
}

} // namespace dostyk::ui
