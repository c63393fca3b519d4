#include "editor/user_layer_edit.hpp"
#include "geo/mercator.hpp"
#include "scene/layer_content.hpp"

#include "../../editor/kept_project.hpp"
#include "../fixture.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace dostyk;
using test::ShellFixture;

namespace {

/// The window on a project with a layer of three posts, its table open.
struct Opened {
    explicit Opened(const char* name, int width = 1920, Language language = Language::en)
    : ui(width, 1080, 1, language)
    {
        ui.edit(test::few_files(name));
        model::UserLayer layer;
        layer.id = "posts";
        layer.title[language] = "Posts";
        layer.path = "posts.geojson";
        layer.sha256 = std::string(64, 'a');
        REQUIRE(ui.workspace->submit(editor::add_layers(std::array{layer})));
        ui.frames(1); // takes the edit in
        geo::Layer rows;
        rows.fields = {"name", "lanes"};
        const auto add = [&](double lon, const char* post, std::int64_t lanes) {
            rows.features.push_back({geo::LonLat{lon, 43}, {std::string(post), lanes}});
        };
        add(71, "Merke", 12);
        add(74, "Korday", 2);
        add(79, "Kegen", 4);
        editor::UserLayers& layers = ui.workspace->layers();
        const model::UserLayer& kept = ui.workspace->project().layers.front();
        layers.begin(kept);
        REQUIRE(layers.finish("posts", {editor::query_of(kept),
                                        kept.sha256,
                                        std::make_shared<scene::LayerContent>(std::move(rows)),
                                        {}}));
        ui.workspace->list_layer("posts");
        ui.frames(3);
    }

    [[nodiscard]] std::vector<std::string> rows() const
    {
        std::vector<const ui::Control*> found;
        for (const char* name : {"Merke", "Korday", "Kegen"}) {
            if (const ui::Control* row = ui.find(name)) {
                found.push_back(row);
            }
        }
        std::sort(found.begin(), found.end(),
                  [](const auto* a, const auto* b) { return a->min.y < b->min.y; });
        std::vector<std::string> names;
        for (const ui::Control* row : found) {
            names.push_back(row->name);
        }
        return names;
    }

    ShellFixture ui;
};

using Names = std::vector<std::string>;

} // namespace

TEST_SUITE("ui/panels/layer_table_panel") {

TEST_CASE("the features of a layer have a table, sorted by a press on a title")
{
    Opened opened("layer_table_sort");
    CHECK(opened.rows() == Names{"Merke", "Korday", "Kegen"});
    REQUIRE(opened.ui.click("name"));
    opened.ui.frames(2);
    CHECK(opened.rows() == Names{"Kegen", "Korday", "Merke"});
    REQUIRE(opened.ui.click("lanes"));
    opened.ui.frames(2);
    CHECK(opened.rows() == Names{"Korday", "Kegen", "Merke"});
    CHECK(opened.ui.shell->table_rows() == 3);
}

TEST_CASE("a row marks its feature and goes there, and a feature marked on the map has its row")
{
    Opened opened("layer_table_mark");
    REQUIRE(opened.ui.click("Kegen"));
    opened.ui.frames(2);
    opened.ui.workspace->advance(5); // the flight
    REQUIRE(opened.ui.workspace->view().marked);
    CHECK(opened.ui.workspace->view().marked->feature == 2);
    CHECK(geo::to_lon_lat(opened.ui.workspace->view().camera.centre).lon ==
          doctest::Approx(79).epsilon(0.01));

    opened.ui.workspace->mark({"posts", 1});
    opened.ui.frames(2);
    opened.ui.key(ImGuiKey_DownArrow); // from the row of that feature on
    opened.ui.frames(2);
    CHECK(opened.ui.workspace->view().marked->feature == 2);
}

TEST_CASE("selecting an item elsewhere shows the table of its kind again")
{
    Opened opened("layer_table_kind");
    opened.ui.workspace->select("korday-ak-zhol");
    opened.ui.frames(3);
    CHECK(opened.rows().empty());
    CHECK(opened.ui.shell->table_rows() == 1);
}

TEST_CASE("the table of a layer fits into a small window in every language")
{
    for (const Language language : all_languages) {
        Opened opened(("layer_table_fit_" + std::string(code_of(language))).c_str(), 1280,
                      language);
        opened.ui.check_texts_fit();
    }
}

} // TEST_SUITE
