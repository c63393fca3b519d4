#include "render/renderer.hpp"

#include "support/golden.hpp"
#include "support/golden_picture.hpp"
#include "support/sample_frames.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <string>

using namespace dostyk;
using test::matches_golden_picture;

namespace {

constexpr scene::Color night{16, 24, 36};
constexpr scene::Color sand{236, 226, 206};

test::Stage& stage()
{
    static test::Stage shared = test::make_stage();
    return shared;
}

scene::DrawFill square(const scene::Frame& frame, float x, float y, float size, scene::Color color)
{
    scene::DrawFill fill;
    fill.mesh =
        test::convex_fill(frame, {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}});
    fill.ranges = {0};
    fill.color = color;
    return fill;
}

scene::DrawLine zigzag(const scene::Frame& frame, float y, scene::Color color, float width)
{
    scene::DrawLine line;
    line.mesh = test::polyline(frame, {{12, y}, {80, y + 24}, {120, y}, {220, y + 16}, {308, y}});
    line.ranges = {0};
    line.color = color;
    line.width_px = width;
    return line;
}

std::array<std::uint8_t, 4> pixel_at(const render::Picture& picture, int x, int y)
{
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                     static_cast<std::size_t>(x)) *
                    4;
    return {picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2],
            picture.pixels[at + 3]};
}

} // namespace

namespace {

void append(scene::Image& image, scene::Color color)
{
    const auto pixel = premultiplied_bytes(color);
    image.pixels.insert(image.pixels.end(), pixel.begin(), pixel.end());
}

} // namespace

TEST_SUITE("render/renderer") {

TEST_CASE("an empty frame is the background, opaque")
{
    const auto picture = stage().picture_of(test::blank_frame(8, 4, night));

    CHECK(picture.width == 8);
    CHECK(picture.height == 4);
    CHECK(pixel_at(picture, 0, 0) == std::array<std::uint8_t, 4>{16, 24, 36, 255});
    CHECK(pixel_at(picture, 7, 3) == std::array<std::uint8_t, 4>{16, 24, 36, 255});
}

TEST_CASE("a fill covers its pixels and no others, north up")
{
    scene::Frame frame = test::blank_frame(32, 32, night);
    frame.items.emplace_back(square(frame, 4, 6, 10, {255, 0, 0}));

    const auto picture = stage().picture_of(frame);

    CHECK(pixel_at(picture, 4, 6)[0] == 255);
    CHECK(pixel_at(picture, 13, 15)[0] == 255);
    CHECK(pixel_at(picture, 14, 15)[0] == 16);
    CHECK(pixel_at(picture, 4, 5)[0] == 16);
    CHECK(pixel_at(picture, 4, 25)[0] == 16);
}

TEST_CASE("plain, clear, shaded and hatched fills")
{
    scene::Frame frame = test::blank_frame(320, 170, sand);
    frame.items.emplace_back(square(frame, 10, 10, 70, {180, 150, 110}));
    frame.items.emplace_back(square(frame, 40, 40, 70, {30, 90, 160, 128}));
    scene::DrawFill hatch = square(frame, 120, 10, 70, {150, 40, 60});
    hatch.hatch = {9, 3, 0.785F};
    frame.items.emplace_back(hatch);
    scene::DrawFill flat_hatch = square(frame, 120, 90, 70, {150, 40, 60, 160});
    flat_hatch.hatch = {6, 1.5F, 0};
    frame.items.emplace_back(flat_hatch);
    auto relief = std::make_shared<scene::Image>();
    relief->id = 77;
    relief->width = 4;
    relief->height = 4;
    relief->bounds = {test::world_at(frame, 200, 10), test::world_at(frame, 310, 120)};
    for (int i = 0; i < 16; ++i) {
        const auto level = static_cast<std::uint8_t>(i % 4 < 2 ? 255 : 0);
        append(*relief, {level, level, level, static_cast<std::uint8_t>(i * 12)});
    }
    scene::DrawFill shaded = square(frame, 205, 15, 100, {90, 150, 100});
    shaded.shade = relief;
    frame.items.emplace_back(shaded);

    CHECK(matches_golden_picture("fills", stage().picture_of(frame)));
}

TEST_CASE("relief and stripes look the same on the CPU and through OpenGL")
{
    scene::Frame frame = test::blank_frame(160, 120, sand);
    auto relief = std::make_shared<scene::Image>();
    relief->id = 78;
    relief->width = 8;
    relief->height = 8;
    relief->bounds = {test::world_at(frame, 0, 0), test::world_at(frame, 160, 120)};
    for (int i = 0; i < 64; ++i) {
        const auto level = static_cast<std::uint8_t>(i * 4);
        append(*relief, {level, 128, 0, static_cast<std::uint8_t>(i * 3)});
    }
    scene::DrawFill land;
    land.mesh = test::convex_fill(frame, {{10.3F, 20.8F}, {120.6F, 8.1F}, {150, 70.4F}, {40, 110}});
    land.ranges = {0};
    land.color = {90, 150, 100};
    land.shade = relief;
    scene::DrawFill hatch = land;
    hatch.shade = nullptr;
    hatch.color = {150, 40, 60, 180};
    hatch.hatch = {13, 2, 0.785F};
    frame.items = {land, hatch};

    const auto by_cpu = stage().picture_of(frame);
    // An image that is not there stands before them: then OpenGL draws all.
    frame.items = {scene::DrawImage{}, land, hatch};
    const auto by_gl = stage().picture_of(frame);

    int different = 0;
    for (std::size_t i = 0; i < by_cpu.pixels.size(); ++i) {
        different += std::abs(int{by_cpu.pixels[i]} - int{by_gl.pixels[i]}) > 6 ? 1 : 0;
    }
    CHECK(different < 12);
}

TEST_CASE("a picture over the ground is blended by its opacity, and only within its bounds")
{
    scene::Frame frame = test::blank_frame(40, 40, {0, 0, 0});
    auto image = std::make_shared<scene::Image>();
    image->id = 79;
    image->width = 1;
    image->height = 1;
    image->bounds = {test::world_at(frame, 10, 10), test::world_at(frame, 30, 20)};
    image->pixels = {200, 100, 50, 255};
    frame.items.emplace_back(scene::DrawImage{"", image, 0.5F});

    const auto picture = stage().picture_of(frame);

    CHECK(std::abs(pixel_at(picture, 20, 15)[0] - 100) <= 1);
    CHECK(pixel_at(picture, 20, 25)[0] == 0);
    CHECK(pixel_at(picture, 20, 5)[0] == 0);
    CHECK(pixel_at(picture, 5, 15)[0] == 0);
}

TEST_CASE("lines keep their width at corners, and dashes their length")
{
    scene::Frame frame = test::blank_frame(320, 220, night);
    const std::array<float, 4> widths{0.5F, 1, 2, 5};
    float y = 12;
    for (const float width : widths) {
        frame.items.emplace_back(zigzag(frame, y, {240, 230, 200}, width));
        y += 30;
    }
    scene::DrawLine dashed = zigzag(frame, y, {120, 200, 255}, 2.5F);
    dashed.dash_px = 10;
    dashed.gap_px = 6;
    frame.items.emplace_back(dashed);
    scene::DrawLine left = zigzag(frame, y + 36, {255, 120, 120}, 2);
    left.offset_px = -3;
    scene::DrawLine right = zigzag(frame, y + 36, {120, 255, 140}, 2);
    right.offset_px = 3;
    frame.items.emplace_back(left);
    frame.items.emplace_back(right);

    CHECK(matches_golden_picture("lines", stage().picture_of(frame)));
}

TEST_CASE("paths bend, turn, dash and end in an arrow")
{
    scene::Frame frame = test::blank_frame(320, 200, night);
    scene::DrawPath arc;
    for (int i = 0; i <= 24; ++i) {
        const float t = static_cast<float>(i) / 24;
        arc.points.push_back({20 + 270 * t, 90 - 260 * t * (1 - t)});
    }
    arc.color = {255, 190, 80, 200};
    arc.width_px = 4;
    arc.has_arrow = true;
    frame.items.emplace_back(arc);
    scene::DrawPath corners;
    corners.points = {{20, 180}, {60, 110}, {90, 180}, {150, 180}, {150, 120}, {180, 122}};
    corners.color = {120, 220, 200, 150};
    corners.width_px = 9;
    frame.items.emplace_back(corners);
    scene::DrawPath dashed;
    dashed.points = {{200, 110}, {300, 110}, {300, 180}, {210, 180}};
    dashed.color = {240, 240, 255};
    dashed.width_px = 2;
    dashed.dash_px = 8;
    dashed.gap_px = 5;
    dashed.has_arrow = true;
    frame.items.emplace_back(dashed);

    CHECK(matches_golden_picture("paths", stage().picture_of(frame)));
}

TEST_CASE("every shape of symbol, plain, hollow, selected and clustered")
{
    scene::Frame frame = test::blank_frame(440, 236, {196, 205, 190});
    const std::array<std::string, 8> icons{"meeting",  "institution", "energy", "water",
                                           "industry", "crossing",    "award",  "pin"};
    for (int row = 0; row < 4; ++row) {
        for (int shape = 0; shape < 8; ++shape) {
            scene::DrawSymbol symbol;
            symbol.shape = static_cast<scene::SymbolShape>(shape);
            symbol.at = {32 + 51 * static_cast<float>(shape), 34 + 56 * static_cast<float>(row)};
            symbol.icon = icons[static_cast<std::size_t>(shape)];
            symbol.size_px = row == 3 ? 40 : 30;
            symbol.fill = {0, 94, 162};
            symbol.outline = {255, 255, 255};
            symbol.glyph_color =
                shape == 7 ? scene::Color{0, 94, 162} : scene::Color{255, 255, 255};
            symbol.is_hollow = row == 1;
            if (symbol.is_hollow) {
                std::swap(symbol.fill, symbol.outline);
                symbol.glyph_color = symbol.outline;
            }
            symbol.is_selected = row == 2;
            symbol.count = row == 3 ? 2 + shape * 16 : 0;
            frame.symbols.push_back(symbol);
        }
    }

    CHECK(matches_golden_picture("symbols", stage().picture_of(frame)));
}

TEST_CASE("text in four languages, from 13 px up, with and without a halo")
{
    scene::Frame frame = test::blank_frame(560, 300, {44, 58, 72});
    auto& fonts = *stage().fonts;
    const std::array<const char*, 4> words{
        "Шығыс Қазақстан облысы · Өскемен", "Жалал-Абад облусу · Ысык-Көл, Өзгөн",
        "Северо-Казахстанская область · Ёлкино № 5", "Kazakhstan – Kyrgyzstan · 43°15′ N"};
    float y = 26;
    for (const char* word : words) {
        frame.labels.push_back(test::label_at(fonts, text::Face::regular, word, {12, y}, 13,
                                              {236, 240, 244}, {20, 28, 38, 220}, 1.2F));
        frame.labels.push_back(test::label_at(fonts, text::Face::medium, word, {12, y + 26}, 20,
                                              {20, 28, 38}, {255, 255, 255, 230}, 1.5F));
        y += 54;
    }
    frame.labels.push_back(test::label_at(fonts, text::Face::semibold, "ҚЫРҒЫЗСТАН", {12, y + 24},
                                          48, {250, 208, 120}, {0, 0, 0, 160}, 2));
    scene::DrawLabel turned = test::label_at(fonts, text::Face::italic, "Чүй өзөнү", {0, 0}, 18,
                                             {140, 200, 255}, {20, 28, 38}, 1.2F);
    for (scene::DrawGlyph& glyph : turned.glyphs) {
        const float along = glyph.x;
        glyph.cos_angle = 0.9397F;
        glyph.sin_angle = -0.342F;
        glyph.x = 410 + along * glyph.cos_angle;
        glyph.y = 286 + along * glyph.sin_angle;
    }
    frame.labels.push_back(turned);

    CHECK(matches_golden_picture("labels", stage().picture_of(frame)));
}

TEST_CASE("all icons in one sheet")
{
    auto icons = text::load_icons(test::source_root() / "assets/icons");
    REQUIRE(icons);
    scene::Frame frame = test::blank_frame(
        10 * 88, ((static_cast<int>(icons->size()) + 9) / 10) * 76, {250, 248, 244});
    for (std::size_t i = 0; i < icons->size(); ++i) {
        const geo::ScreenPoint corner{static_cast<float>(i % 10) * 88,
                                      static_cast<float>(i / 10) * 76};
        scene::DrawSymbol symbol;
        symbol.shape = scene::SymbolShape::none;
        symbol.icon = (*icons)[i].name;
        symbol.glyph_color = {24, 40, 60};
        symbol.size_px = 40;
        symbol.at = {corner.x + 30, corner.y + 28};
        frame.symbols.push_back(symbol);
        symbol.size_px = 16;
        symbol.at = {corner.x + 68, corner.y + 28};
        frame.symbols.push_back(symbol);
        frame.labels.push_back(test::label_at(*stage().fonts, text::Face::regular, symbol.icon,
                                              {corner.x + 4, corner.y + 66}, 10, {90, 100, 110}, {},
                                              0));
    }

    CHECK(matches_golden_picture("icons", stage().picture_of(frame)));
}

TEST_CASE("the same frame gives the same bytes, also after it was forgotten")
{
    scene::Frame frame = test::blank_frame(64, 64, night);
    frame.items.emplace_back(square(frame, 4, 4, 30, {200, 90, 20}));
    scene::DrawLine line;
    line.mesh = test::polyline(frame, {{2, 60}, {30, 40}, {62, 58}});
    line.ranges = {0};
    line.color = {255, 255, 255};
    frame.items.emplace_back(line);
    const auto first = stage().picture_of(frame);
    CHECK(stage().renderer->last_stats().uploads == 2);

    const auto second = stage().picture_of(frame);
    CHECK(stage().renderer->last_stats().uploads == 0);
    for (int i = 0; i < 122; ++i) {
        stage().renderer->draw(test::blank_frame(64, 64, night));
    }
    const auto third = stage().picture_of(frame);

    CHECK(stage().renderer->last_stats().uploads == 2);
    CHECK(first.pixels == second.pixels);
    CHECK(first.pixels == third.pixels);
}

TEST_CASE("all text of a frame is one draw call, and all symbols another")
{
    scene::Frame frame = test::blank_frame(64, 64, night);
    for (int i = 0; i < 5; ++i) {
        frame.labels.push_back(
            test::label_at(*stage().fonts, text::Face::regular, "Ош", {4, 20}, 13, sand, night, 1));
        frame.symbols.push_back({});
    }
    stage().renderer->draw(frame);

    CHECK(stage().renderer->last_stats().draw_calls == 2);
}

TEST_CASE("a frame without size draws nothing")
{
    stage().renderer->draw(test::blank_frame(0, 0, night));

    CHECK(stage().renderer->last_stats().draw_calls == 0);
}

} // TEST_SUITE
