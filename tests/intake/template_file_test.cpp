#include "intake/template_file.hpp"

#include "core/files.hpp"
#include "core/message.hpp"
#include "support/foreign_rows.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;

TEST_SUITE("intake/template_file") {

TEST_CASE("every heading of every template is understood when the file comes back")
{
    for (const model::KindRule& kind : model::kinds()) {
        std::vector<std::string> headings;
        std::vector<intake::Target> targets;
        for (const intake::TemplateColumn& column : intake::template_columns(kind.name)) {
            headings.push_back(column.heading);
            targets.push_back(column.target);
            CAPTURE(column.heading);
            CHECK(intake::fits(column.target, kind));
        }
        CAPTURE(kind.name);
        CHECK(intake::guess_mapping(test::table_of(headings, {}), kind).targets == targets);
        CHECK(std::set<std::string>(headings.begin(), headings.end()).size() == headings.size());
    }
}

TEST_CASE("the templates that people ask for are guessed to be what they are")
{
    for (const char* name : {"delegations", "requests", "sessions", "venues", "sites"}) {
        CAPTURE(name);
        const auto kind = intake::template_kind(name);
        REQUIRE(kind);
        CHECK(intake::template_name(*kind) == name);
        std::vector<std::string> headings;
        for (const intake::TemplateColumn& column : intake::template_columns(*kind)) {
            headings.push_back(column.heading);
        }
        CHECK(intake::guess_kind(test::table_of(headings, {}), "anything") == kind);
    }
    // Names of people with a number have the same columns: the file's name tells them apart.
    std::vector<std::string> headings;
    for (const intake::TemplateColumn& column : intake::template_columns("post")) {
        headings.push_back(column.heading);
    }
    CHECK(intake::guess_kind(test::table_of(headings, {}), "posts") == "post");
    CHECK_FALSE(intake::guess_kind(test::table_of(headings, {}), "anything"));
    CHECK(intake::template_kind("crossing") == "crossing");
    CHECK_FALSE(intake::template_kind("castle"));
}

TEST_CASE("a template is the same to the byte whenever it is written")
{
    const auto folder = test::scratch_dir("template");
    REQUIRE(intake::write_xlsx_template("venue", folder / "a.xlsx"));
    REQUIRE(intake::write_xlsx_template("venue", folder / "b.xlsx"));
    CHECK(*read_file(folder / "a.xlsx") == *read_file(folder / "b.xlsx"));
    CHECK((*read_file(folder / "a.xlsx")).starts_with("PK"));
    REQUIRE(intake::write_csv_template("venue", folder / "a.csv"));
    CHECK((*read_file(folder / "a.csv")).starts_with("\xEF\xBB\xBFid;name_kk;"));
    CHECK_FALSE(std::filesystem::exists(folder / "a.new.xlsx"));
}

TEST_CASE("what cannot be written is an error")
{
    CHECK_FALSE(intake::write_xlsx_template("venue", "/proc/none/a.xlsx"));
    CHECK_FALSE(intake::write_csv_template("venue", "/proc/none/a.csv"));
}

} // TEST_SUITE
