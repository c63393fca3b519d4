#include "core/message.hpp"
#include "support/golden.hpp"

#include "../fixture.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

#include <cstdlib>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

struct Export : ShellFixture {
    explicit Export(const char* name, int width = 1920, int height = 1080)
    : ShellFixture(width, height)
    {
        ::setenv("HOME", test::scratch_dir(name).c_str(), 1);
        workspace->export_session().set_writer(
            [this](const model::Project&, const model::UnitNames&, const io::ExportRequest& request,
                   Diagnostics&) -> Result<io::ExportReport> {
                asked = request;
                io::ExportReport report{3, {request.out}, {}};
                report.notes.escaped = 2;
                return report;
            });
        workspace->run(editor::ActionId::export_project);
        frames(4);
    }

    std::optional<io::ExportRequest> asked;
};

} // namespace

TEST_SUITE("ui/panels/export_panel") {

TEST_CASE("format, audience and language are chosen, then the place, and it is written")
{
    Export ui("export_panel");
    REQUIRE(ui.click(say("export.format.csv")));
    REQUIRE(ui.click(say("export.audience.partner")));
    REQUIRE(ui.click("Русский"));
    REQUIRE(ui.click(say("export.choose_target")));
    ui.frames(3);
    REQUIRE(ui.click(say("export.write")));
    ui.frames(3);
    REQUIRE(ui.asked);
    CHECK(ui.asked->format == io::ExportFormat::csv);
    CHECK(ui.asked->audience == model::Audience::partner);
    CHECK(ui.asked->scope.language == Language::ru);
    CHECK(ui.asked->out.extension() == ".csv");
    CHECK(ui.find(say("export.again")) != nullptr);
}

TEST_CASE("one more format is a press on its mark, and nothing has to be named")
{
    Export ui("export_panel_also");
    REQUIRE(ui.click(say("export.format.geojson")));
    const auto& choice = ui.workspace->export_session().choice;
    CHECK(choice.formats() == std::vector{io::ExportFormat::geojson});
    const auto also = [&](std::string_view key) {
        for (const ui::Control& control : ui.shell->controls()) {
            if (control.key == key) {
                ui.move((control.min.x + control.max.x) / 2, (control.min.y + control.max.y) / 2);
                ui.press(true);
                ui.press(false);
                return true;
            }
        }
        return false;
    };
    REQUIRE(also("export project/also/csv"));
    CHECK(choice.formats() == std::vector{io::ExportFormat::geojson, io::ExportFormat::csv});
    ui.frames(2);
    REQUIRE(ui.click(say("export.write")));
    ui.frames(3);
    REQUIRE(ui.asked);
    CHECK(ui.asked->out.extension() == ".csv"); // the last of the two
    CHECK(ui.asked->out.parent_path() == std::getenv("HOME"));
}

TEST_CASE("what somebody has just asked for is what goes out, until it is chosen otherwise")
{
    Export ui("export_panel_asked");
    const auto& choice = ui.workspace->export_session().choice;
    CHECK(choice.part == editor::ExportPart::everything);
    const auto open_again = [&] {
        ui.workspace->close_sheet();
        ui.frames(2);
        ui.workspace->run(editor::ActionId::export_project);
        ui.frames(3);
    };
    ui.workspace->list_hits({"korday-ak-zhol"});
    open_again();
    CHECK(choice.part == editor::ExportPart::everything); // listed, but not asked for
    ui.workspace->list_hits({"korday-ak-zhol"}, true);
    open_again();
    CHECK(choice.part == editor::ExportPart::hits);
    REQUIRE(ui.click(say("export.part.everything")));
    open_again();
    CHECK(choice.part == editor::ExportPart::everything);
}

TEST_CASE("what is not there to be chosen is greyed, and Escape leaves the sheet")
{
    Export ui("export_panel_grey");
    REQUIRE(ui.click(say("export.part.hits") + " 0"));
    CHECK(ui.workspace->export_session().choice.part == editor::ExportPart::everything);
    ui.workspace->run(editor::ActionId::close);
    CHECK_FALSE(ui.workspace->has_sheet());
}

TEST_CASE("no text of the sheet is cut off in any language, in a small window")
{
    Export ui("export_panel_fits", 1280, 720);
    for (const Language language : all_languages) {
        CAPTURE(code_of(language));
        ui.workspace->set_language(language);
        ui.frames(3);
        ui.check_texts_fit();
    }
}

} // TEST_SUITE
