/// \file
/// What the tests of composed frames share.

#pragma once

#include "io/project_folder.hpp"
#include "scene/compose.hpp"
#include "scene/small_map.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dostyk::test {

using scene::Composer;
using scene::Frame;
using scene::MapMode;
using scene::ViewState;

inline constexpr scene::Viewport full_hd{1920, 1080};

inline Frame compose(const ViewState& view, std::string_view style = "hall",
                     scene::Viewport viewport = full_hd)
{
    Composer composer(test::base_scene(), test::style(style), test::fonts());
    return composer.compose(view, viewport);
}

inline bool has_item(const Frame& frame, std::string_view layer)
{
    return std::any_of(frame.items.begin(), frame.items.end(), [&](const scene::DrawItem& item) {
        return std::visit([&](const auto& draw) { return draw.layer == layer; }, item);
    });
}

inline bool has_label(const Frame& frame, std::string_view text)
{
    return std::any_of(frame.labels.begin(), frame.labels.end(),
                       [&](const scene::DrawLabel& label) { return label.utf8 == text; });
}

inline std::size_t count_overlaps(const Frame& frame)
{
    std::vector<std::pair<std::size_t, scene::ScreenBox>> boxes;
    for (std::size_t i = 0; i < frame.labels.size(); ++i) {
        for (const scene::ScreenBox& box : frame.labels[i].boxes) {
            boxes.emplace_back(i, box);
        }
    }
    std::size_t overlaps = 0;
    for (const auto& [one, a] : boxes) {
        for (const auto& [other, b] : boxes) {
            overlaps += one < other && a.overlaps(b) ? 1U : 0U;
        }
    }
    return overlaps;
}

inline ViewState project_view(MapMode mode)
{
    ViewState view = test::view_of(70, 46, 5.5);
    view.mode = mode;
    view.pack = model::Pack::strict;
    return view;
}

inline std::shared_ptr<const model::Project> bundled_project()
{
    Diagnostics diagnostics;
    auto project = io::read_project(test::source_root() / "data/kz-kg",
                                    test::source_root() / "data/transport", diagnostics);
    REQUIRE(project);
    return std::make_shared<const model::Project>(std::move(*project));
}

} // namespace dostyk::test
