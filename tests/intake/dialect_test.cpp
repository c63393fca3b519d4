#include "intake/dialect.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace dostyk;
using intake::Encoding;

namespace {

using Cells = std::vector<std::string>;

std::string to_utf16(std::u16string_view text, bool is_big_endian)
{
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xff);
        bytes += is_big_endian ? high : low;
        bytes += is_big_endian ? low : high;
    }
    return bytes;
}

Cells first(std::string_view text, char delimiter = ',')
{
    return intake::read_record(text, delimiter).cells;
}

std::string quoted(const std::string& cell)
{
    std::string text = "\"";
    for (const char letter : cell) {
        text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    }
    return text + '"';
}

} // namespace

TEST_SUITE("intake/dialect") {

TEST_CASE("each encoding is found by what it is")
{
    struct Case {
        std::string bytes;
        std::string text;
        Encoding encoding;
    };
    const std::vector<Case> cases{
        {"Қордай;1", "Қордай;1", Encoding::utf8},
        {"\xEF\xBB\xBF"
         "Қордай",
         "Қордай", Encoding::utf8},
        {"\xFF\xFE" + to_utf16(u"Қордай;1", false), "Қордай;1", Encoding::utf16le},
        {"\xFE\xFF" + to_utf16(u"Қордай;1", true), "Қордай;1", Encoding::utf16be},
        {to_utf16(u"name;city\n", false), "name;city\n", Encoding::utf16le},
        {to_utf16(u"name;city\n", true), "name;city\n", Encoding::utf16be},
        {"\xFF\xFE" + to_utf16(u"\xD801\xDC37", false), "𐐷", Encoding::utf16le},
        {"\xCD\xE0\xE7\xE2\xE0\xED\xE8\xE5;\xE8\xBE", "Название;иѕ", Encoding::windows1251},
        {"\xB9 1;\xAB\xC0\xF1\xF2\xE0\xED\xE0\xBB", "№ 1;«Астана»", Encoding::windows1251},
        {"plain", "plain", Encoding::utf8},
        {"", "", Encoding::utf8},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const auto decoded = intake::decode(each.bytes);
        REQUIRE(decoded);
        CHECK(decoded->text == each.text);
        CHECK(decoded->encoding == each.encoding);
    }
}

TEST_CASE("what is no text in any of them is refused")
{
    const std::string png = std::string("\x89PNG\r\n\x1a\n", 8) + std::string(4, '\0') + "IHDR";
    const std::vector<std::string> none{png,
                                        std::string("a\0b", 3),
                                        std::string("\xFF\xFE\x00\xDC", 4),     // half a pair
                                        std::string("\xFF\xFE\x41\x00\x42", 5), // half a unit
                                        "caf\xE9 \x98", // 0x98 is no letter of windows-1251
                                        "\x80\x81\x82\x83\x84\x85", // no words of anybody
                                        "PK\x03\x04" + std::string(10, '\0')};
    for (const std::string& bytes : none) {
        CAPTURE(bytes);
        CHECK_FALSE(intake::decode(bytes));
    }
}

TEST_CASE("the delimiter is the one that makes a table")
{
    CHECK(intake::find_delimiter("a,b\n1,2\n") == ',');
    CHECK(intake::find_delimiter("a;b\n1,5;2,5\n3,5;4\n") == ';');
    CHECK(intake::find_delimiter("a\tb, c\n1\t2\n") == '\t');
    CHECK(intake::find_delimiter("a|b|c\n1|2|3\n") == '|');
    CHECK(intake::find_delimiter("\"a;b;c\",d\n\"1;2;3\",4\n") == ',');
    CHECK(intake::find_delimiter("sep=;\na,b;c\n") == ';');
    CHECK(intake::find_delimiter("sep=\u202c\na1;2\nb;3\n") == ';'); // no part of a letter
    CHECK(intake::find_delimiter("sep=\"\na,b\n1,2\n") == ',');
    CHECK(intake::find_delimiter("one column\nalone\n") == ',');
}

TEST_CASE("records are cells as RFC 4180 writes them")
{
    CHECK(first("a,b,c\nd") == Cells{"a", "b", "c"});
    CHECK(first("\"a,b\",\"c \"\"d\"\"\",\"e\nf\"\r\nx") == Cells{"a,b", "c \"d\"", "e\nf"});
    CHECK(first(",\n") == Cells{"", ""});
    CHECK(first("5\" pipe,2") == Cells{"5\" pipe", "2"});
    CHECK(first("\"open, to the end") == Cells{"open, to the end"});
    CHECK(intake::read_record("a\r\nb", ',').size == 3);
    CHECK(intake::read_record("a\rb", ',').size == 2);
}

TEST_CASE("quoted cells come back, whatever is in them")
{
    CHECK(rc::check("write, read", [](const Cells& cells) {
        RC_PRE(!cells.empty());
        std::string line;
        for (const std::string& cell : cells) {
            line += (line.empty() ? "" : ";") + quoted(cell);
        }
        const intake::Record record = intake::read_record(line + "\nrest", ';');
        RC_ASSERT(record.cells == cells);
        RC_ASSERT(record.size == line.size() + 1);
    }));
}

TEST_CASE("reading always goes on and never beyond the end")
{
    CHECK(rc::check("sizes", [](const std::string& text) {
        RC_PRE(!text.empty());
        const char delimiter = intake::find_delimiter(text);
        const intake::Record record = intake::read_record(text, delimiter);
        RC_ASSERT(record.size > 0 && record.size <= text.size());
        RC_ASSERT(!record.cells.empty());
    }));
}

} // TEST_SUITE
