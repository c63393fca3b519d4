#include "app/store_keeper.hpp"

#include "app/application.hpp"
#include "app/headless_window.hpp"
#include "editor/kept_project.hpp"
#include "store/backup.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("app/store_keeper") {

namespace {

/// The program on a project folder of its own.
struct Opened {
    fs::path folder;
    std::unique_ptr<app::HeadlessWindow> window;
    std::unique_ptr<app::Application> program;

    explicit Opened(const fs::path& project) : folder(project)
    {
        window = std::move(*app::HeadlessWindow::open(1280, 720));
        editor::Settings settings;
        settings.is_motion_reduced = true;
        program = std::move(*app::Application::create(
            *window, std::move(*app::load_all(folder, "hall")), settings));
    }

    [[nodiscard]] editor::Workspace& workspace() const { return program->workspace(); }

    /// Run until a condition holds; false when it does not in time.
    template <typename Condition>
    bool run_until(const Condition& holds, double at_most_s = 10)
    {
        for (double s = 0; s < at_most_s && !holds(); s += 0.02) {
            program->run(0.02);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return holds();
    }

    void press(editor::Key key, bool ctrl, bool shift = false)
    {
        for (const app::EventKind kind : {app::EventKind::key_press, app::EventKind::key_release}) {
            app::Event event;
            event.kind = kind;
            event.chord = {key, ctrl, shift, false};
            window->push(event);
        }
        program->turn(0.01);
    }

    [[nodiscard]] std::string shown_name() const
    {
        return model::name_of(*workspace().project().find(test::goal_id), model::Pack::enriched,
                              Language::en);
    }
};

editor::SetField name_in_english(const std::string& name)
{
    return {"goal", test::goal_id, "/fields/name/0/value/en", "\"" + name + "\""};
}

} // namespace

TEST_CASE("the store opens beside the frames, and keys take edits back and write them")
{
    Opened opened(test::few_files("keeper_keys"));
    const std::string first = opened.shown_name();
    CHECK_FALSE(opened.workspace().edits().is_open());
    REQUIRE(opened.run_until([&] { return opened.workspace().edits().is_open(); }));

    REQUIRE(opened.workspace().submit(name_in_english("Other")));
    opened.program->request_panels();
    opened.program->turn(0.01);
    CHECK(opened.shown_name() == "Other");
    opened.press(editor::Key::z, true);
    CHECK(opened.shown_name() == first);
    opened.press(editor::Key::z, true, true);
    CHECK(opened.shown_name() == "Other");
    CHECK(opened.workspace().edits().unwritten() == 1);
    opened.press(editor::Key::s, true);
    CHECK(opened.workspace().edits().unwritten() == 0);
    CHECK(opened.workspace().notice()->said.message.key == "notice.written");
    CHECK(
        read_file(opened.folder / "goal" / (std::string(test::goal_id) + ".json"))->find("Other") !=
        std::string::npos);
    opened.press(editor::Key::z, true);
    opened.press(editor::Key::z, true);
    CHECK(opened.workspace().notice()->said.message.key == "error.nothing_to_undo");
    CHECK(opened.workspace().notice()->is_failure);
}

TEST_CASE("what an editor does to a file is on the screen within half a second")
{
    Opened opened(test::few_files("keeper_outside"));
    REQUIRE(opened.run_until([&] { return opened.workspace().edits().is_open(); }));
    const fs::path file = opened.folder / "goal" / (std::string(test::goal_id) + ".json");
    std::string text = *read_file(file);
    const std::string old = opened.shown_name();
    text.replace(text.find(old), old.size(), "From outside");
    REQUIRE(write_file_atomically(file, text));
    CHECK(opened.run_until([&] { return opened.shown_name() == "From outside"; }));
}

TEST_CASE("an edited project has a backup when the program ends, and a shown one needs none")
{
    const fs::path folder = test::few_files("keeper_backup");
    {
        Opened opened(folder);
        REQUIRE(opened.run_until([&] { return opened.workspace().edits().is_open(); }));
    }
    CHECK(store::find_backups(store::backups_of(store::working_store_of(folder))).empty());
    {
        Opened opened(folder);
        REQUIRE(opened.run_until([&] { return opened.workspace().edits().is_open(); }));
        REQUIRE(opened.workspace().submit(name_in_english("Other")));
    }
    CHECK(store::find_backups(store::backups_of(store::working_store_of(folder))).size() == 1);
}

TEST_CASE("a project that was not closed properly is told to be whole")
{
    const fs::path folder = test::few_files("keeper_cut_short");
    {
        Opened opened(folder);
        REQUIRE(opened.run_until([&] { return opened.workspace().edits().is_open(); }));
    }
    REQUIRE(write_file_atomically(store::working_store_of(folder).string() + ".open", ""));
    Opened opened(folder);
    REQUIRE(opened.run_until([&] { return opened.workspace().edits().is_open(); }));
    CHECK(opened.workspace().notice()->said.message.key == "notice.cut_short");
}

} // TEST_SUITE
