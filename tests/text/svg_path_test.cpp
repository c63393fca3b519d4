#include "text/svg_path.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;
using Kind = text::SvgPoint::Kind;

namespace {

constexpr const char* head = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">)";

} // namespace

TEST_SUITE("text/svg_path") {

TEST_CASE("absolute and relative commands draw the same contour")
{
    std::string trouble;
    const auto absolute =
        text::parse_path_data("M2 3 L10 3 H12 V8 Q14 9 12 10 C11 11 9 11 8 10 Z", trouble);
    const auto relative = text::parse_path_data("m2,3l8 0h2v5q2 1 0 2c-1 1-3 1-4 0z", trouble);

    REQUIRE(absolute);
    REQUIRE(relative);
    CHECK(*absolute == *relative);
    REQUIRE(absolute->size() == 1);
    CHECK(absolute->front().size() == 9);
    CHECK(absolute->front()[4] == text::SvgPoint{14, 9, Kind::quadratic});
    CHECK(absolute->front()[6] == text::SvgPoint{11, 11, Kind::cubic});
}

TEST_CASE("further pairs after a moveto are lines, and a command stands for what follows")
{
    std::string trouble;
    const auto contours = text::parse_path_data("m1 1 2 0 0 2zM5 5L6 5 6 6z", trouble);

    REQUIRE(contours);
    REQUIRE(contours->size() == 2);
    CHECK((*contours)[0][2] == text::SvgPoint{3, 3, Kind::on});
    CHECK((*contours)[1][2] == text::SvgPoint{6, 6, Kind::on});
}

TEST_CASE("path data that is not understood says from where")
{
    struct Case {
        const char* data;
        const char* trouble;
    };
    const auto cases = std::to_array<Case>({
        {"", ""},
        {"L1 1", "L1 1"},
        {"M1 1 S2 2 3 3", "S2 2 3 3"},
        {"M1", ""},
        {"M1 1 C1 2 3 4 5", ""},
        {"M1 1 A1 1 0 0 0 2 2", "A1 1 0 0 0 2 2"},
        {"M1 1 Z 5 5", "5 5"},
    });
    for (const Case& bad : cases) {
        CAPTURE(bad.data);
        std::string trouble;
        CHECK_FALSE(text::parse_path_data(bad.data, trouble));
        CHECK(trouble == bad.trouble);
    }
}

TEST_CASE("a file may have comments, a declaration and several paths with rules")
{
    std::string trouble;
    const auto paths =
        text::parse_svg(std::string("<?xml version=\"1.0\"?><!-- ours -->\n") + head +
                            "<path d=\"M0 0H4V4Z\"/><!-- hole --><path d=\"M8 8H9V9Z\" "
                            "fill-rule=\"evenodd\"/></svg>\n",
                        trouble);

    REQUIRE(paths);
    REQUIRE(paths->size() == 2);
    CHECK_FALSE((*paths)[0].is_even_odd);
    CHECK((*paths)[1].is_even_odd);
}

TEST_CASE("what lies outside of the subset is named")
{
    struct Case {
        std::string text;
        const char* trouble;
    };
    const auto cases = std::to_array<Case>({
        {"", ""},
        {"not svg", "not svg"},
        {"<svg viewBox=\"0 0 32 32\"></svg>", "viewBox=\"0 0 32 32\""},
        {"<svg></svg>", "<svg>"},
        {std::string(head) + "<circle r=\"1\"/></svg>", "<circle>"},
        {std::string(head) + "<path d=\"M0 0H1\" stroke=\"red\"/></svg>", "stroke=\"red\""},
        {std::string(head) + "<path/></svg>", "<path>"},
        {std::string(head) + "<path d=\"M0 0H1V1Z\"/>", ""},
        {std::string(head) + "</svg>", "</svg>"},
    });
    for (const Case& bad : cases) {
        CAPTURE(bad.text);
        std::string trouble;
        CHECK_FALSE(text::parse_svg(bad.text, trouble));
        CHECK(trouble == bad.trouble);
    }
}

} // TEST_SUITE
