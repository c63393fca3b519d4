#include "ui/theme.hpp"

#include "text/distance_field.hpp"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

namespace dostyk::ui {

namespace {

constexpr ImWchar first_icon = 0xE000; // Private use: no text of ours lies there.

ImU32 blended(scene::Color base, scene::Color over, float share)
{
    return to_imgui(scene::mix(base, over, share));
}

std::string to_utf8(ImWchar character)
{
    // All icons lie in U+E000..U+EFFF, which are three bytes.
    return {static_cast<char>(0xE0 | (character >> 12)),
            static_cast<char>(0x80 | ((character >> 6) & 0x3F)),
            static_cast<char>(0x80 | (character & 0x3F))};
}

struct IconRect {
    int rect = 0;
    std::size_t icon = 0;
    int size_px = 0;
};

void reserve_icons(ImFont* font, float font_px, std::size_t count, std::vector<IconRect>& rects)
{
    const int size = static_cast<int>(std::lround(font_px * 1.12F));
    for (std::size_t i = 0; i < count; ++i) {
        const float top = std::round((font_px - static_cast<float>(size)) / 2);
        const int rect = ImGui::GetIO().Fonts->AddCustomRectFontGlyph(
            font, static_cast<ImWchar>(first_icon + i), size, size, static_cast<float>(size),
            ImVec2(0, top));
        rects.push_back({rect, i, size});
    }
}

/// Icons are white with their coverage as alpha, as letters are.
void draw_icons(const std::vector<text::Icon>& icons, const std::vector<IconRect>& rects)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    for (const IconRect& slot : rects) {
        const ImFontAtlasCustomRect* rect = atlas.GetCustomRectByIndex(slot.rect);
        const auto coverage = text::coverage_at(icons[slot.icon].bitmap, slot.size_px);
        for (int row = 0; row < slot.size_px; ++row) {
            const auto* from =
                coverage.pixels.data() + static_cast<std::ptrdiff_t>(row) * slot.size_px;
            auto* to = pixels + static_cast<std::ptrdiff_t>(rect->Y + row) * width + rect->X;
            std::copy_n(from, slot.size_px, to);
        }
    }
}

} // namespace

ImU32 to_imgui(scene::Color color) noexcept
{
    return IM_COL32(color.r, color.g, color.b, color.a);
}

Palette palette_of(const scene::PanelColors& colors) noexcept
{
    Palette palette;
    palette.background = to_imgui(colors.background);
    palette.raised = to_imgui(colors.raised);
    palette.hover = blended(colors.raised, colors.text, 0.10F);
    palette.pressed = blended(colors.raised, colors.text, 0.18F);
    palette.border = to_imgui(colors.border);
    palette.text = to_imgui(colors.text);
    palette.text_dim = to_imgui(colors.text_dim);
    palette.accent = to_imgui(colors.accent);
    palette.accent_text = to_imgui(colors.accent_text);
    palette.accent_soft = blended(colors.background, colors.accent, 0.22F);
    palette.warning = to_imgui(colors.warning);
    palette.error = to_imgui(colors.error);
    palette.good = to_imgui(colors.good);
    palette.shadow = IM_COL32(0, 0, 0, 70);
    return palette;
}

const ImWchar* glyph_ranges() noexcept
{
    static constexpr ImWchar ranges[] = {0x20,   0xFF,   0x400,  0x52F,  0x2010, 0x205E, 0x20B8,
                                         0x20B8, 0x2116, 0x2116, 0x2190, 0x2193, 0x2032, 0x2033,
                                         0x2212, 0x2212, 0x2248, 0x2248, 0};
    return ranges;
}

float Theme::px(float at_scale_1) const noexcept
{
    return std::round(at_scale_1 * m_scale);
}

void Theme::build_fonts(const text::FontSet& fonts, const std::vector<text::Icon>& icons,
                        float scale)
{
    m_scale = scale;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = scale > 1.5F ? 4096 : 2048;
    const auto add = [&](text::Face face, float size) {
        ImFontConfig config;
        config.OversampleH = config.OversampleV = 1;
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
        return atlas.AddFontFromFileTTF(fonts.file_of(face).c_str(), px(size), &config,
                                        glyph_ranges());
    };
    m_body = add(text::Face::regular, body_size);
    m_strong = add(text::Face::semibold, body_size);
    m_small = add(text::Face::medium, small_size);
    m_title = add(text::Face::semibold, title_size);

    std::vector<IconRect> rects;
    for (ImFont* font : {m_body, m_strong, m_small, m_title}) {
        const float size = font == m_small ? small_size : font == m_title ? title_size : body_size;
        reserve_icons(font, px(size), icons.size(), rects);
    }
    atlas.Build();
    draw_icons(icons, rects);

    m_icons.clear();
    for (std::size_t i = 0; i < icons.size(); ++i) {
        m_icons.emplace(icons[i].name, to_utf8(static_cast<ImWchar>(first_icon + i)));
    }
}

const std::string& Theme::icon(std::string_view name) const noexcept
{
    static const std::string none;
    const auto found = m_icons.find(name);
    return found == m_icons.end() ? none : found->second;
}

void Theme::apply(scene::Style style)
{
    m_style = std::move(style);
    m_palette = palette_of(m_style.panel);

    ImGuiStyle& look = ImGui::GetStyle();
    look = ImGuiStyle();
    look.WindowPadding = {px(14), px(12)};
    look.FramePadding = {px(10), px(7)};
    look.ItemSpacing = {px(8), px(6)};
    look.ItemInnerSpacing = {px(6), px(4)};
    look.ScrollbarSize = px(10);
    look.ScrollbarRounding = px(5);
    look.GrabMinSize = px(14);
    look.GrabRounding = px(7);
    look.FrameRounding = px(corner);
    look.ChildRounding = px(corner);
    look.PopupRounding = px(corner);
    look.WindowRounding = px(panel_corner);
    look.WindowBorderSize = 1;
    look.FrameBorderSize = 0;
    look.PopupBorderSize = 1;
    look.WindowMinSize = {px(24), px(24)};

    const auto set = [&](ImGuiCol slot, ImU32 color) {
        look.Colors[slot] = ImGui::ColorConvertU32ToFloat4(color);
    };
    for (int slot = 0; slot < ImGuiCol_COUNT; ++slot) {
        set(slot, m_palette.raised);
    }
    set(ImGuiCol_Text, m_palette.text);
    set(ImGuiCol_TextDisabled, m_palette.text_dim);
    set(ImGuiCol_WindowBg, m_palette.background);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_PopupBg, m_palette.background);
    set(ImGuiCol_Border, m_palette.border);
    set(ImGuiCol_BorderShadow, 0);
    set(ImGuiCol_FrameBg, m_palette.raised);
    set(ImGuiCol_FrameBgHovered, m_palette.hover);
    set(ImGuiCol_FrameBgActive, m_palette.hover);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, m_palette.border);
    set(ImGuiCol_ScrollbarGrabHovered, m_palette.text_dim);
    set(ImGuiCol_ScrollbarGrabActive, m_palette.accent);
    set(ImGuiCol_TextSelectedBg, m_palette.accent_soft);
    set(ImGuiCol_NavHighlight, m_palette.accent);
    set(ImGuiCol_Separator, m_palette.border);
    set(ImGuiCol_ModalWindowDimBg, IM_COL32(0, 0, 0, 110));
}

} // namespace dostyk::ui
