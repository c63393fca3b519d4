#include "editor/user_layer_edit.hpp"

#include "editor/kept_project.hpp"

#include <array>

using namespace dostyk;
using namespace dostyk::editor;
using test::KeptProject;

namespace {

model::UserLayer layer_named(const std::string& id, int order)
{
    model::UserLayer layer;
    layer.id = id;
    layer.title[Language::en] = id;
    layer.path = "maps/" + id + ".gpkg";
    layer.sha256 = std::string(64, '0');
    layer.order = order;
    return layer;
}

std::vector<model::UserLayer> layers_of(KeptProject& kept)
{
    Diagnostics findings;
    const std::string doc = kept.doc(std::string(io::settings_kind), std::string(io::settings_id));
    const model::Project project = io::project_of(
        std::array{io::DocumentText{io::settings_kind, io::settings_id, doc}}, findings);
    CHECK(findings.findings.empty());
    return project.layers;
}

model::Project with_layers(std::vector<model::UserLayer> layers)
{
    model::Project project;
    project.layers = std::move(layers);
    return project;
}

} // namespace

TEST_SUITE("editor/user_layer_edit") {

TEST_CASE("layers come, change and go, each as a step that undo takes back to the byte")
{
    KeptProject kept("layers_round", test::few_rows());
    const std::string bare = kept.hash();
    const std::array two{layer_named("a", 1), layer_named("b", 2)};

    REQUIRE(kept.run(add_layers(two)));
    CHECK(layers_of(kept) == std::vector(two.begin(), two.end()));
    const std::string added = kept.hash();

    model::UserLayer changed = two[0];
    changed.color = "#112233";
    changed.classes.field = "area";
    changed.width_px = 3;
    REQUIRE(kept.run(change_layer(two[0], changed).value()));
    CHECK(layers_of(kept)[0] == changed);
    REQUIRE(kept.run(change_layer(changed, two[0]).value()));
    CHECK(kept.hash() == added);

    REQUIRE(kept.run(remove_layer(two[0])));
    REQUIRE(kept.run(remove_layer(two[1])));
    CHECK(kept.hash() == bare); // settings without layers leave the member out
    CHECK(test::is_all_canonical(*kept.store));
    for (int i = 0; i < 4; ++i) {
        REQUIRE(kept.store->undo());
    }
    CHECK(kept.hash() == added);
    REQUIRE(kept.store->undo());
    CHECK(kept.hash() == bare);
}

TEST_CASE("a change that is none is no command, and one of a member leaves the others alone")
{
    KeptProject kept("layers_beside", test::few_rows());
    const model::UserLayer mine = layer_named("a", 1);
    REQUIRE(kept.run(add_layers(std::array{mine})));
    CHECK_FALSE(change_layer(mine, mine));

    model::UserLayer theirs = mine;
    theirs.color = "#112233";
    REQUIRE(kept.run(change_layer(mine, theirs).value()));
    model::UserLayer wider = mine; // by somebody who has not seen that
    wider.width_px = 4;
    REQUIRE(kept.run(change_layer(mine, wider).value()));
    CHECK(layers_of(kept)[0].color == "#112233");
    CHECK(layers_of(kept)[0].width_px == 4);
}

TEST_CASE("an id that somebody took meanwhile becomes another one and nothing is lost")
{
    KeptProject kept("layers_taken", test::few_rows());
    REQUIRE(kept.run(add_layers(std::array{layer_named("a", 1)})));
    std::vector<NewLayer> late(2);
    late[0].layer = layer_named("a", 1);
    late[1].layer = layer_named("b", 2);
    REQUIRE(kept.store->write([&](store::Rows& rows) { return add_layers_edit(late, rows); }));
    CHECK(late[0].layer.id == "a-2");
    const auto layers = layers_of(kept);
    REQUIRE(layers.size() == 3);
    CHECK(layers[1].id == "a-2");
    CHECK(layers[2].id == "b");
    CHECK(kept.store->history(1)->front().command == "add_layer");
}

TEST_CASE("a layer moves by one, and not beyond the ends")
{
    const auto project = with_layers({layer_named("a", 1), layer_named("b", 2)});
    KeptProject kept("layers_move", test::few_rows());
    REQUIRE(kept.run(add_layers(project.layers)));
    REQUIRE(kept.run(move_layer(project, "a", 1).value()));
    CHECK(layers_of(kept)[0].id == "b");
    CHECK(layers_of(kept)[1].id == "a");
    CHECK_FALSE(move_layer(project, "a", -1));
    CHECK_FALSE(move_layer(project, "b", 1));
    CHECK_FALSE(move_layer(project, "c", 1));
}

TEST_CASE("what no reader would take back is refused and changes nothing")
{
    KeptProject kept("layers_bad", test::few_rows());
    model::UserLayer bad = layer_named("a", 1);
    bad.path = "/etc/passwd";
    CHECK(kept.told(add_layers(std::array{bad})) == "project.layer_path");
    bad = layer_named("a", 1);
    bad.color = "red";
    CHECK(kept.told(add_layers(std::array{bad})) == "project.layer_color");
    CHECK(kept.told(remove_layer(bad)) == "error.edit.no_place");
}

} // TEST_SUITE
