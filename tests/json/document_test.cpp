#include "json/document.hpp"

#include "json/parsed.hpp"
#include "json/random_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <string>
#include <tuple>

using namespace dostyk;
using test::parsed;

namespace {

/// The one finding of a text that is refused.
Finding refusal_of(std::string_view text)
{
    Diagnostics diagnostics;
    const auto document = json::parse(text, "bad.json", diagnostics);
    CHECK_FALSE(document.has_value());
    REQUIRE(diagnostics.findings.size() == 1);
    return diagnostics.findings.front();
}

std::string nested(int depth)
{
    const auto size = static_cast<std::size_t>(depth);
    return std::string(size, '[') + std::string(size, ']');
}

} // namespace

TEST_SUITE("json/document") {

TEST_CASE("every value has its place")
{
    const json::Document document = parsed("{\n  \"a\": [10, {\"b\": null}],\n\t\"ә\": \"ө\", "
                                           "\"c/d~\": -1.5\n}\n");
    const auto place = [&](std::string_view pointer) {
        const json::Position position = document.position_of(pointer);
        return std::pair{position.line, position.column};
    };

    CHECK(place("") == std::pair<std::size_t, std::size_t>{1, 1});
    CHECK(place("/a") == std::pair<std::size_t, std::size_t>{2, 8});
    CHECK(place("/a/0") == std::pair<std::size_t, std::size_t>{2, 9});
    CHECK(place("/a/1") == std::pair<std::size_t, std::size_t>{2, 13});
    CHECK(place("/a/1/b") == std::pair<std::size_t, std::size_t>{2, 19});
    CHECK(place("/ә") == std::pair<std::size_t, std::size_t>{3, 7});
    CHECK(place("/c~1d~0") == std::pair<std::size_t, std::size_t>{3, 20});
}

TEST_CASE("a value that is not there has the place of what should hold it")
{
    const json::Document document = parsed("{\n \"a\": {\"b\": 1}}");

    CHECK(document.position_of("/a/none/deeper").line == 2);
    CHECK(document.position_of("/a/none").column == 7);
    CHECK(document.position_of("/zzz").line == 1);
}

TEST_CASE("nesting of 64 is read, of 65 refused, of a million refused without a crash")
{
    Diagnostics diagnostics;
    CHECK(json::parse(nested(64), "x", diagnostics).has_value());
    CHECK(diagnostics.findings.empty());

    const Finding finding = refusal_of(nested(65));
    CHECK(finding.code == "json.too_deep");
    CHECK(finding.line == 1);
    CHECK(finding.column == 65);

    CHECK(refusal_of(std::string(1'000'000, '[')).code == "json.too_deep");
}

TEST_CASE("a doubled key is refused with the place of the second")
{
    const Finding finding = refusal_of("{\n  \"a\": {\"k\": 1,\n    \"k\": 2}\n}");

    CHECK(finding.code == "json.duplicate_key");
    CHECK(finding.line == 3);
    CHECK(finding.column == 5);
    CHECK(finding.pointer == "/a/k");
    CHECK(finding.file == "bad.json");
}

TEST_CASE("the same key in two objects is no double")
{
    CHECK(parsed(R"([{"k": 1}, {"k": 1}])").root().size() == 2);
}

TEST_CASE("a raw NUL is refused anywhere, an escaped one is a character")
{
    using namespace std::string_view_literals;
    CHECK(refusal_of("{}\0"sv).code == "json.nul_byte");
    CHECK(refusal_of("[\"a\0b\"]"sv).column == 4);

    CHECK(parsed(R"(["\u0000"])").root()[0] == std::string(1, '\0'));
}

TEST_CASE("a number that the program cannot hold is refused, not rounded")
{
    for (const char* number : {"1e999", "-1e999", "18446744073709551616", "-9223372036854775809",
                               "123456789012345678901234567890", "1e-999"}) {
        CAPTURE(number);
        const Finding finding = refusal_of("{\"a\": [1, " + std::string(number) + "]}");
        CHECK(finding.code == "json.number_out_of_range");
        CHECK(finding.pointer == "/a/1");
        CHECK(finding.column == 11);
    }
    CHECK(parsed("[0e-999, 18446744073709551615, 1e308]").root().size() == 3);
}

TEST_CASE("bytes that are no UTF-8 are refused where they stand")
{
    for (const char* bytes : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                              "\xE0\x80\x80", "\xD2", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80"}) {
        const Finding finding = refusal_of("[1,\n \"" + std::string(bytes) + "\"]");
        CHECK(finding.code == "json.invalid_utf8");
        CHECK(finding.line == 2);
        CHECK(finding.column == 3);
    }
}

TEST_CASE("a file that ends too early is told from one that is wrong")
{
    for (const char* text : {"{", "[1, 2", "{\"a\"", "{\"a\": tr", "\"abc", "[1,", "{\"a\": 1, "}) {
        CAPTURE(text);
        CHECK(refusal_of(text).code == "json.truncated");
    }
    for (const char* text :
         {"{]", "[1,,2]", "{'a': 1}", "[1 2]", "nul ", "{} {}", "[1,]", "// x\n{}", "[01]"}) {
        CAPTURE(text);
        CHECK(refusal_of(text).code == "json.syntax");
    }
}

TEST_CASE("a syntax error points at the token")
{
    const Finding finding = refusal_of("{\n  \"a\": 1,\n  \"b\" 2\n}");

    CHECK(finding.line == 3);
    CHECK(finding.column == 7);
    CHECK(finding.pointer == "/b");
}

TEST_CASE("a syntax error points at what is wrong, not at what stands before it")
{
    // The place of the mistake and what is shown of it, for texts of one line.
    const std::tuple<const char*, std::size_t, const char*> cases[] = {
        {R"({"a": NaN})", 7, "N"},
        {R"({"a": -Inf})", 7, "-I"},
        {"[1,,2]", 4, ","},
        {R"({"a": 1,})", 9, "}"},
        {R"({"a": 0123})", 8, "123"},
        {"[1}", 3, "}"},
        {R"({"a": 1 "b": 2})", 9, {}},
        {"{} x", 4, "x"},
        {"[12 13]", 5, "13"},
        {R"({"a": 1}})", 9, "}"},
        {"[1.,2]", 2, "1.,"},
        {R"(["\ud800"])", 2, {}}};
    for (const auto& [text, column, token] : cases) {
        CAPTURE(text);
        const Finding finding = refusal_of(text);
        CHECK(finding.code == "json.syntax");
        CHECK(finding.column == column);
        if (token != nullptr) {
            CHECK(finding.message.values[0].second == token);
        }
    }
}

TEST_CASE("emptiness and a byte order mark have their own sentence")
{
    CHECK(refusal_of("").code == "json.empty");
    CHECK(refusal_of(" \n\t").code == "json.empty");
    CHECK(refusal_of("\xEF\xBB\xBF{}").code == "json.byte_order_mark");
}

TEST_CASE("every refusal has a sentence and a hint in four languages")
{
    for (const char* code : {"json.byte_order_mark", "json.duplicate_key", "json.empty",
                             "json.invalid_utf8", "json.nul_byte", "json.number_out_of_range",
                             "json.syntax", "json.too_deep", "json.truncated"}) {
        CAPTURE(code);
        CHECK(has_message(code));
        CHECK(has_message(std::string(code) + ".hint"));
    }
}

TEST_CASE("any bytes are read or refused with a place, never more")
{
    CHECK(rc::check([](const std::string& bytes) {
        Diagnostics diagnostics;
        const auto document = json::parse(bytes, "x.json", diagnostics);
        RC_ASSERT(document.has_value() == diagnostics.findings.empty());
        for (const Finding& finding : diagnostics.findings) {
            RC_ASSERT(finding.code.starts_with("json."));
            RC_ASSERT(finding.line >= 1U);
            RC_ASSERT(finding.column >= 1U);
        }
    }));
}

TEST_CASE("a valid text with one byte changed or cut off is read or refused, never more")
{
    CHECK(rc::check([] {
        std::string text = json::to_canonical_text(*test::any_json());
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        if (*rc::gen::arbitrary<bool>()) {
            text[at] = *rc::gen::arbitrary<char>();
        } else {
            text.resize(at);
        }
        Diagnostics diagnostics;
        const auto document = json::parse(text, "x.json", diagnostics);
        RC_ASSERT(document.has_value() == diagnostics.findings.empty());
    }));
}

} // TEST_SUITE
