#include "text/font_set.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace dostyk;
using doctest::Approx;

namespace {

constexpr std::array faces{text::Face::regular, text::Face::medium, text::Face::semibold,
                           text::Face::italic};

text::FontSet& fonts()
{
    static auto loaded = text::FontSet::load(test::source_root() / "assets/fonts");
    return *loaded;
}

} // namespace

TEST_SUITE("text/font_set") {

TEST_CASE("every face has every letter of the four alphabets, and the signs that we write")
{
    struct Alphabet {
        const char* name;
        const char* letters;
    };
    const auto alphabets = std::to_array<Alphabet>({
        {"Kazakh", "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
                   "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"},
        {"Kyrgyz", "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"},
        {"Russian", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"},
        {"English", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
        {"signs", "0123456789 .,:;!?()[]{}<>/\\|+-*=%&@#'\"_~^$€₸°′″№—–−×·•«»„“”‘’…←↑→↓↔●▲◆▼■★✓"},
    });
    for (const text::Face face : faces) {
        for (const Alphabet& alphabet : alphabets) {
            CAPTURE(alphabet.name);
            CAPTURE(static_cast<int>(face));
            CHECK_FALSE(fonts().shape(face, alphabet.letters).has_missing_glyph);
        }
    }
}

TEST_CASE("a character that the font lacks is told")
{
    CHECK(fonts().shape(text::Face::regular, "漢").has_missing_glyph);
}

TEST_CASE("widths add up where no pair is kerned")
{
    const auto word = [] {
        return rc::gen::container<std::string>(rc::gen::elementOf(std::string("HINMh inmu")));
    };
    CHECK(rc::check([&] {
        const std::string first = *word();
        const std::string second = *word();
        const float apart = fonts().shape(text::Face::regular, first).width +
                            fonts().shape(text::Face::regular, second).width;
        const float together = fonts().shape(text::Face::regular, first + second).width;
        RC_ASSERT(std::abs(together - apart) < 1e-3F);
    }));
}

TEST_CASE("a kerned pair is narrower than its letters")
{
    const float letters = fonts().shape(text::Face::regular, "Т").width +
                          fonts().shape(text::Face::regular, "о").width;

    CHECK(fonts().shape(text::Face::regular, "То").width < letters);
}

TEST_CASE("shaping twice gives the same text, not a copy")
{
    const text::ShapedText& first = fonts().shape(text::Face::italic, "Ысык-Көл");
    for (int i = 0; i < 200; ++i) {
        (void)fonts().shape(text::Face::italic, std::to_string(i));
    }

    CHECK(&fonts().shape(text::Face::italic, "Ысык-Көл") == &first);
}

TEST_CASE("a letter's field is darkest within its strokes and reaches around it")
{
    const auto& shaped = fonts().shape(text::Face::semibold, "Н");
    const text::GlyphBitmap bitmap =
        fonts().rasterise(text::Face::semibold, shaped.glyphs[0].glyph);

    REQUIRE(bitmap.width > 2 * text::sdf_spread_px);
    CHECK(bitmap.pixels.size() ==
          static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));
    CHECK(*std::max_element(bitmap.pixels.begin(), bitmap.pixels.end()) > 140);
    CHECK(bitmap.pixels.front() < 16);
    CHECK(bitmap.left < 0);
    // Capitals of Inter are 0.727 em high; the field reaches 8 px of 40 further.
    CHECK(bitmap.top == Approx(0.727 + 0.2).epsilon(0.03));
}

TEST_CASE("a space has a width and no picture")
{
    const auto& shaped = fonts().shape(text::Face::regular, " ");

    CHECK(shaped.width > 0.1F);
    CHECK(fonts().rasterise(text::Face::regular, shaped.glyphs[0].glyph).width == 0);
}

TEST_CASE("ascent and descent hold every letter")
{
    CHECK(fonts().ascent(text::Face::regular) == Approx(0.969).epsilon(0.01));
    CHECK(fonts().descent(text::Face::regular) == Approx(0.241).epsilon(0.02));
    CHECK(fonts().file_of(text::Face::italic).filename() == "Inter-Italic.otf");
}

TEST_CASE("a missing and a broken font are told by their names")
{
    const auto folder = test::scratch_dir("fonts");
    const auto missing = text::FontSet::load(folder);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::not_found);
    CHECK(text_of(missing.error(), Language::en).find("Inter-Regular.otf") != std::string::npos);

    CHECK(write_file_atomically(folder / "Inter-Regular.otf", "no font"));
    const auto broken = text::FontSet::load(folder);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == ErrorCode::unreadable);
    CHECK(text_of(broken.error(), Language::ru).find("Inter-Regular.otf") != std::string::npos);
}

} // TEST_SUITE
