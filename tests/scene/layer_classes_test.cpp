#include "scene/layer_classes.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <numeric>

using namespace dostyk;
using namespace dostyk::scene;
using model::ClassMethod;

namespace {

geo::Layer rows_of(std::vector<geo::Value> values)
{
    geo::Layer rows;
    rows.fields = {"a"};
    for (geo::Value& value : values) {
        rows.features.push_back({geo::LonLat{70, 45}, {std::move(value)}});
    }
    return rows;
}

model::LayerClasses by(ClassMethod method, int count)
{
    model::LayerClasses classes;
    classes.field = "a";
    classes.method = method;
    classes.count = count;
    return classes;
}

} // namespace

TEST_SUITE("scene/layer_classes") {

TEST_CASE("equal steps span as much, equal counts hold as many")
{
    const geo::Layer rows = rows_of({1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 100.0});
    const auto steps = classify(rows, by(ClassMethod::equal_interval, 3), false);
    REQUIRE(steps.classes.size() == 3);
    CHECK(steps.classes[0].high == 34);
    CHECK(steps.classes[0].count == 7);
    CHECK(steps.classes[2].count == 1);
    const auto counts = classify(rows, by(ClassMethod::equal_count, 4), false);
    REQUIRE(counts.classes.size() == 4);
    for (const LayerClass& each : counts.classes) {
        CHECK(each.count == 2);
    }
}

TEST_CASE("few different numbers make few classes, and one number one")
{
    CHECK(classify(rows_of({1.0, 1.0, 2.0, 2.0}), by(ClassMethod::equal_count, 9), false)
              .classes.size() == 2);
    CHECK(classify(rows_of({3.0, 3.0}), by(ClassMethod::equal_interval, 5), false).classes.size() ==
          1);
}

TEST_CASE("of many values the commonest are told apart and the others share a class")
{
    const geo::Layer rows = rows_of({std::string("b"), std::string("a"), std::string("b"),
                                     std::string("c"), std::string("d"), std::monostate{}});
    const auto made = classify(rows, by(ClassMethod::unique, 3), false);
    REQUIRE(made.classes.size() == 3);
    CHECK(made.classes[0].value == "b");
    CHECK(made.classes[1].value == "a");
    CHECK(made.classes[2].value.empty());
    CHECK(made.classes[2].count == 2);
    CHECK(made.of_feature == std::vector<std::int16_t>{0, 1, 0, 2, 2, -1});
}

TEST_CASE("numbers that came as text are numbers, and what is none has no class")
{
    const geo::Layer rows =
        rows_of({std::string("1.5"), std::string("about 3"), std::int64_t{4}, std::monostate{}});
    CHECK(is_numeric(rows, "a"));
    const auto made = classify(rows, by(ClassMethod::equal_interval, 2), false);
    CHECK(made.of_feature == std::vector<std::int16_t>{0, -1, 1, -1});
    CHECK_FALSE(is_numeric(rows, "none"));
    CHECK(classify(rows_of({std::string("x")}), by(ClassMethod::equal_count, 3), false).is_empty());
    model::LayerClasses other = by(ClassMethod::unique, 3);
    other.field = "none";
    CHECK(classify(rows, other, false).is_empty());
}

TEST_CASE("every feature is in at most one class and the counts say how many")
{
    CHECK(rc::check("counts", [] {
        std::vector<geo::Value> values;
        for (const int number : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 50))) {
            values.emplace_back(static_cast<double>(number));
        }
        const auto method = *rc::gen::element(ClassMethod::equal_interval, ClassMethod::equal_count,
                                              ClassMethod::unique);
        const int count = *rc::gen::inRange(model::min_classes, model::max_classes + 1);
        const auto made = classify(rows_of(values), by(method, count), false);
        const std::size_t sum = std::accumulate(
            made.classes.begin(), made.classes.end(), std::size_t{0},
            [](std::size_t total, const LayerClass& each) { return total + each.count; });
        RC_ASSERT(sum == values.size());
        RC_ASSERT(made.classes.size() <= static_cast<std::size_t>(count));
        RC_ASSERT(made.of_feature.size() == values.size());
    }));
}

TEST_CASE("the most striking colour is the darkest by day and the lightest on dark ground")
{
    for (const char* ramp : {"green", "blue", "amber", "purple"}) {
        CAPTURE(ramp);
        const auto day = ramp_colors(ramp, 5, false, false);
        CHECK(luminance(day.front()) > luminance(day.back()));
        const auto hall = ramp_colors(ramp, 5, false, true);
        CHECK(luminance(hall.front()) < luminance(hall.back()));
        const auto reversed = ramp_colors(ramp, 5, true, false);
        CHECK(reversed.front() == day.back());
    }
}

TEST_CASE("a colour stands out from any ground without being another one where it does already")
{
    const Color dark{36, 63, 75, 255};
    const Color light{236, 230, 214, 255};
    const Color teal{27, 127, 121, 255};
    CHECK(contrast_ratio(legible(teal, dark), dark) >= 3);
    CHECK(contrast_ratio(legible(teal, light), light) >= 3);
    CHECK(legible(teal, light) == teal);
    CHECK(contrast_ratio(legible(dark, dark), dark) >= 3);
}

} // TEST_SUITE
