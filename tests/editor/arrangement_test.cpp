#include "editor/arrangement.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::editor;

TEST_SUITE("editor/arrangement") {

TEST_CASE("each name leads back to what it names")
{
    for (const PanelId panel : all_panels) {
        CHECK(parse_panel(name_of(panel)) == panel);
    }
    for (const Slot slot : all_slots) {
        CHECK(parse_slot(name_of(slot)) == slot);
    }
    for (const LayoutId layout : all_layouts) {
        CHECK(parse_layout(name_of(layout)) == layout);
    }
    CHECK_FALSE(parse_panel("roof"));
}

TEST_CASE("in every layout each panel stands in one slot, and an open slot shows one of its own")
{
    for (const LayoutId layout : all_layouts) {
        const Arrangement panels = make_arrangement(layout);
        std::size_t count = 0;
        for (const Slot slot : all_slots) {
            const auto here = panels.panels_in(slot);
            count += here.size();
            const auto front = panels.front_of(slot);
            REQUIRE(front);
            CHECK(std::find(here.begin(), here.end(), *front) != here.end());
        }
        CHECK(count == panel_count);
    }
}

TEST_CASE("a panel that is moved is shown where it went, and another one where it was")
{
    Arrangement panels;
    panels.is_dock_open = false;

    panels.move(PanelId::outliner, Slot::dock);

    CHECK(panels.slot_of(PanelId::outliner) == Slot::dock);
    CHECK(panels.front_of(Slot::dock) == PanelId::outliner);
    CHECK(panels.is_open(Slot::dock));
    CHECK(panels.front_of(Slot::left) == PanelId::layers);
}

TEST_CASE("a slot that nothing stands in is not open, whatever was asked")
{
    Arrangement panels;
    panels.move(PanelId::legend, Slot::left);
    panels.move(PanelId::planning, Slot::dock);
    panels.move(PanelId::releases, Slot::dock);
    CHECK(panels.is_open(Slot::right));

    panels.move(PanelId::card, Slot::left);
    panels.set_open(Slot::right, true);

    CHECK_FALSE(panels.is_open(Slot::right));
    CHECK_FALSE(panels.front_of(Slot::right));
}

} // TEST_SUITE
