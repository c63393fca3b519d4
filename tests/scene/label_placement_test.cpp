#include "scene/label_placement.hpp"

#include "scene/small_map.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <iterator>

using namespace dostyk;
using scene::DrawLabel;
using scene::LabelKind;
using scene::LabelPlacer;
using scene::LabelRequest;

namespace {

constexpr scene::Viewport viewport{800, 600};

LabelRequest request(std::string text, float x, float y, float priority = 100)
{
    LabelRequest made;
    made.key = scene::label_key("test", text + std::to_string(x) + "/" + std::to_string(y));
    made.layer = "test";
    made.priority = priority;
    made.at = {x, y};
    made.clearance_px = 4;
    made.mark_px = 3;
    made.lines.push_back({std::move(text), scene::LabelStyle{}});
    return made;
}

std::size_t count_overlaps(const std::vector<DrawLabel>& labels)
{
    std::size_t overlaps = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            for (const scene::ScreenBox& a : labels[i].boxes) {
                overlaps += static_cast<std::size_t>(
                    std::count_if(labels[j].boxes.begin(), labels[j].boxes.end(),
                                  [&](const scene::ScreenBox& b) { return a.overlaps(b); }));
            }
        }
    }
    return overlaps;
}

std::vector<LabelRequest> crowd(int count, float dx)
{
    // A fixed sequence of places: a linear congruential generator (Numerical Recipes).
    std::uint32_t state = 12345;
    const auto next = [&](int below) {
        state = state * 1664525 + 1013904223;
        return static_cast<float>(static_cast<int>(state >> 8U) % below);
    };
    std::vector<LabelRequest> requests;
    for (int i = 0; i < count; ++i) {
        const float x = next(1000) - 100;
        const float y = next(700) - 50;
        LabelRequest made = request("Кызыл-Суу", x, y, 100 + next(300));
        made.key = scene::label_key("crowd", std::to_string(i));
        made.at.x += dx;
        requests.push_back(std::move(made));
    }
    return requests;
}

} // namespace

TEST_SUITE("scene/label_placement") {

TEST_CASE("no two labels of a crowd overlap, halo included")
{
    LabelPlacer placer(test::fonts());
    const auto labels = placer.place(crowd(400, 0), {}, viewport);
    CHECK(labels.size() > 30);
    CHECK(count_overlaps(labels) == 0);
}

TEST_CASE("two names on one line keep a gap, or they would read as one")
{
    // Of area labels in a row the next one is placed as near as it can be.
    LabelPlacer placer(test::fonts());
    std::vector<LabelRequest> requests;
    for (int i = 0; i < 300; ++i) {
        LabelRequest made = request("Талас", 300 + static_cast<float>(i), 300);
        made.kind = LabelKind::area;
        made.mark_px = 0;
        requests.push_back(std::move(made));
    }
    const auto labels = placer.place(std::move(requests), {}, viewport);
    REQUIRE(labels.size() > 2);
    std::vector<scene::ScreenBox> boxes;
    for (const DrawLabel& label : labels) {
        boxes.push_back(label.boxes.front());
    }
    std::sort(boxes.begin(), boxes.end(),
              [](const auto& a, const auto& b) { return a.min.x < b.min.x; });
    for (std::size_t i = 1; i < boxes.size(); ++i) {
        CHECK(boxes[i].min.x - boxes[i - 1].max.x >= 4);
    }
}

TEST_CASE("no label is cut by the edge of the picture")
{
    LabelPlacer placer(test::fonts());
    for (const DrawLabel& label : placer.place(crowd(400, 0), {}, viewport)) {
        CHECK(label.min.x >= 0);
        CHECK(label.min.y >= 0);
        CHECK(label.max.x <= 800);
        CHECK(label.max.y <= 600);
    }
}

TEST_CASE("the more important of two in one place is the one that stands")
{
    LabelPlacer placer(test::fonts());
    LabelRequest minor = request("Village", 400, 300, 10);
    LabelRequest major = request("Capital", 402, 301, 90);
    const auto labels = placer.place({minor, major}, {}, viewport);
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].utf8 == "Capital");
}

TEST_CASE("a label moves to the other side when a symbol is in the way")
{
    LabelPlacer placer(test::fonts());
    const auto free = placer.place({request("Town", 400, 300)}, {}, viewport);
    REQUIRE(free.size() == 1);
    CHECK(free[0].min.x > 400);
    placer.reset();
    const auto pushed =
        placer.place({request("Town", 400, 300)}, {{{410, 280}, {480, 320}}}, viewport);
    REQUIRE(pushed.size() == 1);
    CHECK(pushed[0].max.x < 400);
}

TEST_CASE("a pan of one pixel toggles at most 2 % of the labels, over a long way")
{
    LabelPlacer placer(test::fonts());
    (void)placer.place(crowd(400, 0), {}, viewport);
    auto before = placer.standing();
    double toggled = 0;
    double stood = 0;
    for (int step = 1; step <= 100; ++step) {
        (void)placer.place(crowd(400, static_cast<float>(step)), {}, viewport);
        auto now = placer.standing();
        std::vector<std::uint64_t> changed;
        std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(),
                                      std::back_inserter(changed));
        toggled += static_cast<double>(changed.size());
        stood += static_cast<double>(now.size());
        before = std::move(now);
    }
    CHECK(toggled / stood <= 0.02);
}

TEST_CASE("a label keeps its side while it can")
{
    LabelPlacer placer(test::fonts());
    const std::vector<scene::ScreenBox> symbol{{{410, 280}, {480, 320}}};
    const auto pushed = placer.place({request("Town", 400, 300)}, symbol, viewport);
    const auto later = placer.place({request("Town", 400, 300)}, {}, viewport);
    REQUIRE(pushed.size() == 1);
    REQUIRE(later.size() == 1);
    CHECK(later[0].min.x == pushed[0].min.x);
}

TEST_CASE("two lines of different looks are two labels that do not overlap")
{
    LabelPlacer placer(test::fonts());
    LabelRequest both = request("Бішкек", 400, 300);
    both.lines.push_back({"Бишкек", scene::LabelStyle{}});
    both.lines.back().style.size_px = 13;
    const auto labels = placer.place({both}, {}, viewport);
    REQUIRE(labels.size() == 2);
    CHECK(count_overlaps(labels) == 0);
    CHECK(labels[0].max.y <= labels[1].min.y + 0.01F);
}

TEST_CASE("the name of a river is never upside down, whichever way the river runs")
{
    for (const bool is_reversed : {false, true}) {
        LabelPlacer placer(test::fonts());
        LabelRequest river = request("Syr Darya", 0, 0);
        river.kind = LabelKind::path;
        river.path = {{100, 300}, {250, 320}, {400, 300}, {600, 280}};
        if (is_reversed) {
            std::reverse(river.path.begin(), river.path.end());
        }
        const auto labels = placer.place({river}, {}, viewport);
        REQUIRE(labels.size() == 1);
        for (const scene::DrawGlyph& glyph : labels[0].glyphs) {
            CHECK(glyph.cos_angle > 0);
        }
        CHECK(labels[0].glyphs.front().x < labels[0].glyphs.back().x);
    }
}

TEST_CASE("a forced label is placed over a symbol, but over no other label")
{
    LabelPlacer placer(test::fonts());
    LabelRequest chosen = request("Chosen", 400, 300);
    chosen.is_forced = true;
    const auto labels =
        placer.place({chosen, request("Other", 401, 300, 500)}, {{{0, 0}, {800, 600}}}, viewport);
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].utf8 == "Chosen");
}

TEST_CASE("the name of an area goes where it has room when its first place is taken")
{
    LabelPlacer placer(test::fonts());
    LabelRequest area = request("Naryn", 400, 300);
    area.kind = LabelKind::area;
    area.mark_px = 0;
    area.others = {{410, 300}, {400, 400}};

    const auto labels = placer.place({area}, {{{350, 280}, {450, 320}}}, viewport);

    REQUIRE(labels.size() == 1);
    CHECK(labels[0].min.y > 380);
    CHECK(labels[0].max.y < 420);
}

TEST_CASE("the name of a point tries its further places with all their sides")
{
    LabelPlacer placer(test::fonts());
    LabelRequest arc = request("455", 400, 300);
    arc.mark_px = 0;
    arc.others = {{400, 500}};

    const auto labels = placer.place({arc}, {{{300, 200}, {500, 400}}}, viewport);

    REQUIRE(labels.size() == 1);
    CHECK(labels[0].min.x > 400);
    CHECK(labels[0].min.y > 450);
}

} // TEST_SUITE
