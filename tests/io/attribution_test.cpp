#include "io/attribution.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;

TEST_SUITE("io/attribution") {

TEST_CASE("the bundled map names its sources, GeoNames among them, each with a licence")
{
    Diagnostics diagnostics;
    const auto sources =
        io::read_attributions(test::source_root() / "maps" / "attribution.json", diagnostics);

    CHECK(diagnostics.findings.empty());
    CHECK(std::any_of(sources.begin(), sources.end(), [](const auto& source) {
        return source.name.find("GeoNames") != std::string::npos;
    }));
    for (const auto& source : sources) {
        CAPTURE(source.name);
        CHECK_FALSE(source.licence.empty());
        for (const Language language : all_languages) {
            CHECK(source.text.has(language));
        }
    }
}

TEST_CASE("a text that is no more than a string is English")
{
    const auto folder = test::scratch_dir("attribution-old");
    REQUIRE(write_file_atomically(folder / "old.json",
                                  R"({"sources": [{"name": "A", "text": "Roads: A."}]})"));
    Diagnostics diagnostics;

    const auto sources = io::read_attributions(folder / "old.json", diagnostics);

    REQUIRE(sources.size() == 1);
    CHECK(sources[0].text.in(Language::ky) == "Roads: A.");
}

TEST_CASE("a missing and a broken file are findings and give an empty list")
{
    const auto folder = test::scratch_dir("attribution");
    REQUIRE(write_file_atomically(folder / "broken.json", "{"));
    Diagnostics diagnostics;

    CHECK(io::read_attributions(folder / "none.json", diagnostics).empty());
    CHECK(io::read_attributions(folder / "broken.json", diagnostics).empty());
    CHECK(diagnostics.findings.size() == 2);
}

} // TEST_SUITE
