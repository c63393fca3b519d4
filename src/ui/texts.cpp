#include "scene/letter_case.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::ui {

namespace {

void wrapped_text(ImFont* font, ImU32 color, std::string_view text)
{
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, color);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

constexpr float pi = 3.14159265F;

/// Corners of a regular shape about a centre, the first at the top.
void add_polygon(ImDrawList& draw, ImVec2 centre, float radius, int corners, float turn,
                 const scene::SymbolStyle& symbol)
{
    std::array<ImVec2, 8> points;
    for (int i = 0; i < corners; ++i) {
        const float angle =
            turn - pi / 2 + 2 * pi * static_cast<float>(i) / static_cast<float>(corners);
        points[static_cast<std::size_t>(i)] = {centre.x + radius * std::cos(angle),
                                               centre.y + radius * std::sin(angle)};
    }
    draw.AddConvexPolyFilled(points.data(), corners, to_imgui(symbol.fill));
    draw.AddPolyline(points.data(), corners, to_imgui(symbol.outline), ImDrawFlags_Closed, 1.2F);
}

void add_shield(ImDrawList& draw, ImVec2 c, float r, const scene::SymbolStyle& symbol)
{
    const std::array<ImVec2, 7> points{{{c.x - r * 0.8F, c.y - r * 0.8F},
                                        {c.x + r * 0.8F, c.y - r * 0.8F},
                                        {c.x + r * 0.8F, c.y + r * 0.15F},
                                        {c.x + r * 0.45F, c.y + r * 0.65F},
                                        {c.x, c.y + r},
                                        {c.x - r * 0.45F, c.y + r * 0.65F},
                                        {c.x - r * 0.8F, c.y + r * 0.15F}}};
    const int count = static_cast<int>(points.size());
    draw.AddConvexPolyFilled(points.data(), count, to_imgui(symbol.fill));
    draw.AddPolyline(points.data(), count, to_imgui(symbol.outline), ImDrawFlags_Closed, 1.2F);
}

} // namespace

std::string Canvas::hint_of(editor::ActionId id) const
{
    const editor::Action& action = editor::action_of(id);
    const std::string name = say("action." + std::string(action.name));
    return action.chord.key == editor::Key::none
               ? name
               : name + " (" + editor::text_of(action.chord) + ")";
}

std::string Canvas::lengthened(std::string text) const
{
    if (longer_by <= 0) {
        return text;
    }
    std::string longer;
    float due = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1; // of a letter: bytes 10xxxxxx go on
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        const std::string_view letter = std::string_view(text).substr(at, end - at);
        longer += letter;
        due += longer_by;
        if (due >= 1 && letter != " ") {
            longer += letter;
            due -= 1;
        }
        at = end;
    }
    return longer;
}

std::string sentence_case(std::string_view text)
{
    std::size_t end = text.empty() ? 0 : 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return scene::to_capitals(text.substr(0, end)) + std::string(text.substr(end));
}

std::string shortened(ImFont* font, std::string_view text, float width)
{
    constexpr const char* ellipsis = "…";
    const auto size_of = [&](const char* begin, const char* end) {
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, begin, end).x;
    };
    const char* begin = text.data();
    const char* end = begin + text.size();
    if (text.empty() || size_of(begin, end) <= width) {
        return std::string(text);
    }
    const float room = width - size_of(ellipsis, nullptr);
    const char* rest = begin;
    (void)font->CalcTextSizeA(font->FontSize, std::max(0.0F, room), 0, begin, end, &rest);
    std::string kept(begin, rest);
    while (!kept.empty() && kept.back() == ' ') {
        kept.pop_back();
    }
    return kept + ellipsis;
}

void heading(Canvas& canvas, std::string_view text)
{
    wrapped_text(canvas.theme.title(), canvas.colors().text, text);
}

void section(Canvas& canvas, std::string_view text)
{
    ImGui::Dummy({0, canvas.px(6)});
    wrapped_text(canvas.theme.small_font(), canvas.colors().text_dim, text);
}

void paragraph(Canvas& canvas, std::string_view text, bool is_dim)
{
    wrapped_text(canvas.theme.body(), is_dim ? canvas.colors().text_dim : canvas.colors().text,
                 text);
}

void small_print(Canvas& canvas, std::string_view text)
{
    wrapped_text(canvas.theme.small_font(), canvas.colors().text_dim, text);
}

void badge(Canvas& canvas, std::string_view icon, std::string_view text, ImU32 color)
{
    ImFont* font = canvas.theme.small_font();
    const std::string shown = canvas.theme.icon(icon) + " " + std::string(text);
    const float pad = canvas.px(8);
    const float wrap = ImGui::GetContentRegionAvail().x - 2 * pad;
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, shown.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + size.x + 2 * pad, at.y + size.y + canvas.px(6)};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRect(at, end, color, canvas.px(Theme::corner), 0, std::max(1.0F, canvas.px(1.2F)));
    draw.AddText(font, font->FontSize, {at.x + pad, at.y + canvas.px(3)}, color, shown.c_str(),
                 nullptr, wrap);
    ImGui::Dummy({end.x - at.x, end.y - at.y});
    note_fit(canvas, text, size.x, std::max(size.x, wrap));
}

void key_chip(Canvas& canvas, std::string_view text)
{
    ImFont* font = canvas.theme.small_font();
    const float pad = canvas.px(7);
    const ImVec2 size =
        font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + size.x + 2 * pad, at.y + size.y + canvas.px(6)};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, end, canvas.colors().raised, canvas.px(5));
    draw.AddRect(at, end, canvas.colors().border, canvas.px(5));
    draw.AddText(font, font->FontSize, {at.x + pad, at.y + canvas.px(3)}, canvas.colors().text,
                 text.data(), text.data() + text.size());
    ImGui::Dummy({end.x - at.x, end.y - at.y});
}

void gauge(Canvas& canvas, float fraction, std::string_view text)
{
    const Palette& colors = canvas.colors();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = canvas.px(10);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float round = height / 2;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + height}, colors.raised, round);
    const float filled = std::max(height, width * std::clamp(fraction, 0.0F, 1.0F));
    draw.AddRectFilled(at, {at.x + filled, at.y + height},
                       fraction >= 1 ? colors.good : colors.accent, round);
    ImGui::Dummy({width, height});
    paragraph(canvas, text);
}

void hairline(Canvas& canvas)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float y = at.y + canvas.px(4);
    ImGui::GetWindowDrawList()->AddLine({at.x, y}, {at.x + width, y}, canvas.colors().border);
    ImGui::Dummy({width, canvas.px(8)});
}

void empty_state(Canvas& canvas, std::string_view icon, std::string_view text)
{
    ImGui::Dummy({0, canvas.px(26)});
    ImFont* font = canvas.theme.title();
    const std::string& mark = canvas.theme.icon(icon);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, mark.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x + (width - size.x) / 2, at.y},
                                        canvas.colors().border, mark.c_str());
    ImGui::Dummy({width, size.y + canvas.px(6)});
    paragraph(canvas, text, true);
}

void draw_symbol(const Canvas& canvas, ImDrawList& draw, ImVec2 centre, float size,
                 const scene::SymbolStyle& symbol)
{
    const float r = size / 2;
    switch (symbol.shape) {
    case scene::SymbolShape::circle:
        draw.AddCircleFilled(centre, r, to_imgui(symbol.fill), 24);
        draw.AddCircle(centre, r, to_imgui(symbol.outline), 24, 1.2F);
        break;
    case scene::SymbolShape::square:
        add_polygon(draw, centre, r * 1.2F, 4, pi / 4, symbol);
        break;
    case scene::SymbolShape::diamond:
        add_polygon(draw, centre, r * 1.2F, 4, 0, symbol);
        break;
    case scene::SymbolShape::triangle:
        add_polygon(draw, centre, r * 1.2F, 3, 0, symbol);
        break;
    case scene::SymbolShape::hexagon:
        add_polygon(draw, centre, r * 1.08F, 6, 0, symbol);
        break;
    case scene::SymbolShape::pentagon:
        add_polygon(draw, centre, r * 1.12F, 5, 0, symbol);
        break;
    case scene::SymbolShape::shield:
        add_shield(draw, centre, r * 1.05F, symbol);
        break;
    case scene::SymbolShape::none:
        break;
    }
    ImFont* font = canvas.theme.body();
    const std::string& icon = canvas.theme.icon(symbol.icon);
    const float icon_px = size * 0.66F;
    const ImVec2 extent = font->CalcTextSizeA(icon_px, FLT_MAX, 0, icon.c_str());
    draw.AddText(font, icon_px, {centre.x - extent.x / 2, centre.y - extent.y / 2},
                 to_imgui(symbol.glyph), icon.c_str());
}

} // namespace dostyk::ui
