#include "core/paths.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("core/paths") {

TEST_CASE("DOSTYK_HOME comes before the source tree")
{
    const fs::path home = test::scratch_dir("paths-home");
    fs::create_directories(home / "assets" / "styles");
    ::setenv("DOSTYK_HOME", home.c_str(), 1);

    const auto paths = find_paths();
    ::unsetenv("DOSTYK_HOME");

    REQUIRE(paths);
    CHECK(paths->assets == home / "assets");
    CHECK(paths->data == home / "data");
}

TEST_CASE("a home without assets is passed over")
{
    const fs::path home = test::scratch_dir("paths-empty-home");
    ::setenv("DOSTYK_HOME", home.c_str(), 1);

    const auto paths = find_paths();
    ::unsetenv("DOSTYK_HOME");

    if (paths) {
        CHECK(paths->assets != home / "assets");
    } else {
        CHECK(text_of(paths.error(), Language::en).find(home.string()) != std::string::npos);
    }
}

TEST_CASE("settings follow XDG, and a relative XDG path is ignored")
{
    ::setenv("HOME", "/home/someone", 1);
    ::setenv("XDG_CONFIG_HOME", "/xdg", 1);
    CHECK(config_dir() == "/xdg/dostyk");

    ::setenv("XDG_CONFIG_HOME", "relative", 1);
    CHECK(config_dir() == "/home/someone/.config/dostyk");

    ::unsetenv("XDG_STATE_HOME");
    CHECK(state_dir() == "/home/someone/.local/state/dostyk");
}

} // TEST_SUITE
