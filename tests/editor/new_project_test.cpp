#include "editor/new_project.hpp"

#include "core/files.hpp"
#include "io/project_folder.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("editor/new_project") {

TEST_CASE("a new project opens, has its name and nothing in it")
{
    const auto folder = test::scratch_dir("new-project") / "taraz-2027";
    Text4 name;
    name[Language::ru] = "Тараз 2027";

    REQUIRE(editor::make_project(folder, name));

    Diagnostics findings;
    const auto project = io::read_project(folder, {}, findings);
    REQUIRE(project);
    CHECK(project->id == "taraz-2027");
    CHECK(project->name == name);
    CHECK(project->entities.empty());
}

TEST_CASE("what lies in a folder is never written over")
{
    const auto folder = test::scratch_dir("new-project-taken");
    REQUIRE(write_file_atomically(folder / "project.json", "mine"));
    Text4 name;
    name[Language::en] = "Other";

    const Status made = editor::make_project(folder, name);

    REQUIRE_FALSE(made);
    CHECK(made.error().message.key == "new_project.taken");
    CHECK(read_file(folder / "project.json").value() == "mine");
}

TEST_CASE("without a name or a whole path nothing is made")
{
    Text4 name;
    CHECK(editor::make_project("/tmp", name).error().message.key == "new_project.no_name");
    name[Language::en] = "X";
    CHECK(editor::make_project("", name).error().message.key == "new_project.no_folder");
    CHECK(editor::make_project("here/below", name).error().message.key == "new_project.no_folder");
}

TEST_CASE("the folder is suggested in Latin letters, and a free one")
{
    const auto below = test::scratch_dir("new-project-suggested");
    CHECK(editor::suggested_folder(below, "Форум в Оше") == below / "forum-v-oshe");

    std::filesystem::create_directories(below / "forum-v-oshe");

    CHECK(editor::suggested_folder(below, "Форум в Оше") == below / "forum-v-oshe-2");
}

} // TEST_SUITE
