#include "text/outline_raster.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;

TEST_SUITE("text/outline_raster") {

TEST_CASE("no outline is no bitmap")
{
    const auto library = text::make_library();
    CHECK(text::rasterise_outlines(library.get(), {}).width == 0);
}

TEST_CASE("a square of ten pixels has its size and the spread on each side")
{
    const auto library = text::make_library();
    std::array<FT_Vector, 4> points{{{0, 0}, {640, 0}, {640, 640}, {0, 640}}};
    std::array<char, 4> tags{FT_CURVE_TAG_ON, FT_CURVE_TAG_ON, FT_CURVE_TAG_ON, FT_CURVE_TAG_ON};
    std::array<short, 1> ends{3};
    FT_Outline outline{};
    outline.n_points = 4;
    outline.n_contours = 1;
    outline.points = points.data();
    outline.tags = tags.data();
    outline.contours = ends.data();

    const auto bitmap = text::rasterise_outlines(library.get(), {&outline, 1});

    CHECK(bitmap.width == 10 + 2 * text::sdf_spread_px);
    CHECK(bitmap.height == 10 + 2 * text::sdf_spread_px);
    CHECK(bitmap.left == doctest::Approx(-0.2));
    CHECK(bitmap.top == doctest::Approx(0.45));
    const auto row = static_cast<std::size_t>(13 * bitmap.width);
    CHECK(bitmap.pixels[row + 8] > 128);
    CHECK(bitmap.pixels[row + 7] < 128);
}

} // TEST_SUITE
