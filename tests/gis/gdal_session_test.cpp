#include "gis/gdal_session.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("gis/gdal_session") {

TEST_CASE("a failed open says why, and prints nothing itself")
{
    const auto file = test::scratch_dir("gdal-session") / "a.gpkg";
    REQUIRE(write_file_atomically(file, "no map"));

    const auto dataset = gis::open_dataset(file);

    REQUIRE_FALSE(dataset);
    CHECK(dataset.error().code == ErrorCode::unreadable);
    CHECK(text_of(dataset.error(), Language::en).find("no reason given") == std::string::npos);
}

TEST_CASE("without a message the reason says so")
{
    const gis::ErrorCapture capture;
    CHECK(capture.reason() == "no reason given");
}

} // TEST_SUITE
