#include "core/message.hpp"

#include "../fixture.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using test::ShellFixture;

TEST_SUITE("ui/panels/graph_panel") {

TEST_CASE("a click on what is linked to the selected entity goes there")
{
    ShellFixture ui;
    const model::Project& project = ui.workspace->project();
    const auto pack = ui.workspace->view().pack;
    const model::Entity* document = nullptr;
    const model::Entity* other = nullptr;
    for (const model::Entity& entity : project.entities) {
        if (document == nullptr && entity.kind == "document") {
            for (const model::Link& link : links_of(project, entity, pack)) {
                if (link.other->kind != "source" && link.other->kind != "document") {
                    document = &entity;
                    other = link.other;
                }
            }
        }
    }
    REQUIRE(document != nullptr);
    ui.workspace->select(document->id);
    ui.workspace->settings().panels.is_right_open = false; // the card names it, too
    ui.workspace->run(editor::ActionId::toggle_graph);
    ui.frames(3);
    REQUIRE(ui.click(model::name_of(*other, pack, Language::en)));
    CHECK(ui.workspace->view().selected == other->id);
}

TEST_CASE("names of the graph do not lie over one another")
{
    ShellFixture ui;
    const model::Project& project = ui.workspace->project();
    ui.workspace->settings().panels.is_right_open = ui.workspace->settings().panels.is_left_open =
        false;
    ui.workspace->run(editor::ActionId::toggle_graph);
    ui.workspace->select(project.entities.front().id);
    ui.workspace->settings().panels.is_right_open = false;
    ui.frames(3);
    std::vector<ui::Control> nodes;
    for (const ui::Control& control : ui.shell->controls()) {
        for (const model::Entity& entity : project.entities) {
            if (control.name == model::name_of(entity, ui.workspace->view().pack, Language::en)) {
                nodes.push_back(control);
                break;
            }
        }
    }
    REQUIRE(nodes.size() > 3);
    for (std::size_t a = 0; a < nodes.size(); ++a) {
        for (std::size_t b = a + 1; b < nodes.size(); ++b) {
            const bool is_apart =
                nodes[a].max.x <= nodes[b].min.x || nodes[b].max.x <= nodes[a].min.x ||
                nodes[a].max.y <= nodes[b].min.y || nodes[b].max.y <= nodes[a].min.y;
            CHECK(is_apart);
        }
    }
}

} // TEST_SUITE
