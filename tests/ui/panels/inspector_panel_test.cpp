#include "core/message.hpp"
#include "editor/table_edit.hpp"

#include "../../editor/kept_project.hpp"
#include "../fixture.hpp"

#include <doctest/doctest.h>

#include <imgui.h>

#include <algorithm>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

/// The inspector on the goal of few documents.
void open(ShellFixture& ui, const char* name)
{
    ui.edit(test::few_files(name));
    ui.workspace->select(test::goal_id);
    ui.workspace->run(editor::ActionId::toggle_editing);
    ui.frames(3);
}

const model::Entity& goal(const ShellFixture& ui)
{
    return *ui.workspace->project().find(test::goal_id);
}

/// Put the cursor into the n-th field of a hint, counted from the top.
void focus_field(ShellFixture& ui, std::string_view name, std::size_t index)
{
    std::vector<ui::Control> fields;
    for (const ui::Control& control : ui.shell->controls()) {
        if (control.takes_text && control.name == name) {
            fields.push_back(control);
        }
    }
    REQUIRE(fields.size() > index);
    ui.move((fields[index].min.x + fields[index].max.x) / 2,
            (fields[index].min.y + fields[index].max.y) / 2);
    ui.press(true);
    ui.press(false);
    ui.frames(2);
}

void select_all(ShellFixture& ui)
{
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = true;
    ui.key(ImGuiKey_A);
    io.KeyCtrl = false;
}

} // namespace

TEST_SUITE("ui/panels/inspector_panel") {

TEST_CASE("the next missing translation is where one types, and what was typed before is kept")
{
    ShellFixture ui(1920, 3200);
    open(ui, "inspector_gaps");
    REQUIRE(ui.workspace->submit(
        editor::Insert{"venue", "hall", R"({"fields": {"name": [{"value": {"en": "Hall"}}]}})"}));
    ui.frames(2);
    CHECK(ui.workspace->untranslated() == 3);
    const auto name = [&] {
        return *model::find_value<Text4>(*ui.workspace->project().find("hall"), "name",
                                         model::Pack::enriched);
    };
    const std::string next = tr(Language::en, {"inspector.next_untranslated", {{"count", "3"}}});
    REQUIRE(ui.click(next));
    ui.frames(3);
    CHECK(ui.workspace->view().selected == "hall");
    ImGui::GetIO().AddInputCharacter('K'); // and on at once, before the typing has come to rest
    ui.frames(1);
    ui.workspace->run(editor::ActionId::next_untranslated);
    ui.frames(4);
    CHECK(name()[Language::kk] == "K");
    ui.type("Y");
    ui.frames(5);
    CHECK(name()[Language::ky] == "Y");
    CHECK(ui.workspace->untranslated() == 1);
    ui.workspace->run(editor::ActionId::next_untranslated);
    ui.frames(4);
    ui.type("R");
    ui.workspace->run(editor::ActionId::next_untranslated);
    ui.frames(4);
    CHECK(ui.workspace->untranslated() == 0);
    REQUIRE(ui.workspace->notice());
    CHECK(ui.workspace->notice()->said.message.key == "notice.all_translated");
}

TEST_CASE("a claim without a source is offered the newest plan, or what was picked last")
{
    ShellFixture ui(1920, 3200);
    open(ui, "inspector_suggests");
    const auto add_plan = [&](const char* id, const char* day) {
        const std::string claim = R"([{"value": ")" + std::string(id) + R"("}])";
        REQUIRE(ui.workspace->submit(editor::Insert{
            "source", id,
            R"({"fields": {"title": )" + claim +
                R"(, "url": [{"value": "plan:x"}], "read": [{"value": ")" + day + R"("}]}})"}));
    };
    add_plan("plan-b", "2026-11-01");
    add_plan("plan-a", "2026-11-24");
    REQUIRE(ui.workspace->add_entity("venue"));
    ui.frames(3);
    const auto sources = [&] {
        return ui.workspace->selected()->fields.at("name").front().sources;
    };
    CHECK(ui.find("plan-b") == nullptr);
    REQUIRE(ui.click("plan-a"));
    ui.frames(3);
    CHECK(sources() == std::vector<std::string>{"plan-a"});
    CHECK(ui.find("plan-a") == nullptr); // it is named by now
}

TEST_CASE("typing a name is one step of the history, and is shown as it is typed")
{
    ShellFixture ui(1920, 3200); // all of the inspector is on the screen
    open(ui, "inspector_name");
    const std::string before = model::name_of(goal(ui), model::Pack::enriched, Language::en);
    focus_field(ui, say("inspector.missing_text"), 3); // kk, ky, ru, en
    select_all(ui);
    ui.type("Typed");
    ui.frames(6); // half a second of rest
    CHECK(model::name_of(goal(ui), model::Pack::enriched, Language::en) == "Typed");
    ui.type(" on");
    ui.frames(6);
    CHECK(model::name_of(goal(ui), model::Pack::enriched, Language::en) == "Typed on");
    CHECK(ui.workspace->edits().stacks().undo.size() == 1);
    ui.workspace->run(editor::ActionId::undo);
    ui.frames(2);
    CHECK(model::name_of(goal(ui), model::Pack::enriched, Language::en) == before);
}

TEST_CASE("what is no date is told under its field and changes nothing")
{
    ShellFixture ui(1920, 3200); // all of the inspector is on the screen
    open(ui, "inspector_date");
    REQUIRE(ui.workspace->submit(editor::SetField{"goal", test::goal_id, "/fields/due",
                                                  R"([{"sources": ["s"], "value": "2030"}])"}));
    ui.frames(3);
    const auto rev = ui.workspace->edits().revision();
    const auto& controls = ui.shell->controls();
    const auto field = std::find_if(controls.begin(), controls.end(), [](const auto& control) {
        return control.takes_text && control.name == say("inspector.not_known");
    });
    REQUIRE(field != controls.end());
    focus_field(ui, say("inspector.not_known"), 0);
    select_all(ui);
    ui.type("next year");
    ui.frames(6);
    CHECK(ui.workspace->edits().revision() == rev);
}

TEST_CASE("a field is added from the list, and its claim is taken away again")
{
    ShellFixture ui(1920, 3200); // all of the inspector is on the screen
    open(ui, "inspector_add");
    REQUIRE_FALSE(goal(ui).fields.contains("tags"));
    REQUIRE(ui.click(say("inspector.add_field")));
    ui.frames(2);
    REQUIRE(ui.click(say("field.tags")));
    ui.frames(2);
    CHECK(goal(ui).fields.contains("tags"));
    ui.workspace->run(editor::ActionId::undo);
    ui.frames(2);
    CHECK_FALSE(goal(ui).fields.contains("tags"));
}

TEST_CASE("an entity is removed, and comes back with undo")
{
    ShellFixture ui(1920, 3200); // all of the inspector is on the screen
    open(ui, "inspector_remove");
    REQUIRE(ui.click(say("inspector.remove_entity")));
    ui.frames(2);
    CHECK(ui.workspace->project().find(test::goal_id) == nullptr);
    ui.workspace->run(editor::ActionId::undo);
    ui.frames(2);
    CHECK(ui.workspace->project().find(test::goal_id) != nullptr);
}

TEST_CASE("the other names of a known place are filled in with one press, as one step")
{
    ShellFixture ui;
    ui.edit(test::few_files("inspector-known"));
    REQUIRE(ui.workspace->add_entity("venue"));
    const std::string id = ui.workspace->view().selected;
    ui.workspace->submit(
        editor::SetField{"venue", id, "/fields/name/0/value", R"({"kk": "Тараз"})"});
    (void)ui.workspace->take_edits();
    ui.frames(3);
    const std::string fill =
        tr(Language::en, Message{"inspector.known_names", {{"names", "Тараз · Тараз · Taraz"}}});

    REQUIRE(ui.click(fill));
    ui.frames(2);
    (void)ui.workspace->take_edits();

    const auto* name = model::find_value<Text4>(*ui.workspace->project().find(id), "name",
                                                ui.workspace->view().pack);
    REQUIRE(name != nullptr);
    CHECK((*name)[Language::en] == "Taraz");
    CHECK((*name)[Language::ky] == "Тараз");
    ui.workspace->run(editor::ActionId::undo);
    (void)ui.workspace->take_edits();
    name = model::find_value<Text4>(*ui.workspace->project().find(id), "name",
                                    ui.workspace->view().pack);
    CHECK((*name)[Language::en].empty());
}

TEST_CASE("a claim is restricted and opened again among its details")
{
    ShellFixture ui;
    open(ui, "inspector-restricted");
    REQUIRE(ui.click(say("inspector.details")));
    ui.frames(2);

    REQUIRE(ui.click(say("inspector.restricted")));
    ui.frames(2);
    (void)ui.workspace->take_edits();
    const auto is_restricted = [&] {
        for (const auto& [field, claims] : goal(ui).fields) {
            for (const model::Claim& claim : claims) {
                if (claim.restricted) {
                    return true;
                }
            }
        }
        return false;
    };
    CHECK(is_restricted());

    REQUIRE(ui.click(say("inspector.restricted")));
    ui.frames(2);
    (void)ui.workspace->take_edits();
    CHECK_FALSE(is_restricted());
}

TEST_CASE("a claim becomes an assumption and a statement again among its details")
{
    ShellFixture ui;
    open(ui, "inspector-assumed");
    REQUIRE(ui.click(say("inspector.details")));
    ui.frames(2);
    const auto assumed = [&] {
        std::size_t count = 0;
        for (const auto& [field, claims] : goal(ui).fields) {
            count += static_cast<std::size_t>(
                std::count_if(claims.begin(), claims.end(), [](const model::Claim& claim) {
                    return (claim.flags & model::flag::assumed) != 0;
                }));
        }
        return count;
    };
    CHECK(assumed() == 0);
    for (const std::size_t expected : {1U, 0U}) {
        REQUIRE(ui.click(say("flag.assumed")));
        ui.frames(2);
        (void)ui.workspace->take_edits();
        CHECK(assumed() == expected);
    }
}

TEST_CASE("several entities show what they have in common, and take one value as one step")
{
    ShellFixture ui;
    ui.edit(test::few_files("inspector-many"));
    REQUIRE(ui.workspace->add_entity("venue"));
    const std::string first = ui.workspace->view().selected;
    REQUIRE(ui.workspace->add_entity("venue"));
    const std::string second = ui.workspace->view().selected;
    ui.workspace->select_all({first, second}, second);
    ui.frames(3);
    REQUIRE(ui.find(say("inspector.remove_entity")) == nullptr); // not the one alone

    std::size_t capacity = 0;
    const model::KindRule& kind = *model::find_kind("venue");
    for (const model::FieldRule& rule : kind.fields) {
        if (rule.name == "capacity") {
            break;
        }
        if (editor::is_written_in_cells(rule.type) && rule.type != model::FieldType::word) {
            ++capacity;
        }
    }
    focus_field(ui, say("inspector.not_known"), capacity);
    ui.type("300");
    ui.frames(12);
    (void)ui.workspace->take_edits();

    for (const std::string& id : {first, second}) {
        const auto* value = model::find_value<double>(*ui.workspace->project().find(id), "capacity",
                                                      ui.workspace->view().pack);
        REQUIRE(value != nullptr);
        CHECK(*value == 300);
    }
    ui.workspace->run(editor::ActionId::undo);
    (void)ui.workspace->take_edits();
    CHECK_FALSE(ui.workspace->project().find(first)->fields.contains("capacity"));
    CHECK_FALSE(ui.workspace->project().find(second)->fields.contains("capacity"));
}

} // TEST_SUITE
