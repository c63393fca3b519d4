#include "editor/import_session.hpp"

#include "editor/workspace.hpp"
#include "io/project_folder.hpp"
#include "kept_project.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace dostyk;
using editor::ImportSession;
using intake::Verdict;

namespace {

namespace fs = std::filesystem;
using Cell = ImportSession::Cell;

std::shared_ptr<const model::Project> few_project(const fs::path& folder)
{
    Diagnostics findings;
    auto read = io::read_project(folder, test::source_root() / "data/transport", findings);
    REQUIRE(read);
    return std::make_shared<const model::Project>(*std::move(read));
}

/// Rows of venues: one that is whole, one without a name, one with a date of two readings.
constexpr const char* rows = "name_ru\tname_en\tcapacity\tfounded\n"
                             "Зал дружбы\tFriendship Hall\t250\t2024-03-01\n"
                             "\t\t90\t\n";

/// A session without threads: each step is done when update() returns.
struct Wizard {
    explicit Wizard(const char* name) : folder(test::few_files(name)), project(few_project(folder))
    {}

    void look() { (void)session.update({project, version, nullptr, Background()}); }
    void begin(const char* tsv, const char* kind)
    {
        session.open_rows(tsv);
        look();
        REQUIRE(session.stage() == ImportSession::Stage::ready);
        session.set_kind(kind);
        look();
        REQUIRE(session.plan() != nullptr);
    }
    [[nodiscard]] Verdict verdict(std::size_t row) const
    {
        return session.plan()->rows.at(row).verdict;
    }

    fs::path folder;
    std::shared_ptr<const model::Project> project;
    std::uint64_t version = 1;
    ImportSession session;
};

} // namespace

TEST_SUITE("editor/import_session") {

TEST_CASE("pasted rows are looked at: the first line names the columns")
{
    Wizard wizard("import-paste");
    wizard.begin(rows, "venue");
    const ImportSession& session = wizard.session;
    CHECK(session.table().layer.fields.front() == "name_ru");
    CHECK(session.mapping().targets.front() == intake::Target{"name", "ru"});
    REQUIRE(session.plan()->rows.size() == 2);
    CHECK(wizard.verdict(0) == Verdict::insert);
    CHECK(wizard.verdict(1) == Verdict::refused);
    CHECK(session.effective_rows() == 1);
    CHECK(session.examples(0, 3) == std::vector<std::string>{"Зал дружбы"});
}

TEST_CASE("a fault leads to its cell, and mending the cell mends the row")
{
    Wizard wizard("import-mend");
    wizard.begin(rows, "venue");
    ImportSession& session = wizard.session;
    const auto faults = session.faults();
    REQUIRE(faults.size() == 1);
    CHECK(faults.front() == Cell{1, 0}); // the name is missing: its first column

    session.set_cell({1, 0}, "Малый зал");
    CHECK(session.is_planning());
    wizard.look();
    CHECK(wizard.verdict(1) == Verdict::insert);
    CHECK(session.faults().empty());
    CHECK(session.is_mended({1, 0}));
    CHECK(session.cell({1, 0}) == "Малый зал");
    CHECK_FALSE(session.is_mended({0, 0}));
}

TEST_CASE("a target moves from the column that had it")
{
    Wizard wizard("import-target");
    wizard.begin(rows, "venue");
    ImportSession& session = wizard.session;
    session.set_target(1, {"name", "ru"});
    CHECK(session.mapping().targets[0].field.empty());
    CHECK(session.mapping().targets[1] == intake::Target{"name", "ru"});
    const auto all = session.all_targets();
    CHECK(std::find(all.begin(), all.end(), intake::Target{"place", "lat"}) != all.end());
    CHECK(std::find(all.begin(), all.end(), intake::Target{"name", ""}) == all.end());
}

TEST_CASE("a date of two readings shows both, and the answer counts for its column")
{
    Wizard wizard("import-dates");
    wizard.begin("name_ru\tdate\nПервая\t01/03/2024\nВторая\t02/04/2024\n", "meeting");
    ImportSession& session = wizard.session;
    CHECK(wizard.verdict(0) == Verdict::refused);
    const auto& notes = session.plan()->rows[0].notes;
    REQUIRE_FALSE(notes.empty());
    const auto dates = ImportSession::date_choice(notes.front());
    REQUIRE(dates);
    CHECK(dates->day_first == "2024-03-01");
    CHECK(dates->month_first == "2024-01-03");

    session.set_date_order(notes.front().field, intake::DateOrder::day_first);
    wizard.look();
    CHECK(session.faults().empty());
    const auto changes =
        editor::changes_of(session.plan()->rows[1], *wizard.project, {}, Language::en);
    const auto date = std::find_if(changes.begin(), changes.end(),
                                   [](const auto& change) { return change.field == "date"; });
    REQUIRE(date != changes.end());
    CHECK(date->after == "2 April 2024");
}

TEST_CASE("what is there already is proposed for merging, and the person decides")
{
    Wizard wizard("import-twin");
    const model::Entity* crossing = wizard.project->find("korday-ak-zhol");
    REQUIRE(crossing != nullptr);
    const std::string name = model::name_of(*crossing, model::Pack::enriched, Language::ru);
    wizard.begin(("name_ru\tdescription_ru\n" + name + "\tНовое описание\n").c_str(), "crossing");
    ImportSession& session = wizard.session;
    CHECK(session.plan()->rows[0].duplicate_of == "korday-ak-zhol");
    CHECK(wizard.verdict(0) == Verdict::change);

    session.set_choice(0, intake::Choice::add);
    wizard.look();
    CHECK(session.plan()->rows[0].duplicate_of.empty());
    session.set_choice(0, intake::Choice::leave_out);
    wizard.look();
    CHECK(wizard.verdict(0) == Verdict::left_out);
    CHECK(session.effective_rows() == 0);
}

TEST_CASE("an import is one step of the history, and its rows are listed and selected")
{
    const fs::path folder = test::few_files("import-apply");
    auto edits = std::make_unique<editor::EditSession>(few_project(folder), folder);
    REQUIRE(edits->open());
    editor::Workspace workspace(std::move(edits), std::make_shared<geo::MapData>(),
                                editor::Settings{});
    CHECK(workspace.paste(rows) == editor::Effect::none);
    REQUIRE(workspace.overlays().sheet == editor::Sheet::import_file);
    ImportSession& session = workspace.import_session();
    const auto look = [&] {
        (void)session.update({workspace.shared_project(), workspace.project_version(), nullptr,
                              workspace.background()});
    };
    look();
    session.set_kind("venue");
    look();

    REQUIRE(workspace.apply_import());
    CHECK_FALSE(workspace.has_sheet());
    REQUIRE(workspace.take_edits());
    REQUIRE(workspace.hits().size() == 1);
    CHECK(workspace.view().selected == workspace.hits().front());
    const auto& stacks = workspace.edits().stacks();
    REQUIRE_FALSE(stacks.undo.empty());
    CHECK(stacks.undo.front().command == "import");

    workspace.run(editor::ActionId::undo);
    (void)workspace.take_edits();
    CHECK(workspace.project().find(workspace.hits().front()) == nullptr);
}

TEST_CASE("an accepted mapping is remembered for the same headings")
{
    Wizard wizard("import-memory");
    wizard.begin(rows, "venue");
    wizard.session.set_target(2, {});
    wizard.look();
    wizard.session.finish();
    CHECK(wizard.session.stage() == ImportSession::Stage::idle);

    wizard.begin(rows, "venue");
    CHECK(wizard.session.is_mapping_remembered());
    CHECK(wizard.session.mapping().targets[2].field.empty());
}

TEST_CASE("a file is read by a process of its own; one that is not there is a sentence")
{
    Wizard wizard("import-file");
    wizard.session.worker = DOSTYK_IMPORT_WORKER;
    wizard.session.open(test::source_root() / "data/templates/venues.csv");
    wizard.look();
    // The template has headings and an example at most: it is read, or has no rows.
    CHECK((wizard.session.stage() == ImportSession::Stage::ready ||
           wizard.session.fault()->message.key == "import.no_rows"));

    wizard.session.open("/nowhere/at/all.csv");
    wizard.look();
    REQUIRE(wizard.session.stage() == ImportSession::Stage::failed);
    CHECK(wizard.session.fault()->message.key == "import.missing");
}

TEST_CASE("a sheet that is left stops the reading, and nothing comes back")
{
    Wizard wizard("import-close");
    MainQueue finished;
    JobPool pool(0);
    wizard.session.open_rows(rows);
    (void)wizard.session.update({wizard.project, 1, nullptr, Background(pool, finished)});
    wizard.session.close();
    while (pool.step()) {
    }
    (void)finished.run(std::chrono::milliseconds(5));
    CHECK(wizard.session.stage() == ImportSession::Stage::idle);
}

} // TEST_SUITE
