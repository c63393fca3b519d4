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
