#include "fixture.hpp"

#include "core/message.hpp"
#include "ui/slots.hpp"
#include "ui/widgets.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <doctest/doctest.h>

#include <set>
#include <vector>

#include <limits>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(Language language, std::string_view key)
{
    return std::string(tr(language, key));
}

} // namespace

TEST_SUITE("ui/shell") {

TEST_CASE("a press on a language speaks it in every panel and leaves the camera where it was")
{
    ShellFixture ui;
    const scene::Camera before = ui.workspace->view().camera;

    REQUIRE(ui.click("КЫР"));

    CHECK(ui.workspace->view().language == Language::ky);
    CHECK(ui.workspace->view().camera == before);
    CHECK(ui.find(say(Language::ky, "panel.layers")) != nullptr);
    CHECK(ui.find(say(Language::en, "panel.layers")) == nullptr);
}

TEST_CASE("a press beside the languages gives names a second line, and its hint tells the key")
{
    ShellFixture ui(1280, 720);
    const std::string two = say(Language::en, "action.toggle_second_language");

    REQUIRE(ui.click(two + " (Shift+L)"));
    CHECK(ui.workspace->view().second_language.has_value());

    ui.workspace->settings().panels.bring_forward(editor::PanelId::layers);
    ui.frames(2);
    REQUIRE(ui.click(two)); // with its words, among the layers
    CHECK_FALSE(ui.workspace->view().second_language.has_value());
}

TEST_CASE("a press on a mode changes the mode")
{
    ShellFixture ui;

    REQUIRE(ui.click(say(Language::en, "mode.trade")));

    CHECK(ui.workspace->view().mode == scene::MapMode::trade);
}

TEST_CASE("typing into the search finds a crossing by another spelling, Enter selects it")
{
    ShellFixture ui;
    ui.workspace->run(editor::ActionId::open_search);
    ui.frames(3);
    CHECK(ImGui::GetIO().WantTextInput);

    ui.type("Kordai");
    ui.key(ImGuiKey_Enter);

    CHECK_FALSE(ui.workspace->overlays().has_search);
    const model::Entity* selected = ui.workspace->selected();
    if (selected != nullptr) { // the strict pack alone knows Korday as a place of the map
        CHECK(selected->id.find("korday") != std::string::npos);
    }
}

TEST_CASE("the list opens a kind and selects an item of it")
{
    ShellFixture ui;
    REQUIRE(ui.click(say(Language::en, "kind.document.plural")));
    // The topmost row: one further down may be scrolled out of the list.
    const model::Entity* document = nullptr;
    float top = std::numeric_limits<float>::infinity();
    for (const model::Entity& entity : ui.workspace->project().entities) {
        const auto* row =
            entity.kind == "document"
                ? ui.find(model::name_of(entity, ui.workspace->view().pack, Language::en))
                : nullptr;
        if (row != nullptr && row->min.y < top) {
            document = &entity;
            top = row->min.y;
        }
    }
    REQUIRE(document != nullptr);

    REQUIRE(ui.click(model::name_of(*document, ui.workspace->view().pack, Language::en)));

    REQUIRE(ui.workspace->selected() != nullptr);
    CHECK(ui.workspace->selected()->kind == "document");
    CHECK(ui.workspace->is_shown(editor::PanelId::card));
}

TEST_CASE("Tab reaches every control that is drawn and marks it, Esc lets go")
{
    ShellFixture ui;
    std::set<unsigned> reached;
    const std::size_t count = ui.shell->controls().size();
    REQUIRE(count > 20);

    for (std::size_t i = 0; i < count; ++i) {
        ui.key(ImGuiKey_Tab);
        CHECK_FALSE(ImGui::GetCurrentContext()->NavDisableHighlight);
        reached.insert(ImGui::GetCurrentContext()->NavId);
    }
    CHECK(reached.size() == count);

    ui.key(ImGuiKey_Escape);
    CHECK(ImGui::GetCurrentContext()->NavDisableHighlight);
}

TEST_CASE("the arrows, which pan the map, mark no control; once Tab has marked one they move on")
{
    ShellFixture ui;
    const auto& context = *ImGui::GetCurrentContext();
    for (const int key : {ImGuiKey_RightArrow, ImGuiKey_DownArrow, ImGuiKey_Enter}) {
        ui.key(key);
        CHECK(context.NavDisableHighlight);
    }

    ui.key(ImGuiKey_Tab);
    REQUIRE_FALSE(context.NavDisableHighlight);
    const unsigned first = context.NavId;
    ui.key(ImGuiKey_RightArrow);
    CHECK(context.NavId != first);
}

TEST_CASE("F10 leaves the whole window to the map")
{
    ShellFixture ui;
    CHECK_FALSE(ui.shell->controls().empty());

    ui.workspace->run(editor::ActionId::toggle_panels);
    ui.frames(2);

    CHECK(ui.shell->controls().empty());
}

TEST_CASE("a tooltip opens for what lies under the pointer and its names lead on")
{
    ShellFixture ui;
    const model::Entity* linked = nullptr;
    for (const model::Entity& entity : ui.workspace->project().entities) {
        if (!model::links_of(ui.workspace->project(), entity, ui.workspace->view().pack).empty()) {
            linked = &entity;
            break;
        }
    }
    REQUIRE(linked != nullptr);
    const std::size_t before = ui.shell->controls().size();

    ui.hover = scene::Hit{linked->id, {}, {}};
    ui.move(900, 500);
    ui.frames(5);

    CHECK(ui.shell->controls().size() > before);
    CHECK(ui.shell->seconds_to_next_change(0) <= 60);
}

TEST_CASE("each overlay opens, and its button closes it")
{
    ShellFixture ui;
    ui.attributions = {
        {"Natural Earth", "public domain", Text4{{"елдер", "өлкөлөр", "страны", "countries"}}}};
    ui.phases = {{"compose", 12, 14}, {"draw_panels", 2, 2.5}};
    editor::Overlays& overlays = ui.workspace->overlays();
    for (bool* overlay : {&overlays.has_shortcuts, &overlays.has_about, &overlays.has_profiler}) {
        *overlay = true;
        ui.frames(3);
        const std::string close = say(Language::en, "action.close") + " (Esc)";
        REQUIRE(ui.find(close) != nullptr);
        REQUIRE(ui.click(close));
        CHECK_FALSE(*overlay);
    }
}

TEST_CASE("a legend is drawn in every mode, and the card of every entity")
{
    ShellFixture ui;
    for (int mode = 0; mode < scene::map_mode_count; ++mode) {
        ui.workspace->set_mode(static_cast<scene::MapMode>(mode));
        ui.workspace->settings().panels.bring_forward(editor::PanelId::legend);
        ui.frames(1);
        CHECK(ui.find(say(Language::en, "panel.legend")) != nullptr);
    }
    for (const model::Entity& entity : ui.workspace->project().entities) {
        ui.workspace->select(entity.id);
        ui.frames(1);
        CHECK(ui.workspace->is_shown(editor::PanelId::card));
    }
}

TEST_CASE("dragging on the time slider shows an earlier year")
{
    ShellFixture ui;
    if (ui.workspace->timeline().first_year == 0) {
        return; // a pack without dates has words in place of the slider
    }
    const ui::Control* track = ui.find(say(Language::en, "timeline.hint"));
    REQUIRE(track != nullptr);
    const int before = ui.workspace->shown_year();

    ui.move(track->min.x + 4, (track->min.y + track->max.y) / 2);
    ui.press(true);
    ui.press(false);

    CHECK(ui.workspace->shown_year() < before);
}

TEST_CASE("dragging a splitter gives a slot its width, within bounds, at every scale")
{
    for (const float scale : {1.0F, 1.5F}) {
        ShellFixture ui(1920, 1080, scale);
        editor::Settings& settings = ui.workspace->settings();
        const float left = settings.panels.left_width;
        const float right = settings.panels.right_width;
        const auto drag = [&](bool is_left, float by) {
            const auto layout =
                ui::make_layout(1920, 1080, scale, settings, editor::FrontSlot::by_room, false);
            const float x = is_left ? layout.left.right() + 4 : layout.right.x - 4;
            ui.move(x, 400);
            ui.press(true);
            ui.move(x + by, 420);
            ui.press(false);
        };

        drag(true, 60);
        CHECK(settings.panels.left_width == doctest::Approx(left + 60 / scale));
        CHECK(settings.panels.right_width == right);
        drag(false, 60);
        CHECK(settings.panels.right_width == doctest::Approx(right - 60 / scale));
        drag(true, -900);
        CHECK(settings.panels.left_width == ui::min_slot_width);
    }
}

TEST_CASE("much enlarged, the slots take turns and Esc gives the map back")
{
    ShellFixture ui(1280, 720, 3);
    editor::Workspace& workspace = *ui.workspace;
    CHECK_FALSE(workspace.has_room_for_both_slots);
    CHECK(ui.find(say(Language::en, "panel.legend")) == nullptr); // the map comes first
    const std::string items = say(Language::en, "action.toggle_outliner") + " (Alt+2)";
    REQUIRE(ui.find(items) != nullptr);

    REQUIRE(ui.click(items));
    CHECK(ui.find(say(Language::en, "panel.outliner")) != nullptr);
    REQUIRE(ui.click(say(Language::en, "action.toggle_legend") + " (Alt+4)"));
    CHECK(ui.find(say(Language::en, "panel.outliner")) == nullptr);
    CHECK(ui.find(say(Language::en, "panel.legend")) != nullptr);

    workspace.run(editor::ActionId::close);
    ui.frames(2);
    CHECK(ui.find(say(Language::en, "panel.legend")) == nullptr);
    CHECK(workspace.settings().panels.is_left_open); // for a window that has room again
    CHECK(workspace.settings().panels.is_right_open);
}

TEST_CASE("much enlarged, the modes are a list behind one button")
{
    ShellFixture ui(1280, 720, 3);
    REQUIRE(ui.click(say(Language::en, "mode.events")));
    ui.frames(2);
    REQUIRE(ui.click(say(Language::en, "mode.delegations")));
    CHECK(ui.workspace->view().mode == scene::MapMode::delegations);
}

TEST_CASE("a text field that Tab reaches takes what is typed at once")
{
    ShellFixture ui;
    const std::string filter = say(Language::en, "outliner.filter");
    for (int i = 0; i < 60; ++i) {
        const ui::Control* field = ui.find(filter);
        REQUIRE(field != nullptr);
        if (ImGui::GetCurrentContext()->NavId == field->id) {
            break;
        }
        ui.key(ImGuiKey_Tab);
    }
    CHECK(ImGui::GetIO().WantTextInput);
    REQUIRE(ui.find(say(Language::en, "kind.award.plural")) != nullptr);

    ui.type("ferro");

    CHECK(ui.find(say(Language::en, "kind.award.plural")) == nullptr);
}

TEST_CASE("every text has the room that it needs, in four languages and at every scale")
{
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen& screen :
         {Screen{1280, 720, 0.75F}, Screen{1280, 720, 1}, Screen{1920, 1080, 1},
          Screen{1920, 1080, 1.5F}, Screen{3840, 2160, 2}, Screen{3840, 2160, 3}}) {
        for (const Language language : all_languages) {
            ShellFixture ui(screen.width, screen.height, screen.scale, language);
            for (const auto tab : {editor::PanelId::layers, editor::PanelId::outliner}) {
                ui.workspace->settings().panels.bring_forward(tab);
                ui.frames(2);
                for (const ui::TextFit& fit : ui.shell->text_fits()) {
                    CAPTURE(screen.width);
                    CAPTURE(screen.scale);
                    CAPTURE(code_of(language));
                    CAPTURE(fit.text);
                    CHECK(fit.needed <= fit.given + 1);
                }
            }
        }
    }
}

TEST_CASE("texts that are longer by 40 percent fit, wrap, or end in dots with all in the hint")
{
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen& screen : {Screen{1280, 720, 1}, Screen{1920, 1080, 1.5F}}) {
        for (const Language language : all_languages) {
            ShellFixture ui(screen.width, screen.height, screen.scale, language);
            ui.shell->lengthen_texts(0.4F);
            editor::Overlays& overlays = ui.workspace->overlays();
            overlays.has_shortcuts = overlays.has_profiler = overlays.has_about = true;
            for (const auto tab : {editor::PanelId::layers, editor::PanelId::outliner}) {
                ui.workspace->settings().panels.bring_forward(tab);
                ui.frames(2);
                CAPTURE(screen.scale);
                CAPTURE(code_of(language));
                ui.check_texts_fit();
                for (const ui::Control& control : ui.shell->controls()) {
                    CAPTURE(control.name);
                    CHECK(control.min.x >= 0);
                    CHECK(control.max.x <= static_cast<float>(screen.width) + 1);
                }
            }
        }
    }
}

TEST_CASE("a line of its own begins with a capital letter in every alphabet")
{
    CHECK(ui::sentence_case("участник") == "Участник");
    CHECK(ui::sentence_case("қатысушы") == "Қатысушы");
    CHECK(ui::sentence_case("өкүл") == "Өкүл");
    CHECK(ui::sentence_case("takes part") == "Takes part");
    CHECK(ui::sentence_case("").empty());
}

TEST_CASE("the bars' controls lie within the window at every size and scale")
{
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen& screen : {Screen{1280, 720, 1}, Screen{1920, 1080, 1}, Screen{1280, 720, 2},
                                 Screen{1280, 720, 3}, Screen{3840, 2160, 3}}) {
        for (const Language language : all_languages) {
            const ShellFixture ui(screen.width, screen.height, screen.scale, language);
            for (const ui::Control& control : ui.shell->controls()) {
                CAPTURE(control.name);
                CAPTURE(screen.scale);
                CAPTURE(screen.width);
                CHECK(control.min.x >= 0);
                CHECK(control.max.x <= static_cast<float>(screen.width) + 1);
            }
        }
    }
}

} // TEST_SUITE
