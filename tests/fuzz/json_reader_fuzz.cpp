/// \file
/// Any bytes are a JSON document or one finding with a place; a document survives its own text.

#include "fuzz/expect.hpp"
#include "json/document.hpp"
#include "json/same_value.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Diagnostics diagnostics;
    const auto document = json::parse(text, "f.json", diagnostics);
    test::expect(document.has_value() == diagnostics.findings.empty(), "read or told");
    if (!document) {
        const Finding& finding = diagnostics.findings.front();
        const auto lines = 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        test::expect(finding.line >= 1 && finding.line <= lines, "the line is one of the text");
        test::expect(finding.column >= 1 && finding.column <= size + 1, "the column is in it");
        test::expect(!text_of(finding, Language::kk).empty(), "there is a sentence");
        return 0;
    }
    test::expect(test::is_same(document->value(), document->root()), "both readings agree");
    const std::string canonical = json::to_canonical_text(document->root());
    const auto again = json::parse(canonical, "f.json", diagnostics);
    test::expect(again.has_value(), "canonical text is read");
    test::expect(json::to_canonical_text(again->root()) == canonical, "and is its own");
    return 0;
}
