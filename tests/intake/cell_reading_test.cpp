#include "intake/cell_reading.hpp"

#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

/// The key of the first error, else "".
std::string fault(const char* text, const char* kind, const char* field, bool adds_persons = true)
{
    static const model::Project project = test::small_project();
    static const intake::NameIndex names(project, test::unit_names());
    const intake::ReadingContext context{&names, intake::DateOrder::ask, adds_persons};
    const auto reading =
        intake::read_cell(text, *model::find_field(*model::find_kind(kind), field), context);
    for (const intake::CellNote& note : reading.notes) {
        if (note.severity == Severity::error) {
            CHECK_FALSE(reading.value);
            return note.message.key;
        }
    }
    CHECK(reading.value);
    return "";
}

} // namespace

TEST_SUITE("intake/cell_reading") {

TEST_CASE("each wrong cell has its own reason")
{
    CHECK(fault("many", "venue", "capacity") == "import.cell.no_number");
    CHECK(fault("1,200", "venue", "capacity") == "import.cell.two_numbers");
    CHECK(fault("round table", "session", "format") == "import.cell.unknown_word");
    CHECK(fault("Атлантида", "venue", "country") == "import.cell.unknown_party");
    CHECK(fault("nowhere hall", "session", "venue") == "import.cell.unknown_ref");
    CHECK(fault("Анна Ким", "delegation", "head") == "import.cell.many_of_name");
    CHECK(fault("Ольга", "delegation", "head", false) == "import.cell.unknown_ref");
}

TEST_CASE("good cells are values")
{
    CHECK(fault("400", "venue", "capacity").empty());
    CHECK(fault("подписание документов", "session", "format").empty());
    CHECK(fault("Narrow", "session", "format").empty());
    CHECK(fault("Большой Зал", "session", "venue").empty());
    CHECK(fault("ivan; anna-1", "delegation", "members").empty());
    CHECK(fault("KZ; KG", "project", "parties").empty());
    CHECK(fault("Ольга", "delegation", "head").empty());
}

TEST_CASE("a long value is shown short and never cut within a letter")
{
    const std::string long_text(200, 'a');
    const auto note = intake::fault_of({}, std::string(59, 'a') + "ЖЖЖЖЖЖЖ");
    REQUIRE(note);
    CHECK(note->message.values.front().second == std::string(59, 'a') + "…");
}

TEST_CASE("lists are parted by semicolons and lines")
{
    CHECK(intake::split_list(" a; b\nc;; ") == std::vector<std::string>{"a", "b", "c"});
    CHECK(intake::split_list("").empty());
    CHECK(intake::trim("\t a b \r\n") == "a b");
}

} // TEST_SUITE
