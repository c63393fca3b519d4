#include "io/export_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace dostyk;
using io::CsvSafety;

namespace {

geo::Layer table(std::vector<geo::Value> cells)
{
    geo::Layer layer;
    layer.name = "t";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        layer.fields.push_back("c" + std::to_string(i));
    }
    layer.features.push_back({{}, std::move(cells)});
    return layer;
}

/// The second line, without its end.
std::string row_of(const geo::Layer& layer, CsvSafety safety)
{
    io::ExportNotes notes;
    const std::string text = io::to_csv(layer, safety, notes);
    const std::size_t start = text.find("\r\n") + 2;
    return text.substr(start, text.size() - start - 2);
}

} // namespace

TEST_SUITE("io/export_csv") {

TEST_CASE("cells are quoted where they have to be, numbers are their shortest form")
{
    const auto layer = table({std::int64_t{7},
                              1.5e9,
                              std::string("a,b"),
                              std::string("say \"x\""),
                              std::string("two\nlines"),
                              std::string(" edge"),
                              {}});
    CHECK(row_of(layer, CsvSafety::raw) ==
          "7,1500000000,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\" edge\",");
}

TEST_CASE("what a spreadsheet would compute is a text in a safe table, and is counted")
{
    io::ExportNotes notes;
    const auto layer = table({std::string("=1+1"), std::string("@x"), std::string("fine"),
                              std::string("＝1"), std::string("'=1"), -5.0});
    const std::string text = io::to_csv(layer, CsvSafety::safe, notes);

    CHECK(notes.escaped == 4);
    CHECK(text.starts_with("\xEF\xBB\xBF"
                           "c0,"));
    CHECK(text.ends_with("'=1+1,'@x,fine,'＝1,''=1,-5\r\n"));
    CHECK(row_of(layer, CsvSafety::raw) == "=1+1,@x,fine,＝1,'=1,-5");
}

TEST_CASE("the escape is undone whatever the text was")
{
    CHECK(io::without_guard("'=1") == "=1");
    CHECK(io::without_guard("''=1") == "'=1");
    CHECK(io::without_guard("'tis") == "'tis");
    CHECK(io::without_guard("=1") == "=1");
    CHECK(rc::check([] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("'=+-@\t\r\n|a,\"")));
        const std::string cell = io::is_formula_like(text) ? "'" + text : text;
        RC_ASSERT(io::without_guard(cell) == text);
    }));
}

} // TEST_SUITE
