/// \file
/// The one place for sizes, colours and fonts of the panels. Nothing keeps ImGui's own look.

#pragma once

#include "core/result.hpp"
#include "scene/style.hpp"
#include "text/font_set.hpp"
#include "text/icon_set.hpp"

#include <imgui.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::ui {

/// Colours of a style as ImGui packs them.
struct Palette {
    ImU32 background = 0, raised = 0, hover = 0, pressed = 0, border = 0;
    ImU32 text = 0, text_dim = 0, accent = 0, accent_text = 0, accent_soft = 0;
    ImU32 warning = 0, error = 0, good = 0, shadow = 0;
};

[[nodiscard]] ImU32 to_imgui(scene::Color color) noexcept;
[[nodiscard]] Palette palette_of(const scene::PanelColors& colors) noexcept;

/// Fonts, colours and measures of one scale and one style.
class Theme {
public:
    /// Sizes in [px at scale 1].
    static constexpr float body_size = 18, small_size = 15.5F, title_size = 24;
    static constexpr float icon_size = 20, control_height = 34, corner = 7, panel_corner = 10;

    /// Fill ImGui's atlas: Inter in three sizes and the icons, crisp at this scale. The texture has
    /// to be uploaded anew.
    void build_fonts(const text::FontSet& fonts, const std::vector<text::Icon>& icons, float scale);

    /// Set ImGui's style to the colours; after build_fonts().
    void apply(scene::Style style);

    [[nodiscard]] float scale() const noexcept { return m_scale; }
    /// Lengths of the design at the current scale, in whole pixels. [px]
    [[nodiscard]] float px(float at_scale_1) const noexcept;
    [[nodiscard]] const Palette& colors() const noexcept { return m_palette; }
    [[nodiscard]] const scene::Style& style() const noexcept { return m_style; }

    [[nodiscard]] ImFont* body() const noexcept { return m_body; }
    [[nodiscard]] ImFont* strong() const noexcept { return m_strong; }
    [[nodiscard]] ImFont* small_font() const noexcept { return m_small; }
    [[nodiscard]] ImFont* title() const noexcept { return m_title; }

    /// The icon as a character of every font of the theme; empty when there is none of the name.
    [[nodiscard]] const std::string& icon(std::string_view name) const noexcept;

private:
    float m_scale = 1;
    Palette m_palette;
    scene::Style m_style;
    ImFont* m_body = nullptr;
    ImFont* m_strong = nullptr;
    ImFont* m_small = nullptr;
    ImFont* m_title = nullptr;
    std::map<std::string, std::string, std::less<>> m_icons;
};

/// Characters that the panels' fonts hold: Latin, Cyrillic with the letters of Kazakh and Kyrgyz,
/// punctuation, the tenge sign, the numero sign, arrows. Pairs of first and last, 0 at the end.
[[nodiscard]] const ImWchar* glyph_ranges() noexcept;

} // namespace dostyk::ui
