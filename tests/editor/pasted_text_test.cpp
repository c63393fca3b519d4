#include "editor/pasted_text.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace dostyk;

TEST_SUITE("editor/pasted_text") {

TEST_CASE("a path, and what file managers copy, are files")
{
    const std::filesystem::path file = test::scratch_dir("pasted") / "Тізім 1.csv";
    REQUIRE(write_file_atomically(file, "a,b\n"));
    const std::filesystem::path folder = file.parent_path();
    const std::string uri = "file://" + folder.string() + "/%D0%A2%D1%96%D0%B7%D1%96%D0%BC%201.csv";
    using Files = std::vector<std::filesystem::path>;

    CHECK(editor::pasted_files(file.string()) == Files{file});
    CHECK(editor::pasted_files("\"" + file.string() + "\"\n") == Files{file});
    CHECK(editor::pasted_files(uri + "\r\n") == Files{file});
    CHECK(editor::pasted_files("# one\r\n" + uri + "\r\n") == Files{file});
    CHECK(editor::pasted_files("x-special/nautilus-clipboard\ncopy\n" + uri + "\n") == Files{file});
    CHECK(editor::pasted_files(uri + "\n" + uri).size() == 2);
}

TEST_CASE("words, rows and what does not exist are no files")
{
    CHECK(editor::pasted_files("").empty());
    CHECK(editor::pasted_files("Алматы").empty());
    CHECK(editor::pasted_files("/nowhere/at/all.csv").empty());
    CHECK(editor::pasted_files("/tmp\nand words").empty());
}

TEST_CASE("two lines of two cells are rows")
{
    CHECK(editor::has_rows("Name\tCountry\nДелегация\tKG\n"));
    CHECK_FALSE(editor::has_rows("one line\twith a tab"));
    CHECK_FALSE(editor::has_rows("two\nlines"));
    CHECK_FALSE(editor::has_rows(""));
}

} // TEST_SUITE
