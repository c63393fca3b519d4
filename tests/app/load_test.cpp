#include "app/load.hpp"

#include "cli/open_project.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("app/load") {

TEST_CASE("the bundled project loads whole and without a finding of error")
{
    const auto loaded = app::load_all({}, "hall");

    REQUIRE_MESSAGE(loaded, (loaded ? "" : text_of(loaded.error(), Language::en)));
    CHECK_FALSE(loaded->findings.has_errors());
    CHECK(loaded->icons.size() > 20);
    CHECK(loaded->attributions.size() >= 3);
    const auto names = cli::unit_names_of(*loaded->map);
    CHECK(names.at("KG").in(Language::ru) == "Кыргызстан");
    CHECK(names.at("KZ-33").in(Language::en) == "Jetisu Region");
}

TEST_CASE("a project that is not there and a style that is not there are named")
{
    const auto no_project = app::load_all("/no/such/project", "hall");
    REQUIRE_FALSE(no_project);
    CHECK(text_of(no_project.error(), Language::en).find("/no/such/project") != std::string::npos);

    const auto no_style = app::load_all({}, "baroque");
    REQUIRE_FALSE(no_style);
    CHECK(text_of(no_style.error(), Language::en).find("baroque") != std::string::npos);
}

} // TEST_SUITE
