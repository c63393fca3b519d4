#include "app/layer_keeper.hpp"

#include "editor/kept_project.hpp"
#include "editor/user_layer_edit.hpp"
#include "scene/layer_content.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <map>
#include <thread>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

std::string points(int count)
{
    std::string text = R"({"type": "FeatureCollection", "features": [)";
    for (int i = 0; i < count; ++i) {
        text += std::string(i > 0 ? "," : "") +
                R"({"type": "Feature", "properties": {"n": 1}, "geometry": {"type": "Point",
                   "coordinates": [)" +
                std::to_string(70 + i) + ", 45]}}";
    }
    return text + "]}";
}

/// A workspace on a folder of its own with its keeper; frames are turned by hand.
struct Kept {
    explicit Kept(const char* name)
    : folder(test::few_files(name)),
      workspace(std::make_unique<editor::EditSession>(std::make_shared<model::Project>(), folder),
                std::make_shared<geo::MapData>(), editor::Settings{}),
      keeper(
          workspace, finished,
          [this](const std::string& id, std::shared_ptr<const scene::LayerContent> content) {
              shown[id] = std::move(content);
          },
          reading())
    {
        REQUIRE(workspace.edits().open());
        workspace.take_edits();
    }

    static intake::ReadOptions reading()
    {
        intake::ReadOptions options;
        options.worker = DOSTYK_IMPORT_WORKER;
        return options;
    }

    /// Frames until a condition holds; false when it does not in time.
    template <typename Condition>
    bool until(const Condition& holds)
    {
        constexpr int most = 3'000;
        for (int i = 0; i < most && !holds(); ++i) {
            finished.run(std::chrono::milliseconds(2));
            workspace.take_edits();
            keeper.look();
            keeper.request();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return holds();
    }

    [[nodiscard]] editor::LayerState state() const
    {
        return workspace.layers().state_of(workspace.project().layers.front());
    }

    void add(const fs::path& file) { workspace.layers().ask({file, {}}); }

    fs::path folder;
    MainQueue finished;
    editor::Workspace workspace;
    std::map<std::string, std::shared_ptr<const scene::LayerContent>> shown;
    app::LayerKeeper keeper;
};

} // namespace

TEST_SUITE("app/layer_keeper") {

using editor::LayerState;

TEST_CASE("a file becomes a layer, is drawn, and goes with an undo")
{
    Kept kept("keeper_add");
    const fs::path file = kept.folder / "sites.geojson";
    REQUIRE(write_file_atomically(file, points(3)));
    kept.add(file);
    REQUIRE(kept.until([&] { return kept.shown.contains("sites"); }));
    CHECK(kept.shown["sites"]->points().size() == 3);
    CHECK(kept.state() == LayerState::ready);
    CHECK(kept.workspace.project().layers.front().path == "sites.geojson");

    REQUIRE(kept.workspace.edits().undo());
    REQUIRE(kept.until([&] { return kept.shown["sites"] == nullptr; }));
    CHECK(kept.workspace.project().layers.empty());
}

TEST_CASE("a file that changes, goes and comes back is seen without being asked for")
{
    Kept kept("keeper_changes");
    const fs::path file = kept.folder / "sites.geojson";
    REQUIRE(write_file_atomically(file, points(3)));
    kept.add(file);
    REQUIRE(kept.until([&] { return kept.shown.contains("sites"); }));

    REQUIRE(write_file_atomically(file, points(5)));
    REQUIRE(kept.until([&] { return kept.state() == LayerState::changed; }));
    CHECK(kept.shown["sites"]->points().size() == 5);
    fs::remove(file);
    REQUIRE(kept.until([&] { return kept.state() == LayerState::missing; }));
    CHECK(kept.shown["sites"] == nullptr);
    REQUIRE(write_file_atomically(file, points(3)));
    REQUIRE(kept.until([&] { return kept.state() == LayerState::ready; }));
}

TEST_CASE("what cannot become a layer is said, and the next one is tried all the same")
{
    Kept kept("keeper_refused");
    kept.add(kept.folder / "none.shp");
    REQUIRE(kept.until([&] { return kept.workspace.layers().refusal().has_value(); }));
    CHECK(kept.workspace.layers().refusal()->message.key == "import.missing");
    CHECK_FALSE(kept.workspace.layers().is_drafting());
    CHECK(kept.workspace.project().layers.empty());
}

TEST_CASE("a level of detail that a zoom wants is made beside the frames")
{
    Kept kept("keeper_levels");
    const fs::path file = kept.folder / "line.geojson";
    REQUIRE(write_file_atomically(file, R"({"type": "Feature", "properties": {}, "geometry":
        {"type": "LineString", "coordinates": [[70, 45], [71, 46], [72, 45]]}})"));
    kept.add(file);
    REQUIRE(kept.until([&] { return kept.shown.contains("line"); }));
    kept.workspace.view().camera.zoom = 11;
    REQUIRE(kept.until([&] { return kept.shown["line"]->is_cooked(11); }));
}

} // TEST_SUITE
