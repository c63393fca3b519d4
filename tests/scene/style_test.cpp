#include "scene/style.hpp"

#include "core/files.hpp"
#include "model/schema.hpp"
#include "scene/relief_image.hpp"
#include "scene/small_map.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace dostyk;
using scene::Color;
using scene::Style;

namespace {

Color over(Color top, Color below)
{
    return mix(below, {top.r, top.g, top.b, below.a}, static_cast<float>(top.a) / 255);
}

struct Ground {
    std::string name;
    Color color;
};

/// Everything that a text or symbol may lie on: flat colours, and land at the relief's extremes.
std::vector<Ground> grounds_of(const Style& style)
{
    std::vector<Ground> grounds{{"water", style.water}, {"background", style.background}};
    std::vector<Ground> lands{{"neighbour", style.neighbour_land}};
    for (const auto& [code, color] : style.country_land) {
        lands.push_back({code, color});
    }
    for (const Ground& land : lands) {
        for (const int height : {0, scene::lowland_height, 255}) {
            for (const int light : {0, scene::flat_light, 255}) {
                const Color shade = shade_of(style, static_cast<std::uint8_t>(height),
                                             static_cast<std::uint8_t>(light));
                // Level ground that is fully dark or lit does not occur, and is tested all the
                // same.
                grounds.push_back({land.name + " height " + std::to_string(height) + " light " +
                                       std::to_string(light),
                                   over(shade, land.color)});
            }
        }
    }
    return grounds;
}

struct Lab {
    double l, a, b;
};

double linear(double channel)
{
    channel /= 255;
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

using Matrix = std::array<std::array<double, 3>, 3>;

/// Machado, Oliveira and Fernandes (2009), severity 1.0.
constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix normal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

Lab seen_as(Color color, const Matrix& eye)
{
    const std::array in{linear(color.r), linear(color.g), linear(color.b)};
    std::array<double, 3> rgb{};
    for (std::size_t i = 0; i < 3; ++i) {
        rgb[i] = std::clamp(eye[i][0] * in[0] + eye[i][1] * in[1] + eye[i][2] * in[2], 0.0, 1.0);
    }
    const double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047;
    const double y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    const double z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883;
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double delta_e(const Lab& a, const Lab& b)
{
    return std::sqrt((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) +
                     (a.b - b.b) * (a.b - b.b));
}

Result<Style> load_text(const std::string& text)
{
    const auto dir = test::scratch_dir("style");
    REQUIRE(write_file_atomically(dir / "own.json", text));
    return scene::load_style(dir, "own");
}

std::string hall_text()
{
    auto text = read_file(test::source_root() / "assets/styles/hall.json");
    REQUIRE(text);
    return *text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_SUITE("scene/style") {

TEST_CASE("all text is 4.5:1 on every ground, at both ends of the relief")
{
    for (const std::string& name : scene::style_names()) {
        const Style style = test::style(name);
        for (const auto& [id, label] : style.labels) {
            for (const Ground& ground : grounds_of(style)) {
                CAPTURE(name);
                CAPTURE(id);
                CAPTURE(ground.name);
                CHECK(contrast_ratio(label.color, ground.color) >= 4.5);
            }
        }
    }
}

TEST_CASE("every symbol's fill or outline is 3:1 on every ground, and its sign on its fill")
{
    for (const std::string& name : scene::style_names()) {
        const Style style = test::style(name);
        for (const model::KindRule& kind : model::kinds()) {
            CAPTURE(name);
            CAPTURE(kind.name);
            REQUIRE(style.symbols.find(kind.name) != style.symbols.end());
            const scene::SymbolStyle certain = symbol_of(style, kind.name);
            for (const scene::SymbolStyle& symbol : {certain, scene::hollow(certain)}) {
                CHECK(contrast_ratio(symbol.glyph, symbol.fill) >= 3);
                for (const Ground& ground : grounds_of(style)) {
                    CAPTURE(ground.name);
                    CHECK(std::max(contrast_ratio(symbol.fill, ground.color),
                                   contrast_ratio(symbol.outline, ground.color)) >= 3);
                }
            }
        }
    }
}

TEST_CASE("borders, bands, arcs and marks are 3:1 on every ground")
{
    for (const std::string& name : scene::style_names()) {
        const Style style = test::style(name);
        std::vector<std::pair<std::string, Color>> marks;
        for (const char* id : {"border", "border.common", "corridor", "corridor.planned"}) {
            marks.emplace_back(id, line_of(style, id).color);
        }
        for (const char* id : {"arc.trade", "arc.award", "arc.commitment", "link", "move", "route",
                               "selection", "hover", "place", "band", "airport", "peak"}) {
            marks.emplace_back(id, color_of(style, id));
        }
        for (const auto& [id, color] : marks) {
            for (const Ground& ground : grounds_of(style)) {
                CAPTURE(name);
                CAPTURE(id);
                CAPTURE(ground.name);
                CHECK(contrast_ratio(over(color, ground.color), ground.color) >= 3);
            }
        }
    }
}

TEST_CASE("panels read: 4.5:1 for every text on both of their grounds")
{
    for (const std::string& name : scene::style_names()) {
        const scene::PanelColors panel = test::style(name).panel;
        CAPTURE(name);
        for (const Color& text :
             {panel.text, panel.text_dim, panel.accent, panel.warning, panel.error, panel.good}) {
            CHECK(contrast_ratio(text, panel.background) >= 4.5);
            CHECK(contrast_ratio(text, panel.raised) >= 4.5);
        }
        CHECK(contrast_ratio(panel.accent_text, panel.accent) >= 4.5);
    }
}

TEST_CASE("neither country's land is lighter than the other's")
{
    for (const std::string& name : scene::style_names()) {
        const Style style = test::style(name);
        CAPTURE(name);
        CHECK(contrast_ratio(style.country_land.at("KZ"), style.country_land.at("KG")) < 1.02);
        CHECK(style.country_land.at("KZ") != style.country_land.at("KG"));
    }
}

TEST_CASE("two kinds differ in shape, or in colour for every eye")
{
    const Style style = test::style("hall");
    for (const auto& [one, a] : style.symbols) {
        for (const auto& [other, b] : style.symbols) {
            if (one >= other || a.shape != b.shape) {
                continue;
            }
            for (const Matrix* eye : {&normal, &protanopia, &deuteranopia}) {
                CAPTURE(one);
                CAPTURE(other);
                CHECK(delta_e(seen_as(a.fill, *eye), seen_as(b.fill, *eye)) > 18);
            }
        }
    }
}

TEST_CASE("no label is smaller than 13 px, and in the hall 24 px at its presenting scale")
{
    for (const std::string& name : scene::style_names()) {
        const float presenting = 1.75F;
        for (const auto& [id, label] : test::style(name).labels) {
            CAPTURE(name);
            CAPTURE(id);
            CHECK(label.size_px >= 13);
            CHECK((name != "hall" || label.size_px * presenting >= 24));
        }
    }
}

TEST_CASE("an unknown key, a bad colour and a gap are refused with their place")
{
    const std::string hall = hall_text();
    for (const std::string& text :
         {replaced(hall, "\"version\": 1", "\"version\": 1, \"glow\": 3"),
          replaced(hall, "\"#e8c27a\"", "\"gold\""), replaced(hall, "\"airport\"", "\"aeroport\""),
          replaced(hall, "\"hexagon\"", "\"star\"")}) {
        const auto style = load_text(text);
        REQUIRE_FALSE(style);
        CHECK(style.error().message.key == "error.style_invalid");
        CHECK(style.error().where.find("own.json:") != std::string::npos);
        const std::string reason = style.error().message.values.front().second;
        CHECK(has_message("style_reason." + reason));
    }
    CHECK(load_text(hall));
}

TEST_CASE("a defect of the whole file has a line and no empty pointer")
{
    const auto style = load_text("{}");

    REQUIRE_FALSE(style);
    CHECK(style.error().where.ends_with("own.json:1:1"));
    CHECK(text_of(style.error(), Language::ru).find("нет ключа «format»") != std::string::npos);
}

TEST_CASE("a missing, empty or broken style is an error, not a crash")
{
    CHECK_FALSE(scene::load_style(test::source_root() / "assets/styles", "nothing"));
    CHECK_FALSE(load_text(""));
    CHECK_FALSE(load_text("{"));
    CHECK_FALSE(load_text("[]"));
}

} // TEST_SUITE
