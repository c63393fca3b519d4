#include "planned_forum.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace dostyk;
using editor::PanelId;
using test::PlannedForum;

namespace {

constexpr const char* row = "conflicts/H03 talks signing guests/row";
constexpr const char* details = "conflicts/H03 talks signing guests/";

std::string in_details(const char* control)
{
    return std::string(details) + control;
}

std::size_t broken(PlannedForum& forum)
{
    return forum.ui.workspace->programme().meeting()->hard_count();
}

} // namespace

TEST_SUITE("ui/panels/conflicts_panel") {

TEST_CASE("a press on a conflict selects its sessions, another one closes it")
{
    PlannedForum forum("conflicts_select", PanelId::conflicts, test::hurried_sessions());
    REQUIRE(forum.press(row));
    CHECK(forum.ui.workspace->selection() == std::vector<std::string>{"talks", "signing"});
    CHECK(forum.ui.workspace->is_shown(PanelId::conflicts));
    CHECK(forum.find(in_details("fix 1/apply")) != nullptr);
    REQUIRE(forum.press(row));
    CHECK(forum.find(in_details("fix 1/apply")) == nullptr);
}

TEST_CASE("the way that is too long is shown on the map while its conflict is open")
{
    PlannedForum forum("conflicts_way", PanelId::conflicts, test::hurried_sessions());
    forum.ui.workspace->update_programme();
    CHECK(forum.ui.workspace->view().programme.routes.empty());
    REQUIRE(forum.press(row));
    forum.ui.workspace->update_programme();
    CHECK(forum.ui.workspace->view().programme.routes.size() == 1);
    REQUIRE(forum.press(row));
    forum.ui.workspace->update_programme();
    CHECK(forum.ui.workspace->view().programme.routes.empty());
}

TEST_CASE("a fix that is applied is one step, after which the conflict is gone")
{
    PlannedForum forum("conflicts_fix", PanelId::conflicts, test::hurried_sessions());
    REQUIRE(broken(forum) == 1);
    REQUIRE(forum.press(row));
    REQUIRE(forum.press(in_details("fix 1/apply")));
    CHECK(broken(forum) == 0);
    CHECK(forum.steps() == 1);
    CHECK(forum.find(row) == nullptr);
    forum.ui.workspace->run(editor::ActionId::undo);
    forum.ui.frames(3);
    CHECK(broken(forum) == 1);
    CHECK(forum.find(row) != nullptr);
}

TEST_CASE("a conflict is accepted with a reason alone, and that is withdrawn again")
{
    PlannedForum forum("conflicts_accept", PanelId::conflicts, test::hurried_sessions());
    REQUIRE(forum.press(row));
    REQUIRE(forum.find(in_details("accept")) != nullptr);
    CHECK_FALSE(forum.find(in_details("accept"))->is_enabled);
    REQUIRE(forum.write(in_details("reason"), "By helicopter"));
    REQUIRE(forum.press(in_details("accept")));
    CHECK(broken(forum) == 0);
    CHECK(forum.find(in_details("fix 1/apply")) == nullptr);
    CHECK(forum.ui.find("By helicopter") != nullptr); // the link to who answers for it
    REQUIRE(forum.press(in_details("withdraw")));
    CHECK(broken(forum) == 1);
    CHECK(forum.steps() == 2);
}

TEST_CASE("words and kinds narrow the list")
{
    PlannedForum forum("conflicts_filter", PanelId::conflicts, test::hurried_sessions());
    CHECK(forum.find(row) != nullptr);
    REQUIRE(forum.press("conflicts/wish"));
    CHECK(forum.find(row) == nullptr);
    REQUIRE(forum.press("conflicts/broken"));
    REQUIRE(forum.write("conflicts/filter", "hosts"));
    CHECK(forum.find(row) == nullptr);
    for (int i = 0; i < 5; ++i) {
        forum.ui.key(ImGuiKey_Backspace);
    }
    forum.ui.type("guests");
    CHECK(forum.find(row) != nullptr);
}

TEST_CASE("sentences and buttons have their room, in each language and slot")
{
    for (const Language language : all_languages) {
        PlannedForum forum("conflicts_words", PanelId::conflicts, test::hurried_sessions(),
                           language, 1280, 720);
        CAPTURE(code_of(language));
        REQUIRE(forum.press(row));
        forum.ui.check_texts_fit();
        forum.ui.workspace->move_panel(PanelId::conflicts, editor::Slot::left);
        forum.ui.frames(3);
        CHECK(forum.find(row) != nullptr);
        forum.ui.check_texts_fit();
    }
}

TEST_CASE("where several meetings have sessions, one is chosen")
{
    auto sessions = test::hurried_sessions();
    sessions.push_back(
        test::with(test::planned("meeting", "retreat"), "date", model::DateText{"2026-06-02"}));
    sessions.push_back(
        test::with(test::planned("session", "walk"), "meeting", test::refs({"retreat"})));
    PlannedForum forum("conflicts_meetings", PanelId::conflicts, std::move(sessions));
    CHECK(forum.find(row) == nullptr); // the later one is planned
    REQUIRE(forum.press("conflicts/meeting"));
    REQUIRE(forum.press("conflicts/forum"));
    CHECK(forum.find(row) != nullptr);
}

TEST_CASE("a meeting on a day that there is not says so, and has no conflicts to press")
{
    model::Project project = test::forum(test::hurried_sessions());
    project.entities.put(
        test::with(*project.find("forum"), "day_zone", std::string("Asia/Nowhere")));
    test::ShellFixture ui;
    ui.edit(test::folder_of(project, "conflicts_unplanned"));
    ui.workspace->show_panel(PanelId::conflicts);
    ui.frames(3);
    CHECK(ui.workspace->programme().error());
    const auto controls = ui.shell->controls();
    CHECK(std::none_of(controls.begin(), controls.end(), [](const ui::Control& each) {
        return each.key.starts_with("conflicts/H");
    }));
}

} // TEST_SUITE
