#include "scene/frame.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("scene/frame") {

TEST_CASE("the text of a frame names every draw in order")
{
    scene::Frame frame;
    frame.viewport = {640, 480};
    frame.background = {1, 2, 3, 255};
    auto mesh = std::make_shared<scene::LineMesh>();
    mesh->ranges.push_back({{}, 0, 12, -1});
    frame.items.emplace_back(scene::DrawLine{"rivers", mesh, {0}, {4, 5, 6, 255}, 1.5F, 0, 4, 2});
    frame.items.emplace_back(
        scene::DrawPath{"arcs", {{0, 0}, {10, 5}}, {7, 8, 9, 255}, 2, 0, 0, true});
    scene::DrawSymbol symbol;
    symbol.layer = "symbols";
    symbol.entity = "plant";
    symbol.count = 3;
    frame.symbols.push_back(symbol);
    const std::string text = dump(frame);
    CHECK(text.find("frame 640x480") == 0);
    CHECK(text.find("line rivers #040506 width 1.5 dash 4.0/2.0 ranges 1 segments 2") !=
          std::string::npos);
    CHECK(text.find("path arcs #070809 width 2.0 arrow points 2 from 0.0,0.0 to 10.0,5.0") !=
          std::string::npos);
    CHECK(text.find("symbol symbols plant circle") != std::string::npos);
    CHECK(text.find("count 3") != std::string::npos);
    CHECK(count_segments(frame) == 3);
}

} // TEST_SUITE
