#include "json/document.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace dostyk;

namespace {

struct Case {
    std::string name;
    std::string bytes;
};

std::string decoded(const std::string& base64)
{
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    unsigned count = 0;
    for (const char letter : base64) {
        if (letter == '=') {
            break;
        }
        bits = bits << 6U | static_cast<unsigned>(digits.find(letter));
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFFU);
        }
    }
    return bytes;
}

std::vector<Case> cases()
{
    std::istringstream lines(read_file(test::source_root() / "tests/json/suite/cases.txt").value());
    std::vector<Case> read;
    for (std::string name, base64; lines >> name; base64.clear()) {
        std::string line;
        std::getline(lines, line);
        read.push_back({name, decoded(line.empty() ? line : line.substr(1))});
    }
    read.push_back({"n_structure_100000_opening_arrays", std::string(100000, '[')});
    std::string openings;
    for (int i = 0; i < 50000; ++i) {
        openings += "[{\"\":";
    }
    read.push_back({"n_structure_open_array_object", openings + "\n"});
    return read;
}

} // namespace

TEST_SUITE("json/suite") {

TEST_CASE(
    "of JSONTestSuite every case that is JSON is read, every other one refused with its place")
{
    // Which of two values counts is nobody's to guess.
    const std::set<std::string> refused_on_purpose{"y_object_duplicated_key",
                                                   "y_object_duplicated_key_and_value"};
    std::size_t read = 0, refused = 0, either = 0;
    for (const Case& each : cases()) {
        CAPTURE(each.name);
        Diagnostics diagnostics;
        const auto document = json::parse(each.bytes, "f.json", diagnostics);

        CHECK(document.has_value() == diagnostics.findings.empty());
        if (each.name.starts_with("y_")) {
            CHECK(document.has_value() != refused_on_purpose.contains(each.name));
            ++read;
        } else if (each.name.starts_with("n_")) {
            CHECK_FALSE(document.has_value());
            ++refused;
        } else {
            ++either;
        }
        for (const Finding& finding : diagnostics.findings) {
            CHECK(text_of(finding, Language::en).starts_with("f.json:"));
            CHECK(finding.line >= 1);
            CHECK(finding.column >= 1);
        }
    }
    CHECK(read == 95);
    CHECK(refused == 188);
    CHECK(either == 35);
}

TEST_CASE("what a number, a key, a byte and a depth do wrong is said where they stand")
{
    struct Wrong {
        std::string text;
        const char* code;
        const char* place;
    };
    const std::string head = "{\n  \"қ\": [1,\n    ";
    const std::vector<Wrong> wrongs{
        {head + "18446744073709551616]}", "json.number_out_of_range", "f.json:3:5: /қ/1: "},
        {head + "1e400]}", "json.number_out_of_range", "f.json:3:5: /қ/1: "},
        {head + "-1e400]}", "json.number_out_of_range", "f.json:3:5: /қ/1: "},
        {head + "NaN]}", "json.syntax", "f.json:3:5: /қ/1: "},
        {head + "Infinity]}", "json.syntax", "f.json:3:5: /қ/1: "},
        {head + "{\"a\": 1, \"a\": 2}]}", "json.duplicate_key", "f.json:3:14: /қ/1/a: "},
        {head + "\"\xFF\"]}", "json.invalid_utf8", "f.json:3:6: /қ/1: "},
        {head + "\"\xED\xA0\x80\"]}", "json.invalid_utf8", "f.json:3:6: /қ/1: "},
        {head + std::string("\"\0\"]}", 5), "json.nul_byte", "f.json:3:6: /қ/1: "}};
    for (const Wrong& wrong : wrongs) {
        CAPTURE(wrong.text);
        Diagnostics diagnostics;
        CHECK_FALSE(json::parse(wrong.text, "f.json", diagnostics));
        REQUIRE(diagnostics.findings.size() == 1);
        CHECK(diagnostics.findings.front().code == wrong.code);
        CHECK(text_of(diagnostics.findings.front(), Language::en).starts_with(wrong.place));
    }
}

TEST_CASE("64 levels are read, 65 and any more are refused at the 65th")
{
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    Diagnostics none;
    CHECK(json::parse(nested(64), "f.json", none));
    for (const std::size_t depth : {65U, 66U, 1000U, 1000000U}) {
        Diagnostics diagnostics;
        CHECK_FALSE(json::parse(nested(depth), "f.json", diagnostics));
        REQUIRE(diagnostics.findings.size() == 1);
        const Finding& finding = diagnostics.findings.front();
        CHECK(finding.code == "json.too_deep");
        CHECK(finding.column == 65);
        CHECK(std::count(finding.pointer.begin(), finding.pointer.end(), '/') == 64);
    }
}

} // TEST_SUITE
