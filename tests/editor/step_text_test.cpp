#include "editor/step_text.hpp"

#include "editor/kept_project.hpp"
#include "editor/user_layer_edit.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;

TEST_SUITE("editor/step_text") {

namespace {

const std::string goal_id = test::goal_id;

/// The last step as it is said in English.
editor::StepText last_step(test::KeptProject& kept)
{
    const auto rows = kept.store->read_all();
    std::vector<io::DocumentText> texts;
    for (const store::Row& row : *rows) {
        texts.push_back({row.kind, row.id, row.doc});
    }
    Diagnostics findings;
    return editor::text_of(kept.store->history(1)->front(), *kept.store,
                           io::project_of(texts, findings), Language::en);
}

} // namespace

TEST_CASE("a step names the entity and the one field that it changed")
{
    test::KeptProject kept("step_text", test::few_rows());
    REQUIRE(kept.run(editor::SetField{"goal", goal_id, "/fields/name/0/value/en", "\"Other\""}));
    auto text = last_step(kept);
    CHECK(text.subject == "Other");
    CHECK(text.what == "Field changed: Name");
    CHECK(text.kind == "goal");
}

TEST_CASE("what is gone is named as it was called before")
{
    test::KeptProject kept("step_text_gone", test::few_rows());
    REQUIRE(kept.run(editor::SetField{"goal", goal_id, "/fields/name/0/value/en", "\"Other\""}));
    REQUIRE(kept.run(editor::Remove{"goal", goal_id}));
    CHECK(last_step(kept).subject == "Other");
    CHECK(last_step(kept).what == "Document removed");
}

TEST_CASE("a step about a layer of the project's own names the layer and what became of it")
{
    test::KeptProject kept("step_text_layer", test::few_rows());
    model::UserLayer layer;
    layer.id = "reserves";
    layer.title[Language::en] = "Reserves";
    layer.path = "reserves.gpkg";
    layer.sha256 = std::string(64, '0');
    REQUIRE(kept.run(editor::add_layers(std::array{layer})));
    CHECK(last_step(kept).subject == "Reserves");
    CHECK(last_step(kept).what == "Layer added");
    model::UserLayer wider = layer;
    wider.width_px = 4;
    REQUIRE(kept.run(editor::change_layer(layer, wider).value()));
    CHECK(last_step(kept).what == "Layer changed");
    REQUIRE(kept.run(editor::remove_layer(wider)));
    CHECK(last_step(kept).subject == "Reserves");
    CHECK(last_step(kept).what == "Layer removed");
}

TEST_CASE("several documents are the first of them and a count, and settings have a name")
{
    test::KeptProject kept("step_text_many", test::few_rows());
    REQUIRE(kept.run(
        editor::Group{{editor::SetField{"goal", goal_id, "/fields/name/0/value/en", "\"Other\""},
                       editor::Remove{"crossing", "korday-ak-zhol"}}}));
    CHECK(last_step(kept).subject.find("1 more") != std::string::npos);
    REQUIRE(kept.run(editor::SetField{"settings", "project", "/default_pack", "\"strict\""}));
    CHECK(last_step(kept).subject == "Settings of the project");
    CHECK(last_step(kept).kind.empty());
}

} // TEST_SUITE
