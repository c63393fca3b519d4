#include "scene/legend.hpp"

#include "core/message.hpp"
#include "scene/small_map.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;

namespace {

bool has_row(const std::vector<scene::LegendRow>& rows, std::string_view key)
{
    return std::any_of(rows.begin(), rows.end(),
                       [&](const scene::LegendRow& row) { return row.key == key; });
}

} // namespace

TEST_SUITE("scene/legend") {

TEST_CASE("the legend holds what the mode shows, and nothing that it does not")
{
    const scene::Style style = test::style("hall");
    scene::ViewState view = test::view_of(70, 46, 5);
    view.mode = scene::MapMode::projects;
    view.pack = model::Pack::strict;
    const auto project = test::small_project();
    const auto rows = make_legend(project.get(), view, style);
    CHECK(has_row(rows, "kind.project.plural"));
    CHECK(has_row(rows, "legend.approximate"));
    CHECK(has_row(rows, "legend.area"));
    CHECK(has_row(rows, "legend.band"));
    CHECK_FALSE(has_row(rows, "legend.arc.trade"));
    view.mode = scene::MapMode::plain;
    CHECK_FALSE(has_row(make_legend(project.get(), view, style), "legend.area"));
    for (const scene::LegendRow& row : rows) {
        CAPTURE(row.key);
        CHECK(has_message(row.key));
    }
}

TEST_CASE("a hidden layer takes its rows out of the legend")
{
    const scene::Style style = test::style("hall");
    scene::ViewState view = test::view_of(70, 46, 5);
    view.mode = scene::MapMode::projects;
    view.pack = model::Pack::strict;
    const auto project = test::small_project();
    for (const auto& [layer, key] :
         {std::pair{"symbols", "kind.project.plural"}, std::pair{"areas", "legend.area"},
          std::pair{"bands", "legend.band"}, std::pair{"borders", "legend.border"}}) {
        CAPTURE(layer);
        REQUIRE(has_row(make_legend(project.get(), view, style), key));
        view.layers.find(layer)->is_visible = false;
        CHECK_FALSE(has_row(make_legend(project.get(), view, style), key));
    }
}

TEST_CASE("rows of the project say how many items they stand for, those of the base map do not")
{
    scene::ViewState view = test::view_of(70, 46, 5);
    view.mode = scene::MapMode::projects;
    view.pack = model::Pack::strict;
    for (const scene::LegendRow& row :
         make_legend(test::small_project().get(), view, test::style("hall"))) {
        CAPTURE(row.key);
        const bool is_counted =
            row.group != scene::LegendGroup::base && row.key != "legend.approximate";
        CHECK((row.count > 0) == is_counted);
    }
}

TEST_CASE("a legend in the frame covers no name, and lies inside the picture")
{
    const scene::Style style = test::style("day");
    scene::ViewState view = test::view_of(70, 46, 5.5);
    view.mode = scene::MapMode::projects;
    view.pack = model::Pack::strict;
    scene::Composer composer(std::make_shared<scene::MapScene>(test::small_map()), style,
                             test::fonts());
    const auto project = test::small_project();
    composer.set_project(project);
    scene::Frame frame = composer.compose(view, {1280, 720});
    const auto rows = make_legend(project.get(), view, style);
    add_legend(frame, rows, view, style, test::fonts());
    std::size_t texts = 0;
    for (const scene::DrawLabel& label : frame.labels) {
        texts += label.layer == "legend" ? 1U : 0U;
        CHECK(label.max.y <= 720);
        CHECK(label.min.x >= 0);
        for (const scene::DrawLabel& other : frame.labels) {
            const scene::ScreenBox a{label.min, label.max};
            const bool is_pair = label.layer == "legend" && other.layer != "legend";
            CHECK_FALSE((is_pair && a.overlaps({other.min, other.max})));
        }
    }
    CHECK(texts == rows.size());
}

} // TEST_SUITE
