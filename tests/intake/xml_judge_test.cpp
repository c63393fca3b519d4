#include "intake/xml_judge.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("intake/xml_judge") {

TEST_CASE("rows are counted whatever their prefix, and across pieces")
{
    const std::string_view text =
        "<sheetData><row r=\"1\"><c/></row><row/><x:row><rows/><table:table-row a='1'>";
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}, text.size()}) {
        intake::XmlScanner scanner;
        for (std::size_t at = 0; at < text.size(); at += step) {
            scanner.feed(text.substr(at, step));
        }
        CHECK(scanner.rows() == 4);
        CHECK_FALSE(scanner.has_declaration());
    }
}

TEST_CASE("a document type is seen in UTF-8 and in UTF-16")
{
    const std::string plain = "<?xml version='1.0'?>\n<!DOCTYPE kml [<!ENTITY a 'b'>]><kml/>";
    std::string wide;
    for (const char letter : plain) {
        wide += letter;
        wide += '\0';
    }
    for (const std::string& text : {plain, wide}) {
        intake::XmlScanner scanner;
        scanner.feed(text);
        CHECK(scanner.has_declaration());
    }
}

TEST_CASE("a file with one is refused, another is not")
{
    const auto folder = test::scratch_dir("xml_judge");
    REQUIRE(
        write_file_atomically(folder / "bad.kml", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"));
    REQUIRE(write_file_atomically(folder / "good.kml", "<kml><!-- remark --></kml>"));
    const Status bad = intake::judge_xml(folder / "bad.kml");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().message.key == "import.xml_declaration");
    CHECK(intake::judge_xml(folder / "good.kml"));
}

} // TEST_SUITE
