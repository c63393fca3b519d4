#include "ui/theme.hpp"

#include "core/message.hpp"
#include "support/golden.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;

namespace {

struct Atlas {
    explicit Atlas(float scale)
    {
        ImGui::CreateContext();
        auto loaded = text::FontSet::load(test::source_root() / "assets/fonts");
        auto icons = text::load_icons(test::source_root() / "assets/icons");
        REQUIRE(loaded);
        REQUIRE(icons);
        theme.build_fonts(*loaded, *icons, scale);
        for (const text::Icon& icon : *icons) {
            names.push_back(icon.name);
        }
    }
    ~Atlas() { ImGui::DestroyContext(); }

    ui::Theme theme;
    std::vector<std::string> names;
};

std::u32string code_points(std::string_view utf8)
{
    std::u32string points;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (int k = 1; k < length; ++k) {
            point = (point << 6) |
                    (static_cast<unsigned char>(utf8[i + static_cast<std::size_t>(k)]) & 0x3FU);
        }
        points.push_back(point);
        i += static_cast<std::size_t>(length);
    }
    return points;
}

} // namespace

TEST_SUITE("ui/theme") {

TEST_CASE("every message of every language has all its letters in every font")
{
    const Atlas atlas(1);
    for (ImFont* font : {atlas.theme.body(), atlas.theme.strong(), atlas.theme.small_font(),
                         atlas.theme.title()}) {
        for (const std::string_view key : message_keys()) {
            for (const Language language : all_languages) {
                for (const char32_t point : code_points(tr(language, key))) {
                    if (point == U'\n') {
                        continue;
                    }
                    CAPTURE(key);
                    CAPTURE(static_cast<unsigned>(point));
                    CHECK(font->FindGlyphNoFallback(static_cast<ImWchar>(point)) != nullptr);
                }
            }
        }
    }
}

TEST_CASE("fonts and icons are made at every scale and have ink")
{
    for (const float scale : {0.75F, 1.0F, 1.5F, 2.0F, 3.0F}) {
        const Atlas atlas(scale);
        CAPTURE(scale);
        CHECK(atlas.theme.body()->FontSize == doctest::Approx(18 * scale).epsilon(0.05));
        CHECK(atlas.names.size() > 50);
        for (const std::string& name : atlas.names) {
            CAPTURE(name);
            CHECK(atlas.theme.icon(name).size() == 3);
        }
        CHECK(atlas.theme.icon("no such icon").empty());
    }
}

TEST_CASE("panel texts stand out from their ground in every style")
{
    for (const std::string& name : scene::style_names()) {
        const auto style = scene::load_style(test::source_root() / "assets/styles", name);
        REQUIRE(style);
        const scene::PanelColors& panel = style->panel;
        CAPTURE(name);
        for (const scene::Color ground : {panel.background, panel.raised}) {
            CHECK(scene::contrast_ratio(panel.text, ground) >= 4.5);
            CHECK(scene::contrast_ratio(panel.text_dim, ground) >= 4.5);
            CHECK(scene::contrast_ratio(panel.warning, ground) >= 4.5);
            CHECK(scene::contrast_ratio(panel.accent, ground) >= 3);
        }
        CHECK(scene::contrast_ratio(panel.accent_text, panel.accent) >= 4.5);
    }
}

} // TEST_SUITE
