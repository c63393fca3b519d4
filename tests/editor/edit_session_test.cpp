#include "editor/edit_session.hpp"

#include "core/files.hpp"
#include "editor/kept_project.hpp"
#include "io/project_folder.hpp"
#include "store/conformance.hpp"

#include <doctest/doctest.h>

#include <poll.h>
#include <sys/resource.h>

#include <csignal>

#include <cstdlib>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("editor/edit_session") {

namespace {

const std::string goal_id = test::goal_id;

std::shared_ptr<const model::Project> read(const fs::path& folder)
{
    Diagnostics findings;
    return std::make_shared<const model::Project>(
        *io::read_project(folder, test::source_root() / "data/transport", findings));
}

std::unique_ptr<editor::EditSession> open(const fs::path& folder)
{
    auto session = std::make_unique<editor::EditSession>(read(folder), folder);
    REQUIRE(session->open());
    return session;
}

editor::SetField name_in_english(const std::string& name)
{
    return {"goal", goal_id, "/fields/name/0/value/en", "\"" + name + "\""};
}

std::string shown_name(const editor::EditSession& session)
{
    return model::name_of(*session.project()->find(goal_id), model::Pack::enriched, Language::en);
}

bool is_readable(int descriptor, int wait_ms)
{
    pollfd wanted{descriptor, POLLIN, 0};
    return ::poll(&wanted, 1, wait_ms) == 1;
}

} // namespace

TEST_CASE("a project without a store is shown, and edits of it are refused")
{
    const fs::path folder = test::few_files("session_none");
    editor::EditSession session(read(folder));
    CHECK_FALSE(session.open());
    const auto rev = session.submit(name_in_english("Other"));
    REQUIRE_FALSE(rev);
    CHECK(rev.error().message.key == "error.edit.no_store");
    CHECK(shown_name(session) != "Other");
}

TEST_CASE("an edit is shown, survives the session, and is counted until the folder has it")
{
    const fs::path folder = test::few_files("session_edit");
    const std::string before = *read_file(folder / "goal" / (goal_id + ".json"));
    {
        const auto session = open(folder);
        const auto transport = session->project()->transport.edges.size();
        REQUIRE(session->submit(name_in_english("Other")));
        CHECK(shown_name(*session) == "Other");
        CHECK(session->project()->transport.edges.size() == transport);
        CHECK(session->unwritten() == 1);
        CHECK(*read_file(folder / "goal" / (goal_id + ".json")) == before);
    }
    const auto session = open(folder);
    CHECK(shown_name(*session) == "Other");
    REQUIRE(session->write_to_folder());
    CHECK(session->unwritten() == 0);
    CHECK(*read_file(folder / "goal" / (goal_id + ".json")) != before);
    REQUIRE(session->undo());
    CHECK(shown_name(*session) != "Other");
    CHECK(session->unwritten() == 1);
}

TEST_CASE("a store that was opened beside the session is taken once")
{
    const fs::path folder = test::few_files("session_adopt");
    editor::EditSession session(read(folder), folder);
    auto early = session.opener()();
    REQUIRE(session.submit(name_in_english("Other"))); // opens the store here and now
    session.adopt(std::move(early));
    CHECK(shown_name(session) == "Other");
    REQUIRE(session.undo());
}

TEST_CASE("rows that were read with the project are not read again, and later ones are taken in")
{
    const fs::path folder = test::few_files("session_state");
    store::ReadState state;
    std::shared_ptr<const model::Project> project;
    {
        const auto session = open(folder);
        REQUIRE(session->submit(name_in_english("Read")));
        project = session->project();
        state = {session->store_file(), session->revision()};
    }
    {
        editor::EditSession session(project, folder, state);
        REQUIRE(session.open());
        CHECK(session.project() == project);
        CHECK(session.revision() == state.rev);
        REQUIRE(session.submit(name_in_english("Later")));
    }
    editor::EditSession session(project, folder, state);
    REQUIRE(session.open());
    CHECK(shown_name(session) == "Later");
    REQUIRE(session.undo());
    CHECK(shown_name(session) == "Read");

    // Of another store it says nothing.
    editor::EditSession other(read(folder), folder, store::ReadState{folder / "x.gpkg", state.rev});
    REQUIRE(other.open());
    CHECK(shown_name(other) == "Read");
}

TEST_CASE("what was written between the opening of the rows and their taking is not missed")
{
    const fs::path folder = test::few_files("session_between");
    editor::EditSession session(read(folder), folder);
    auto opening = session.opener()();
    const auto other = open(folder);
    REQUIRE(other->submit(name_in_english("Other")));
    session.adopt(std::move(opening));
    CHECK(shown_name(session) == "Other");
}

TEST_CASE("edits of one run are one step, until the run ends or another edit comes between")
{
    const fs::path folder = test::few_files("session_run");
    const auto session = open(folder);
    const std::string first = shown_name(*session);
    for (const char* typed : {"O", "Ot", "Oth"}) {
        REQUIRE(session->submit(name_in_english(typed), "goal.name.en"));
    }
    CHECK(session->stacks().undo.size() == 1);
    session->end_run();
    REQUIRE(session->submit(name_in_english("Othe"), "goal.name.en"));
    CHECK(session->stacks().undo.size() == 2);
    REQUIRE(session->submit(editor::SetField{"goal", goal_id, "/fields/name/0/value/ru", "\"X\""},
                            "goal.name.ru"));
    REQUIRE(session->submit(name_in_english("Other"), "goal.name.en"));
    CHECK(session->stacks().undo.size() == 4);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(session->undo());
    }
    CHECK(shown_name(*session) == "Oth");
    REQUIRE(session->undo());
    CHECK(shown_name(*session) == first);
    CHECK_FALSE(session->undo());
}

TEST_CASE("a click in the history goes back and forth to that step, and to before all of them")
{
    const fs::path folder = test::few_files("session_go_to");
    const auto session = open(folder);
    const std::string first = shown_name(*session);
    std::vector<store::Revision> steps;
    for (const char* name : {"A", "B", "C"}) {
        steps.push_back(*session->submit(name_in_english(name)));
    }
    REQUIRE(session->go_to(steps[0]));
    CHECK(shown_name(*session) == "A");
    CHECK(session->stacks().redo.size() == 2);
    REQUIRE(session->go_to(steps[2]));
    CHECK(shown_name(*session) == "C");
    REQUIRE(session->go_to(0));
    CHECK(shown_name(*session) == first);
    REQUIRE(session->go_to(steps[1]));
    CHECK(shown_name(*session) == "B");
}

TEST_CASE("a file that was removed while its document was edited is a conflict, settled either way")
{
    const fs::path folder = test::few_files("session_removed");
    const auto session = open(folder);
    REQUIRE(session->submit(name_in_english("Mine")));
    fs::remove(folder / "goal" / (goal_id + ".json"));
    REQUIRE(session->take_outside_changes());
    CHECK(shown_name(*session) == "Mine");
    REQUIRE(session->findings().findings.size() == 1);
    const auto theirs = session->folder_value_of(session->findings().findings[0]);
    REQUIRE(theirs);
    REQUIRE(session->submit(*theirs));
    CHECK(session->project()->find(goal_id) == nullptr);
}

TEST_CASE("a check says what submit would say, and writes nothing")
{
    const fs::path folder = test::few_files("session_check");
    const auto session = open(folder);
    CHECK(session->check(editor::Remove{"goal", goal_id}));
    CHECK_FALSE(session->check(editor::Remove{"goal", "no-such-goal"}));
    CHECK(session->revision() == 1);
}

TEST_CASE("what another process writes is heard and shown")
{
    const fs::path folder = test::few_files("session_other");
    const auto mine = open(folder);
    const auto theirs = open(folder);
    REQUIRE(mine->take_outside_changes());
    REQUIRE(theirs->submit(name_in_english("Theirs")));
    REQUIRE(is_readable(mine->watch_descriptor(), 500));
    REQUIRE(mine->take_outside_changes());
    CHECK(shown_name(*mine) == "Theirs");
    REQUIRE(mine->undo());
    REQUIRE(theirs->take_outside_changes());
    CHECK(shown_name(*theirs) != "Theirs");
}

TEST_CASE("what an editor or git does to the files is heard and merged by fields")
{
    const fs::path folder = test::few_files("session_files");
    const auto session = open(folder);
    REQUIRE(session->take_outside_changes());
    REQUIRE(session->submit(
        editor::SetField{"goal", goal_id, "/fields/aliases",
                         R"([{"pack": "enriched", "sources": ["s"], "value": ["Mine"]}])"}));
    REQUIRE(session->take_outside_changes());

    const fs::path file = folder / "goal" / (goal_id + ".json");
    std::string text = *read_file(file);
    const std::string old = shown_name(*session);
    text.replace(text.find(old), old.size(), "From outside");
    REQUIRE(write_file_atomically(file, text));
    REQUIRE(is_readable(session->watch_descriptor(), 500));
    REQUIRE(session->take_outside_changes());
    CHECK(shown_name(*session) == "From outside");
    CHECK(session->project()->find(goal_id)->fields.contains("aliases"));
    CHECK(session->findings().findings.empty());

    REQUIRE(session->submit(name_in_english("Mine")));
    text.replace(text.find("From outside"), 12, "Theirs again");
    REQUIRE(write_file_atomically(file, text));
    REQUIRE(session->take_outside_changes());
    CHECK(shown_name(*session) == "Mine");
    REQUIRE(session->findings().findings.size() == 1);
    CHECK(session->findings().findings[0].code == "store.conflict");

    const auto theirs = session->folder_value_of(session->findings().findings[0]);
    REQUIRE(theirs);
    REQUIRE(session->submit(*theirs));
    CHECK(shown_name(*session) == "Theirs again");
    session->dismiss_finding(0);
    CHECK(session->findings().findings.empty());
    REQUIRE(session->submit(name_in_english("Mine")));

    REQUIRE(write_file_atomically(file, "{ not json"));
    REQUIRE(session->take_outside_changes());
    CHECK(shown_name(*session) == "Mine"); // the last good one stays
    CHECK_FALSE(session->findings().findings.empty());
}

TEST_CASE("an edit that the disk refuses is shown and kept, and written when there is room again")
{
    const fs::path folder = test::few_files("session_full");
    const auto session = open(folder);
    const std::string first = shown_name(*session);
    // A file may grow no further: the write fails as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const rlimit none{1024, limit.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    const auto rev = session->submit(name_in_english("Kept"));
    const auto second = session->submit(name_in_english("Kept too"));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    REQUIRE_FALSE(rev);
    REQUIRE_FALSE(second);
    CHECK(shown_name(*session) == "Kept too");
    REQUIRE(session->unsaved().size() == 2);

    SUBCASE("undo gives up the last of them")
    {
        REQUIRE(session->undo());
        CHECK(shown_name(*session) == "Kept");
        REQUIRE(session->undo());
        CHECK(shown_name(*session) == first);
        CHECK(session->unsaved().empty());
        CHECK(session->revision() == 1);
    }
    SUBCASE("saving writes them all")
    {
        REQUIRE(session->write_to_folder());
        CHECK(session->unsaved().empty());
        CHECK(shown_name(*session) == "Kept too");
        CHECK(shown_name(*open(folder)) == "Kept too");
    }
}

TEST_CASE("a damaged store is told, and the project is shown all the same")
{
    const fs::path folder = test::few_files("session_damaged");
    (void)open(folder);
    REQUIRE(write_file_atomically(store::working_store_of(folder), std::string(8192, 'x')));
    editor::EditSession session(read(folder), folder);
    CHECK_FALSE(session.open());
    REQUIRE(session.open_error());
    CHECK(session.open_error()->code == ErrorCode::parse);
    CHECK(session.project()->find(goal_id) != nullptr);
    CHECK_FALSE(session.submit(name_in_english("Other")));
}

} // TEST_SUITE
