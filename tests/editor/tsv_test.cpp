#include "editor/tsv.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace dostyk;
using editor::parse_tsv;
using editor::TextRow;
using editor::to_tsv;

TEST_SUITE("editor/tsv") {

TEST_CASE("cells keep what a spreadsheet would lose: zeros in front, line breaks, Cyrillic")
{
    const std::vector<TextRow> rows{
        {"id", "Атауы"}, {"007", "Қордай\n\"Ақ-Жол\""}, {"+7 701", "a\tb"}, {"", " x "}};

    const std::string text = to_tsv(rows);

    CHECK(text == "id\tАтауы\n007\t\"Қордай\n\"\"Ақ-Жол\"\"\"\n+7 701\t\"a\tb\"\n\t x \n");
    CHECK(parse_tsv(text) == rows);
}

TEST_CASE("rows end as each system ends its lines, the last one also without an end")
{
    const std::vector<TextRow> rows{{"a", "b"}, {"c", ""}};
    CHECK(parse_tsv("a\tb\r\nc\t\r\n") == rows);
    CHECK(parse_tsv("a\tb\rc\t\r") == rows);
    CHECK(parse_tsv("a\tb\nc\t") == rows);
    CHECK(parse_tsv("").empty());
    CHECK(parse_tsv("\n") == std::vector<TextRow>{{""}});
    CHECK(parse_tsv("\"a") == std::vector<TextRow>{{"a"}});
    CHECK(parse_tsv("\"a\"b\tc") == std::vector<TextRow>{{"ab", "c"}});
}

TEST_CASE("any cells come back from their text, and any text's cells do")
{
    const auto any_text = [] {
        return *rc::gen::container<std::string>(
            rc::gen::weightedOneOf<char>({{3, rc::gen::element('\t', '\n', '\r', '"', ' ', '0')},
                                          {2, rc::gen::arbitrary<char>()}}));
    };
    CHECK(rc::check("cells -> text -> cells", [&] {
        std::vector<TextRow> rows(*rc::gen::inRange<std::size_t>(0, 4));
        for (TextRow& row : rows) {
            row.resize(*rc::gen::inRange<std::size_t>(1, 4));
            for (std::string& cell : row) {
                cell = any_text();
            }
        }
        RC_ASSERT(parse_tsv(to_tsv(rows)) == rows);
    }));
    CHECK(rc::check("text -> cells -> text -> cells", [&] {
        const auto rows = parse_tsv(any_text());
        RC_ASSERT(parse_tsv(to_tsv(rows)) == rows);
    }));
}

} // TEST_SUITE
