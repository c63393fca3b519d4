#include "editor/export_session.hpp"

#include "io/project_folder.hpp"
#include "kept_project.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using editor::ExportPart;
using editor::ExportSession;

namespace {

/// A goal with a restricted description, and a crossing that only protocol may see.
std::shared_ptr<const model::Project> guarded_project(const char* name)
{
    Diagnostics findings;
    auto read =
        io::read_project(test::few_files(name), test::source_root() / "data/transport", findings);
    REQUIRE(read);
    for (std::size_t i = 0; i < read->entities.size(); ++i) {
        model::Entity& entity = read->entities.edit(i);
        for (auto& [field, claims] : entity.fields) {
            const bool is_hidden =
                entity.id == "korday-ak-zhol" ? field == "name" : field == "description";
            for (model::Claim& claim : claims) {
                claim.restricted = claim.restricted || is_hidden;
            }
        }
    }
    return std::make_shared<const model::Project>(*std::move(read));
}

editor::ExportInput input_of(std::shared_ptr<const model::Project> project)
{
    editor::ExportInput input;
    input.project = std::move(project);
    input.version = 1;
    return input;
}

} // namespace

TEST_SUITE("editor/export_session") {

TEST_CASE("what an audience does not get is counted")
{
    const auto project = guarded_project("export-withheld");
    const auto for_public = editor::count_withheld(*project, {}, model::Audience::everyone);
    CHECK(for_public.entities == 1); // the crossing: its name is hidden
    const auto for_us = editor::count_withheld(*project, {}, model::Audience::protocol);
    CHECK(for_us.entities == 0);
    CHECK(for_us.claims == 0);
    CHECK(for_us.left == for_public.left + 1);
}

TEST_CASE("the public is asked for where nobody says it, but for the interchange form")
{
    editor::ExportChoice choice;
    CHECK(choice.for_whom() == model::Audience::everyone);
    choice.format = io::ExportFormat::json;
    CHECK(choice.for_whom() == model::Audience::protocol);
    choice.audience = model::Audience::partner;
    CHECK(choice.for_whom() == model::Audience::partner);
}

TEST_CASE("formats are added and left out, one is always there, and the public counts first")
{
    using enum io::ExportFormat;
    using Formats = std::vector<io::ExportFormat>;
    editor::ExportChoice choice;
    choice.format = json;
    choice.toggle(json);
    CHECK(choice.formats() == Formats{json});
    CHECK(choice.for_whom() == model::Audience::protocol);
    choice.toggle(csv);
    choice.toggle(geojson);
    CHECK(choice.formats() == Formats{json, geojson, csv});
    CHECK(choice.for_whom() == model::Audience::everyone); // one of them goes to the public
    choice.toggle(geojson);
    choice.toggle(json);
    CHECK(choice.formats() == Formats{csv});
}

TEST_CASE("each format has a file of its own, of a name that nothing has")
{
    editor::ExportChoice choice;
    choice.format = io::ExportFormat::geojson;
    choice.also = {io::ExportFormat::csv, io::ExportFormat::json};
    const auto folder = test::scratch_dir("export-targets");
    CHECK(editor::free_target(folder, "a.b", choice) == folder / "a.b.geojson");
    CHECK(editor::target_of(folder / "a.b.geojson", io::ExportFormat::json) == folder / "a.b");
    REQUIRE(write_file_atomically(folder / "a.b.csv", "x"));
    REQUIRE(write_file_atomically(folder / "a.b-2", "x"));
    CHECK(editor::free_target(folder, "a.b", choice) == folder / "a.b-3.geojson");
}

TEST_CASE("several formats are written one after the other, until one cannot be")
{
    const auto input = input_of(guarded_project("export-several"));
    ExportSession session;
    std::vector<std::string> files;
    bool is_full = false;
    session.set_writer([&](const model::Project&, const model::UnitNames&,
                           const io::ExportRequest& request,
                           Diagnostics&) -> Result<io::ExportReport> {
        if (is_full && request.format == io::ExportFormat::kml) {
            return Error{ErrorCode::write_failed, {"error.write", {}}, {}};
        }
        files.push_back(request.out.filename().string());
        io::ExportReport report{2, {request.out}, {}};
        report.notes.escaped = 1;
        return report;
    });
    session.choice.format = io::ExportFormat::csv;
    session.choice.also = {io::ExportFormat::geojson, io::ExportFormat::kml};
    session.write(input, "/x/y.csv");
    CHECK(session.stage() == ExportSession::Stage::done);
    CHECK(files == std::vector<std::string>{"y.csv", "y.geojson", "y.kml"});
    CHECK(session.report().entities == 2);
    CHECK(session.report().files.size() == 3);
    CHECK(session.report().notes.escaped == 3);

    is_full = true;
    session.write(input, "/x/y.csv");
    CHECK(session.stage() == ExportSession::Stage::failed);
    CHECK(session.fault()->code == ErrorCode::write_failed);
}

TEST_CASE("the writer gets what was chosen, without the ids that the audience may not know")
{
    auto input = input_of(guarded_project("export-selection"));
    input.selection = {"korday-ak-zhol", test::goal_id};
    ExportSession session;
    io::ExportRequest asked;
    session.set_writer([&](const model::Project&, const model::UnitNames&,
                           const io::ExportRequest& request,
                           Diagnostics&) -> Result<io::ExportReport> {
        asked = request;
        return io::ExportReport{1, {request.out}, {}};
    });
    session.choice.part = ExportPart::selection;
    session.choice.format = io::ExportFormat::csv;
    session.choice.language = Language::ky;
    (void)session.update(input);
    REQUIRE(session.withheld());
    CHECK(session.withheld()->entities == 1);

    session.write(input, "/x/y.csv");
    CHECK(session.stage() == ExportSession::Stage::done);
    CHECK(asked.scope.only == std::vector<std::string>{test::goal_id});
    CHECK(asked.scope.language == Language::ky);
    CHECK(asked.audience == model::Audience::everyone);
    CHECK(asked.out == "/x/y.csv");

    input.selection = {"korday-ak-zhol"};
    session.write(input, "/x/y.csv");
    CHECK(session.stage() == ExportSession::Stage::failed);
    CHECK(session.fault()->message.key == "export.all_withheld");
}

TEST_CASE("a selection that is gone cannot be exported")
{
    auto input = input_of(guarded_project("export-gone"));
    ExportSession session;
    session.choice.part = ExportPart::selection;
    (void)session.update(input);
    CHECK(session.choice.part == ExportPart::everything);
}

TEST_CASE("why nothing was written is kept with its findings")
{
    const auto input = input_of(guarded_project("export-fault"));
    ExportSession session;
    session.set_writer([](const model::Project&, const model::UnitNames&, const io::ExportRequest&,
                          Diagnostics& findings) -> Result<io::ExportReport> {
        Finding finding;
        finding.code = "export.undecided";
        finding.message = {"export.undecided", {}};
        findings.add(std::move(finding));
        return Error{ErrorCode::invalid, {"error.export_undecided", {{"count", "1"}}}, {}};
    });
    session.write(input, "/x/y.csv");
    CHECK(session.stage() == ExportSession::Stage::failed);
    CHECK(session.findings().findings.size() == 1);
    session.begin();
    CHECK(session.stage() == ExportSession::Stage::choosing);
    CHECK(session.findings().findings.empty());
}

} // TEST_SUITE
