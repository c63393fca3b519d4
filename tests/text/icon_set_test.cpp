#include "text/icon_set.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

using namespace dostyk;

namespace {

bool has_icon(const std::vector<text::Icon>& icons, std::string_view name)
{
    return std::any_of(icons.begin(), icons.end(),
                       [&](const text::Icon& icon) { return icon.name == name; });
}

/// Value of the field at a place of the 24 x 24 grid.
std::uint8_t field_at(const text::Icon& icon, float x, float y)
{
    const float size = text::sdf_size_px;
    const int column = static_cast<int>((x / 24 - icon.bitmap.left) * size);
    const int row = static_cast<int>((icon.bitmap.top - 1 + y / 24) * size);
    return icon.bitmap.pixels[static_cast<std::size_t>(row * icon.bitmap.width + column)];
}

} // namespace

TEST_SUITE("text/icon_set") {

TEST_CASE("every kind, every sector and the panels have their icon, sorted by name")
{
    const auto icons = text::load_icons(test::source_root() / "assets/icons");
    REQUIRE(icons);
    const auto names = std::to_array<std::string_view>({"institution",
                                                        "meeting",
                                                        "session",
                                                        "agenda_item",
                                                        "person",
                                                        "post",
                                                        "interpreter",
                                                        "organisation",
                                                        "delegation",
                                                        "accommodation",
                                                        "arrival",
                                                        "vehicle",
                                                        "b2b_request",
                                                        "waiver",
                                                        "release",
                                                        "venue",
                                                        "document",
                                                        "project",
                                                        "joint_enterprise",
                                                        "research_institute",
                                                        "programme",
                                                        "crossing",
                                                        "indicator",
                                                        "goal",
                                                        "commitment",
                                                        "award",
                                                        "relation",
                                                        "source",
                                                        "logistics",
                                                        "energy",
                                                        "metallurgy",
                                                        "transport",
                                                        "water",
                                                        "tourism",
                                                        "trade",
                                                        "agriculture",
                                                        "industry",
                                                        "solar",
                                                        "wind",
                                                        "hydro",
                                                        "airport",
                                                        "rail",
                                                        "search",
                                                        "layers",
                                                        "clock",
                                                        "play",
                                                        "pause",
                                                        "language",
                                                        "eye",
                                                        "eye_off",
                                                        "lock",
                                                        "unlock",
                                                        "solo",
                                                        "close",
                                                        "chevron_left",
                                                        "chevron_right",
                                                        "chevron_up",
                                                        "chevron_down",
                                                        "plus",
                                                        "minus",
                                                        "home",
                                                        "legend",
                                                        "list",
                                                        "info",
                                                        "warning",
                                                        "link",
                                                        "arrow_in",
                                                        "arrow_out",
                                                        "pin",
                                                        "star",
                                                        "star_on",
                                                        "two_lines",
                                                        "settings",
                                                        "moon",
                                                        "sun",
                                                        "printer",
                                                        "full_screen",
                                                        "calendar",
                                                        "flag",
                                                        "book"});
    for (const std::string_view name : names) {
        CAPTURE(name);
        CHECK(has_icon(*icons, name));
    }
    CHECK(std::is_sorted(icons->begin(), icons->end(),
                         [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST_CASE("every icon keeps within the grid and is neither empty nor full")
{
    const auto icons = text::load_icons(test::source_root() / "assets/icons");
    REQUIRE(icons);
    for (const text::Icon& icon : *icons) {
        CAPTURE(icon.name);
        // The field reaches sdf_spread_px around the drawing; half a pixel is for rounding.
        const float reach = (static_cast<float>(text::sdf_spread_px) + 0.5F) / text::sdf_size_px;
        CHECK(icon.bitmap.left >= -reach);
        CHECK(icon.bitmap.top <= 1 + reach);
        CHECK(icon.bitmap.left + static_cast<float>(icon.bitmap.width) / text::sdf_size_px <=
              1 + reach);
        const auto inside = std::count_if(icon.bitmap.pixels.begin(), icon.bitmap.pixels.end(),
                                          [](std::uint8_t value) { return value > 128; });
        const double share = static_cast<double>(inside) / (text::sdf_size_px * text::sdf_size_px);
        CHECK(share > 0.03);
        CHECK(share < 0.85);
    }
}

TEST_CASE("holes follow the fill rule, and paths are united")
{
    const auto folder = test::scratch_dir("icons");
    const std::string head = R"(<svg viewBox="0 0 24 24">)";
    // Two squares in one direction: nonzero fills the inner one, evenodd cuts it out.
    const std::string squares = R"( d="M2 2H22V22H2ZM8 8H16V16H8Z"/>)";
    CHECK(write_file_atomically(folder / "a.svg", head + "<path" + squares + "</svg>"));
    CHECK(write_file_atomically(folder / "b.svg",
                                head + R"(<path fill-rule="evenodd")" + squares + "</svg>"));
    CHECK(write_file_atomically(folder / "c.svg", head + R"(<path fill-rule="evenodd")" + squares +
                                                      R"(<path d="M6 6H18V18H6Z"/></svg>)"));

    const auto icons = text::load_icons(folder);

    REQUIRE(icons);
    REQUIRE(icons->size() == 3);
    CHECK(field_at((*icons)[0], 12, 12) > 200);
    CHECK(field_at((*icons)[1], 12, 12) < 60);
    CHECK(field_at((*icons)[1], 5, 12) > 160);
    CHECK(field_at((*icons)[2], 12, 12) > 200);
}

TEST_CASE("a folder without icons and an icon that is none are told by name")
{
    const auto folder = test::scratch_dir("bad_icons");
    const auto none = text::load_icons(folder);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::not_found);
    CHECK(text_of(none.error(), Language::en).find(folder.string()) != std::string::npos);

    CHECK(write_file_atomically(
        folder / "odd.svg", R"(<svg viewBox="0 0 24 24"><path d="M1 1 A2 2 0 0 0 3 3"/></svg>)"));
    const auto odd = text::load_icons(folder);
    REQUIRE_FALSE(odd);
    CHECK(odd.error().code == ErrorCode::parse);
    const std::string sentence = text_of(odd.error(), Language::kk);
    CHECK(sentence.find("odd.svg") != std::string::npos);
    CHECK(sentence.find("A2 2 0 0 0 3 3") != std::string::npos);
}

} // TEST_SUITE
